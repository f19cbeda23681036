import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { register } from "../../src/commands/pack.ts";
import { register as registerSchema } from "../../src/commands/schema.ts";
import type { Act } from "../../src/commands/act.ts";
import type { Content } from "../../src/content/content.ts";
import type { Runtime } from "../../src/runtime.ts";
import { NO_PACKS } from "../../src/settings/packs.ts";
import { openSession } from "../../src/session.ts";
import { PLAIN_PALETTE } from "../../src/views/palette.ts";
import { CONTENT as WORDS, fixture, withHead } from "../content/packs.ts";
import type { Entry, Reflection } from "../../src/reflection/entry.ts";
import { AT, NOW, note, open, options } from "../journal/kit.ts";
import { realMessages } from "../views/sample.ts";

const CONTENT: Content = { ...WORDS, messages: { ...WORDS.messages, ...realMessages() } };

let home = "";
let out = "";
let err = "";
let ids = 0;

function runtime(): Runtime {
  const stream = (write: (text: string) => void) => ({ isTerminal: false, columns: 80, write: (text: string | Uint8Array) => { write(String(text)); } });
  const made: Partial<Runtime> = {
    env: {},
    platform: "linux",
    places: options(home).places,
    out: stream((text) => (out += text)),
    err: stream((text) => (err += text)),
    stdinIsTerminal: false,
    readStdin: () => Promise.resolve(Buffer.from("a: *b\n")),
    clock: () => NOW,
    offsetAt: () => 60,
    newId: () => `01J${String((ids += 1))}`,
    journal: () => open(home),
    content: () => CONTENT,
    languages: () => ["en"],
    packs: NO_PACKS,
    palette: () => PLAIN_PALETTE,
    machineSettings: () => ({}),
  };
  return made as Runtime;
}

/** Runs `pack …`; a failure is thrown as it is. */
async function run(...args: readonly string[]): Promise<number> {
  [out, err] = ["", ""];
  let code = 0;
  const program = new Command("evenkeel").option("--json").option("--yes").option("--no-input");
  const act: Act =
    (work) =>
    async (...received) => {
      const command = received.at(-1) as Command;
      const session = openSession(runtime(), command.optsWithGlobals());
      code = (await work(session, received.at(-2) as never, received.slice(0, -2))) ?? 0;
    };
  register(program, act);
  registerSchema(program, act);
  await program.parseAsync([...args], { from: "user" });
  return code;
}

function reflection(id: string, more: Partial<Reflection> & { readonly trigger: string }): Entry {
  return { id, kind: "reflection", at: AT, shift: "2026-11-22", ...more };
}

const at = (...names: readonly string[]): string => join(home, ...names);
const usage = (message: string | RegExp): Error => expect.objectContaining({ kind: "usage", message: expect.stringMatching(message) as string }) as Error;
const packs = (): readonly string[] => (existsSync(at("packs")) ? readdirSync(at("packs")) : []);

function file(name: string, text: string | Uint8Array): string {
  writeFileSync(at(name), text);
  return at(name);
}

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "evenkeel-pack-"));
});
afterEach(() => {
  rmSync(home, { recursive: true, force: true });
});

describe("pack new, check, add, list", () => {
  it("is the way of a pack from nothing", async () => {
    await run("pack", "new", at("night-desk.yaml"));
    expect(readFileSync(at("night-desk.yaml"), "utf8")).toContain("name: night-desk ");
    expect(await run("pack", "check", at("night-desk.yaml"))).toBe(0);
    expect(out).toBe("");
    await run("pack", "add", at("night-desk.yaml"));
    expect(err).toContain("  It adds\n    trigger: They threaten me with stars\n    line: Ratings are weather. I look after the case.\n");
    expect(packs()).toEqual(["night-desk.yaml"]);
    await run("pack");
    expect(out).toBe("  PACKS\n\n  night-desk\n    One line on what it is for.\n    en, by who made it, CC0-1.0\n");
    await run("pack", "list", "--json");
    expect(JSON.parse(out)).toEqual([{ name: "night-desk", language: "en", author: "who made it", licence: "CC0-1.0", about: "One line on what it is for." }]);
  });

  it("prints the example, and never writes over a file unasked", async () => {
    await run("pack", "new");
    expect(out).toContain("\nname: my-team ");
    const mine = file("mine.yaml", "mine");
    await expect(run("pack", "new", mine)).rejects.toEqual(usage("is there already"));
    expect(readFileSync(mine, "utf8")).toBe("mine");
  });

  it("says how to begin where there is none", async () => {
    await run("pack");
    expect(out).toBe("  No packs yet. Begin one with: evenkeel pack new my-team.yaml\n");
    await run("pack", "--json");
    expect(JSON.parse(out)).toEqual([]);
  });
});

