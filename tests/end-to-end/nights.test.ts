import { describe, expect, it } from "vitest";
import { json, newJournal, type Run } from "../run.ts";

interface Listed {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly shift: string;
}

interface Review {
  readonly entries: number;
  readonly shifts: number;
  readonly wins: number;
  readonly strengthMedian: number | null;
  readonly plans: unknown;
  readonly carry: unknown;
  readonly topTriggers: unknown;
}

type Journal = ReturnType<typeof newJournal>;

function done(result: Run): Run {
  expect(result.err).not.toContain("evenkeel:");
  expect(result.code).toBe(0);
  return result;
}

function kept({ run }: Journal, kinds = "start end"): readonly Listed[] {
  return json<Listed[]>(run(["list", "--all", "--json", ...kinds.split(" ").flatMap((kind) => ["--kind", kind])]));
}

const PLAN = ["--if", "I have to say no", "--then", "say first what I can do"];

/** One night from Monday 16 to Sunday 22 November 2026: began at 21:50, over at 06:05. */
function night({ run }: Journal, day: number): void {
  const evening = `2026-11-${day}`;
  const morning = `2026-11-${day + 1}`;
  done(run(["start", "--at", `${evening}T21:50`, "--energy", String(2 + (day % 3)), "--aside", "family", "--intention", "one at a time"]));
  const planned = day === 16 ? PLAN : ["--plan-use", day % 2 === 0 ? "used" : "forgot", "--held", "4"];
  done(run(["reflect", "--trigger", "saying_no", "--strength", String(day - 13), ...planned, "--at", `${evening}T23:30`, "--no-input"]));
  if (day % 2 === 0) done(run(["reflect", "--trigger", "rude_tone", "--strength", "5", "--at", `${morning}T02:10`, "--no-input"]));
  done(run(["win", "she laughed", "--who", "customer", "--at", `${morning}T03:40`]));
  done(run(["rehearse", "--trigger", "saying_no", "--grade", "good", "--at", `${morning}T05:00`]));
  done(run(["end", "--at", `${morning}T06:05`, "--carry", String(day % 2), "--learned", "the refund trick"]));
}

