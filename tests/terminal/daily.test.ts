import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evenkeelIn, type Pty } from "../pty.ts";
import { BIN, json, newJournal } from "../run.ts";

type Env = Readonly<Record<string, string>>;

interface Person {
  readonly home: string;
  readonly run: ReturnType<typeof newJournal>["run"];
  readonly ask: (args: readonly string[], env?: Env, columns?: number) => Pty;
  readonly entries: (kind: string) => readonly Readonly<Record<string, unknown>>[];
}

function person(): Person {
  const { home, run } = newJournal();
  return {
    home,
    run,
    ask: (args, env = {}, columns = 80) => evenkeelIn(home, args, { bin: BIN, columns, env }),
    entries: (kind) => json(run(["list", "--all", "--json", "--kind", kind])),
  };
}

function drafts(home: string): string {
  const folder = join(home, "local", "drafts");
  return existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8")).join("\n") : "";
}

/** Ends the program and looks at what it left. */
async function left(pty: Pty): Promise<number> {
  const { code } = await pty.exit();
  expect(pty.modes()).toEqual({ bracketedPaste: false, cursorShown: true, mouse: "none" });
  return code;
}

describe("the first run", () => {
  it("Esc leaves and writes nothing", async () => {
    const { ask, home } = person();
    const pty = ask([]);
    await pty.shows("WELCOME TO EVENKEEL");
    await pty.shows("5  Others use this login too       how to lock it");
    pty.send("\x1b");
    expect([await left(pty), existsSync(join(home, "journal"))]).toEqual([0, false]);
  });

  it("1 begins a hard case", async () => {
    const pty = person().ask([]);
    await pty.shows("Esc leaves");
    pty.send("\r");
    await pty.shows("What set it off?");
    pty.send("\x03");
    expect(await left(pty)).toBe(130);
  });

  it("2 shows an example", async () => {
    const pty = person().ask([]);
    await pty.shows("Esc leaves");
    pty.send("2");
    await pty.shows("More of it");
    pty.send("\x03");
    expect(await left(pty)).toBe(130);
  });

  it("3 keeps words and hours as one step that undo takes back", async () => {
    const { ask, run } = person();
    const pty = ask([]);
    await pty.shows("Esc leaves");
    pty.send("3");
    await pty.shows("I want customers to leave feeling");
    pty.send("heard\r");
    await pty.shows("Three words");
    pty.send("123\r");
    await pty.shows("When do you work?");
    pty.send("2");
    await pty.shows("Who can you turn to");
    pty.send("my lead, desk 12\r");
    await pty.shows("Kept.");
    expect(await left(pty)).toBe(0);
    const value = (key: string): unknown => json(run(["config", "get", key, "--json"]));
    expect(["goal", "words", "dayStartsAt", "contact"].map(value)).toEqual(["I want customers to leave feeling heard", ["calm", "fair", "clear"], "12:00", "my lead, desk 12"]);
    run(["undo"]);
    expect(["goal", "words", "dayStartsAt", "contact"].map(value)).toEqual([null, null, "04:00", null]);
  });

  it("3 stopped in the middle waits at home", async () => {
    const { ask } = person();
    const pty = ask([]);
    await pty.shows("Esc leaves");
    pty.send("3");
    await pty.shows("I want customers to leave feeling");
    pty.send("heard\r");
    await pty.shows("Three words");
    pty.send("\x03");
    expect(await left(pty)).toBe(130);
    expect(pty.screen()).toMatch(/Go on: evenkeel$/m);
    const again = ask([]);
    await again.shows("The set-up you began");
    again.send("\r");
    await again.shows("Three words");
    again.send("\x03");
    expect(await left(again)).toBe(130);
  });

  it("4 speaks from then on, and moves no cursor", async () => {
    const { ask } = person();
    const pty = ask([]);
    await pty.shows("Esc leaves");
    const before = pty.raw.length;
    pty.send("4");
    await pty.shows("Number, then Enter:");
    expect(pty.screen()).toContain("From now on nothing is drawn.");
    expect(pty.screen()).toContain("4, Others use this login too.");
    pty.send("\x03");
    expect(await left(pty)).toBe(130);
    const spoken = pty.raw.slice(before).split("From now on")[1] ?? "";
    expect(spoken.replaceAll("\x1b[?2004h", "").replaceAll("\x1b[?2004l", "")).not.toContain("\x1b");
  });

  it("5 says how to lock it, and asks again", async () => {
    const pty = person().ask([]);
    await pty.shows("Esc leaves");
    pty.send("5");
    await pty.waitFor("the text and the choices", () => pty.everything().includes("EVENKEEL_HOME") && pty.everything().includes("Esc leaves"));
    expect(pty.everything()).toContain("evenkeel encrypt");
    pty.send("\x1b");
    expect(await left(pty)).toBe(0);
  });
});

