import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { doctor } from "../../src/journal/care/doctor.ts";
import { conflicts } from "../../src/journal/conflicts.ts";
import { AT, note, open, put, remove, seeded, words } from "./kit.ts";
import { newHome } from "./new-home.ts";

const hasGit = spawnSync("git", ["--version"]).status === 0;

const WHO = {
  GIT_AUTHOR_NAME: "x",
  GIT_AUTHOR_EMAIL: "x@example.org",
  GIT_COMMITTER_NAME: "x",
  GIT_COMMITTER_EMAIL: "x@example.org",
};

function git(folder: string, ...args: string[]): string {
  const run = spawnSync("git", ["-C", folder, ...args], {
    encoding: "utf8",
    env: { ...process.env, ...WHO, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
  });
  if (run.status !== 0) throw new Error(`git ${args.join(" ")}: ${run.stdout}${run.stderr}`);
  return run.stdout;
}

test("two clones of one journal, used offline and merged by git, as docs/sync.md says", ({ skip }) => {
  if (!hasGit) skip("needs git");
  const home = newHome();
  const a = open(join(home, "a"), { hostname: "a" });
  put(a, note("1", "one"), note("2", "two", "2026-10-31"), note("3", "three"));
  const folders = ["a", "b"].map((name) => join(home, name, "journal"));
  const [inA = "", inB = ""] = folders;
  git(home, "init", "-q", "--bare", "-b", "main", "hub.git");
  git(inA, "init", "-q", "-b", "main");
  git(inA, "add", ".");
  git(inA, "commit", "-qm", "my journal");
  git(inA, "remote", "add", "origin", join(home, "hub.git"));
  git(inA, "push", "-q", "-u", "origin", "main");
  git(home, "clone", "-q", "hub.git", inB);
  const b = open(join(home, "b"), { hostname: "b", random: seeded(9) });

  put(a, note("1", "edited on a"), note("2", "moved on a", "2026-11-01"));
  put(b, note("1", "edited on b"), note("4", "new on b", "2026-10-30"));
  remove(b, "3");
  b.write("config", AT, (_, change) => {
    change.putIn("settings", { id: "goal", at: AT, value: "kind" });
  });
  for (const folder of [inA, inB, inA]) {
    git(folder, "add", ".");
    spawnSync("git", ["-C", folder, "commit", "-qm", "more"], { env: { ...process.env, ...WHO } });
    git(folder, "pull", "-q", "--no-rebase", "--no-edit");
    git(folder, "push", "-q");
  }

  const shown = words(a);
  expect(words(b)).toEqual(shown);
  expect(shown.filter((line) => !line.startsWith("1 "))).toEqual(["4 new on b", "2 moved on a"]);
  expect(a.book("settings")[0]?.value).toBe("kind");
  const [conflict] = conflicts(b.store);
  expect(new Set([conflict?.shown, conflict?.copies[0]])).toEqual(
    new Set([note("1", "edited on a"), note("1", "edited on b")]),
  );
  put(b, note("1", "settled"));
  expect(doctor(b)).toMatchObject({ ok: true, problems: [] });
  expect(git(inB, "diff", "--stat", "HEAD~1")).not.toContain("<<<<");
});
