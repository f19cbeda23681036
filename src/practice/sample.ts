import type { Sample } from "../content/content.ts";
import type { Entry, Plan } from "../reflection/entry.ts";
import { addDays } from "../reflection/moment.ts";
import { inOrder, instant } from "./moments.ts";
import type { PlanChange, ReminderRecord, ReviewRecord, SettingRecord } from "./records.ts";
import { SAMPLE_CASES, SAMPLE_SHIFTS, SAMPLE_WINS, type SampleCase, type SampleWin } from "./sample-cases.ts";
import { weekOf } from "./week.ts";

/** When the sample is looked at, and how its records get their ids. */
export interface SampleFrame {
  /** The shift-day after its last shift, a Sunday so that the weeks fall as they are told. */
  readonly today: string;
  /** Offset of all its wall clocks: `+01:00`. */
  readonly offset: string;
  /** Makes a sortable id for a record of that instant (milliseconds). */
  readonly newId: (instant: number) => string;
}

/** A whole journal: everything that a fresh store needs to show the loop. */
export interface SampleJournal {
  /** In order. */
  readonly entries: readonly Entry[];
  readonly plans: readonly PlanChange[];
  readonly reminders: readonly ReminderRecord[];
  readonly reviews: readonly ReviewRecord[];
  readonly settings: readonly SettingRecord[];
}

/** The person works nights. */
const DAY_STARTS_AT = "12:00";
const SHIFT_BEGINS = 22 * 60;
const SHIFT_LASTS = 8 * 60;

interface Scribe {
  readonly sample: Sample;
  /** The shift-day that lies so many days back. */
  readonly day: (back: number) => string;
  /** The wall clock so many minutes into that shift. */
  readonly moment: (back: number, minute: number) => string;
  readonly id: (at: string) => string;
}

function scribe(sample: Sample, { today, offset, newId }: SampleFrame): Scribe {
  const day = (back: number): string => addDays(today, -back);
  const two = (value: number): string => String(value).padStart(2, "0");
  return {
    sample,
    day,
    moment: (back, minute) => {
      const clock = SHIFT_BEGINS + minute;
      const date = addDays(day(back), Math.floor(clock / 1440));
      return `${date}T${two(Math.floor((clock % 1440) / 60))}:${two(clock % 60)}:00${offset}`;
    },
    id: (at) => newId(instant(at)),
  };
}

function caseEntry({ back, minute, text, trigger, plans, answers }: SampleCase, from: Scribe): Entry {
  const { cases, full, plans: wordings } = from.sample;
  const at = from.moment(back, minute);
  const plan: Plan | undefined = plans === true ? wordings[trigger] : undefined;
  return {
    id: from.id(at),
    kind: "reflection",
    at,
    shift: from.day(back),
    trigger,
    ...(cases[text] === undefined ? {} : { what: cases[text] }),
    ...answers,
    ...full[text],
    ...(plan === undefined ? {} : { plan }),
  };
}

function winEntry({ back, minute, text, who, type }: SampleWin, from: Scribe): Entry {
  const at = from.moment(back, minute);
  const { what, why } = from.sample.wins[text] ?? { what: text };
  return {
    id: from.id(at),
    kind: "win",
    at,
    shift: from.day(back),
    what,
    ...(why === undefined ? {} : { why }),
    ...(who === undefined ? {} : { who }),
    ...(type === undefined ? {} : { type }),
  };
}

/** One of a list of texts, in turn; none where the list is empty. */
function inTurn(key: string, texts: readonly string[], turn: number): Readonly<Record<string, string>> {
  const text = texts[turn % texts.length];
  return text === undefined ? {} : { [key]: text };
}

/** `start` and `end` of a shift. Helping and a customer's day take turns; something is learned every third time. */
function shiftEntries({ back, energy, carry }: (typeof SAMPLE_SHIFTS)[number], index: number, from: Scribe): Entry[] {
  const { starts, learned } = from.sample;
  const shift = from.day(back);
  const [begins, ends] = [from.moment(back, -10), from.moment(back, SHIFT_LASTS)];
  const recalled =
    index % 2 === 0
      ? inTurn("helped", starts.helped, index / 2)
      : inTurn("customersDay", starts.customersDay, (index - 1) / 2);
  return [
    {
      id: from.id(begins),
      kind: "start",
      at: begins,
      shift,
      energy,
      ...(energy === 2 ? { aside: "home" } : {}),
      ...recalled,
      ...inTurn("intention", starts.intentions, index),
    },
    {
      id: from.id(ends),
      kind: "end",
      at: ends,
      shift,
      ...(index % 3 === 0 ? inTurn("learned", learned, index / 3) : {}),
      carry,
    },
  ];
}

function entriesOf(from: Scribe): readonly Entry[] {
  const noted = from.moment(7, -20);
  return inOrder([
    ...SAMPLE_SHIFTS.flatMap((shift, index) => shiftEntries(shift, index, from)),
    ...SAMPLE_CASES.map((one) => caseEntry(one, from)),
    ...SAMPLE_WINS.map((win) => winEntry(win, from)),
    { id: from.id(noted), kind: "note", at: noted, shift: from.day(7), what: from.sample.note },
  ]);
}

function remindersOf(from: Scribe): readonly ReminderRecord[] {
  const { first_breath: breath, listening } = from.sample.reminders;
  const at = from.moment(36, -5);
  const pinned = from.id(at);
  const later = from.moment(20, -5);
  return [
    { id: pinned, type: "own", at, trigger: null, if: breath.if, then: null, line: breath.line },
    { id: `mark:${pinned}`, type: "mark", at, reminder: pinned, pinned: true, retired: false },
    { id: from.id(later), type: "own", at: later, trigger: "wont_listen", ...listening },
  ];
}

function reviewOf(from: Scribe): ReviewRecord {
  const week = weekOf(from.day(7), "monday");
  const { better, raise, focus } = from.sample.review;
  return {
    id: `review:${week}`,
    at: from.moment(7, -20),
    week,
    answers: { better, offCourse: "already_angry", helped: "breath", plan: "keep", raise },
    focus,
  };
}

/**
 * The journal that `demo` shows: six weeks of nights with 30 hard cases, 12 wins and 22 shifts. On the evening of
 * `today` its views show a plan that works, one that slips and one that is too early to tell.
 */
export function sampleJournal(sample: Sample, frame: SampleFrame): SampleJournal {
  const from = scribe(sample, frame);
  const began = from.moment(41, -30);
  const noPlan = sample.plans["saying_no"] ?? null;
  const { goal, words, contact } = sample;
  const settings = { goal, words, contact, dayStartsAt: DAY_STARTS_AT };
  return {
    entries: entriesOf(from),
    plans: [{ id: from.id(began), at: began, trigger: "saying_no", plan: noPlan }],
    reminders: remindersOf(from),
    reviews: [reviewOf(from)],
    settings: Object.entries(settings).map(([id, value]) => ({ id, at: began, value })),
  };
}