describe("seven nights of one week", () => {
  const journal = newJournal();
  const { run } = journal;
  done(run(["config", "set", "dayStartsAt", "04:00"]));
  for (let day = 16; day <= 22; day += 1) night(journal, day);

  it("a start and its end own what was written between them, across midnight", () => {
    const all = kept(journal, "start end reflection win rehearsal");
    expect(all).toHaveLength(7 * 5 + 4);
    const days = all.map(({ at, shift }) => [at.slice(0, 10), shift]);
    expect(new Set(days.map(([, shift]) => shift))).toEqual(new Set([16, 17, 18, 19, 20, 21, 22].map((day) => `2026-11-${day}`)));
    expect(all.filter(({ kind, at, shift }) => kind === "end" && at.slice(0, 10) === shift)).toEqual([]);
  });

  it("the review of that week tells the true story", () => {
    const review = json<Review>(run(["review", "2026-W47", "--json", "--as-of", "2026-11-23T12:00"]));
    expect(review).toMatchObject({
      entries: 11,
      shifts: 7,
      wins: 7,
      strengthMedian: 5,
      plans: { used: 3, held: 3, forgotten: 3 },
      carry: { "0": 4, "1": 3, "2": 0, "3": 0 },
      topTriggers: [
        { trigger: "saying_no", count: 7 },
        { trigger: "rude_tone", count: 4 },
      ],
    });
  });

  it("home knows where each hour of it stands", () => {
    const home = (at: string): unknown => {
      const { choices, default: usual, counts, reviewReady } = json<Record<string, unknown>>(run(["--json", "--as-of", at]));
      return { first: (choices as string[])[0], usual, counts, reviewReady };
    };
    expect(home("2026-11-19T21:00")).toEqual({ first: "start", usual: "start", counts: null, reviewReady: false });
    expect(home("2026-11-20T00:30")).toEqual({ first: "reflect", usual: "reflect", counts: { cases: 1, wins: 0 }, reviewReady: false });
    expect(home("2026-11-20T04:00")).toEqual({ first: "reflect", usual: "end", counts: { cases: 1, wins: 1 }, reviewReady: false });
    expect(home("2026-11-20T06:10")).toEqual({ first: "reflect", usual: null, counts: null, reviewReady: false });
    expect(home("2026-11-22T21:00")).toEqual({ first: "start", usual: "start", counts: null, reviewReady: true });
    expect(home("2026-11-23T06:10")).toEqual({ first: "review", usual: "review", counts: null, reviewReady: true });
  });

  it("home without a terminal says where one is and what comes next, and never what was not done", () => {
    const { out } = done(run(["--as-of", "2026-11-20T04:00"]));
    expect(out).toBe(`  EVENKEEL                           Fri 20 Nov, 04:00 \u00b7 your Thursday night

  This shift: 1 hard case, 1 win.

  Next: evenkeel end
`);
    for (const at of ["2026-11-20T04:00", "2026-11-29T21:00", "2026-12-20T21:00"]) expect(run(["--as-of", at]).out).not.toMatch(/streak|missed|forgot/i);
  });

  it("what is due is listed with its date; --all lists every plan", () => {
    const due = (at: string, ...more: string[]): unknown => json(run(["rehearse", "--json", "--as-of", at, ...more]));
    expect(due("2026-11-17T01:00")).toEqual([{ trigger: "saying_no", if: "I have to say no", then: "say first what I can do", due: "2026-11-16" }]);
    expect(due("2026-11-23T07:00")).toEqual([]);
    expect(due("2026-11-23T07:00", "--all")).toMatchObject([{ trigger: "saying_no" }]);
    expect(done(run(["rehearse", "--as-of", "2026-11-17T01:00"])).out).toContain("If I have to say no, then I will say first what I can do.\n  Due 16 Nov");
  });

  it("undo takes back the end, one command at a time, and the shift is open again", () => {
    const copy = newJournal();
    night(copy, 16);
    expect(kept(copy, "end")).toHaveLength(1);
    done(copy.run(["undo"]));
    expect(kept(copy, "end")).toEqual([]);
    done(copy.run(["undo"]));
    expect(kept(copy, "rehearsal")).toEqual([]);
  });
});

