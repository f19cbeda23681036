import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ageIn } from "../../src/journal/seal/age.ts";
import { keyUnderPassphrase } from "../../src/journal/seal/unlock.ts";
import { contents } from "../journal/kit.ts";
import { QUICK, WORKER } from "../journal/seal-kit.ts";
import { evenkeelIn, Pty } from "../pty.ts";
import { BIN, json, type Run, runCommand, scratch } from "../run.ts";

const PASS = "four quiet words here";

interface Place {
  readonly home: string;
  /** Everything the command may write to. */
  readonly all: string;
  readonly run: (...args: readonly string[]) => Run;
  /** The same with the passphrase. */
  readonly open: (...args: readonly string[]) => Run;
  readonly file: string;
}

function place(): Place {
  const all = scratch();
  const home = join(all, "home");
  mkdirSync(join(all, "tmp"));
  const file = join(scratch(), "pass");
  writeFileSync(file, `${PASS}\n`);
  const run = (...args: readonly string[]): Run => runCommand(args, home, { env: { TMPDIR: join(all, "tmp") }, cwd: all });
  return { home, all, file, run, open: (...args) => run(...args, "--passphrase-file", file) };
}

function done(result: Run): Run {
  expect({ code: result.code, err: result.code === 0 ? "" : result.err }).toEqual({ code: 0, err: "" });
  return result;
}

const canaries = (folder: string): readonly string[] => [...contents(folder)].filter(([, text]) => text.includes("CANARY")).map(([name]) => name);

function sealed(): Place {
  const here = place();
  done(here.run("reflect", "CANARY kept yelling about a refund", "--trigger", "rude_tone", "--strength", "8", "--if", "CANARY shouts", "--then", "CANARY breathe"));
  done(here.run("win", "CANARY stayed calm"));
  quicken(here, json<{ recoveryKey: string }>(here.open("encrypt", "--json")).recoveryKey);
  return here;
}

const age = ageIn(WORKER);

/** The same key under the same passphrase with few rounds: what is tested is not how long a guess takes. */
function quicken({ home }: Place, identity: string): void {
  const key = keyUnderPassphrase(age, { identity, recipient: age.recipientOf(identity) ?? "" }, PASS, QUICK);
  const pin = join(home, "local/sealed.json");
  writeFileSync(join(home, "journal/key.age"), key);
  writeFileSync(pin, JSON.stringify({ ...(JSON.parse(readFileSync(pin, "utf8")) as object), key }));
}

/** Words in every field that takes words, and in every file that keeps them. */
async function words(here: Place, run: Place["run"]): Promise<void> {
  const pack = join(scratch(), "team.yaml");
  const text = done(run("pack", "new", "--quiet")).out;
  writeFileSync(pack, text.replace(/^name: .*$/m, "name: team").replace(/^author: .*$/m, "author: CANARY author"));
  for (const args of [
    ["config", "set", "goal", "CANARY goal"],
    ["config", "set", "contact", "CANARY contact"],
    ["config", "set", "words", "CANARY, fair, clear"],
    ["start", "--helped", "CANARY helped", "--intention", "CANARY intention"],
    ["reflect", "CANARY what", "--trigger", "rude_tone", "--strength", "8", "--line", "CANARY line", "--tag", "CANARY tag", "--if", "CANARY if", "--then", "CANARY then"],
    ["reflect", "CANARY again", "--trigger", "rude_tone", "--strength", "3"],
    ["win", "CANARY win", "--why", "CANARY why"],
    ["end", "--learned", "CANARY learned"],
    ["reminders", "add", "CANARY reminder"],
    ["triggers", "add", "CANARY trigger"],
    ["review", "--focus", "CANARY focus", "--raise", "CANARY raise"],
    ["pack", "add", pack],
    ["suggest", "CANARY kept yelling about a refund"],
    ["backup", join(here.home, "local", "own-backup.json")],
  ]) done(run(...args));
  const [entry] = json<{ id: string }[]>(run("list", "--kind", "reflection", "--json"));
  done(run("edit", entry?.id ?? "", "--line", "CANARY other line"));
  for (const args of [["list"], ["find", "CANARY"], ["roadmap"], ["reminders"], ["card"], ["review", "--show"], []]) done(run(...args));
  const { all, home, file } = here;
  const flags = run === here.run ? [] : ["--passphrase-file", file];
  const talk = evenkeelIn(home, ["reflect", ...flags], { bin: BIN, env: { TMPDIR: join(all, "tmp") } });
  await talk.shows("What set it off?");
  talk.send("CANARY half typed");
  await talk.quiet();
  talk.send("\x03");
  expect(await talk.exit()).toMatchObject({ code: 130 });
}

