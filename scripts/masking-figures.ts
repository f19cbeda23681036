import { IDENTIFYING, type Identifying } from "../src/reflection/identifying/span.ts";
import { type CorpusMeasure, measureMasking } from "./measure-masking.ts";

/** How well one kind is found in one set of sentences. Shares from 0 to 1; null where nothing is labelled or found. */
export interface MaskingRow {
  readonly kind: Identifying;
  readonly set: "developed" | "unseen";
  readonly labelled: number;
  readonly recall: number | null;
  readonly precision: number | null;
  /** Recall and precision that the developed set must reach. */
  readonly bar: { readonly recall: number; readonly precision: number };
}

const BAR = { recall: 0.95, precision: 0.95 };
const CARD_BAR = { recall: 1, precision: 0.95 };

interface Counts {
  readonly labelled: number;
  readonly found: number;
  readonly right: number;
}

function sum(measures: readonly CorpusMeasure[], kind: Identifying): Counts {
  const total = (pick: (counts: Counts) => number): number => measures.reduce((all, { kinds }) => all + pick(kinds[kind]), 0);
  return { labelled: total(({ labelled }) => labelled), found: total(({ found }) => found), right: total(({ right }) => right) };
}

function row(set: MaskingRow["set"], kind: Identifying, measures: readonly CorpusMeasure[]): MaskingRow {
  const { labelled, found, right } = sum(measures, kind);
  return {
    kind,
    set,
    labelled,
    recall: labelled === 0 ? null : right / labelled,
    precision: found === 0 ? null : right / found,
    bar: kind === "card" ? CARD_BAR : BAR,
  };
}

/** Recall and precision of masking: a row for each kind, in the sentences it was made with and in those it was not. */
export async function maskingFigures(): Promise<readonly MaskingRow[]> {
  const { developed, second, unseen, third } = await measureMasking();
  return IDENTIFYING.flatMap((kind) => [row("developed", kind, [developed, second]), row("unseen", kind, [unseen, third])]);
}

/** Kinds of the developed set that miss their bar. */
export function missedBars(rows: readonly MaskingRow[]): readonly MaskingRow[] {
  return rows.filter(({ set, recall, precision, bar }) => set === "developed" && ((recall ?? 0) < bar.recall || (precision ?? 0) < bar.precision));
}

function share(value: number | null): string {
  return (value === null ? "-" : `${(value * 100).toFixed(1)} %`).padStart(9);
}

/** The rows as a table of text, for the bench. */
export function maskingTable(rows: readonly MaskingRow[]): string {
  const head = `${"kind".padEnd(11)}${"sentences".padEnd(11)}${"labelled".padStart(9)}${"recall".padStart(9)}${"precision".padStart(10)}`;
  const lines = rows.map(
    ({ kind, set, labelled, recall, precision }) =>
      `${kind.padEnd(11)}${set.padEnd(11)}${String(labelled).padStart(9)}${share(recall)} ${share(precision)}`,
  );
  return [head, ...lines].join("\n");
}

async function main(): Promise<void> {
  const rows = await maskingFigures();
  console.log(maskingTable(rows));
  if (missedBars(rows).length > 0) process.exitCode = 1;
}

if (process.argv[1] === import.meta.filename) void main();
