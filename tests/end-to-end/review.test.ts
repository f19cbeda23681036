import { describe, expect, it } from "vitest";
import type { Review } from "../../src/practice/shapes.ts";
import { weekOf } from "../../src/practice/week.ts";
import { addDays, weekday } from "../../src/reflection/moment.ts";
import { evenkeelIn, type Pty } from "../pty.ts";
import { BIN, json, newJournal, type Run } from "../run.ts";
import { keepSample } from "../sample/sample-home.ts";

const TODAY = ((today) => addDays(today, -weekday(today)))(new Date().toISOString().slice(0, 10));
const WEEK = weekOf(TODAY, "monday");

interface Person {
  readonly run: (args: readonly string[]) => Run;
  readonly ask: (columns?: number, args?: readonly string[]) => Pty;
}

/** The person of the sample journal, on its last day or later. */
function person(): Person {
  const { home, run } = newJournal();
  keepSample(home, TODAY);
  return { run, ask: (columns = 80, args = ["review", WEEK]) => evenkeelIn(home, args, { bin: BIN, columns, rows: 50 }) };
}

function reviewed({ run }: Person): Review {
  return json<Review>(run(["review", WEEK, "--json"]));
}

/** Presses keys as each question shows. */
async function answer(pty: Pty, steps: readonly (readonly [shows: string, keys: string])[]): Promise<void> {
  for (const [shows, keys] of steps) {
    await pty.shows(shows);
    pty.send(keys);
  }
}

const TO_THE_PLAN = [
  ["Six short questions now.", "x"],
  ["What went better than last week?", "said no without saying sorry\r"],
  ["Where did it go off course most?", "2"],
  ["What helped?", "3"],
] as const;

const THE_REST = [
  ["Your plan for rude words:", "2"],
  ["What will you do then?", "\u0015say one moment\r"],
  ["What do you see or hear when it starts?", "\r"],
  ["Is there something that someone else should fix?", "1"],
  ["What should they know?", "a look at the queue view, mail bob@example.com\r"],
  ["One thing for next week.", "1"],
] as const;

describe("the weekly review in a terminal", () => {
  it("shows the week, asks six questions and keeps them in one step", async () => {
    const who = person();
    const before = reviewed(who);
    const pty = who.ask();
    await answer(pty, [...TO_THE_PLAN, ...THE_REST]);
    expect(await pty.exit()).toEqual({ code: 0, signal: 0 });
    const seen = pty.everything();
    expect(seen).toContain("MY WEEK");
    expect(seen).toContain("say one moment, once a shift.");
    expect(seen).toContain("  Slow or broken tools: 5 times since");
    expect(seen).toContain("Next: evenkeel card      print it with the new focus");
    const after = reviewed(who);
    expect(after.focus).toBe("say one moment, once a shift");
    expect(after.answers).toMatchObject({ better: "said no without saying sorry", offCourse: "saying_no", helped: "teammate", plan: "change" });
    expect(after.answers?.raise).toMatch(/a look at the queue view, mail \[e-mail\]$/);
    const notes = json<{ what: string }[]>(who.run(["list", "--all", "--kind", "note", "--tag", "raise", "--json"]));
    expect(notes.map(({ what }) => what)).toEqual([after.answers?.raise]);
    const plans = json<{ id: string; then: string | null }[]>(who.run(["reminders", "--json"]));
    expect(plans.find(({ id }) => id === "plan:rude_tone")?.then).toBe("say one moment");
    expect(who.run(["review", WEEK, "--show"]).out).not.toContain("since you wrote your answers");
    who.run(["undo"]);
    expect(reviewed(who)).toEqual(before);
    expect(json<unknown[]>(who.run(["list", "--all", "--tag", "raise", "--json"]))).toEqual([]);
  });

  it("keeps what was said at Ctrl-C; the next run on the week goes on; a finished week is only shown", async () => {
    const who = person();
    const broken = who.ask();
    await answer(broken, [...TO_THE_PLAN, ["Your plan for rude words:", "\u0003"]]);
    expect((await broken.exit()).code).toBe(130);
    expect(broken.screen()).toContain(`Stopped. Three answers are kept.   Go on: evenkeel review ${WEEK}`);
    expect(reviewed(who).answers).toBeNull();
    const again = who.ask(40);
    await answer(again, [["Your plan for rude words:", "1"], ["someone else", "2"], ["One thing for next week.", "2"]]);
    expect((await again.exit()).code).toBe(0);
    expect(reviewed(who)).toMatchObject({ focus: 'rehearse "let them finish"', answers: { offCourse: "saying_no", plan: "keep", raise: null } });
    const shown = who.ask();
    expect((await shown.exit()).code).toBe(0);
    expect(shown.everything()).toContain("You looked back on this week already.");
    expect(shown.everything()).not.toContain("Six short questions");
  });

  it("leaves at Esc with nothing kept", async () => {
    const who = person();
    const pty = who.ask();
    await answer(pty, [["Six short questions now.", "\u001b"]]);
    expect((await pty.exit()).code).toBe(0);
    expect(reviewed(who).answers).toBeNull();
  });

  it.each<[string, readonly string[]]>([
    ["--show", ["review", WEEK, "--show"]],
    ["--as-of", ["review", WEEK, "--as-of", TODAY]],
    ["--no-input", ["review", WEEK, "--no-input"]],
    ["--format", ["review", WEEK, "--format", "markdown"]],
  ])("only prints with %s", async (_, args) => {
    const pty = person().ask(80, args);
    expect((await pty.exit()).code).toBe(0);
    expect(pty.everything()).not.toContain("Six short questions");
  });
});