describe("a sealed journal leaves no word readable", () => {
  it("that was written before: months, books, drafts, undo, copies, packs, caches, temp files", async () => {
    const here = place();
    await words(here, here.run);
    writeFileSync(join(here.home, "local", "backups-made-by-hand.txt"), "");
    const before = canaries(here.all);
    for (const kind of [/entries/, /books\/settings/, /books\/reminders/, /books\/reviews/, /books\/triggers/, /drafts/, /undo/, /packs\/team/, /cache/])
      expect(before.some((name) => kind.test(name)), String(kind)).toBe(true);
    const { out, err } = done(here.open("encrypt"));
    expect(out).toMatch(/AGE-SECRET-KEY-1[0-9A-Z]{58}/);
    expect(err).toContain("reflect and win still work without it.");
    // A backup that the person made under a name of their own is out of reach, and the last words say so.
    expect(canaries(here.all)).toEqual(["home/local/own-backup.json"]);
    expect(err).toContain("backups you made");
    expect(done(here.open("list")).out).toContain("CANARY what");
  });

  it("that is written afterwards, with the passphrase and without", async () => {
    const here = sealed();
    await words(here, here.open);
    for (const args of [["reflect", "CANARY locked", "--trigger", "saying_no"], ["win", "CANARY locked"], ["start", "--intention", "CANARY"], ["end", "--learned", "CANARY"]]) done(here.run(...args));
    expect(canaries(here.all)).toEqual([]);
    expect(done(here.open("find", "CANARY", "--all")).out).toContain("*CANARY* locked");
    expect(canaries(here.all)).toEqual([]);
    expect(readdirSync(join(here.all, "tmp"))).toEqual([]);
  });
});

describe("without the passphrase", () => {
  const here = sealed();

  it.each([[[]], [["list"]], [["list", "--json"]], [["roadmap"]], [["find", "x"]], [["undo"]], [["doctor"]], [["export"]], [["backup"]], [["config", "set", "goal", "x"]], [["reflect", "--resume"]], [["decrypt", "--yes"]], [["passphrase"]]])(
    "%j ends with 3 and says how to give it",
    (args) => {
      expect(here.run(...args)).toEqual({
        code: 3,
        out: "",
        err: "evenkeel: The journal is sealed.\nGive its passphrase with --passphrase-file <file> or --passphrase-fd <number>.\n",
      });
    },
  );

  it("a wrong one ends with 3 and a kind sentence; an empty file with 2", () => {
    const wrong = join(scratch(), "wrong");
    writeFileSync(wrong, "something else\n");
    expect(here.run("list", "--passphrase-file", wrong)).toEqual({
      code: 3,
      out: "",
      err: "evenkeel: That passphrase does not open the journal.\nTry again: nothing was changed. The recovery key that you printed opens it as well.\n",
    });
    writeFileSync(wrong, "\n");
    expect(here.run("list", "--passphrase-file", wrong)).toMatchObject({ code: 2 });
    expect(here.run("list", "--passphrase-file", join(wrong, "x"))).toMatchObject({ code: 2 });
    expect(here.run("list", "--passphrase-fd", "x")).toMatchObject({ code: 2 });
  });

  it.each([["support"], ["schema", "entry"], ["demo"], ["help", "keys"], ["reflect", "--help"]])("%s works", (...args) => {
    expect(here.run(...args)).toMatchObject({ code: 0, err: "" });
  });

  it("new entries are kept, found at the next unlock, and can be taken back", () => {
    const own = sealed();
    done(own.run("config", "set", "dayStartsAt", "12:00", "--passphrase-file", own.file));
    const [entry] = json<{ id: string; shift: string }[]>(own.run("reflect", "--trigger", "saying_no", "--json", "locked", "--at", "2026-11-20T09:00"));
    expect(entry?.shift).toBe("2026-11-19");
    done(own.run("win", "locked too", "--quiet"));
    const listed = own.open("list", "--json");
    expect(listed.err).toBe("  2 entries that you wrote while the journal was sealed are in their place\n  now.\n");
    expect(listed.out).toContain("locked");
    done(own.open("undo"));
    done(own.open("undo"));
    expect(done(own.open("list", "--all")).out).not.toContain("locked");
  });

  it("a shift that was started while it was sealed encloses what comes after midnight", () => {
    const own = sealed();
    done(own.run("start", "--at", "2026-11-20T22:00"));
    const [entry] = json<{ shift: string }[]>(own.run("reflect", "--trigger", "saying_no", "--json", "--at", "2026-11-21T05:30"));
    expect(entry?.shift).toBe("2026-11-20");
  });
});

