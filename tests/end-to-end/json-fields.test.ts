import { describe, expect, it } from "vitest";
import { json, newJournal } from "../run.ts";

type Fields = Readonly<Record<string, unknown>>;

const { run } = newJournal();
const PLAN = { if: "a caller shouts", then: "breathe out" };
const cases = Array.from({ length: 24 }, (_, day) => ({
  at: `2026-11-${String(day < 20 ? day + 1 : 20).padStart(2, "0")}T1${day % 10}:00`,
  trigger: ["rude_tone", "saying_no", "threat_harassment", "tools_process"][day % 4],
  strength: 7,
  stage: "greeting",
  reactions: ["rushed"],
  held: 4,
  control: day % 4 === 3 ? "not_mine" : "mine",
  ...(day === 0 ? { plan: PLAN } : {}),
}));
run(["reflect", "--from", "-"], { input: JSON.stringify(cases) });
run(["review", "2026-W47", "--focus", "one at a time", "--better", "sleep"]);

function view(...args: readonly string[]): Fields {
  return json<Fields>(run([...args, "--json", "--as-of", "2026-11-20T23:00"]));
}

const keys = (value: unknown): readonly string[] => Object.keys(value as object);
const first = (value: unknown): unknown => (value as readonly unknown[])[0];

const STOP = ["trigger", "stage", "stages", "count", "strength", "reactions", "plan", "planUses", "planHeld", "planForgotten", "verdict", "lastSeen", "score"];
const WEEK = ["week", "from", "to", "entries", "shifts", "wins", "topTriggers", "stages", "strengthMedian", "held", "plans", "carry"];

/** Typed anew here on purpose: a name that scripts depend on must not change with the code. */
describe("the fields that scripts depend on", () => {
  it("of roadmap", () => {
    const road = view("roadmap");
    expect(keys(road)).toEqual(["from", "to", "entries", "shifts", "goal", "top", "stops", "raise", "seenOnce", "support"]);
    for (const part of ["stops", "raise", "support"]) expect([part, keys(first(road[part])).toSorted()]).toEqual([part, STOP.toSorted()]);
    const [stop = {}] = road["stops"] as readonly Fields[];
    expect(keys(stop["strength"])).toEqual(["median", "min", "max"]);
    expect(keys(first(stop["reactions"]))).toEqual(["id", "count"]);
    const planned = (road["stops"] as readonly Fields[]).find(({ plan }) => plan !== null);
    expect(keys(planned?.["plan"])).toEqual(["if", "then", "since"]);
  });

  it("of reminders", () => {
    for (const one of view("reminders") as unknown as readonly unknown[]) {
      expect(keys(one).toSorted()).toEqual(["id", "trigger", "if", "then", "line", "source", "pinned", "score"].toSorted());
    }
  });

  it("of card", () => {
    const card = view("card");
    expect(keys(card).toSorted()).toEqual(["goal", "words", "plans", "lines", "breath", "contact", "quote", "date"].toSorted());
    expect(keys(first(card["plans"]))).toEqual(["trigger", "if", "then"]);
    expect(keys(first(card["lines"]))).toEqual(["issue", "line"]);
  });

  it("of review", () => {
    const week = view("review");
    expect(keys(week).toSorted()).toEqual([...WEEK, "previous", "answers", "focus"].toSorted());
    expect(keys(week["previous"]).toSorted()).toEqual(WEEK.toSorted());
    expect(keys(first(week["topTriggers"]))).toEqual(["trigger", "count"]);
    expect([keys(week["held"]), keys(week["plans"]), keys(week["carry"])]).toEqual([["1", "2", "3", "4", "5"], ["used", "held", "forgotten"], ["0", "1", "2", "3"]]);
  });

  it("of suggest and doctor", () => {
    expect(keys(first(view("suggest", "yelling")))).toEqual(["trigger", "label", "score"]);
    expect(keys(json<Fields>(run(["doctor", "--json"])))).toEqual(["ok", "problems"]);
  });

  it("of config", () => {
    expect(keys(view("config")["goal"])).toEqual(["value", "source"]);
  });

  it("of list, which shows the last 20 as JSON too", () => {
    const list = view("list") as unknown as readonly Fields[];
    expect(list).toHaveLength(20);
    expect(list.map(({ at }) => String(at))).toEqual(list.map(({ at }) => String(at)).toSorted());
    expect(view("list", "--all")).toHaveLength(24);
    expect(keys(list[0])).toEqual(expect.arrayContaining(["id", "kind", "at", "shift", "trigger"]));
  });
});
