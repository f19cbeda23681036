import { describe, expect, it } from "vitest";
import { evenkeelIn, type Pty } from "../pty.ts";
import { BIN, newJournal } from "../run.ts";

const READER = { EVENKEEL_SCREEN_READER: "1" };

function listen(home: string, ...args: readonly string[]): Pty {
  return evenkeelIn(home, args, { bin: BIN, columns: 80, rows: 40, env: READER });
}

async function say(pty: Pty, ...lines: readonly (readonly [answer: string, shows: string])[]): Promise<void> {
  for (const [answer, shows] of lines) {
    pty.send(`${answer}\r`);
    await pty.shows(shows);
  }
}

describe("with a screen reader", () => {
  it("says what was answered before where a case is taken up again, and names no key that is not pressed", async () => {
    const { home } = newJournal();
    const first = listen(home, "reflect");
    await first.shows("Question 1");
    await say(first, ["1", "Question 2"], ["4", "Question 3"], ["2 3", "Question 4"]);
    first.send("\x03");
    expect(await first.exit()).toMatchObject({ code: 130 });
    const again = listen(home, "reflect", "--resume");
    await again.shows("Number, then Enter:");
    expect(again.everything().replace(/\s+/g, " ")).toContain("So far: Set off by: Shouting or rude words, when I had to say no. How hard: 4. In me: my body went tight, I rushed. Question 4 of 5.");
    await say(again, ["2", "Question 5 of 5"], ["help", "One small thing"]);
    expect(again.everything()).not.toContain("Tab");
    again.send("\x03");
    await again.exit();
  });

  it("says its keys once, not before each page of the demo", async () => {
    const { home } = newJournal();
    const pty = listen(home, "demo");
    await pty.shows("Enter goes on:");
    await say(pty, ["", "2 of 5. The road"], ["", "3 of 5. The reminder list"]);
    expect(pty.everything()).not.toContain("Control C");
    expect(pty.raw).not.toMatch(/\x1b\[\d*[AFHJ]/);
    pty.send("\x03");
    await pty.exit();
  });

  it("does not offer what is on already", async () => {
    const { home } = newJournal();
    const pty = listen(home);
    await pty.shows("Number, then Enter:");
    expect(pty.everything()).not.toContain("screen reader");
    expect(pty.everything()).toContain("4, Others use this login too.");
    await say(pty, ["4", "When others use this login too."]);
    expect(pty.everything()).toContain("\nWhoever uses this login can open what you write.");
    pty.send("\x03");
    await pty.exit();
  });
});
