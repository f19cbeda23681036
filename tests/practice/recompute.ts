/**
 * The derived views once more, written from the contract and the domain alone, in the plainest way there is: long loops
 * over everything, again and again. It shares no code with the product; where the two differ, one of them is wrong.
 */
import type { Journal } from "../sample/journals.ts";

interface Wording {
  readonly if: string;
  readonly then: string;
}

/** A record as `list --all --json` prints it. */
interface Row {
  readonly id: string;
  readonly at: string;
  readonly shift: string;
  readonly kind: string;
  readonly trigger: string;
  readonly strength?: number;
  readonly held?: number;
  readonly carry?: number;
  readonly control?: string;
  readonly reactions?: string[];
  readonly stage?: string;
  readonly planUse?: string;
  readonly plan?: Wording;
  readonly line?: string;
}

interface PlanMoment {
  readonly id: string;
  readonly at: string;
  readonly plan: Wording | null;
  /** Entries 0, book records 1. */
  readonly rank: number;
}

interface PlanFigures {
  readonly plan: (Wording & { readonly since: string }) | null;
  readonly planUses: number;
  readonly planHeld: number;
  readonly planForgotten: number;
  readonly verdict: string;
}

interface Ranked {
  readonly trigger: string;
  readonly raw: number;
}

interface Element extends Ranked, PlanFigures {
  readonly stage: string | null;
  readonly stages: Record<string, number>;
  readonly count: number;
  readonly strength: { readonly median: number | null; readonly min: number; readonly max: number } | null;
  readonly reactions: readonly { readonly id: string; readonly count: number }[];
  readonly lastSeen: string | undefined;
  readonly score: number | null;
  readonly entries: readonly Row[];
}

interface Unmarked {
  readonly id: string;
  readonly trigger: string | null;
  readonly if: string | null;
  readonly then: string | null;
  readonly line: string | null;
  readonly source: string;
}

interface Reminding extends Unmarked {
  readonly pinned: boolean;
  readonly score: number | null;
}

const TRIGGER_ORDER = `
  rude_tone personal_insult threat_harassment blamed_for_others complaint_threat saying_no entitlement
  already_angry unclear_request wont_listen dishonest customer_distress my_mistake unknown_answer
  tools_process time_pressure team_mood own_load
`
  .trim()
  .split(/\s+/);
const ROAD = `
  before greeting verify discover acknowledge hold_research explain_offer limit_no transfer
  confirm_next close wrap_up after_shift
`
  .trim()
  .split(/\s+/);
const REACTION_ORDER = `
  tight_body hot_or_racing shallow_breath drained took_personally judged_them replayed snapped argued
  defended rushed autopilot gave_in dismissed faked_it held_steady
`
  .trim()
  .split(/\s+/);
const DAY = 86400000;

const ms = (at: string): number => new Date(at).getTime();
const dayNumber = (shift: string): number => Math.round(new Date(`${shift}T00:00:00Z`).getTime() / DAY);
const dayName = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

function earlier(a: string, b: string): boolean {
  const placeA = TRIGGER_ORDER.indexOf(a);
  const placeB = TRIGGER_ORDER.indexOf(b);
  if (placeA >= 0 && placeB >= 0) return placeA < placeB;
  if (placeA >= 0 || placeB >= 0) return placeA >= 0;
  return a < b;
}

function middle(numbers: number[]): number | null {
  const left = [...numbers];
  while (left.length > 2) {
    left.splice(left.indexOf(Math.max(...left)), 1);
    left.splice(left.indexOf(Math.min(...left)), 1);
  }
  if (left.length === 0) return null;
  let total = 0;
  for (const number of left) total += number;
  return total / left.length;
}

/** Puts one after the other into its place: `before(a, b)` says that a must stand before b. */
function arrange<T>(things: readonly T[], before: (a: T, b: T) => boolean): T[] {
  const list: T[] = [];
  for (const thing of things) {
    let place = list.length;
    while (place > 0 && list.slice(place - 1, place).some((other) => before(thing, other))) place--;
    list.splice(place, 0, thing);
  }
  return list;
}