describe("pack check", () => {
  it("prints problems and ends with 2", async () => {
    const bad = file("bad.yaml", "a: *b\n");
    expect(await run("pack", "check", bad)).toBe(2);
    expect(out).toBe(`${bad}:1:4: an alias (*) cannot stand here; accepted: the value itself\n`);
    expect(await run("pack", "check", "-", "--json")).toBe(2);
    expect(JSON.parse(out)).toEqual([{ file: "standard input", line: 1, column: 4, what: "an alias (*) cannot stand here", accepted: "the value itself" }]);
  });

  it("makes words of the file harmless", async () => {
    await run("pack", "check", file("bad.yaml", withHead('"\\e]0;x\\a": 1')));
    expect(out).not.toMatch(/[\0-\x09\x0b-\x1f]/);
  });

  it("names a file that is not there", async () => {
    await expect(run("pack", "check", at("none.yaml"))).rejects.toEqual(usage("there is no file"));
  });
});

describe("pack add", () => {
  it("takes nothing in that has problems", async () => {
    await expect(run("pack", "add", file("bad.yaml", fixture("bomb.yaml")))).rejects.toEqual(usage("an anchor"));
    await expect(run("pack", "add", file("evil.yaml", withHead("lines: { a: { text: b } }").replace("my-team", "../../evil")))).rejects.toEqual(usage(/:1:7: /));
    expect(packs()).toEqual([]);
  });

  it("shows what is worded anew", async () => {
    await run("pack", "add", file("riders.yaml", fixture("delivery-riders.yaml")), "--json");
    expect(err).toContain("  It words anew\n    trigger: I could not bring it up\n    response: I stop at the kerb\n    line: They are loud at their hunger, not at me.\n    question: reflect.trigger\n    sentence: suggest.title\n");
    expect(JSON.parse(out)).toContainEqual({ section: "lines", id: "stars-are-weather", text: "Ratings are weather. I look after the ride.", overrides: false });
    expect(packs()).toEqual(["delivery-riders.yaml"]);
  });

  it("leaves the same pack as it is, and refuses another of its name", async () => {
    const one = file("one.yaml", withHead("lines: { a: { text: b } }"));
    await run("pack", "add", one);
    await run("pack", "add", one);
    expect(err).toBe("The pack my-team is there already, word for word.\n");
    await expect(run("pack", "add", file("two.yaml", withHead("lines: { a: { text: c } }")))).rejects.toEqual(usage("there is another pack named my-team"));
    expect(readFileSync(at("packs", "my-team.yaml"), "utf8")).toContain("text: b");
  });

  it("refuses ids of another pack and of one's own triggers", async () => {
    await run("pack", "add", file("one.yaml", withHead("lines: { a: { text: b } }")));
    await expect(run("pack", "add", file("two.yaml", withHead("lines: { a: { text: c } }").replace("my-team", "two")))).rejects.toEqual(usage('the pack my-team has a line "a" too'));
    open(home).write("reflect", AT, (_journal, change) => {
      change.putIn("triggers", { id: "app_rating", at: AT, label: "Stars" });
    });
    await expect(run("pack", "add", file("riders.yaml", fixture("delivery-riders.yaml")))).rejects.toEqual(usage("a trigger of your own"));
  });
});

