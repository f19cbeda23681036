import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Answers, Typed } from "../../src/conversations/question.ts";
import { Pty, type PtyOptions } from "../pty.ts";
import { scratch } from "../run.ts";
import { type Bundled, bundled } from "./bundled.ts";

const root = scratch();
let fixture: Bundled;
beforeAll(async () => {
  fixture = await bundled("reflect", root);
});

interface Draft {
  readonly answers: Answers;
  readonly typed: Typed | null;
}

interface Asked {
  readonly pty: Pty;
  readonly drafts: () => readonly Draft[];
  readonly outcome: () => { readonly type: string } & Draft;
  /** The outcome is written. */
  readonly ended: () => boolean;
  /** The terminal's settings before and after, where it was started by a shell. */
  readonly settings: () => readonly [string, string];
}

/** The quick reflection in a real terminal, started by a shell that looks at the terminal's settings around it. */
function ask(options: PtyOptions & { readonly from?: Draft } = {}): Asked {
  const folder = mkdtempSync(join(root, "run-"));
  const at = (name: string): string => join(folder, name);
  const script = `stty -g > '${at("before")}'; '${process.execPath}' '${fixture.file}'; code=$?; stty -g > '${at("after")}'; exit $code`;
  const env = { ...fixture.env, DRAFT: at("draft"), OUTCOME: at("outcome"), ...options.env };
  const from = options.from === undefined ? {} : { FROM: JSON.stringify(options.from) };
  const pty = new Pty("/bin/sh", ["-c", script], { ...options, env: { ...env, ...from } });
  const lines = (): readonly string[] =>
    existsSync(at("draft")) ? readFileSync(at("draft"), "utf8").trim().split("\n") : [];
  return {
    pty,
    drafts: () => lines().map((line) => JSON.parse(line) as Draft),
    ended: () => existsSync(at("outcome")),
    outcome: () => JSON.parse(readFileSync(at("outcome"), "utf8")) as { type: string } & Draft,
    settings: () => [readFileSync(at("before"), "utf8"), readFileSync(at("after"), "utf8")],
  };
}

/** The process of the conversation itself, under the shell. */
async function childOf(pty: Pty): Promise<number> {
  const children = `/proc/${pty.pid}/task/${pty.pid}/children`;
  let child = 0;
  await pty.waitFor("its process", () => {
    child = Number(readFileSync(children, "utf8").trim().split(" ")[0]);
    return child > 0;
  });
  return child;
}

/** Keys up to each question, and what its screen shows. */
const QUESTIONS: readonly (readonly [string, string])[] = [
  ["", "What set it off?"],
  ["1", "How hard did it hit you?"],
  ["18", "What happened in you?"],
  ["1825\r", "Did it come to mind?"],
  ["1825\r1", "How close did you stay to that?"],
  ["1825\r13", "Enter keeps it"],
  ["1825\r131half", "> breathe out and slow downhalf"],
];

describe("a conversation that is broken off", () => {
  const signals = ["SIGTERM", "SIGHUP", "SIGINT"] as const;
  const runs = QUESTIONS.map(
    ([keys, shown], index) => [keys, signals[index % signals.length] ?? "SIGTERM", shown] as const,
  );

  it.each(runs)("after %j by %s: nothing is lost, and the terminal is as it was", async (keys, signal, shown) => {
    const { pty, outcome, settings, drafts } = ask();
    await pty.shows("What set it off?");
    pty.send(keys);
    await pty.shows(shown);
    process.kill(await childOf(pty), signal);
    expect(await pty.exit()).toMatchObject({ code: 130 });
    expect(outcome()).toMatchObject({ type: "stopped", signal });
    if (keys !== "") expect(drafts().at(-1)).toMatchObject({ answers: outcome().answers, typed: outcome().typed });
    expect(settings()[1]).toBe(settings()[0]);
    expect(pty.modes()).toMatchObject({ bracketedPaste: false, cursorShown: true });
    expect(pty.screen()).toBe("");
  });

  it.each([
    ["Ctrl-C", "\x03"],
    ["Ctrl-D", "\x04"],
  ])("by %s, half-typed words and all", async (_key, stop) => {
    const { pty, outcome, settings } = ask();
    await pty.shows("What set it off?");
    pty.send("kept yelling abo");
    await pty.shows("yelling abo");
    pty.send(stop);
    expect(await pty.exit()).toMatchObject({ code: 130 });
    expect(outcome()).toMatchObject({ type: "stopped", typed: { question: "trigger", text: "kept yelling abo" } });
    expect(settings()[1]).toBe(settings()[0]);
  });

  it("by a kill that nothing can catch: the draft has every key", async () => {
    const { pty, drafts } = ask();
    await pty.shows("What set it off?");
    pty.send("18");
    await pty.shows("What happened in you?");
    pty.send("25");
    await pty.shows("Picked: my body went tight, I took it to heart.");
    process.kill(await childOf(pty), "SIGKILL");
    await pty.exit();
    expect(drafts().at(-1)).toMatchObject({
      answers: { trigger: "rude_tone", strength: 8, reactions: ["tight_body", "took_personally"] },
    });
  });

  it("by its window being closed", async () => {
    const { pty, drafts, outcome, ended } = ask();
    await pty.shows("What set it off?");
    pty.send("18");
    await pty.shows("What happened in you?");
    pty.hangUp();
    await pty.waitFor("its outcome", () => ended());
    expect(outcome()).toMatchObject({ type: "stopped", answers: { trigger: "rude_tone", strength: 8 } });
    expect(drafts().at(-1)).toMatchObject({ answers: { trigger: "rude_tone", strength: 8 } });
  });

  it.each(QUESTIONS.slice(1))("goes on exactly there after %j", async (keys, shown) => {
    const first = ask();
    await first.pty.shows("What set it off?");
    first.pty.send(keys);
    await first.pty.shows(shown);
    first.pty.send("\x03");
    await first.pty.exit();
    const from = first.outcome();
    const second = ask({ from: { answers: from.answers, typed: from.typed } });
    await second.pty.shows(shown);
    second.pty.send("\x03");
    await second.pty.exit();
    expect(second.outcome()).toMatchObject({ answers: from.answers, typed: from.typed });
  });
});