const inTime = (a: { readonly at: string; readonly id: string }, b: { readonly at: string; readonly id: string }): boolean =>
  (ms(a.at) !== ms(b.at) ? ms(a.at) < ms(b.at) : a.id < b.id);

/** The records that a moment knows. */
export function keep<T extends { readonly at: string }>(records: readonly T[], moment: string): T[] {
  const kept: T[] = [];
  for (const record of records) if (!(ms(record.at) > ms(moment))) kept.push(record);
  return kept;
}

/** Which trigger an entry counts for. */
function target(journal: Journal, trigger: string): string {
  let here = trigger;
  for (let steps = 0; steps <= journal.triggers.length; steps++) {
    const next = journal.triggers.find((personal) => personal.id === here)?.mergedInto;
    if (next === undefined) return here;
    here = next;
  }
  return trigger;
}

const rows = (journal: Journal): readonly Row[] => journal.entries as unknown as readonly Row[];

function reflections(journal: Journal, trigger?: string): Row[] {
  const found: Row[] = [];
  for (const entry of rows(journal)) {
    if (entry.kind !== "reflection") continue;
    if (trigger === undefined || target(journal, entry.trigger) === trigger) found.push(entry);
  }
  return arrange(found, inTime);
}

const words = (text: string): string => text.split(/\s/).filter(Boolean).join(" ");
const same = (a: Wording, b: Wording): boolean => words(a.if) === words(b.if) && words(a.then) === words(b.then);

/** Every moment at which a trigger's plan was written, reworded or dropped, in order; entries before book records. */
function planMoments(journal: Journal, trigger: string): PlanMoment[] {
  const moments: PlanMoment[] = [];
  for (const { id, at, plan } of reflections(journal, trigger)) if (plan) moments.push({ id, at, plan, rank: 0 });
  const book = journal.plans.filter((change) => target(journal, change.trigger) === trigger);
  for (const { id, at, plan } of book) moments.push({ id, at, plan, rank: 1 });
  return arrange(moments, (a, b) => {
    if (ms(a.at) !== ms(b.at)) return ms(a.at) < ms(b.at);
    return a.rank !== b.rank ? a.rank < b.rank : a.id < b.id;
  });
}

/** Of so many uses, that many successes or more say that it works, that many or fewer that it does not yet. */
const NEEDED = [
  [8, 7, 1],
  [12, 9, 3],
  [16, 12, 4],
  [20, 14, 6],
] as const;

function planOf(journal: Journal, trigger: string): PlanFigures {
  const nothing = { plan: null, planUses: 0, planHeld: 0, planForgotten: 0, verdict: "too_early" };
  if (trigger === "threat_harassment") return nothing;
  const moments = planMoments(journal, trigger);
  let wording = moments.pop();
  const latest = wording?.plan;
  if (wording === undefined || !latest) return nothing;
  for (let earlierOne = moments.pop(); earlierOne !== undefined; earlierOne = moments.pop()) {
    if (earlierOne.plan === null || !same(earlierOne.plan, latest)) break;
    wording = earlierOne;
  }
  const start = wording;
  const after = reflections(journal, trigger).filter((entry) => {
    if (ms(entry.at) !== ms(start.at)) return ms(entry.at) > ms(start.at);
    return start.rank === 0 && entry.id > start.id;
  });
  const uses = after.filter((entry) => entry.planUse === "used" && entry.held !== undefined);
  const forgotten = after.filter((entry) => entry.planUse === "forgot").length;
  const chances = after.filter((entry) => entry.planUse === "used").length + forgotten;
  const successes = (some: Row[]): number => some.filter(({ held = 0 }) => held >= 4).length;
  let verdict = "too_early";
  for (const [n, works, fails] of NEEDED) {
    if (uses.length < n) continue;
    const good = successes(uses.slice(0, n));
    verdict = good >= works ? "works" : good <= fails ? "not_yet" : "mixed";
  }
  if (chances >= 4 && forgotten >= chances / 2) verdict = "slips";
  return {
    plan: { if: latest.if, then: latest.then, since: wording.at },
    planUses: uses.length,
    planHeld: successes(uses),
    planForgotten: forgotten,
    verdict,
  };
}

