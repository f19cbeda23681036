import { defineConfig } from "vitest/config";

/** The journal's tests without those that start processes: a mutant in a process of its own cannot be switched on. */
export default defineConfig({
  test: {
    include: ["tests/journal/**/*.test.ts"],
    exclude: ["tests/journal/processes.test.ts", "tests/journal/rights.test.ts", "tests/journal/git.test.ts"],
    testTimeout: 60_000,
    env: { TZ: "Europe/Berlin", NO_COLOR: "", FORCE_COLOR: "" },
  },
});