describe("what is pasted", () => {
  it("arrives whole, with all its lines", async () => {
    const { pty, outcome } = ask();
    await pty.shows("What set it off?");
    pty.paste("first line\nsecond 2 line\nthird");
    await pty.shows("third");
    pty.send("\r");
    await pty.shows("How hard");
    pty.send("\x03");
    await pty.exit();
    expect(outcome().answers).toMatchObject({ words: "first line\nsecond 2 line\nthird" });
  });

  it("can be ten thousand signs with escape sequences among them", async () => {
    const { pty, outcome } = ask();
    await pty.shows("What set it off?");
    const words = "he \x1b[2Jshouted\x1b]0;x\x07 \x9b31m\u202e ";
    pty.paste(words.repeat(400) + "the end");
    await pty.shows("the end");
    expect(pty.screen()).toContain("What set it off?");
    pty.send("\r");
    await pty.shows("How hard");
    pty.send("\x03");
    await pty.exit();
    expect(outcome().answers["words"]).toBe(`${"he shouted 31m ".repeat(400)}the end`);
  });
});

describe("keys of other keyboards", () => {
  it.each([
    ["Cyrillic", "кричал на меня"],
    ["Greek", "φώναζε"],
    ["accents", "à tue-tête"],
    ["Chinese", "他对我大喊"],
    ["emoji", "😡🙃"],
  ])("%s are words", async (_name, words) => {
    const { pty, outcome } = ask();
    await pty.shows("What set it off?");
    pty.send(words);
    await pty.shows(words);
    pty.send("\r");
    await pty.shows("How hard");
    pty.send("\x03");
    await pty.exit();
    expect(outcome().answers).toMatchObject({ words });
  });
});

describe("the terminal's size", () => {
  it("may change while asking, down to 20 columns and back: no words stay behind", async () => {
    const { pty, outcome } = ask();
    await pty.shows("What set it off?");
    pty.send("kept yelling");
    await pty.shows("loud, mean");
    const before = pty.screen();
    for (const [columns, rows, sign] of [
      [40, 24, "Arrows for another."],
      [20, 24, "Arrows for"],
      [60, 12, "Enter takes the first"],
      [20, 8, "What set it off?"],
      [80, 24, "your words are kept"],
    ] as const) {
      pty.resize(columns, rows);
      await pty.shows(sign);
      await pty.quiet();
      expect(pty.screen().match(/What set/g)).toHaveLength(1);
    }
    expect(pty.screen().trimStart()).toBe(before.trimStart());
    pty.send("\r8");
    await pty.shows("What happened in you?");
    pty.send("\x03");
    await pty.exit();
    expect(outcome().answers).toMatchObject({ strength: 8 });
    expect(pty.screen().trim()).toBe("");
  });

  it("may be tiny from the start", async () => {
    const { pty } = ask({ columns: 20, rows: 10 });
    await pty.shows("What set it off?");
    pty.send("1");
    await pty.shows("How hard");
    pty.send("8");
    await pty.shows("What happened");
    pty.send("\x03");
    expect(await pty.exit()).toMatchObject({ code: 130 });
  });

  it("leaves what stood above the question where it was", async () => {
    const { pty } = ask({ rows: 24 });
    await pty.shows("What set it off?");
    pty.send("1825\r13\r");
    await pty.exit();
    expect(pty.everything()).toBe("KEPT");
  });
});