export interface View {
  readonly since?: string;
  readonly all?: boolean;
}

function seen(journal: Journal, shift: string, view: View): boolean {
  if (view.all) return true;
  const today = dayNumber(journal.now.shift);
  const first = view.since === undefined ? today - 83 : dayNumber(view.since);
  return dayNumber(shift) >= first && dayNumber(shift) <= today;
}

function rawScore(journal: Journal, trigger: string, view: View): number {
  const { strength, held, carry, halfLifeDays } = journal.settings.weights;
  let score = 0;
  for (const entry of reflections(journal, trigger)) {
    if (!seen(journal, entry.shift, view)) continue;
    const parts: [number, number][] = [];
    if (entry.strength !== undefined) parts.push([strength, entry.strength / 10]);
    if (entry.held !== undefined) parts.push([held, (5 - entry.held) / 4]);
    if (entry.carry !== undefined) parts.push([carry, entry.carry / 3]);
    let whole = 0;
    for (const [weight] of parts) whole += weight;
    let hard = 0;
    for (const [weight, part] of parts) hard += whole > 0 ? (weight / whole) * part : 0;
    const age = Math.max(0, dayNumber(journal.now.shift) - dayNumber(entry.shift));
    score += hard * Math.exp((-age / halfLifeDays) * Math.LN2);
  }
  return score;
}

const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-10 * Math.max(Math.abs(a), Math.abs(b));

function higher(a: Ranked, b: Ranked): boolean {
  if (!close(a.raw, b.raw)) return a.raw > b.raw;
  return earlier(a.trigger, b.trigger);
}

function countsOf(values: (string | undefined)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) if (value !== undefined) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

function elementOf(journal: Journal, trigger: string, view: View): Element {
  const entries = reflections(journal, trigger).filter((entry) => seen(journal, entry.shift, view));
  const stages = countsOf(entries.map((entry) => entry.stage));
  let stage: string | null = null;
  for (const name of [...ROAD].reverse()) {
    const often = stages[name] ?? 0;
    if (often > 0 && often >= (stage === null ? 0 : (stages[stage] ?? 0))) stage = name;
  }
  const strengths = entries.flatMap(({ strength }) => (strength === undefined ? [] : [strength]));
  const named = countsOf(entries.flatMap((entry) => entry.reactions ?? []));
  const raw = rawScore(journal, trigger, view);
  return {
    trigger,
    stage,
    stages,
    count: entries.length,
    strength:
      strengths.length === 0
        ? null
        : { median: middle(strengths), min: Math.min(...strengths), max: Math.max(...strengths) },
    reactions: arrange(
      Object.keys(named).map((id) => ({ id, count: named[id] ?? 0 })),
      (a, b) =>
        a.count !== b.count ? a.count > b.count : REACTION_ORDER.indexOf(a.id) < REACTION_ORDER.indexOf(b.id),
    ),
    ...planOf(journal, trigger),
    lastSeen: entries[entries.length - 1]?.shift,
    raw,
    score: trigger === "threat_harassment" ? null : raw,
    entries,
  };
}

function where(element: Element): string {
  if (element.trigger === "threat_harassment") return "support";
  const answered = element.entries.filter((entry) => entry.control !== undefined).length;
  const notMine = element.entries.filter((entry) => entry.control === "not_mine").length;
  if (notMine > answered / 2 && notMine >= 2) return "raise";
  const hard = element.entries.some(({ strength = 0 }) => strength >= 8);
  return element.entries.length >= 2 || hard ? "stops" : "seenOnce";
}