describe("pack remove", () => {
  beforeEach(async () => {
    await run("pack", "add", file("riders.yaml", fixture("delivery-riders.yaml")));
  });

  it("keeps the names of triggers that entries use", async () => {
    open(home).write("reflect", AT, (_journal, change) => {
      change.put(reflection("01A", { trigger: "app_rating" }));
      change.put(note("01B", "x"));
    });
    await run("pack", "remove", "delivery-riders", "--yes");
    expect(packs()).toEqual([]);
    expect(open(home).book("triggers")).toMatchObject([{ id: "app_rating", label: "They threaten me with stars", retired: true }]);
    await run("pack", "add", at("riders.yaml"));
    expect(packs()).toEqual(["delivery-riders.yaml"]);
  });

  it("writes nothing where no entry used it", async () => {
    await run("pack", "remove", "delivery-riders", "--yes");
    expect(open(home).book("triggers")).toEqual([]);
    expect(err).toBe("Taken out: delivery-riders. Your entries are as they were.\n");
  });

  it("wants a yes, a known name, and no way out of the folder", async () => {
    await expect(run("pack", "remove", "delivery-riders")).rejects.toEqual(usage("this needs a yes"));
    file("victim.yaml", "x");
    for (const name of ["nobody", "../victim", "", "."]) await expect(run("pack", "remove", name, "--yes")).rejects.toEqual(usage("there is no pack of that name"));
    expect(existsSync(at("victim.yaml"))).toBe(true);
    expect(packs()).toEqual(["delivery-riders.yaml"]);
  });

  it("takes out a pack that is broken", async () => {
    mkdirSync(at("packs"), { recursive: true });
    file("packs/broken.yaml", "a: *b\n");
    await run("pack", "list");
    expect(err).toContain("broken.yaml:1:4: an alias (*) cannot stand here");
    await run("pack", "remove", "broken", "--yes");
    expect(packs()).toEqual(["delivery-riders.yaml"]);
  });
});

describe("pack share", () => {
  it("says so where there is nothing of one's own", async () => {
    await expect(run("pack", "share")).rejects.toEqual(usage("There is nothing of your own to share yet"));
  });

  it("gives plans, reminders and triggers, masked, and no word of an entry", async () => {
    open(home).write("reflect", AT, (_journal, change) => {
      change.put(reflection("01A", { trigger: "saying_no", what: "canary story", plan: { if: "I have to say no", then: "say what I can do" }, strength: 7 }));
      change.putIn("reminders", { id: "01B", type: "own", at: AT, trigger: "late_bus", if: null, then: null, line: "Call anna@example.com first." });
      change.putIn("triggers", { id: "late_bus", at: AT, label: "The late bus" });
      change.putIn("triggers", { id: "old", at: AT, label: "Old one", retired: true });
    });
    await run("pack", "share", "--name", "night-desk", "--author", "us", "--licence", "CC0-1.0");
    expect(out).toContain("name: night-desk\n");
    expect(out).toContain("    if: I have to say no\n    then: say what I can do\n");
    expect(out).toContain("label: The late bus\n");
    expect(out).toContain("[e-mail");
    for (const secret of ["canary", "anna@example.com", "Old one", "2026", "strength"]) expect(out).not.toContain(secret);
    expect(err).toContain("Read it before you pass it on.");

    await expect(run("pack", "share", at("shared.yaml"))).rejects.toEqual(usage("this needs a yes"));
    expect(existsSync(at("shared.yaml"))).toBe(false);
    await run("pack", "share", at("shared.yaml"), "--yes");
    expect(err).toContain("triggers:\n  late_bus:\n    label: The late bus\n");
    expect(await run("pack", "check", at("shared.yaml"))).toBe(0);
    await expect(run("pack", "share", at("shared.yaml"), "--yes")).rejects.toEqual(usage("is there already"));
  });

  it("refuses a name that no pack can have", async () => {
    open(home).write("reminders add", AT, (_journal, change) => {
      change.putIn("reminders", { id: "01B", type: "own", at: AT, trigger: null, if: null, then: null, line: "Breathe." });
    });
    await expect(run("pack", "share", "--name", "../evil")).rejects.toEqual(usage("--name does not fit a pack"));
  });
});

describe("schema", () => {
  it("prints JSON Schemas", async () => {
    await run("schema", "pack");
    expect(JSON.parse(out)).toMatchObject({ title: "evenkeel pack" });
    await run("schema", "entry");
    expect(JSON.parse(out)).toMatchObject({ title: "evenkeel entry" });
  });
});
