import { SUPPORT_TRIGGER } from "../reflection/vocabulary.ts";
import type { Reporter } from "./check-shape.ts";
import { shown } from "./file-problem.ts";
import type { Path } from "./parse.ts";
import { namesIn } from "./shape.ts";
import type { Area } from "./areas.ts";
import type { MessageFile, Source } from "./source.ts";

type Reporters = Readonly<Record<Area, Reporter>>;

/** Kind lines that a trigger has at least, so that the card always finds one that is not yet known by heart. */
const LEAST_LINES = 3;

/** Two texts that a person could not tell apart. */
function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[\s\p{P}]+/gu, " ").trim();
}

function unique(texts: Iterable<readonly [Path, string]>, out: Reporter): void {
  const before = new Map<string, Path>();
  for (const [path, text] of texts) {
    const first = before.get(folded(text));
    if (first === undefined) before.set(folded(text), path);
    else out.report(path, `${shown(text)} stands at ${first.join(".")} already`, "each wording once");
  }
}

function checkTriggers(triggers: Source["triggers"], out: Reporter): void {
  const entries = Object.entries(triggers);
  for (const key of ["label", "issue", "meaning", "if"] as const) {
    unique(entries.map(([id, trigger]) => [[id, key], trigger[key]]), out);
  }
  for (const [id, { plans, scenes }] of entries) {
    if (id === SUPPORT_TRIGGER) {
      if (plans !== undefined) out.report([id, "plans"], "this trigger takes no plan", "the key left out", "key");
      if (scenes !== undefined) out.report([id, "scenes"], "this trigger is not rehearsed", "the key left out", "key");
    } else {
      if (plans?.length !== 3) out.report([id, "plans"], "it needs three ready plans", "exactly 3", "key");
      if (scenes === undefined) out.report([id], `the key "scenes" is missing`, "3 or more scenes", "key");
    }
  }
}

function checkLines(source: Source, out: Reporter): void {
  const counts = new Map<string, number>();
  for (const [id, line] of Object.entries(source.lines)) {
    for (const trigger of line.triggers ?? []) counts.set(trigger, (counts.get(trigger) ?? 0) + 1);
    if (line.if !== undefined && line.then === undefined) out.report([id, "if"], `"if" has no "then"`, "both, or none");
    if (line.then !== undefined && line.if === undefined) out.report([id, "then"], `"then" has no "if"`, "both, or none");
  }
  for (const id of Object.keys(source.triggers)) {
    const count = counts.get(id) ?? 0;
    if (id !== SUPPORT_TRIGGER && count < LEAST_LINES) {
      out.report([], `"${id}" has ${count} lines`, `${LEAST_LINES} or more for each trigger`);
    }
  }
  unique(Object.entries(source.lines).map(([id, line]) => [[id, "text"], line.text]), out);
}

function labelsOf(items: Readonly<Record<string, { readonly label: string }>>): [Path, string][] {
  return Object.entries(items).map(([id, item]) => [[id, "label"], item.label]);
}

function textsOf(items: Readonly<Record<string, string>>, ...before: readonly string[]): [Path, string][] {
  return Object.entries(items).map(([id, text]) => [[...before, id], text]);
}

/** Reports what no single shape can see: labels that repeat, missing plans and lines, phrasings under two triggers. */
export function checkReferences(source: Source, out: Reporters): void {
  checkTriggers(source.triggers, out.triggers);
  checkLines(source, out.lines);
  unique(labelsOf(source.reactions), out.reactions);
  unique(Object.entries(source.reactions).map(([id, { tend }]) => [[id, "tend"], tend]), out.reactions);
  for (const key of ["label", "heading", "where", "when"] as const) {
    unique(Object.entries(source.stages).map(([id, stage]) => [[id, key], stage[key]]), out.stages);
  }
  unique(labelsOf(source.responses), out.responses);
  unique(labelsOf(source.habits), out.habits);
  for (const area of ["feelings", "channels", "needs"] as const) unique(textsOf(source[area]), out[area]);
  for (const [field, labels] of Object.entries(source.choices)) unique(textsOf(labels, field), out.choices);
  unique(Object.entries(source.quotations).map(([id, quotation]) => [[id, "text"], quotation.text]), out.quotations);
  unique(phrasingsOf(source.phrasings), out.phrasings);
  unique(source.support.people.map(({ country }, index) => [["people", index, "country"], country]), out.support);
}

function phrasingsOf(phrasings: Source["phrasings"]): [Path, string][] {
  return Object.entries(phrasings).flatMap(([id, texts]) =>
    texts.map((text, index): [Path, string] => [[id, index], text]),
  );
}

/**
 * Reports plural forms that the language does not have, a missing `other`, forms that speak of different values, and
 * names that repeat the name of the file.
 */
export function checkMessages(area: string, messages: MessageFile, lang: string, out: Reporter): void {
  const categories = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
  for (const [name, message] of Object.entries(messages)) {
    if (name.startsWith(`${area}.`)) out.report([name], `the name repeats "${area}."`, name.slice(area.length + 1), "key");
    if (typeof message === "string") continue;
    const known: readonly string[] = categories;
    const needed = namesIn(message["other"] ?? "").filter((value) => value !== "count");
    if (message["other"] === undefined) out.report([name], `the form "other" is missing`, known.join(", "), "key");
    for (const [category, text] of Object.entries(message)) {
      if (!known.includes(category)) {
        out.report([name, category], `${shown(category)} is no plural form of ${lang}`, known.join(", "), "key");
      }
      const given = namesIn(text).filter((value) => value !== "count");
      const differ = [...needed.filter((value) => !given.includes(value)), ...given.filter((value) => !needed.includes(value))];
      if (message["other"] !== undefined && differ.length > 0) {
        out.report([name, category], `the forms differ in {${differ.join("}, {")}}`, "the same values in each form");
      }
    }
  }
}