function elements(journal: Journal, view: View): Element[] {
  const triggers: string[] = [];
  for (const entry of reflections(journal)) {
    const trigger = target(journal, entry.trigger);
    if (seen(journal, entry.shift, view) && !triggers.includes(trigger)) triggers.push(trigger);
  }
  return arrange(
    triggers.map((trigger) => elementOf(journal, trigger, view)),
    higher,
  );
}

function shown(element: Element): object {
  const { trigger, stage, stages, count, strength, reactions, plan, planUses, planHeld, planForgotten } = element;
  const figures = { trigger, stage, stages, count, strength, reactions, plan, planUses, planHeld, planForgotten };
  return { ...figures, verdict: element.verdict, lastSeen: element.lastSeen, score: element.score };
}

export function recomputeRoadmap(journal: Journal, view: View = {}): object {
  const all = elements(journal, view);
  const on = (route: string): Element[] => all.filter((element) => where(element) === route);
  const roadPlace = (element: Element): number => (element.stage === null ? 99 : ROAD.indexOf(element.stage));
  const stops = arrange(on("stops"), (a, b) =>
    roadPlace(a) !== roadPlace(b) ? roadPlace(a) < roadPlace(b) : higher(a, b),
  );
  const shifts = new Set(rows(journal).map(({ shift }) => shift).filter((shift) => seen(journal, shift, view)));
  const today = dayNumber(journal.now.shift);
  const days = [...shifts].map(dayNumber);
  return {
    from: view.all
      ? dayName(days.length > 0 ? Math.min(...days) : today)
      : (view.since ?? dayName(today - 83)),
    to: view.all ? dayName(Math.max(today, ...days)) : journal.now.shift,
    entries: reflections(journal).filter((entry) => seen(journal, entry.shift, view)).length,
    shifts: shifts.size,
    goal: journal.settings.goal,
    top: on("stops")
      .slice(0, 3)
      .map((element) => element.trigger),
    stops: stops.map(shown),
    raise: on("raise").map(shown),
    seenOnce: on("seenOnce").map(shown),
    support: on("support").map(shown),
  };
}

/** Monday = 0. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** Every week is named by walking from a known one: 2026-W01 begins on 29 December 2025. */
function weekStarting(monday: number): string {
  const thursday = new Date((monday + 3) * DAY);
  const year = thursday.getUTCFullYear();
  let count = 0;
  for (let day = dayNumber(`${String(year)}-01-01`); day <= monday + 3; day++) if (weekdayOf(day) === 3) count++;
  return `${String(year)}-W${String(count).padStart(2, "0")}`;
}

function weekWith(journal: Journal, day: number): number {
  const sunday = journal.settings.weekStart === "sunday";
  let first = day;
  while (weekdayOf(first) !== (sunday ? 6 : 0)) first--;
  return first;
}

