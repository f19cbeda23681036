import { describe, expect, test } from "vitest";
import { anotherCase, endConversation, type EndContext, endFrom, winsFrom } from "../../src/conversations/end.ts";
import { homeConversation } from "../../src/conversations/home.ts";
import { rehearsalsFrom, rehearseConversation, type RehearseContext, sceneFor } from "../../src/conversations/rehearse.ts";
import type { Flow } from "../../src/conversations/flow.ts";
import { startConversation, type StartContext, startFrom } from "../../src/conversations/start.ts";
import type { PlanToRehearse } from "../../src/practice/rehearse.ts";
import { begin, type State } from "../../src/terminal/state.ts";
import { homeLines } from "../../src/views/home.ts";
import { choiceOption } from "../../src/views/home-choices.ts";
import { shiftHead } from "../../src/views/end.ts";
import { sceneLines } from "../../src/views/rehearse.ts";
import { type Telling, telling } from "../../src/views/telling.ts";
import { after, screen, speaking } from "../terminal/screens.ts";
import { talk } from "../terminal/scripted.ts";
import { HOMES } from "../views/samples-of-journal.ts";
import { english } from "./english.ts";
import { person } from "./person.ts";

const compiled = english();
const base = person(compiled);

function drawn(lines: (t: Telling) => readonly string[]): (columns: number) => readonly string[] {
  return (columns) => lines(telling(compiled.content, speaking(compiled, { columns }).style));
}

const THURSDAY = { at: "2026-11-20T06:05:00+01:00", shift: "2026-11-19" };

const starting: StartContext = {
  ...base,
  drawn: drawn((t) => shiftHead({ end: "start", now: { at: "2026-11-19T21:50:00+01:00", shift: "2026-11-19" }, lines: ["This week:  let them finish first."] }, t)),
  recall: "helped",
  intention: "one at a time",
  win: { id: "w1", kind: "win", at: "2026-11-18T23:00:00+01:00", shift: "2026-11-18", what: "said no and he said thanks", why: "I said it once" },
};

const ending: EndContext = {
  ...base,
  night: true,
  drawn: drawn((t) => shiftHead({ end: "end", now: THURSDAY, lines: ["You logged 2 hard cases and 1 win."] }, t)),
};

function shown(flow: Flow, keys: string, columns = 80): string {
  return screen(after(begin(flow, {}), keys), speaking(compiled, { columns }));
}

function done(flow: Flow, keys: string): State["answers"] {
  const state = after(begin(flow, {}), keys);
  expect(state.outcome).toBe("done");
  return state.answers;
}

describe("start", () => {
  const flow = startConversation(starting);

  test("the focus stands on top of the first question", () => {
    expect(shown(flow, "")).toBe(`  START OF SHIFT                                        your Thursday shift
  This week:  let them finish first.

  How much energy do you have?                                         1 of 5
   1 nearly empty    2 low    3 all right    4 good    5 full`);
    expect(shown(flow, "", 40)).toBe(`  START OF SHIFT
  your Thursday shift
  This week:  let them finish first.

  How much energy do you have?   1 of 5

   1 nearly empty    2 low
   3 all right    4 good    5 full`);
  });

  test("a low day brings a win back, another does not", () => {
    expect(shown(flow, "2")).toContain(`  A day of little energy. Something that went well before
  "said no and he said thanks"
  Why: I said it once

  Any key goes on.`);
    expect(shown(flow, "3")).toContain("Something on your mind?");
    expect(shown(startConversation({ ...starting, win: null }), "1")).toContain("Something on your mind?");
  });

  test("a worry is one tag", () => {
    expect(shown(flow, "3")).toBe(`  Something on your mind? Put it aside for this shift.                 2 of 5
   1  family                       4  home
   2  health                       5  work
   3  money                        6  something else

  Only the tag is kept, not the words.`);
  });

  test("what may come shows its plan, with one breath", () => {
    expect(shown(flow, "3\t\t\r1")).toBe(`  Your plan:  If a caller shouts, then I will breathe out and slow down.

  One breath. Out for longer than in.

  Any key goes on.`);
    expect(shown(flow, "3\t\t\r2")).not.toContain("Your plan");
  });

  test("threats are not offered as what may come", () => {
    const labels = compiled.content.triggers.find(({ id }) => id === "threat_harassment")?.label ?? "";
    expect(shown(flow, "3\t\t\r6")).not.toContain(labels);
  });

  test("Enter takes who one wanted to be; the answers become the fields of a start", () => {
    expect(startFrom(done(flow, "41carried a box up\r\r1 "))).toEqual({
      energy: 4,
      aside: "family",
      helped: "carried a box up",
      intention: "one at a time",
      trigger: "rude_tone",
    });
    const another = startConversation({ ...starting, recall: "customersDay", intention: null });
    expect(startFrom(done(another, "\t\this child is ill\r\r\t "))).toEqual({ customersDay: "his child is ill", intention: "calm, fair, clear" });
    expect(startFrom(done(startConversation({ ...starting, intention: null, words: [] }), "\t\t\t\t\t "))).toEqual({});
  });
});

