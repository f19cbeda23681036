import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseYaml } from "../src/content/parse.ts";
import { findIdentifying } from "../src/reflection/identifying/find.ts";
import { loadPhoneCheck } from "../src/reflection/identifying/load-phone-check.ts";
import type { PhoneCheck } from "../src/reflection/identifying/phone-check.ts";
import { IDENTIFYING, type Identifying } from "../src/reflection/identifying/span.ts";

export interface Label {
  readonly start: number;
  readonly end: number;
  readonly kind: Identifying;
}

/** One sentence of a corpus, its marks taken out. */
export interface Labelled {
  readonly text: string;
  readonly labels: readonly Label[];
  readonly country: string;
  readonly hard: boolean;
  /** Digits written as words: reported, not barred. */
  readonly spelled: boolean;
}

interface Group {
  readonly hard?: boolean;
  readonly spelled?: boolean;
  readonly country?: string;
  readonly sentences: readonly string[];
}

const MARK = /\[\[([a-z]+)\|(.*?)\]\]/gs;

function labelled(marked: string, group: Group): Labelled {
  const labels: Label[] = [];
  let text = "";
  let at = 0;
  for (const { 0: mark, 1: kind, 2: inner = "", index } of marked.matchAll(MARK)) {
    const known = IDENTIFYING.find((one) => one === kind);
    if (known === undefined) throw new Error(`no kind ${String(kind)} in the corpus`);
    text += marked.slice(at, index);
    labels.push({ start: text.length, end: text.length + inner.length, kind: known });
    text += inner;
    at = index + mark.length;
  }
  const { country = "US", hard = false, spelled = false } = group;
  return { text: text + marked.slice(at), labels, country, hard, spelled };
}

/** The sentences of a corpus: `tests/corpus/<name>.yaml`. */
export function readCorpus(name: string): readonly Labelled[] {
  const file = join(import.meta.dirname, "../tests/corpus", `${name}.yaml`);
  const { value, problems } = parseYaml(readFileSync(file, "utf8"), file);
  if (problems.length > 0) throw new Error(`${name}: ${problems.map(({ line, what }) => `${line}: ${what}`).join("; ")}`);
  return (value as readonly Group[]).flatMap((group) => group.sentences.map((sentence) => labelled(sentence, group)));
}

/** How well one kind is found. A find is right when its first and last unit are those of a label of its kind. */
export interface KindMeasure {
  readonly labelled: number;
  readonly found: number;
  readonly right: number;
  /** right / labelled; null where nothing is labelled */
  readonly recall: number | null;
  /** right / found; null where nothing was found */
  readonly precision: number | null;
  /** Labels of which something stays readable, whatever kind was found there. */
  readonly readable: number;
}

export interface CorpusMeasure {
  readonly sentences: number;
  readonly hard: number;
  readonly kinds: Readonly<Record<Identifying, KindMeasure>>;
}

export interface MaskingMeasure {
  /** The corpus that the finder was developed against. */
  readonly developed: CorpusMeasure;
  /** Its sentences in which digits are written as words. */
  readonly spelled: CorpusMeasure;
  /** Held out at first, then used to mend what the finder missed in it. */
  readonly second: CorpusMeasure;
  /** Sentences of other styles, written after the finder. No rule was ever made because of one of them. */
  readonly unseen: CorpusMeasure;
  /** Written before the rules for references were made wider; no rule was made because of a sentence in it. */
  readonly third: CorpusMeasure;
}

function same(a: Label, b: Label): boolean {
  return a.kind === b.kind && a.start === b.start && a.end === b.end;
}

export interface Outcome extends Labelled {
  readonly finds: readonly Label[];
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function measureKind(outcomes: readonly Outcome[], kind: Identifying): KindMeasure {
  const of = (spans: readonly Label[]): readonly Label[] => spans.filter((span) => span.kind === kind);
  const count = (pick: (outcome: Outcome) => number): number => outcomes.reduce((sum, one) => sum + pick(one), 0);
  const labels = count((one) => of(one.labels).length);
  const found = count((one) => of(one.finds).length);
  const right = count((one) => of(one.labels).filter((label) => one.finds.some((find) => same(find, label))).length);
  const readable = count(
    (one) => of(one.labels).filter(({ start, end }) => !one.finds.some((find) => find.start <= start && find.end >= end)).length,
  );
  return { labelled: labels, found, right, recall: share(right, labels), precision: share(right, found), readable };
}

/** Runs the finder over sentences. */
export function outcomesOf(sentences: readonly Labelled[], phoneCheck: PhoneCheck): readonly Outcome[] {
  return sentences.map((one) => ({ ...one, finds: findIdentifying(one.text, { country: one.country, phoneCheck }) }));
}

export function measureCorpus(outcomes: readonly Outcome[]): CorpusMeasure {
  return {
    sentences: outcomes.length,
    hard: outcomes.filter(({ hard }) => hard).length,
    kinds: Object.fromEntries(IDENTIFYING.map((kind) => [kind, measureKind(outcomes, kind)])) as CorpusMeasure["kinds"],
  };
}

/** Recall and precision of the finder, by kind. */
export async function measureMasking(): Promise<MaskingMeasure> {
  const phoneCheck = await loadPhoneCheck();
  const outcomes = outcomesOf(readCorpus("identifying.en"), phoneCheck);
  return {
    developed: measureCorpus(outcomes.filter(({ spelled }) => !spelled)),
    spelled: measureCorpus(outcomes.filter(({ spelled }) => spelled)),
    second: measureCorpus(outcomesOf(readCorpus("identifying-second.en"), phoneCheck)),
    unseen: measureCorpus(outcomesOf(readCorpus("identifying-unseen.en"), phoneCheck)),
    third: measureCorpus(outcomesOf(readCorpus("identifying-third.en"), phoneCheck)),
  };
}

function percent(value: number | null): string {
  return value === null ? "-" : `${(value * 100).toFixed(1)} %`;
}

function row(cells: readonly (string | number)[]): string {
  return cells.map((cell, index) => (index === 0 ? `  ${String(cell).padEnd(10)}` : String(cell).padStart(11))).join("");
}

function table(title: string, { sentences, hard, kinds }: CorpusMeasure): string {
  const rows = IDENTIFYING.map((kind) => {
    const { labelled: labels, found, recall, precision, readable } = kinds[kind];
    return row([kind, labels, found, percent(recall), percent(precision), readable]);
  });
  const head = row(["kind", "labelled", "found", "recall", "precision", "readable"]);
  return [`${title} (${sentences} sentences, ${hard} of them hard)`, head, ...rows].join("\n");
}

async function main(): Promise<void> {
  const measure = await measureMasking();
  if (process.argv.includes("--json")) console.log(JSON.stringify(measure, null, 2));
  else console.log(Object.entries(measure).map(([title, one]) => table(title, one as CorpusMeasure)).join("\n\n"));
}

if (process.argv[1] === import.meta.filename) void main();