function weekFigures(journal: Journal, first: number): { readonly week: string } & Record<string, unknown> {
  const sunday = journal.settings.weekStart === "sunday";
  const inWeek = (entry: Row): boolean => dayNumber(entry.shift) >= first && dayNumber(entry.shift) <= first + 6;
  const records = arrange(rows(journal).filter(inWeek), inTime);
  const cases = records.filter((entry) => entry.kind === "reflection");
  const shifts = [...new Set(records.map((entry) => entry.shift))];
  const came = countsOf(
    cases.map((entry) => target(journal, entry.trigger)).filter((trigger) => trigger !== "threat_harassment"),
  );
  const top = Object.entries(came).map(([trigger, count]) => ({ trigger, count, raw: rawScore(journal, trigger, {}) }));
  const carry = [0, 0, 0, 0];
  for (const shift of shifts) {
    let value: number | undefined;
    for (const entry of records) {
      if (entry.kind === "reflection" && entry.shift === shift && entry.carry !== undefined) {
        value = Math.max(value ?? 0, entry.carry);
      }
    }
    for (const entry of records) {
      if (entry.kind === "end" && entry.shift === shift && entry.carry !== undefined) value = entry.carry;
    }
    if (value !== undefined) carry[value] = (carry[value] ?? 0) + 1;
  }
  const held = [1, 2, 3, 4, 5].map((step) => cases.filter((entry) => entry.held === step).length);
  return {
    week: weekStarting(sunday ? first + 1 : first),
    from: dayName(first),
    to: dayName(first + 6),
    entries: cases.length,
    shifts: shifts.length,
    wins: records.filter((entry) => entry.kind === "win").length,
    topTriggers: arrange(top, (a, b) => (a.count !== b.count ? a.count > b.count : higher(a, b)))
      .slice(0, 3)
      .map(({ trigger, count }) => ({ trigger, count })),
    stages: countsOf(cases.map((entry) => entry.stage)),
    strengthMedian: middle(cases.flatMap(({ strength }) => (strength === undefined ? [] : [strength]))),
    held: { 1: held[0], 2: held[1], 3: held[2], 4: held[3], 5: held[4] },
    plans: {
      used: cases.filter((entry) => entry.planUse === "used").length,
      held: cases.filter((entry) => entry.planUse === "used" && (entry.held ?? 0) >= 4).length,
      forgotten: cases.filter((entry) => entry.planUse === "forgot").length,
    },
    carry: { 0: carry[0], 1: carry[1], 2: carry[2], 3: carry[3] },
  };
}

/** @param weeksBack 0 is the week of now */
export function recomputeReview(journal: Journal, weeksBack: number): object {
  const first = weekWith(journal, dayNumber(journal.now.shift)) - 7 * weeksBack;
  const week = weekFigures(journal, first);
  const record = journal.reviews.find((review) => review.week === week.week);
  return {
    ...week,
    previous: weekFigures(journal, first - 7),
    answers: record ? record.answers : null,
    focus: record ? record.focus : null,
  };
}

export interface PackLine {
  readonly id: string;
  readonly triggers: readonly string[];
  readonly text: string;
  readonly if?: string;
  readonly then?: string;
  readonly starter?: true;
}

/** A plan that was worded after it was retired is back. */
function wordedSince(journal: Journal, id: string, retiredAt: number): boolean {
  if (!id.startsWith("plan:")) return false;
  const { plan } = planOf(journal, id.slice(5));
  return plan !== null && ms(plan.since) > retiredAt;
}

function marksOf(journal: Journal, id: string): { pinned: boolean; retired: boolean } {
  const named = (reminder: string): string =>
    reminder.startsWith("plan:") ? `plan:${target(journal, reminder.slice(5))}` : reminder;
  let found = { pinned: false, retired: false };
  let when = -Infinity;
  for (const record of journal.reminders) {
    if (record.type !== "mark" || named(record.reminder) !== id || ms(record.at) < when) continue;
    when = ms(record.at);
    found = { pinned: record.pinned, retired: record.retired && !wordedSince(journal, id, when) };
  }
  return found;
}

function ownOf(journal: Journal): Unmarked[] {
  const own: Unmarked[] = [];
  for (const record of journal.reminders) {
    if (record.type !== "own") continue;
    const trigger = record.trigger === null ? null : target(journal, record.trigger);
    const { id, if: cue, then, line } = record;
    if (trigger !== "threat_harassment") own.push({ id, trigger, if: cue, then, line, source: "own" });
  }
  return own;
}

/** The pack's lines for a trigger: those that name it first stand first. */
function packFor(lines: readonly PackLine[], trigger: string): PackLine[] {
  const place = (line: PackLine): number => (line.triggers[0] === trigger ? 0 : 1);
  return arrange(
    lines.filter((line) => line.triggers.includes(trigger)),
    (a, b) => place(a) < place(b),
  );
}

