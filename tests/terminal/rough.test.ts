import { describe, expect, it } from "vitest";
import type { Pty } from "../pty.ts";
import { ask, askInShell, childOf } from "./asked.ts";

/** Types or pastes into the first question, sees that it is still the one on the screen, and gives what it took. */
async function answerOf(put: (pty: Pty) => void, sign: string): Promise<unknown> {
  const { pty, outcome } = ask();
  await pty.shows("What set it off?");
  put(pty);
  await pty.shows(sign);
  await pty.quiet();
  expect(pty.screen()).toContain("What set it off?");
  pty.send("\r");
  await pty.shows("How hard");
  pty.send("\x03");
  await pty.exit();
  return outcome().answers["words"];
}

describe("what is pasted", () => {
  it("arrives whole, with all its lines", async () => {
    const text = "first line\nsecond 2 line\nthird";
    const put = (pty: Pty): void => {
      pty.paste(text);
    };
    expect(await answerOf(put, "third")).toBe(text);
  });

  it("can be ten thousand signs with escape sequences among them", async () => {
    const words = "he \x1b[2Jshouted\x1b]0;x\x07 \x9b31m\u202e ";
    const put = (pty: Pty): void => {
      pty.paste(`${words.repeat(400)}the end`);
    };
    expect(await answerOf(put, "the end")).toBe(`${"he shouted 31m ".repeat(400)}the end`);
  });
});

describe("what is pasted without marks", () => {
  it.each([
    ["two lines", "first line\rsecond 2 line"],
    ["a line end behind", "first line\rsecond 2 line\r"],
    ["Unix line ends", "first line\nsecond 2 line\n"],
  ])("is one answer to one question: %s", async (_name, text) => {
    const put = (pty: Pty): void => {
      pty.send(text);
    };
    expect(await answerOf(put, "second 2 line")).toBe("first line\nsecond 2 line");
  });

  it("can be ten thousand signs with escape sequences and many lines among them", async () => {
    const line = "he \x1b[2Jshouted\x1b]0;x\x07 \x1b[31mred 1\u202e\r";
    const put = (pty: Pty): void => {
      // No line end last: a pseudo-terminal may hand it on by itself, and then it is Enter.
      pty.send(`${line.repeat(300)}the end`);
    };
    expect(await answerOf(put, "the end")).toBe(`${"he shouted red 1\n".repeat(300)}the end`);
  });

  it.each([{ READER: "1" }, { TERM: "dumb" }])("is one answer where nothing is drawn: %j", async (env: Record<string, string>) => {
    const { pty, outcome } = ask({ env, rows: 50 });
    await pty.shows("then Enter:");
    pty.send("first line\rsecond 2 line\r");
    await pty.shows("first line second 2 line");
    await pty.quiet();
    expect(pty.screen()).not.toContain("I take that as");
    pty.send("\r");
    await pty.shows("I take that as");
    pty.send("\r");
    await pty.shows("How hard");
    pty.send("\x03");
    await pty.exit();
    expect(outcome().answers).toMatchObject({ words: "first line\nsecond 2 line" });
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
    const put = (pty: Pty): void => {
      pty.send(words);
    };
    expect(await answerOf(put, words)).toBe(words);
  });
});

it("digits of other scripts pick", async () => {
  const { pty, outcome } = ask();
  await pty.shows("What set it off?");
  pty.send("\u0661");
  await pty.shows("How hard");
  pty.send("\u096e");
  await pty.shows("What happened in you?");
  pty.send("\uff1f");
  await pty.shows("In your body, in your head");
  pty.send("\x03");
  await pty.exit();
  expect(outcome().answers).toMatchObject({ trigger: "rude_tone", strength: 8 });
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

  it("may become so small that words scroll off, and large again", async () => {
    const { pty } = ask({ columns: 80, rows: 24 });
    await pty.shows("What set it off?");
    pty.send("kept yelling ".repeat(30));
    await pty.shows("your words are kept");
    const before = pty.screen();
    for (const [columns, rows, sign] of [
      [20, 6, /> kept|yelling/],
      [30, 12, /> kept|yelling/],
      [80, 24, "your words are kept"],
    ] as const) {
      pty.resize(columns, rows);
      await pty.quiet();
      await pty.shows(sign);
    }
    expect(pty.screen().trimStart()).toBe(before.trimStart());
    pty.send("\x03");
    await pty.exit();
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

/** Rows that a screen shows of a text. */
function times(pty: Pty, text: string): number {
  return pty.everything().split(text).length - 1;
}

describe("stopped and continued", () => {
  it("by Ctrl-Z in a shell: the shell has its terminal, and the conversation goes on with nothing left behind", async () => {
    const { pty, outcome, ended } = await askInShell();
    pty.send("kept yelling");
    await pty.shows("loud, mean");
    for (const round of [1, 2]) {
      pty.send("\x1a");
      await pty.waitFor("the shell", () => times(pty, "Stopped") === round);
      expect(pty.everything()).not.toContain("kept yelling");
      expect(pty.modes()).toMatchObject({ cursorShown: true });
      pty.send(`echo shell-$((41+${round}))\r`);
      await pty.shows(`shell-${41 + round}`);
      pty.send("fg\r");
      await pty.shows("> kept yelling");
      await pty.quiet();
      expect([times(pty, "What set it off?"), times(pty, "kept yelling"), times(pty, "shell-42")]).toEqual([1, 1, 1]);
    }
    pty.send(" more\r");
    await pty.shows("How hard");
    pty.send("8");
    await pty.shows("What happened in you?");
    pty.send("\x03");
    await pty.waitFor("its outcome", ended);
    expect(outcome()).toMatchObject({ answers: { words: "kept yelling more", strength: 8 } });
    expect(pty.everything()).not.toContain("yelling");
    pty.send("exit\r");
    await pty.exit();
  });

  it("by SIGTSTP from outside as by the key, in the background too, and with another size when it is back", async () => {
    const { pty } = await askInShell();
    pty.send("kept yelling");
    await pty.shows("loud, mean");
    process.kill(await childOf(pty), "SIGTSTP");
    await pty.shows("Stopped");
    expect(pty.everything()).not.toContain("kept yelling");
    pty.send("bg\r");
    await pty.shows(/sh> bg\n.*\n(.*\n)*sh>/);
    pty.resize(40, 24);
    pty.send("fg\r");
    await pty.shows("Arrows for another.");
    await pty.quiet();
    expect([times(pty, "What set it off?"), times(pty, "kept yelling")]).toEqual([1, 1]);
    pty.send("\x03");
    await pty.shows(/sh> fg\n.*\n(.*\n)*sh>/);
    pty.send("exit\r");
    await pty.exit();
  });

  it("read aloud: the question is said again, once", async () => {
    const { pty } = await askInShell({ READER: "1" });
    pty.send("kept yel");
    await pty.shows("kept yel");
    pty.send("\x1a");
    await pty.shows("Stopped");
    pty.send("fg\r");
    await pty.waitFor("the question again", () => times(pty, "What set it off?") === 2);
    await pty.quiet();
    expect([times(pty, "What set it off?"), times(pty, "kept yel")]).toEqual([2, 2]);
    pty.send("\x03");
    await pty.quiet();
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
