import { readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Draft } from "../../src/journal/drafts.ts";
import { draftsOf } from "../../src/journal/drafts.ts";
import { open } from "./kit.ts";
import { newHome } from "./new-home.ts";

function draft(id: string, more: Partial<Draft> = {}): Draft {
  return {
    id,
    command: "reflect",
    startedAt: "2026-11-22T03:40:00+01:00",
    updatedAt: "2026-11-22T03:40:00+01:00",
    answers: {},
    ...more,
  };
}

test("a draft comes back with its answers and the half-typed words", () => {
  const home = newHome();
  const kept = draft("d1", {
    answers: { trigger: "rude_tone", reactions: ["argued"] },
    typed: { question: "what", text: "kept yel" },
  });
  draftsOf(open(home).store).save(kept, "typed");
  expect(draftsOf(open(home).store).list()).toEqual([{ ...kept, inUse: false }]);
  expect(draftsOf(open(home).store).find("d1")).toEqual({ ...kept, inUse: false });
  expect(draftsOf(open(home).store).find("d2")).toBeNull();
});

test("several drafts wait, the newest first, and go one at a time", () => {
  const drafts = draftsOf(open(newHome()).store);
  drafts.save(draft("a", { updatedAt: "2026-11-22T03:00:00+01:00" }), "answered");
  drafts.save(draft("b", { updatedAt: "2026-11-22T03:00:00+00:00", command: "end" }), "answered");
  drafts.save(draft("c", { updatedAt: "2026-11-21T23:00:00+01:00" }), "answered");
  expect(drafts.list().map(({ id }) => id)).toEqual(["b", "a", "c"]);
  drafts.discard("b");
  drafts.discard("b");
  expect(drafts.list().map(({ id }) => id)).toEqual(["a", "c"]);
});

test("a later save takes the place of an earlier one and leaves nothing beside it", () => {
  const home = newHome();
  const drafts = draftsOf(open(home).store);
  for (const text of ["k", "ke", "kep"]) drafts.save(draft("a", { typed: { question: "what", text } }), "typed");
  expect(readdirSync(join(home, "local", "drafts"))).toEqual(["a.json"]);
  expect(statSync(join(home, "local", "drafts", "a.json")).mode & 0o777).toBe(0o600);
  expect(statSync(join(home, "local", "drafts")).mode & 0o777).toBe(0o700);
  expect(drafts.find("a")?.typed?.text).toBe("kep");
});

test("every text passes the sanitizer before it reaches the disk, finished or not", () => {
  const home = newHome();
  const mask = (text: string, finished: boolean): string =>
    finished ? text.replace(/\d/g, "*") : text.replace(/\d+$/, "");
  const drafts = draftsOf(open(home).store, mask);
  drafts.save(
    draft("a", {
      answers: { what: "card 4111", plan: { if: "9", then: "ok" }, tags: ["7"], strength: 8 },
      typed: { question: "why", text: "it is 12" },
    }),
    "typed",
  );
  const text = readFileSync(join(home, "local", "drafts", "a.json"), "utf8");
  expect(text).not.toMatch(/4111|it is 12/);
  expect(drafts.find("a")?.answers).toEqual({
    what: "card ****",
    plan: { if: "*", then: "ok" },
    tags: ["*"],
    strength: 8,
  });
  expect(drafts.find("a")?.typed?.text).toBe("it is ");
});

test("a damaged draft is put aside and reported, and the others are listed", () => {
  const home = newHome();
  const journal = open(home);
  const drafts = draftsOf(journal.store);
  for (const id of ["whole", "cut", "other", "empty"]) drafts.save(draft(id), "answered");
  const folder = join(home, "local", "drafts");
  writeFileSync(join(folder, "cut.json"), readFileSync(join(folder, "cut.json"), "utf8").slice(0, 40));
  writeFileSync(join(folder, "other.json"), '{"version":1,"draft":{"id":"someone else"}}');
  writeFileSync(join(folder, "empty.json"), "");
  expect(drafts.list().map(({ id }) => id)).toEqual(["whole"]);
  expect(readdirSync(folder).sort()).toEqual([
    "cut.json.damaged-20261122T024000Z",
    "empty.json.damaged-20261122T024000Z",
    "other.json.damaged-20261122T024000Z",
    "whole.json",
  ]);
  expect(journal.problems()[0]).toEqual({
    file: "~/local/drafts/cut.json",
    what: "A draft could not be read.",
    repair: "It was kept as ~/local/drafts/cut.json.damaged-20261122T024000Z",
  });
});

test("a draft that another running process writes is in use; a dead one's is not", () => {
  const home = newHome();
  draftsOf(open(home, { pid: 1 }).store).save(draft("running"), "typed");
  draftsOf(open(home, { pid: 2 ** 22 + 1 }).store).save(draft("dead"), "typed");
  draftsOf(open(home, { hostname: "elsewhere" }).store).save(draft("other-host"), "typed");
  const found = draftsOf(open(home).store).list();
  expect(new Map(found.map(({ id, inUse }) => [id, inUse]))).toEqual(
    new Map([
      ["running", true],
      ["dead", false],
      ["other-host", false],
    ]),
  );
});

test("a link in the place of a draft is neither read nor written through", () => {
  const home = newHome();
  const drafts = draftsOf(open(home).store);
  drafts.save(draft("real"), "answered");
  writeFileSync(join(home, "precious"), "mine");
  symlinkSync(join(home, "precious"), join(home, "local", "drafts", "planted.json"));
  expect(drafts.find("planted")).toBeNull();
  drafts.save(draft("planted"), "answered");
  expect(readFileSync(join(home, "precious"), "utf8")).toBe("mine");
  expect(drafts.find("planted")?.id).toBe("planted");
});

test("an id cannot climb out of the folder", () => {
  const drafts = draftsOf(open(newHome()).store);
  for (const id of ["../x", "a/b", "", ".", "a\0b"])
    expect(() => {
      drafts.discard(id);
    }).toThrow("letters and digits");
});