/** The newest entry's line for a trigger, else an own one, else the pack's. */
function lineFor(journal: Journal, lines: readonly PackLine[], trigger: string): string | null {
  let line: string | null = null;
  for (const entry of reflections(journal, trigger)) if (entry.line !== undefined) line = entry.line;
  if (line !== null) return line;
  const own = ownOf(journal).filter(
    (record) => record.trigger === trigger && record.line !== null && !marksOf(journal, record.id).retired,
  );
  const pinned = own.filter((record) => marksOf(journal, record.id).pinned);
  if (own.length > 0) return arrange(pinned.length > 0 ? pinned : own, (a, b) => a.id < b.id)[0]?.line ?? null;
  for (const one of packFor(lines, trigger)) if (!marksOf(journal, `pack:${one.id}`).retired) return one.text;
  return null;
}

export function recomputeReminders(journal: Journal, lines: readonly PackLine[]): Reminding[] {
  const list: Unmarked[] = [];
  const known = new Set<string>();
  for (const entry of reflections(journal)) known.add(target(journal, entry.trigger));
  for (const change of journal.plans) known.add(target(journal, change.trigger));
  for (const trigger of known) {
    const { plan } = planOf(journal, trigger);
    if (plan === null) continue;
    const line = lineFor(journal, lines, trigger);
    list.push({ id: `plan:${trigger}`, trigger, if: plan.if, then: plan.then, line, source: "plan" });
  }
  list.push(...ownOf(journal));
  const pack = (line: PackLine, trigger: string | null): Unmarked => {
    const { id, text, if: cue = null, then = null } = line;
    return { id: `pack:${id}`, trigger, if: cue, then, line: text, source: "pack" };
  };
  if (reflections(journal).length === 0) {
    for (const line of lines) if (line.starter) list.push(pack(line, line.triggers[0] ?? null));
  } else {
    const covered = list.map((reminder) => reminder.trigger);
    for (const { trigger } of elements(journal, {})) {
      if (trigger === "threat_harassment" || covered.includes(trigger)) continue;
      const line = packFor(lines, trigger).find((one) => !list.some((r) => r.id === `pack:${one.id}`));
      if (line !== undefined) list.push(pack(line, trigger));
    }
  }
  const complete = list
    .filter((reminder) => !marksOf(journal, reminder.id).retired)
    .map((reminder) => ({
      ...reminder,
      pinned: marksOf(journal, reminder.id).pinned,
      score: reminder.trigger === null ? null : rawScore(journal, reminder.trigger, {}),
    }));
  return arrange(complete, (a, b) => {
    if (a.pinned !== b.pinned) return a.pinned;
    if (a.score === null && b.score !== null) return false;
    if (a.score !== null && b.score === null) return true;
    if (a.score !== null && b.score !== null && !close(a.score, b.score)) return a.score > b.score;
    return a.id < b.id;
  });
}

export function recomputeCard(
  journal: Journal,
  lines: readonly PackLine[],
  issues: Record<string, string>,
): { readonly plans: readonly object[]; readonly lines: readonly object[] } {
  const list = recomputeReminders(journal, lines);
  const starter = reflections(journal).length === 0 && !list.some(({ source }) => source !== "pack");
  const plans: object[] = [];
  const kind: object[] = [];
  const planned = new Set<string>();
  const lined = new Set<string>();
  for (const { trigger, if: cue, then, source, line } of list) {
    if (trigger === null) continue;
    if ((source !== "pack" || starter) && cue !== null && then !== null && !planned.has(trigger)) {
      planned.add(trigger);
      plans.push({ trigger, if: cue, then });
    }
    if (lined.has(trigger)) continue;
    lined.add(trigger);
    const found = lineFor(journal, source === "pack" ? [] : lines, trigger) ?? (source === "pack" ? line : null);
    const label = journal.triggers.find((personal) => personal.id === trigger)?.label;
    if (found !== null) kind.push({ issue: issues[trigger] ?? label ?? trigger, line: found });
  }
  return { plans: plans.slice(0, 3), lines: kind.slice(0, 5) };
}
