import { describe, expect, it } from "vitest";
import { evenkeelIn, type Pty } from "../pty.ts";
import { BIN, json, newJournal } from "../run.ts";

interface Person {
  readonly home: string;
  readonly ask: (columns: number, args?: readonly string[], env?: Readonly<Record<string, string>>) => Pty;
  readonly entries: () => readonly Readonly<Record<string, unknown>>[];
}

const PLAN = { if: "a caller shouts", then: "breathe out and slow down" };

/** Somebody who has met five kinds of cases, has a plan for one and three words. */
function person(): Person {
  const { home, run } = newJournal();
  const met = [
    "rude_tone",
    "rude_tone",
    "rude_tone",
    "rude_tone",
    "rude_tone",
    "saying_no",
    "saying_no",
    "saying_no",
    "saying_no",
    "already_angry",
    "already_angry",
    "already_angry",
    "tools_process",
    "tools_process",
    "wont_listen",
  ];
  const entries = met.map((trigger, index) => ({
    trigger,
    strength: 5,
    reactions: ["tight_body", "rushed", "argued", "took_personally"].slice(0, 1 + (index % 3)),
    ...(trigger === "rude_tone" ? { plan: PLAN, stage: "limit_no" } : {}),
  }));
  const kept = run(["reflect", "--from", "-"], { input: JSON.stringify(entries) });
  if (kept.code !== 0) throw new Error(kept.err);
  run(["config", "set", "words", "calm, fair, clear"]);
  return {
    home,
    ask: (columns, args = ["reflect"], env = {}) => evenkeelIn(home, args, { bin: BIN, columns, rows: 24, env }),
    entries: () =>
      json<readonly Readonly<Record<string, unknown>>[]>(run(["list", "--all", "--json"])).slice(met.length),
  };
}

function frame(text: string): string {
  return text.replace(/^\n/, "").replace(/\n *$/, "");
}

/** Presses keys one after the other; after each the screen must be exactly this. */
async function walk(pty: Pty, steps: readonly (readonly [string, string])[]): Promise<void> {
  for (const [keys, expected] of steps) {
    pty.send(keys);
    const wanted = frame(expected);
    await pty.waitFor(`the screen after ${JSON.stringify(keys)}\n${wanted}`, () => pty.screen() === wanted);
  }
}