describe("start in a terminal", () => {
  it("is kept with what was said, and home then knows of the shift", async () => {
    const { ask, entries } = person();
    const pty = ask([]);
    await pty.shows("Esc leaves");
    pty.send("\x1b");
    await pty.exit();
    const start = ask(["start"]);
    await start.shows("How much energy");
    start.send("4");
    await start.shows("Put it aside");
    start.send("3");
    await start.shows("Think of one time");
    start.send("carried a box\r");
    await start.shows("Who do you want to be");
    start.send("patient\r");
    await start.shows("What may come up");
    start.send("2");
    await start.shows("One breath");
    start.send(" ");
    await start.shows("Next: evenkeel reflect");
    expect(await left(start)).toBe(0);
    expect(entries("start")).toMatchObject([{ energy: 4, aside: "money", helped: "carried a box", intention: "patient", trigger: "saying_no" }]);
  });

  it("stopped by a signal it goes on where it stopped; what is put aside is on no disk", async () => {
    const { ask, entries, home, run } = person();
    const pty = ask(["start"]);
    await pty.shows("How much energy");
    pty.send("2");
    await pty.shows("Put it aside");
    pty.send("a quarrel");
    await pty.quiet();
    pty.kill("SIGTERM");
    expect(await left(pty)).toBe(130);
    expect(pty.screen()).toContain("Go on: evenkeel start --resume");
    expect(drafts(home)).toContain('"energy":2');
    expect(drafts(home)).not.toContain("quarrel");
    expect(run([]).out).toContain("A start of shift you began");
    const again = ask(["start", "--resume"]);
    await again.shows("Put it aside");
    for (const sign of ["1", "\t", "\t", "\t", " "]) {
      again.send(sign);
      await again.quiet();
    }
    expect(await left(again)).toBe(0);
    expect(entries("start")).toMatchObject([{ energy: 2, aside: "family" }]);
    expect(drafts(home)).toBe("");
  });

  it("--discard drops it", async () => {
    const { ask, run, home } = person();
    const pty = ask(["start"]);
    await pty.shows("How much energy");
    pty.send("2");
    await pty.shows("Put it aside");
    pty.send("\x03");
    await left(pty);
    expect(run(["start", "--discard"]).code).toBe(0);
    expect(drafts(home)).toBe("");
    expect(run(["start", "--resume"]).code).toBe(0);
  });
});

describe("end in a terminal", () => {
  it("counts what was logged, keeps a win, says goodbye and clears the screen", async () => {
    const { ask, entries, run } = person();
    run(["start", "--energy", "3"]);
    run(["reflect", "--trigger", "saying_no", "--strength", "4"]);
    const pty = ask(["end"]);
    await pty.shows("You logged 1 hard case.");
    pty.send("\r");
    await pty.shows("what made you smile?");
    pty.send("her card worked\r");
    await pty.shows("Why did it go well?");
    pty.send("\t");
    await pty.shows("Who was better off?");
    pty.send("1");
    await pty.shows("Another one?");
    pty.send("\r");
    await pty.shows("One thing you learned");
    pty.send("\t");
    await pty.shows("is coming home with you?");
    pty.send("1");
    await pty.shows("1 hard case met, 1 win. One customer went home happier.");
    await pty.shows("The screen is cleared when you press Enter.");
    expect(entries("end")).toMatchObject([{ carry: 1 }]);
    expect(entries("win")).toMatchObject([{ what: "her card worked", who: "customer" }]);
    pty.send("\r");
    expect(await left(pty)).toBe(0);
    expect(pty.screen()).toBe("");
    run(["undo"]);
    expect([entries("end"), entries("win"), entries("reflection").length]).toEqual([[], [], 1]);
  });

  it("clears the screen also where it is stopped at the last words; all is kept", async () => {
    const { ask, entries } = person();
    const pty = ask(["end"]);
    await pty.shows("How much do you have in you?");
    pty.send("1");
    await pty.shows("coming home with you?");
    pty.send("0");
    await pty.shows("The screen is cleared");
    pty.send("\x03");
    expect([await left(pty), pty.screen(), entries("end").length]).toEqual([130, "", 1]);
  });

  it("a hard case comes first, as an entry of its own, and the end goes on after it was stopped there", async () => {
    const { ask, entries } = person();
    const pty = ask(["end"]);
    await pty.shows("How much do you have in you?");
    pty.send("3");
    await pty.shows("What set it off?");
    pty.send("\x03");
    expect(await left(pty)).toBe(130);
    expect(pty.screen()).toContain("evenkeel end --resume");
    const again = ask(["end", "--resume"]);
    await again.shows("What set it off?");
    again.send("2");
    await again.shows("How hard did it hit you?");
    again.send("6");
    await again.shows("What happened in you?");
    again.send("1\r");
    await again.shows("How close did you stay");
    again.send("4");
    await again.shows("what do you want to do?");
    again.send("1");
    await again.shows("Another hard case?");
    expect(entries("reflection")).toHaveLength(1);
    again.send("\r");
    await again.shows("what made you smile?");
    again.send("\x03");
    expect(await left(again)).toBe(130);
    const last = ask(["end", "--resume"]);
    await last.shows("what made you smile?");
    last.send("\t");
    await last.shows("One thing you learned");
    last.send("\t");
    await last.shows("coming home with you?");
    last.send("0");
    await last.shows("The screen is cleared");
    last.send("\r");
    expect([await left(last), entries("end").length, entries("reflection").length]).toEqual([0, 1, 1]);
  });

  it("for a screen reader nothing is cleared and no cursor moves", async () => {
    const { ask } = person();
    const pty = ask(["end"], { EVENKEEL_SCREEN_READER: "1" });
    await pty.shows("How much do you have in you?");
    pty.send("1\r");
    await pty.shows("coming home with you?");
    pty.send("0\r");
    await pty.shows("Enter goes on");
    pty.send("\r");
    expect(await left(pty)).toBe(0);
    expect(pty.raw.replaceAll("\x1b[?2004h", "").replaceAll("\x1b[?2004l", "")).not.toContain("\x1b");
    expect(pty.raw).not.toContain("cleared");
  });
});