describe("end", () => {
  const flow = endConversation(ending);

  test("the person chooses among three lengths", () => {
    expect(shown(flow, "")).toBe(`  END OF SHIFT                                          your Thursday night
  You logged 2 hard cases and 1 win.

  How much do you have in you?
   1  Just put it down          two keys
   2  A win, then put it down   Enter
   3  A hard case first`);
    expect(shown(flow, "", 40)).toContain("  END OF SHIFT\n  your Thursday night\n");
  });

  test("just put it down takes two keys", () => {
    expect(shown(flow, "1")).toBe(`  How much of tonight is coming home with you?
   0 nothing    1 a little    2 quite a lot    3 nearly all of it`);
    const answers = done(flow, "10");
    expect([winsFrom(answers), endFrom(answers)]).toEqual([[], { carry: 0 }]);
  });

  test("by day it is today that comes home", () => {
    expect(shown(endConversation({ ...ending, night: false }), "1")).toContain("How much of today is coming home with you?");
  });

  test("a win, why, and who was better off", () => {
    expect(shown(flow, "\r")).toBe(`  Something that went well, small counts. Or: what made you smile?
  > _`);
    expect(shown(flow, "\rstayed on the line\rdid not rush\r")).toContain(
      "  Who was better off?   1 the customer   2 the team   3 me   4 the company",
    );
  });

  test("up to three wins, one thing learned, and what would do good", () => {
    const answers = done(flow, "\rfirst\rwhy one\r12second\r\t22third\r\t\tthe refund trick\r33");
    expect(winsFrom(answers)).toEqual([{ what: "first", why: "why one", who: "customer" }, { what: "second", who: "team" }, { what: "third" }]);
    expect(endFrom(answers)).toEqual({ learned: "the refund trick", carry: 3 });
    expect(answers["ease"]).toBe("stop");
  });

  test("a win that was typed before the short way was chosen is not kept", () => {
    const state = after(begin(flow, {}), "\rfirst\r\x1b\x1b\x1b");
    expect(screen(state, speaking(compiled, { columns: 80 }))).toContain("How much do you have in you?");
    expect(winsFrom({ ...state.answers, length: "down" })).toEqual([]);
  });

  test("another hard case is asked for, and no is what Enter takes", () => {
    expect(done(anotherCase(ending), "\r")).toEqual({ another: "no" });
    expect(done(anotherCase(ending), "2")).toEqual({ another: "yes" });
  });
});