describe("the passphrase", () => {
  it("comes from an open file too, and from the recovery key; passphrase changes it", () => {
    const here = place();
    done(here.run("win", "CANARY"));
    const key = json<{ recoveryKey: string }>(here.open("encrypt", "--json")).recoveryKey;
    const fd = openSync(here.file, "r");
    const byFd = spawnSync(process.execPath, [BIN, "list", "--passphrase-fd", "3"], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe", fd], env: { ...process.env, EVENKEEL_HOME: here.home } });
    expect(byFd).toMatchObject({ status: 0, stdout: expect.stringContaining("CANARY") as string });
    const [keyFile, newFile] = [join(here.all, "key"), join(here.all, "new")];
    writeFileSync(keyFile, key.toLowerCase());
    writeFileSync(newFile, "some other long words");
    done(here.run("passphrase", "--passphrase-file", keyFile, "--new-passphrase-file", newFile));
    expect(here.open("list").code).toBe(3);
    done(here.run("list", "--passphrase-file", newFile));
    done(here.run("decrypt", "--yes", "--passphrase-file", newFile));
    expect(done(here.run("list")).out).toContain("CANARY");
    expect(existsSync(join(here.home, "journal/key.age"))).toBe(false);
    expect(readdirSync(join(here.home, "local")).sort()).not.toContain("sealed.json");
  });

  it("that is short is refused, and nothing is sealed", () => {
    const here = place();
    done(here.run("win", "CANARY"));
    writeFileSync(here.file, "short\n");
    expect(here.open("encrypt")).toMatchObject({ code: 2 });
    expect(here.run("encrypt")).toMatchObject({ code: 2 });
    expect(canaries(here.all).length).toBeGreaterThan(0);
  });

  it("is asked for once, before anything else, and never shown", async () => {
    const here = sealed();
    const list = evenkeelIn(here.home, ["list"], { bin: BIN });
    await list.shows("Your journal is sealed. Passphrase:");
    list.send(`${PASS}\r`);
    await list.shows("CANARY stayed calm");
    expect(await list.exit()).toMatchObject({ code: 0 });
    expect(list.raw).not.toContain("quiet");
    const wrong = evenkeelIn(here.home, [], { bin: BIN });
    await wrong.shows("Passphrase:");
    wrong.send("nothing of the kind\r");
    await wrong.shows("does not open the journal");
    expect(await wrong.exit()).toMatchObject({ code: 3 });
    const stopped = evenkeelIn(here.home, ["roadmap"], { bin: BIN });
    await stopped.shows("Passphrase:");
    stopped.send("\x03");
    expect(await stopped.exit()).toMatchObject({ code: 130 });
  });

  it("is asked for twice by encrypt, and stopping at the recovery key seals nothing", async () => {
    const here = place();
    done(here.run("win", "CANARY"));
    const differ = evenkeelIn(here.home, ["encrypt"], { bin: BIN });
    await differ.shows("New passphrase:");
    differ.send(`${PASS}\r`);
    await differ.shows("The same again:");
    differ.send("not the same words\r");
    await differ.shows("Those two were not the same. Nothing was changed.");
    expect(await differ.exit()).toMatchObject({ code: 1 });
    const narrow = evenkeelIn(here.home, ["encrypt"], { bin: BIN, columns: 40, rows: 40 });
    await narrow.shows("New passphrase:");
    narrow.send(`${PASS}\r`);
    await narrow.shows("The same again:");
    narrow.send(`${PASS}\r`);
    await narrow.shows("AGE-SECRET-KEY-1");
    await narrow.shows("Press Enter when you have it on paper.");
    expect(Math.max(...narrow.screen().split("\n").map((line) => line.length))).toBeLessThanOrEqual(40);
    narrow.send("\x03");
    await narrow.shows("Nothing was sealed.");
    expect(await narrow.exit()).toMatchObject({ code: 130 });
    expect(done(here.run("list")).out).toContain("CANARY");
  });
});

describe("backups", () => {
  it("of a sealed journal are sealed, and one file with the passphrase is enough on a new computer", () => {
    const here = sealed();
    const file = join(here.all, "backup.json");
    done(here.open("backup", file));
    expect(canaries(here.all)).toEqual([]);
    const fresh = place();
    expect(fresh.run("restore", file, "--yes")).toMatchObject({ code: 3 });
    done(fresh.open("restore", file, "--yes"));
    expect(done(fresh.run("list")).out).toContain("CANARY stayed calm");
    done(here.run("win", "later"));
    done(here.open("restore", file, "--yes"));
    expect(done(here.open("list")).out).not.toContain("later");
    expect(canaries(here.all)).toEqual([]);
  });

  it("that are plain come back sealed", () => {
    const here = place();
    done(here.run("win", "CANARY"));
    const file = join(here.all, "plain.json");
    done(here.run("backup", file));
    done(here.open("encrypt"));
    done(here.open("restore", file, "--yes"));
    expect(canaries(here.all)).toEqual(["plain.json"]);
  });
});

const hasAge = spawnSync("age", ["--version"]).status === 0;

it.runIf(hasAge)("the program age opens a month with key.age and the passphrase, as docs/privacy.md says", async () => {
  const here = sealed();
  const [month = ""] = readdirSync(join(here.home, "journal/entries"));
  const age = new Pty("age", ["--decrypt", "-i", join(here.home, "journal/key.age"), "-o", join(here.all, "opened.json"), join(here.home, "journal/entries", month)]);
  await age.waitFor("the question for the passphrase", () => age.raw.includes("passphrase"));
  age.send(`${PASS}\r`);
  expect(await age.exit()).toMatchObject({ code: 0 });
  expect(readFileSync(join(here.all, "opened.json"), "utf8")).toContain("CANARY stayed calm");
});

it.runIf(hasAge)("the lines of docs/privacy.md take the key out of a backup, and age opens it with that and the passphrase", async () => {
  const here = sealed();
  done(here.open("backup", "evenkeel-backup.json"));
  const lines = readFileSync(join(import.meta.dirname, "../../docs/privacy.md"), "utf8").split("\n");
  const [take = "", open = ""] = lines.slice(lines.findIndex((line) => line.startsWith("awk ")));
  expect(spawnSync("bash", ["-c", take], { cwd: here.all })).toMatchObject({ status: 0 });
  const program = new Pty("bash", ["-c", `${open} > opened.json`], { cwd: here.all });
  await program.waitFor("the question for the passphrase", () => program.raw.includes("passphrase"));
  program.send(`${PASS}\r`);
  expect(await program.exit()).toMatchObject({ code: 0 });
  expect(readFileSync(join(here.all, "opened.json"), "utf8")).toContain("CANARY stayed calm");
});

it("a journal that is not sealed loads nothing of sealing", () => {
  const here = place();
  const hook = join(here.all, "hook.cjs");
  writeFileSync(hook, `process.on("exit", () => require("node:fs").writeSync(2, Object.keys(require.cache).concat(process.moduleLoadList ?? []).join("\\n")));`);
  const loaded = (args: readonly string[]): string => runCommand(args, here.home, { env: { NODE_OPTIONS: `--require ${hook}` } }).err;
  for (const args of [["win", "x"], ["list"], ["roadmap"], ["reflect", "--trigger", "saying_no"]]) {
    expect(loaded(args)).toContain("core.cjs");
    expect(loaded(args)).not.toMatch(/seal-worker|sealed-vault|worker_threads|age-encryption/);
  }
  done(here.open("encrypt"));
  expect(loaded(["win", "y"])).toMatch(/sealed-vault|here-/);
});
