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

const NOW = { shift: "2026-11-22" };
const ENTRIES = { entries: sample.ENTRIES, now: NOW };
const FOUND = { entries: sample.ENTRIES.filter(({ kind }) => kind !== "win").slice(1), words: ["refund", "cafe"], now: NOW };
const SHORT_CARD = { ...sample.CARD, lines: sample.CARD.lines.slice(0, 2), contact: "my lead, ext. 4410" };
const QUOTE = { text: "The greatest remedy for anger is delay", author: "Seneca", work: "On Anger II.29 (Stewart)" };
const FULL_CARD = { ...sample.CARD, focus: "let them finish first", quote: QUOTE };

/** Every view on the sample journal, by name. */
export const VIEWS: Readonly<Record<string, (t: Telling) => string>> = {
  roadmap: (t) => roadmapView(sample.ROAD, t),
  "roadmap-empty": (t) => roadmapView(sample.EMPTY_ROAD, t),
  "roadmap-markdown": (t) => roadmapMarkdown(sample.ROAD, t),
  "roadmap-empty-markdown": (t) => roadmapMarkdown(sample.EMPTY_ROAD, t),
  reminders: (t) => remindersView(sample.REMINDERS, t),
  "reminders-empty": (t) => remindersView([], t),
  "reminders-markdown": (t) => remindersMarkdown(sample.REMINDERS, t),
  card: (t) => cardView(sample.CARD, t),
  "card-short": (t) => cardView(SHORT_CARD, t),
  "card-full": (t) => cardView(FULL_CARD, t),
  "card-starter": (t) => cardView(sample.STARTER_CARD, t),
  "card-markdown": (t) => cardMarkdown(FULL_CARD, t),
  "card-starter-markdown": (t) => cardMarkdown(sample.STARTER_CARD, t),
  review: (t) => reviewView(sample.WEEK, t),
  "review-answered": (t) => reviewView(sample.ANSWERED_WEEK, t),
  "review-quiet": (t) => reviewView({ ...sample.QUIET_WEEK, asking: true }, t),
  "review-quiet-shown": (t) => reviewView(sample.QUIET_WEEK, t),
  "review-markdown": (t) => reviewMarkdown(sample.ANSWERED_WEEK, t),
  "review-quiet-markdown": (t) => reviewMarkdown(sample.QUIET_WEEK, t),
  list: (t) => listView(ENTRIES, t),
  "list-empty": (t) => listView({ entries: [], now: NOW }, t),
  "list-filtered": (t) => listView({ entries: [], now: NOW, filtered: true }, t),
  find: (t) => findView({ ...FOUND, found: FOUND.entries.map((entry) => foundIn(entry, FOUND.words, t)) }, t),
  "find-nothing": (t) => findView({ ...FOUND, found: [] }, t),
  show: (t) => showView(sample.WHOLE, t),
  "home-first": (t) => homeView(sample.HOMES.first, t),
  "home-night": (t) => homeView(sample.HOMES.night, t),
  "home-review": (t) => homeView(sample.HOMES.review, t),
  "home-draft": (t) => homeView(sample.HOMES.draft, t),
  "home-drafts": (t) => homeView(sample.HOMES.drafts, t),
  support: (t) => supportView({ support: sample.SUPPORT, contact: "my lead, desk 12", country: null }, t),
  "support-country": (t) => supportView({ support: sample.SUPPORT, contact: null, country: "GB" }, t),
  "support-harm": (t) => supportView({ support: sample.SUPPORT, contact: null, country: "US", selfHarm: true }, t),
  config: (t) => configView(sample.SETTING_ROWS, t),
  suggest: (t) => suggestView({ suggestions: [{ trigger: "rude_tone" }, { trigger: "saying_no" }], usual: [] }, t),
  "suggest-weak": (t) => suggestView({ suggestions: [{ trigger: "rude_tone" }, { trigger: "saying_no" }], weak: true, usual: [] }, t),
  "suggest-nothing": (t) => suggestView({ suggestions: [], usual: ["rude_tone"] }, t),
  "suggest-nothing-at-all": (t) => suggestView({ suggestions: [], usual: [] }, t),
  doctor: (t) => doctorView(sample.DOCTOR, t),
  "doctor-mended": (t) => doctorView({ problems: [], mendable: false, mended: 1 }, t),
  kept: (t) => keptView(sample.KEPT, t),
  "kept-many": (t) => keptView({ count: 10, closing: null, next: null }, t),
};
