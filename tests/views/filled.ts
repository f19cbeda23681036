import type { Entry } from "../../src/reflection/entry.ts";
import { cardMarkdown } from "../../src/views/card-markdown.ts";
import { cardView } from "../../src/views/card.ts";
import { configView } from "../../src/views/config.ts";
import { doctorView } from "../../src/views/doctor.ts";
import { findView, foundIn } from "../../src/views/find.ts";
import { homeView } from "../../src/views/home.ts";
import { keptView } from "../../src/views/kept.ts";
import { listView } from "../../src/views/list.ts";
import { remindersMarkdown } from "../../src/views/reminders-markdown.ts";
import { remindersView } from "../../src/views/reminders.ts";
import { reviewMarkdown } from "../../src/views/review-markdown.ts";
import { reviewView } from "../../src/views/review.ts";
import { roadmapMarkdown } from "../../src/views/roadmap-markdown.ts";
import { roadmapView } from "../../src/views/roadmap.ts";
import { showView } from "../../src/views/show.ts";
import { suggestView } from "../../src/views/suggest.ts";
import { supportView } from "../../src/views/support.ts";
import type { Telling } from "../../src/views/telling.ts";
import * as sample from "./samples-of-journal.ts";

type Views = Readonly<Record<string, (t: Telling) => string>>;

function entriesWith(text: string): readonly Entry[] {
  return sample.ENTRIES.map((entry): Entry => {
    if (entry.kind === "reflection") {
      return { ...entry, what: text, thought: text, plan: { if: text, then: text }, line: text, tags: [text], trigger: text || "x" };
    }
    return entry.kind === "win" ? { ...entry, what: text, why: text } : entry;
  });
}

function roadWith(text: string): typeof sample.ROAD {
  const { roadmap, evidence } = sample.ROAD;
  const plan = { if: text, then: text, since: "2026-10-20T04:00:00+01:00" };
  const trigger = text || "x";
  return {
    evidence: [...evidence, sample.evidence({ trigger, held: { answered: 40, steady: 30 }, need: text })],
    roadmap: {
      ...roadmap,
      goal: text,
      top: [trigger, ...roadmap.top.slice(0, 2)],
      stops: [...roadmap.stops.map((stop) => ({ ...stop, plan })), sample.stop({ trigger, stage: null, plan })],
      raise: [sample.stop({ trigger })],
      seenOnce: [sample.stop({ trigger }), ...roadmap.seenOnce],
    },
  };
}

/** Every view that shows text from outside, with one text in all its places. */
export function viewsWith(text: string): Views {
  const entries = entriesWith(text);
  const now = { shift: "2026-11-22" };
  const road = roadWith(text);
  const reminders = sample.REMINDERS.map((one) => ({ ...one, if: text, then: text, line: text }));
  const lines = sample.CARD.lines.map(() => ({ issue: text, line: text }));
  const card = {
    ...sample.CARD,
    goal: text,
    words: [text, text],
    plans: sample.CARD.plans.map((plan) => ({ ...plan, if: text, then: text })),
    lines,
    contact: text,
    focus: text,
    quote: { text, author: text, work: text },
  };
  const answers = { better: text, offCourse: text, helped: text, plan: text, raise: text };
  const week = {
    ...sample.ANSWERED_WEEK,
    focusOfWeek: text,
    wins: sample.WEEK.wins.map((win) => ({ ...win, what: text })),
    review: { ...sample.ANSWERED_WEEK.review, topTriggers: [{ trigger: text || "x", count: 500 }], answers, focus: text },
  };
  const row = { key: "goal", value: text, source: "journal" } as const;
  return {
    roadmap: (t) => roadmapView(road, t),
    "roadmap markdown": (t) => roadmapMarkdown(road, t),
    reminders: (t) => remindersView(reminders, t),
    "reminders markdown": (t) => remindersMarkdown(reminders, t),
    card: (t) => cardView(card, t),
    "card markdown": (t) => cardMarkdown(card, t),
    review: (t) => reviewView(week, t),
    "review markdown": (t) => reviewMarkdown(week, t),
    list: (t) => listView({ entries, now }, t),
    "list with long ids": (t) => listView({ entries, now, ids: new Map(entries.map(({ id }) => [id, text])) }, t),
    find: (t) => findView({ found: entries.map((entry) => foundIn(entry, [text.slice(0, 3), "a"], t)), words: [text.slice(0, 3), "a"], now }, t),
    show: (t) => entries.map((entry) => showView(entry, t)).join(""),
    "home at night": (t) => homeView({ ...sample.HOMES.night, focus: text }, t),
    "home at first": (t) => homeView({ ...sample.HOMES.first, firstTime: { folder: text } }, t),
    support: (t) => supportView({ support: { ...sample.SUPPORT, lead: text, steps: [text] }, contact: text, country: null }, t),
    config: (t) => configView([row, { ...row, value: [text, text] }], t),
    suggest: (t) => suggestView({ suggestions: [{ trigger: text || "x" }], usual: [] }, t),
    doctor: (t) => doctorView({ problems: [{ file: text, what: text, repair: text }], mendable: true, mended: 0 }, t),
    kept: (t) => keptView({ count: 1, closing: text, next: { command: text, why: text } }, t),
  };
}