describe("the weekly review without a terminal", () => {
  it("takes answers by flags, and leaves those that are not named as they were", () => {
    const who = person();
    const [record] = json<{ id: string }[]>(who.run(["review", WEEK, "--better", "calmer", "--plan", "drop", "--json"]));
    expect(record?.id).toBe(`review:${WEEK}`);
    expect(json<{ id: string }[]>(who.run(["reminders", "--json"])).some(({ id }) => id === "plan:rude_tone")).toBe(false);
    who.run(["review", WEEK, "--focus", "one at a time", "--helped", "breath"]);
    expect(reviewed(who)).toMatchObject({ focus: "one at a time", answers: { better: "calmer", helped: "breath", plan: "drop", raise: null } });
  });

  it.each<[readonly string[], string]>([
    [["--focus", "x", "--as-of", TODAY], "--as-of only looks at the journal"],
    [["--plan", "maybe"], "--plan is not known"],
    [["--plan", "change"], "--plan change needs the new words"],
    [["--better", " "], "--better needs words"],
  ])("refuses %j and writes nothing", (flags, message) => {
    const who = person();
    const { code, err } = who.run(["review", WEEK, ...flags]);
    expect([code, err.split("\n")[0]]).toEqual([2, `evenkeel: ${message}`]);
    expect(reviewed(who).answers).toBeNull();
  });

  it("says that entries changed since the answers were written", () => {
    const who = person();
    who.run(["review", WEEK, "--better", "calmer"]);
    const [win] = json<{ id: string }[]>(who.run(["list", "--all", "--kind", "win", "--since", addDays(TODAY, -6), "--json"]));
    who.run(["delete", win?.id ?? "", "--yes"]);
    expect(who.run(["review", WEEK]).out).toContain("Entries of this week were added, changed or taken out");
  });
});

/** The figures of a page's first table, by the name of their row. */
function figuresOn(html: string): Readonly<Record<string, readonly string[]>> {
  const rows = html.matchAll(/<tr><th scope="row" dir="auto">([^<]*)<\/th>((?:<td class="n">[^<]*<\/td>)+)/g);
  return Object.fromEntries(Array.from(rows, ([, name = "", cells = ""]) => [name, Array.from(cells.matchAll(/>([^<]*)<\/td>/g), ([, text = ""]) => text)]));
}

describe("the page of a week", () => {
  it("has the figures of the JSON", () => {
    const who = person();
    const data = reviewed(who);
    const figures = figuresOn(who.run(["review", WEEK, "--format", "html"]).out);
    const close = (counts: Review["held"]): string => `${counts[4] + counts[5]} of ${counts[1] + counts[2] + counts[3] + counts[4] + counts[5]}`;
    expect(figures["Hard cases you logged"]).toEqual([data.entries, data.previous.entries].map(String));
    expect(figures["Wins"]).toEqual([data.wins, data.previous.wins].map(String));
    expect(figures["How hard, the middle one"]).toEqual([data.strengthMedian, data.previous.strengthMedian].map(String));
    expect(figures["Close to how I want (4 or 5)"]).toEqual([close(data.held), close(data.previous.held)]);
    expect(figures["Shouting or rude words"]).toEqual([String(data.topTriggers[0]?.count)]);
  });

  it.each([
    ["monday", "2026-W53", "2026-12-28", 1],
    ["sunday", "2026-W53", "2026-12-27", 500],
    ["monday", "2027-W01", "2027-01-04", 0],
  ])("weeks that begin on %s: %s from %s with %i cases", (weekStart, week, from, count) => {
    const { run } = newJournal();
    run(["config", "set", "weekStart", weekStart]);
    const cases = Array.from({ length: count }, (_, at) => ({ trigger: "rude_tone", strength: at % 11, held: 1 + (at % 5), at: `${from}T12:00:00+01:00`, shift: from }));
    if (count > 0) json(runWith(run, cases));
    expect(json<Review>(run(["review", week, "--json"]))).toMatchObject({ week, from, entries: count, to: addDays(from, 6) });
    const html = run(["review", week, "--format", "html"]);
    expect(html.code).toBe(0);
    if (count > 0) expect(figuresOn(html.out)["Hard cases you logged"]).toEqual([String(count), "0"]);
    else expect(html.out).toContain("You wrote nothing down this week.");
  });
});

function runWith(run: ReturnType<typeof newJournal>["run"], cases: readonly object[]): Run {
  return run(["reflect", "--from", "-", "--json"], { input: JSON.stringify(cases) });
}