describe("rehearse", () => {
  const no: PlanToRehearse = { trigger: "already_angry", if: "they start loud", then: 'let them finish, and ask: "How can I help?"', due: "2026-11-20", practised: 0 };
  const plans = [no, { ...no, trigger: "rude_tone", if: "a caller shouts", then: "breathe out" }];
  const rehearsing: RehearseContext = {
    ...base,
    plans: plans.map((plan) => ({ ...plan, scene: "A caller is loud before you have said your name." })),
    drawn: (plan, place, open) => drawn((t) => sceneLines({ scene: plan.scene, place, total: 2, plan: open ? plan : null }, t)),
  };
  const flow = rehearseConversation(rehearsing);

  test("the if is shown, the then is looked for, shown, graded and pictured", () => {
    expect(shown(flow, "")).toBe(`  REHEARSE                                                           1 of 2

  A caller is loud before you have said your name.
  Then you will ...

  > _

  Think it, say it or type it. Then Enter.`);
    expect(shown(flow, "\r")).toBe(`  REHEARSE                                                           1 of 2

  A caller is loud before you have said your name.
  Then you will ...

  ----------------------------------------------------------------------------
  If they start loud, then I will let them finish, and ask: "How can I help?"

  Did it come?
   1 not yet    2 slowly    3 yes    4 at once`);
    expect(shown(flow, "\r3")).toBe(`  If they start loud, then I will let them finish, and ask: "How can I
  help?"

  Now see yourself do it, for one long breath.

  Any key goes on.`);
  });

  test("on a narrow screen no line is too long", () => {
    for (const keys of ["", "\r", "\r3"]) expect(shown(flow, keys, 40).split("\n").filter((line) => line.length > 40)).toEqual([]);
  });

  test("what was graded is kept, what was skipped is not", () => {
    expect(rehearsalsFrom(plans, done(flow, "\r1 \r4 "))).toEqual([{ trigger: "already_angry", grade: "forgot" }, { trigger: "rude_tone", grade: "easy" }]);
    expect(rehearsalsFrom(plans, done(flow, "words\r\t \r2 "))).toEqual([{ trigger: "rude_tone", grade: "hard" }]);
  });

  test("the if comes in other words each time; one's own wording comes first", () => {
    const cue = compiled.content.triggers.find(({ id }) => id === "rude_tone")?.if ?? "";
    const scenes = compiled.deep.scenes["rude_tone"] ?? [];
    const seen = [0, 1, 2, scenes.length].map((practised) => sceneFor({ ...no, trigger: "rude_tone", if: cue, practised }, base));
    expect(seen).toEqual([scenes[0], scenes[1], scenes[2], scenes[0]]);
    expect(sceneFor({ ...no, trigger: "rude_tone", if: "he yells" }, base)).toBe("It happens: he yells.");
    expect(sceneFor({ ...no, trigger: "rude_tone", if: "he yells", practised: 1 }, base)).toBe(scenes[0]);
    expect(sceneFor({ ...no, trigger: "u_own", if: "the printer jams", practised: 5 }, base)).toBe("It happens: the printer jams.");
  });

  test("read aloud, the scene comes once and nothing is drawn", async () => {
    const aloud: RehearseContext = {
      ...rehearsing,
      plans: rehearsing.plans.slice(0, 1),
      drawn: (plan, place, open) => (columns) =>
        sceneLines({ scene: plan.scene, place, total: 1, plan: open ? plan : null }, telling(compiled.content, { ...speaking(compiled, { columns }).style, screenReader: true })),
    };
    const session = talk(compiled, rehearseConversation(aloud), { plain: true });
    session.type("\r3\r\r");
    await session.outcome;
    const said = session.written().replace(/\r\n/g, "\n");
    expect(said).toContain("Rehearse 1 of 1.\nA caller is loud before you have said your name.\nThen you will ...");
    expect(said.match(/A caller is loud/g)).toHaveLength(1);
    expect(said).toContain('If they start loud, then I will let them finish, and ask: "How can I help?"\nDid it come?');
  });
});

describe("home asks", () => {
  function asking(home: keyof typeof HOMES): Flow {
    const state = HOMES[home];
    const t = telling(compiled.content, speaking(compiled, { columns: 80 }).style);
    return homeConversation({
      options: state.choices.map((choice) => choiceOption(choice, state, t)),
      default: state.default,
      drawn: drawn((told) => homeLines(state, told)),
      more: [{ id: "roadmap", label: "My road" }],
      say: base.say,
    });
  }

  test("in the night", () => {
    expect(shown(asking("night"), "")).toBe(`  EVENKEEL                           Fri 20 Nov, 03:52 \u00b7 your Thursday night

  This week:  let them finish first.
  This shift: 2 hard cases, 1 win.

   1  A hard case
   2  A win
   3  A breath, 20 seconds
   4  End the shift                   Enter
   5  Road, reminders, card, rehearse, week

  Esc leaves`);
    expect(shown(asking("night"), "", 40)).toContain("  This week:\n    let them finish first.\n  This shift:\n    2 hard cases, 1 win.\n\n   1  A hard case");
  });

  test("the first time", () => {
    expect(shown(asking("first"), "")).toBe(`  WELCOME TO EVENKEEL
  A small journal for hard cases at work. About a minute each.

  Your words stay on this computer, in
     C:\\Users\\you\\AppData\\Roaming\\evenkeel
  The people who run this computer may be able to read them.
  Leave out names and numbers of customers.

   1  Write down a hard case now      Enter
   2  See an example first            nothing is kept
   3  Set up my words and hours       one minute, can wait
   4  I use a screen reader
   5  Others use this login too       how to lock it

  Esc leaves`);
  });

  test("digits pick, Enter takes the default, more opens the rest, Esc leaves", () => {
    expect(done(asking("night"), "2")).toEqual({ home: "win" });
    expect(done(asking("night"), "\r")).toEqual({ home: "end" });
    expect(done(asking("night"), "51")).toEqual({ home: "others", more: "roadmap" });
    expect(after(begin(asking("night"), {}), "\x1b").outcome).toBe("left");
    expect(shown(asking("night"), "5\x1b")).toContain("A breath, 20 seconds");
  });
});