describe("stopped and continued", () => {
  it("by Ctrl-Z in a shell: the shell has its terminal, and the conversation goes on", async () => {
    const folder = mkdtempSync(join(root, "shell-"));
    const env = { ...fixture.env, DRAFT: join(folder, "draft"), OUTCOME: join(folder, "outcome"), PS1: "sh> " };
    const pty = new Pty("/bin/bash", ["--norc", "--noprofile", "-i"], { env });
    await pty.shows("sh>");
    pty.send(`'${process.execPath}' '${fixture.file}'\r`);
    await pty.shows("What set it off?");
    pty.send("kept yelling");
    await pty.shows("loud, mean");
    pty.send("\x1a");
    await pty.shows("Stopped");
    expect(pty.screen()).not.toContain("kept yelling");
    pty.send("echo shell-$((40+2))\r");
    await pty.shows("shell-42");
    pty.send("fg\r");
    await pty.shows("> kept yelling");
    pty.send(" more\r8");
    await pty.shows("What happened in you?");
    pty.send("\x03");
    await pty.waitFor("its outcome", () => existsSync(join(folder, "outcome")));
    expect(JSON.parse(readFileSync(join(folder, "outcome"), "utf8"))).toMatchObject({
      answers: { words: "kept yelling more", strength: 8 },
    });
    pty.send("exit\r");
    await pty.exit();
  });

  it("from outside, by SIGSTOP and SIGCONT", async () => {
    const { pty } = ask();
    await pty.shows("What set it off?");
    const child = await childOf(pty);
    process.kill(child, "SIGSTOP");
    process.kill(child, "SIGCONT");
    pty.send("1");
    await pty.shows("How hard did it hit you?");
    pty.send("\x03");
    expect(await pty.exit()).toMatchObject({ code: 130 });
  });
});

describe("idle", () => {
  it("takes the words off the screen, and any key brings them back", async () => {
    const { pty } = ask({ env: { IDLE_MS: "300" } });
    await pty.shows("What set it off?");
    pty.send("kept yelling");
    await pty.shows("Paused. Your words are kept.");
    expect(pty.everything()).not.toContain("yelling");
    pty.send("x");
    await pty.shows("> kept yelling");
    pty.send("\x03");
    await pty.exit();
  });
});

describe("without drawing", () => {
  const walk = async (env: Readonly<Record<string, string>>): Promise<Asked> => {
    const asked = ask({ env, rows: 60 });
    const { pty } = asked;
    await pty.shows("Number, or a few words, then Enter:");
    pty.send("yelling abouu\x7ft a refund\r");
    await pty.shows("I take that as");
    for (const [keys, next] of [
      ["\r", "How hard"],
      ["8\r", "Up to three numbers"],
      ["2 5\r", "Did it come to mind?"],
      ["1\r", "How close"],
      ["3\r", "Enter alone keeps"],
    ] as const) {
      pty.send(keys);
      await pty.shows(next);
    }
    pty.send("\r");
    await pty.shows("KEPT");
    expect(await pty.exit()).toMatchObject({ code: 0 });
    return asked;
  };

  it("a screen reader hears everything once: nothing moves", async () => {
    const { pty, outcome, settings } = await walk({ READER: "1" });
    expect(pty.raw.replaceAll(/\x1b\[\?2004[hl]/g, "")).not.toContain("\x1b");
    expect(pty.everything().match(/How hard did it hit you/g)).toHaveLength(1);
    expect(outcome().answers).toMatchObject({ words: "yelling about a refund", strength: 8, next: "keep" });
    expect(settings()[1]).toBe(settings()[0]);
  });

  it("a terminal without cursor movement gets the same, and no sequence at all", async () => {
    const { pty, settings } = await walk({ TERM: "dumb" });
    expect(pty.raw).not.toContain("\x1b");
    expect(pty.raw).toMatch(/^[\x08\x0a\x0d\x20-\x7e]*$/);
    expect(settings()[1]).toBe(settings()[0]);
  });

  it("half-typed words survive there too", async () => {
    const { pty, drafts } = ask({ env: { READER: "1" } });
    await pty.shows("then Enter:");
    pty.send("kept yel");
    await pty.shows("kept yel");
    process.kill(await childOf(pty), "SIGKILL");
    await pty.exit();
    expect(drafts().at(-1)).toMatchObject({ typed: { question: "trigger", text: "kept yel" } });
  });
});