describe("breathe in a terminal", () => {
  it("draws a breath that any key ends", async () => {
    const pty = person().ask(["breathe"]);
    await pty.shows("\u2588\u2588\u2588");
    expect(pty.modes().cursorShown).toBe(false);
    pty.send("x");
    expect(await left(pty)).toBe(0);
    expect(pty.screen()).toBe("  That was it.\n  A short pause, no more than that. Nothing of it is kept.");
  });

  it.each([["\x03"], ["SIGTERM"], ["SIGHUP"]])("is stopped by %j with 130, the cursor back", async (stop) => {
    const pty = person().ask(["breathe", "--minutes", "5"]);
    await pty.shows("\u2588\u2588");
    if (stop.startsWith("SIG")) pty.kill(stop as NodeJS.Signals);
    else pty.send(stop);
    expect(await left(pty)).toBe(130);
  });

  it.each([
    ["a screen reader", { EVENKEEL_SCREEN_READER: "1" }],
    ["TERM=dumb", { TERM: "dumb" }],
    ["no colour", { NO_COLOR: "1" }],
  ])("is still and wordy for %s", async (_why, env: Env) => {
    const pty = person().ask(["breathe"], env);
    await pty.shows(/(Any key|Enter) ends it\./);
    pty.send(" ");
    expect(await left(pty)).toBe(0);
    expect(pty.screen()).toContain("Breathe out for longer than in.");
    expect(pty.raw).not.toMatch(/\u2588|\x1b\[\d*[ABHJ]/);
  });

  it("leaves a screen that became narrow as it found it", async () => {
    const pty = person().ask(["breathe"]);
    await pty.shows("\u2588\u2588\u2588\u2588\u2588\u2588");
    pty.resize(20, 12);
    await pty.shows(/Any key/);
    pty.send("x");
    expect(await left(pty)).toBe(0);
    expect(pty.screen()).not.toContain("\u2588");
  });
});

describe("rehearse in a terminal", () => {
  it("shows the if, then the plan, and keeps the grade", async () => {
    const { ask, entries, run } = person();
    run(["reflect", "--trigger", "saying_no", "--if", "I have to say no", "--then", "say first what I can do"]);
    const pty = ask(["rehearse"]);
    await pty.shows("Then you will ...");
    expect(pty.screen()).not.toContain("say first what I can do");
    pty.send("\r");
    await pty.shows("If I have to say no, then I will say first what I can do.");
    pty.send("2");
    await pty.shows("Now see yourself do it");
    pty.send(" ");
    await pty.shows("Kept, on this computer only.");
    expect(await left(pty)).toBe(0);
    expect(entries("rehearsal")).toMatchObject([{ trigger: "saying_no", grade: "hard" }]);
    const again = ask(["rehearse"]);
    await again.shows("No plan is due today.");
    expect(await left(again)).toBe(0);
  });
});