describe("evenkeel reflect, key by key", () => {
  it("at 80 columns", async () => {
    const { ask, entries } = person();
    const pty = ask(80);
    await walk(pty, [
      [
        "",
        `
  A hard case. No names, no numbers of customers. Ctrl-C stops and keeps.

  What set it off?                                                          1
  >

   1  Shouting or rude words
   2  I had to say no
   3  They came in angry
   4  Slow or broken tools
   5  They did not listen
   6  The whole list

  Type a few words, or press a number.    Esc back · ? help`,
      ],
      [
        "1",
        `
  Set off by   Shouting or rude words, when I had to say no  (Esc to change)
               That is hard to hear. It is over now.

  How hard did it hit you?                                             2 of 6
   0   1   2   3   4   5   6   7   8   9   10
   not at all      some        a lot       the worst`,
      ],
      [
        "8",
        `
  Set off by   Shouting or rude words, when I had to say no
  How hard     8

  What happened in you? Up to three.                                   3 of 6
   1  I stayed steady              4  I argued back
   2  My body went tight           5  I took it to heart
   3  I rushed                     6  The whole list, or type words

  Press one number or more.   Enter when done`,
      ],
      [
        "25",
        `
  Set off by   Shouting or rude words, when I had to say no
  How hard     8

  What happened in you? Up to three.                                   3 of 6
   1  I stayed steady              4  I argued back
 > 2  My body went tight         > 5  I took it to heart
   3  I rushed                     6  The whole list, or type words

  Picked: my body went tight, I took it to heart.   Enter when done`,
      ],
      [
        "\r",
        `
  Your plan:  If a caller shouts, then I will breathe out and slow down.

  Did it come to mind?                                                 4 of 6
   1  Yes, I used it
   2  It slipped my mind
   3  No need, or no chance`,
      ],
      [
        "1",
        `
  You want to be: calm, fair, clear.

  How close did you stay to that?                                      5 of 6
   1 far off    2 not close    3 half way    4 close    5 just so

  Only you see this. It is not a grade.`,
      ],
      [
        "3",
        `
  Next time                                                            6 of 6

   If           a caller shouts
   then I will  breathe out and slow down

  Enter keeps it
   1  change the "then"      2  change the "if"
   3  not mine to change: put it on my list to raise`,
      ],
    ]);
    pty.send("\r");
    expect(await pty.exit()).toEqual({ code: 0, signal: 0 });
    const [kept, closing, blank, next, ...more] = pty.everything().split("\n");
    expect(kept).toBe("  Kept, on this computer only. (evenkeel undo takes it back)");
    expect(closing).toMatch(/^ {2}\S.*[.]$/);
    expect([blank, next]).toEqual(["", "  Next: evenkeel breathe      20 seconds, any key ends it"]);
    expect(more).toEqual([]);
    expect(entries()).toMatchObject([
      {
        trigger: "rude_tone",
        stage: "limit_no",
        strength: 8,
        reactions: ["tight_body", "took_personally"],
        planUse: "used",
        held: 3,
        plan: PLAN,
      },
    ]);
  });

  it("at 40 columns", async () => {
    const { ask, entries } = person();
    const pty = ask(40);
    await walk(pty, [
      [
        "",
        `
  A hard case. No names or numbers.
  Ctrl-C stops and keeps.

  What set it off?                    1
  >

   1  Shouting or rude words
   2  I had to say no
   3  They came in angry
   4  Slow or broken tools
   5  They did not listen
   6  The whole list

  Type words, or press a number.
  ? help`,
      ],
      [
        "1825",
        `
  Shouting or rude words · 8

  What happened in you?          3 of 6
  Up to three.

   1  I stayed steady
 > 2  My body went tight
   3  I rushed
   4  I argued back
 > 5  I took it to heart
   6  The whole list, or words

  2 picked. Enter when done.`,
      ],
      [
        "\r13",
        `
  Next time                      6 of 6

  If
    a caller shouts
  then I will
    breathe out and slow down

  Enter keeps it
   1  change the "then"
   2  change the "if"
   3  not mine to change`,
      ],
    ]);
    pty.send("\r");
    expect(await pty.exit()).toMatchObject({ code: 0 });
    expect(pty.everything()).toMatch(
      /^ {2}Kept, on this computer only\.\n(?: {2}\S.*\n)+\n {2}Next: evenkeel breathe$/,
    );
    expect(entries()).toHaveLength(1);
  });

  it("read aloud", async () => {
    const { ask, entries } = person();
    const pty = ask(80, ["reflect"], { EVENKEEL_SCREEN_READER: "on" });
    for (const [keys, next] of [
      ["", "Number, or a few words, then Enter:"],
      ["1\r", "Number, then Enter:"],
      ["8\r", "Numbers, then Enter:"],
      ["2 5\r", "Did it come to mind?"],
      ["1\r", "How close did you stay to that?"],
      ["3\r", "Enter alone keeps"],
    ] as const) {
      pty.send(keys);
      await pty.shows(next);
    }
    pty.send("\r");
    expect(await pty.exit()).toMatchObject({ code: 0 });
    expect(pty.raw.replaceAll(/\x1b\[\?2004[hl]/g, "")).not.toContain("\x1b");
    expect(entries()).toMatchObject([{ trigger: "rude_tone", strength: 8, planUse: "used", held: 3, plan: PLAN }]);
  });
});

describe("broken off and gone on with", () => {
  it("says what is kept, asks the next time, and ends where it began", async () => {
    const { ask, entries } = person();
    const first = ask(80);
    await first.shows("What set it off?");
    first.send("kept yelling\r");
    await first.shows("How hard");
    first.send("825\r1");
    await first.shows("How close");
    first.send("\x03");
    expect(await first.exit()).toEqual({ code: 130, signal: 0 });
    expect(first.everything()).toMatch(/^ *Stopped\. .* answers are kept\. {3}Go on: evenkeel reflect --resume$/);

    const second = ask(80);
    await second.shows(/You began one on \w+ at \d\d:\d\d\. Your plan is still to come\./);
    expect(second.screen()).toContain("1  Go on with it");
    second.send("\r");
    await second.shows("How close did you stay to that?");
    second.send("3\r");
    expect(await second.exit()).toMatchObject({ code: 0 });
    expect(entries()).toMatchObject([{ trigger: "rude_tone", strength: 8, held: 3, what: "kept yelling" }]);

    const third = ask(80);
    await third.shows("What set it off?");
    third.send("\x1b");
    expect(await third.exit()).toMatchObject({ code: 0 });
  });

  it("keeps half-typed words through a kill", async () => {
    const { ask } = person();
    const first = ask(80);
    await first.shows("What set it off?");
    first.send("kept yelling abo");
    await first.shows("yelling abo");
    first.kill("SIGKILL");
    await first.exit();
    const second = ask(80, ["reflect", "--resume"]);
    await second.shows("> kept yelling abo");
    second.send("ut a refund\r");
    await second.shows("How hard");
    second.send("\x03");
    expect(await second.exit()).toMatchObject({ code: 130 });
  });
});

it("a threat takes the short road, and nothing is kept where that is wished", async () => {
  const { ask, entries } = person();
  const pty = ask(80);
  await pty.shows("What set it off?");
  pty.send("6");
  await pty.shows("Threats, hate, sexual words");
  pty.send("3");
  await pty.shows("Keep a note that it happened?");
  expect(pty.screen()).toContain("This should not have happened to you. It is not about your skill.");
  pty.send("2");
  expect(await pty.exit()).toMatchObject({ code: 0 });
  expect(entries()).toEqual([]);
});
