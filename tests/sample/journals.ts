import fc from "fast-check";
import type { PersonalTrigger, PlanChange, ReminderRecord, ReviewRecord } from "../../src/practice/records.ts";
import type { PracticeSettings } from "../../src/practice/shapes.ts";
import type { Entry } from "../../src/reflection/entry.ts";

/** A whole journal as it lies on the disk, and the moment from which it is looked at. */
export interface Journal {
  readonly entries: readonly Entry[];
  readonly plans: readonly PlanChange[];
  readonly triggers: readonly PersonalTrigger[];
  readonly reminders: readonly ReminderRecord[];
  readonly reviews: readonly ReviewRecord[];
  readonly settings: PracticeSettings;
  readonly now: { readonly at: string; readonly shift: string };
}

const DAY = 86_400_000;
const NOON = Date.parse("2026-11-22T12:00:00Z");

/** Few, so that they meet often; some personal, one of them merged, one into the other. */
const TRIGGERS_IN_USE = [
  "rude_tone",
  "saying_no",
  "threat_harassment",
  "personal_insult",
  "tools_process",
  "own_load",
  "my-late-parcels",
  "my-noise",
  "my-parcels",
] as const;

/** Two wordings that differ in white space only, one that differs in a capital, others. */
const WORDINGS = [
  { if: "a caller shouts", then: "breathe out" },
  { if: "  a caller\tshouts ", then: "breathe \n out" },
  { if: "a caller Shouts", then: "breathe out" },
  { if: "a caller shouts", then: "wait" },
  { if: "they ask again", then: "say it once more" },
] as const;

const LINES = ["They are loud at the problem.", "A clear no is good service.", "Say it, mend it, move on."];

function date(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function at(time: number, offset: number): string {
  const wall = new Date(time + offset * 3_600_000).toISOString().slice(0, 19);
  return `${wall}${offset < 0 ? "-" : "+"}${String(Math.abs(offset)).padStart(2, "0")}:00`;
}

/** Only what was given stands in an entry. */
function given<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined, freq: 2 });
const trigger = fc.oneof({ weight: 3, arbitrary: fc.constant("saying_no") }, fc.constantFrom(...TRIGGERS_IN_USE));
const reactions = fc.uniqueArray(fc.constantFrom("tight_body", "replayed", "rushed", "held_steady"), {
  minLength: 1,
  maxLength: 3,
});

const reflection = fc.record({
  kind: fc.constant("reflection" as const),
  trigger,
  strength: maybe(fc.integer({ min: 0, max: 10 })),
  reactions: maybe(reactions),
  held: maybe(fc.integer({ min: 1, max: 5 })),
  stage: maybe(fc.constantFrom("greeting" as const, "limit_no" as const, "wrap_up" as const)),
  planUse: fc.oneof(
    { weight: 5, arbitrary: fc.constant("used" as const) },
    { weight: 2, arbitrary: fc.constant("forgot" as const) },
    fc.constantFrom("not_needed" as const, undefined),
  ),
  plan: fc.option(fc.constantFrom(...WORDINGS), { nil: undefined, freq: 1 }),
  control: maybe(fc.constantFrom("mine" as const, "shared" as const, "not_mine" as const, "not_mine" as const)),
  need: maybe(fc.constantFrom("heard", "fast")),
  line: fc.option(fc.constantFrom(...LINES), { nil: undefined, freq: 1 }),
  carry: maybe(fc.integer({ min: 0, max: 3 })),
});
const other = fc.oneof(
  fc.record({ kind: fc.constant("win" as const), what: fc.constant("She laughed.") }),
  fc.record({ kind: fc.constant("start" as const), energy: maybe(fc.integer({ min: 1, max: 5 })) }),
  fc.record({ kind: fc.constant("end" as const), carry: maybe(fc.integer({ min: 0, max: 3 })) }),
  fc.record({ kind: fc.constant("note" as const), what: fc.constant("The tool was slow.") }),
  fc.record({ kind: fc.constant("rehearsal" as const), trigger, grade: fc.constant("good" as const) }),
);

/** Half hours back from now; a few lie ahead. Many meet, so that instants tie. */
const halfHours = (days: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: -6, max: days * 48 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 12 }).map((n) => n * 336) },
  );
const offset = fc.constantFrom(-5, 0, 1, 1, 2);
/** Shift-days after the day of `at`: nearly always the same day or the one before. */
const shiftOffset = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(0, 0, -1) },
  { weight: 1, arbitrary: fc.integer({ min: -40, max: 40 }) },
);

/** A habit that runs through a journal, so that plans live long enough to be judged. */
const habit = fc.constantFrom("none", "works", "fails", "slips", "mixed");

function withHabit(body: Record<string, unknown>, kind: string, index: number): Record<string, unknown> {
  if (kind === "none" || body["kind"] !== "reflection" || index % 7 === 0) return body;
  const { plan: _plan, ...kept } = body;
  const planUse = kind === "slips" && index % 2 === 1 ? "forgot" : "used";
  const usual: Record<string, unknown> = { works: 5, fails: 2 };
  return { ...kept, trigger: "saying_no", planUse, held: usual[kind] ?? body["held"] };
}

