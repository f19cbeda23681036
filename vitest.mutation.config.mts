import { defineConfig } from "vitest/config";

/**
 * The journal's tests for mutation: without those that start processes (a mutant there cannot be switched on) and
 * without the thousands of plays, kills and damages, which would take days. So the score is what the plain tests alone find.
 */
export default defineConfig({
  test: {
    include: ["tests/journal/**/*.test.ts"],
    exclude: ["processes", "rights", "git", "model", "faults", "damage"].map((name) => `tests/journal/${name}.test.ts`),
    testTimeout: 60_000,
    env: { TZ: "Europe/Berlin", NO_COLOR: "", FORCE_COLOR: "" },
  },
});