describe("nights in which the clock is changed", () => {
  it.each([
    ["the hour comes twice", "2026-10-24T22:00", ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"], "2026-10-25T06:00", "2026-10-24"],
    ["the hour is left out", "2026-03-28T22:00", ["2026-03-29T01:59", "2026-03-29T02:30"], "2026-03-29T06:00", "2026-03-28"],
  ])("%s", (_what, start, cases, end, shift) => {
    const journal = newJournal();
    done(journal.run(["start", "--at", start]));
    for (const at of cases) done(journal.run(["reflect", "--trigger", "saying_no", "--at", at]));
    done(journal.run(["end", "--at", end]));
    const all = kept(journal, "start reflection end");
    expect(all.map((entry) => entry.shift)).toEqual([shift, shift, shift, shift]);
    const times = all.map(({ at }) => Date.parse(at));
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

describe("shifts that were not begun or ended as planned", () => {
  const shifts = (commands: readonly (readonly string[])[]): readonly string[] => {
    const journal = newJournal();
    for (const command of commands) done(journal.run(command));
    return kept(journal, "start end reflection").map(({ kind, at, shift }) => `${kind} ${at.slice(5, 16)} ${shift.slice(5)}`);
  };
  const reflect = (at: string): readonly string[] => ["reflect", "--trigger", "saying_no", "--at", at];

  it("started twice: one shift", () => {
    expect(shifts([["start", "--at", "2026-11-19T22:00"], ["start", "--at", "2026-11-20T04:30"], reflect("2026-11-20T05:00"), ["end", "--at", "2026-11-20T06:00"]])).toEqual([
      "start 11-19T22:00 11-19",
      "start 11-20T04:30 11-19",
      "reflection 11-20T05:00 11-19",
      "end 11-20T06:00 11-19",
    ]);
  });

  it("never ended: the next day is its own", () => {
    expect(shifts([["start", "--at", "2026-11-19T09:00"], reflect("2026-11-20T09:00"), ["start", "--at", "2026-11-20T21:00"]])).toEqual([
      "start 11-19T09:00 11-19",
      "reflection 11-20T09:00 11-20",
      "start 11-20T21:00 11-20",
    ]);
  });

  it("ended before it began: both are kept, and what follows belongs to the start", () => {
    expect(shifts([["start", "--at", "2026-11-19T22:00"], ["end", "--at", "2026-11-19T21:00"], reflect("2026-11-20T05:00")])).toEqual([
      "end 11-19T21:00 11-19",
      "start 11-19T22:00 11-19",
      "reflection 11-20T05:00 11-19",
    ]);
  });
});

describe("start and end without a terminal", () => {
  it("a bare one keeps that the shift began, or ended, now", () => {
    const journal = newJournal();
    const [start] = json<Listed[]>(journal.run(["start", "--json"]));
    const [end] = json<Listed[]>(journal.run(["end", "--json"]));
    expect([Object.keys(start ?? {}), start?.kind, end?.kind]).toEqual([["id", "kind", "at", "shift"], "start", "end"]);
    expect(end?.shift).toBe(start?.shift);
  });

  it("takes records from standard input, in one step", () => {
    const journal = newJournal();
    const input = "energy: 3\naside: money\nhelped: carried a box\nat: 2026-11-19T22:00\n---\nkind: end\ncarry: 2\nat: 2026-11-20T06:00\n";
    expect(json<Listed[]>(journal.run(["start", "--from", "-", "--json"], { input }))).toMatchObject([
      { kind: "start", energy: 3, aside: "money", helped: "carried a box", shift: "2026-11-19" },
      { kind: "end", carry: 2, shift: "2026-11-19" },
    ]);
    done(journal.run(["undo"]));
    expect(kept(journal)).toEqual([]);
  });

  it.each([
    [["start", "--energy", "6"], "--energy"],
    [["start", "--trigger", "nonsense"], "--trigger"],
    [["end", "--carry", "x"], "--carry"],
    [["end", "--at", "soon"], "--at"],
    [["start", "--as-of", "yesterday"], "--as-of"],
    [["end", "--as-of", "yesterday"], "--as-of"],
    [["rehearse", "--grade", "good"], "--trigger"],
    [["rehearse", "--trigger", "saying_no"], "--grade"],
    [["rehearse", "--trigger", "saying_no", "--grade", "perfect"], "--grade"],
    [["rehearse", "--trigger", "threat_harassment", "--grade", "good"], "not rehearsed"],
    [["rehearse", "--trigger", "rude_tone", "--grade", "good"], "no plan"],
    [["rehearse", "--trigger", "rude_tone", "--grade", "good", "--as-of", "yesterday"], "--as-of"],
    [["breathe", "--minutes", "0"], "--minutes"],
    [["breathe", "--minutes", "many"], "--minutes"],
  ])("%j ends with 2 and names %s; nothing is written", (args, named) => {
    const journal = newJournal();
    const { code, err } = journal.run(args);
    expect([code, err.includes(named)]).toEqual([2, true]);
    expect(kept(journal, "start end rehearsal")).toEqual([]);
  });
});

describe("breathe without a terminal", () => {
  it("says in words, once and at once, how it goes", () => {
    const { run } = newJournal();
    expect(done(run(["breathe"])).out).toContain("Breathe out for longer than in.");
    expect(done(run(["breathe", "--minutes", "5"])).out).toContain("(Balban 2023)");
    expect(json(run(["breathe", "--json"]))).toEqual({ pattern: "slow", seconds: 20, parts: [{ name: "in", seconds: 4 }, { name: "out", seconds: 6 }] });
  });
});

describe("home without a terminal", () => {
  it("the first time it says where the words will lie, and writes nothing", () => {
    const { home, run } = newJournal();
    const { out } = done(run([]));
    expect(out).toContain(`${home}/journal`.slice(-30));
    expect(out).toContain("Next: evenkeel reflect");
    expect(json<Record<string, unknown>>(run(["--json"]))).toMatchObject({ default: "firstReflect", firstTime: {} });
  });
});