function entriesOver(days: number, most: number): fc.Arbitrary<Entry[]> {
  const one = fc.record({
    body: fc.oneof({ weight: 4, arbitrary: reflection }, other),
    back: halfHours(days),
    offset,
    shiftOffset,
    key: fc.integer({ min: 0, max: 35 ** 3 }),
  });
  return fc.tuple(fc.array(one, { maxLength: most, size: "max" }), habit).map(([list, kind]) =>
    list.map(({ body, back, offset: zone, shiftOffset: moved, key }, index) => {
      const time = NOON - back * 1_800_000;
      const frame = { id: `e${key.toString(36)}-${index}`, at: at(time, zone), shift: date(time + moved * DAY) };
      return given({ ...frame, ...withHabit(body, kind, index) }) as Entry;
    }),
  );
}

function changesOver(days: number): fc.Arbitrary<PlanChange[]> {
  const one = fc.record({ trigger, plan: fc.option(fc.constantFrom(...WORDINGS), { freq: 4 }), back: halfHours(days) });
  return fc
    .array(one, { maxLength: 5 })
    .map((list) =>
      list.map(({ trigger: id, plan, back }, index) => ({
        id: `p${index}`,
        at: at(NOON - back * 1_800_000, 1),
        trigger: id,
        plan,
      })),
    );
}

const personal: fc.Arbitrary<PersonalTrigger[]> = fc
  .record({ merged: fc.boolean(), deep: fc.boolean(), circle: fc.boolean() })
  .map(({ merged, deep, circle }) => [
    { id: "my-late-parcels", at: "2026-08-01T10:00:00+02:00", label: "Late parcels" },
    given({
      id: "my-parcels",
      at: "2026-08-02T10:00:00+02:00",
      label: "Parcels",
      mergedInto: merged ? (deep ? "my-noise" : "my-late-parcels") : undefined,
    }),
    given({
      id: "my-noise",
      at: "2026-08-03T10:00:00+02:00",
      label: "Noise",
      mergedInto: circle ? "my-parcels" : deep ? "saying_no" : undefined,
    }),
  ]) as fc.Arbitrary<PersonalTrigger[]>;

const own = fc.record({
  type: fc.constant("own" as const),
  trigger: fc.option(trigger),
  if: fc.option(fc.constant("they start loud")),
  then: fc.option(fc.constant("let them finish")),
  line: fc.option(fc.constantFrom(...LINES)),
  back: fc.integer({ min: 0, max: 4000 }),
});
const mark = fc.record({
  type: fc.constant("mark" as const),
  reminder: fc.oneof(
    trigger.map((id) => `plan:${id}`),
    fc.constantFrom("r0", "r1", "pack:l-no", "pack:l-rude", "pack:l-any"),
  ),
  pinned: fc.boolean(),
  retired: fc.boolean(),
  back: fc.integer({ min: 0, max: 4000 }),
});
const reminders = fc.tuple(fc.array(own, { maxLength: 3 }), fc.array(mark, { maxLength: 4 })).map(([owns, marks]) => [
  ...owns.map(({ back, ...record }, index) => ({ id: `r${index}`, at: at(NOON - back * 1_800_000, 1), ...record })),
  ...new Map(
    marks.map(({ back, ...record }) => [
      record.reminder,
      { id: `mark:${record.reminder}`, at: at(NOON - back * 1_800_000, 1), ...record },
    ]),
  ).values(),
]) as fc.Arbitrary<ReminderRecord[]>;

const settings: fc.Arbitrary<PracticeSettings> = fc.record({
  goal: fc.option(fc.constant("I want callers to feel that they were heard.")),
  words: fc.constantFrom([], ["calm", "fair", "clear"]),
  contact: fc.option(fc.constant("my lead, desk 12")),
  weights: fc.constantFrom(
    { strength: 0.5, held: 0.3, carry: 0.2, halfLifeDays: 21 },
    { strength: 0.5, held: 0.3, carry: 0.2, halfLifeDays: 21 },
    { strength: 1, held: 0, carry: 2, halfLifeDays: 7 },
  ),
  weekStart: fc.constantFrom("monday" as const, "sunday" as const),
});

const reviews: fc.Arbitrary<ReviewRecord[]> = fc.subarray(["2026-W46", "2026-W47", "2026-W48"]).map((weeks) =>
  weeks.map((week) => ({
    id: `review:${week}`,
    at: "2026-11-15T20:00:00+01:00",
    week,
    answers: { better: `better in ${week}`, offCourse: null, helped: "a breath", plan: null, raise: null },
    focus: week === "2026-W46" ? null : `focus of ${week}`,
  })),
);

/** Journals of `days` days up to now, with up to `most` entries, in no particular order. */
export function journals(days: number, most: number): fc.Arbitrary<Journal> {
  return fc.record({
    entries: entriesOver(days, most),
    plans: changesOver(days),
    triggers: personal,
    reminders,
    reviews,
    settings,
    now: fc.integer({ min: 0, max: 40 }).map((back) => ({
      at: at(NOON - back * 3_600_000, 1),
      shift: date(NOON - back * 3_600_000),
    })),
  });
}

/** How often a property is tried; `PRACTICE_RUNS=20` tries twenty times as often. */
export function runs(count: number): { readonly numRuns: number } {
  return { numRuns: Math.round(count * Number(process.env["PRACTICE_RUNS"] ?? 1)) };
}
