import type { Card } from "../practice/shapes.ts";
import { cardAloud } from "./card-aloud.ts";
import { boxOf, type BoxRow } from "./card-box.ts";
import { fullDay } from "./dates.ts";
import { finish, isNarrow, paragraph } from "./lines.ts";
import { planParts } from "./plan-words.ts";
import type { Telling } from "./telling.ts";
import { displayWidth, padEnd } from "./width.ts";
import { wrap } from "./wrap.ts";

const LONGEST_ISSUE = 20;
const WRITE_COLUMNS = 36;

/** The card, and the focus of the week where there is one. */
export type CardData = Card & {
  readonly focus?: string | null;
  /** None of its sentences are the person's own yet. Left out: where there is no plan. */
  readonly starter?: boolean;
};

/** Whether the card says that its lines are ready-made. */
export function isStarter({ starter, plans }: CardData): boolean {
  return starter ?? plans.length === 0;
}

interface Frame {
  readonly narrow: boolean;
  /** Columns between the two sides. */
  readonly inner: number;
  /** Blanks before text. */
  readonly pad: number;
}

/** A place where a spoken sentence begins: it gets a line of its own. */
const SPOKEN = /(?<=:) (?=["“])/;

/** The three words as they stand on top. */
export function cardTitle({ words, goal }: Card, t: Telling): string | null {
  if (words.length > 0) return words.map((word) => t.line(word).toUpperCase()).join(` ${t.style.symbols.dot} `);
  return goal === null ? t.say("card.title").toUpperCase() : null;
}

function text(words: string, { inner, pad }: Frame, paint: BoxRow["paint"], more = 0): readonly BoxRow[] {
  const room = inner - pad - more - Math.min(pad, 3);
  return wrap(words, room).map((line) => ({ indent: pad + more, text: line, paint }));
}

function top(card: CardData, frame: Frame, t: Telling): readonly BoxRow[] {
  const { title, strong, kind } = t.style.palette;
  const head = cardTitle(card, t);
  return [
    ...(head === null ? [] : text(head, frame, title)),
    ...(card.goal === null ? [] : text(t.line(card.goal), frame, kind)),
    ...(card.focus ? text(t.say("card.focus", { focus: card.focus }), frame, strong) : []),
  ];
}

function planRows({ plans }: Card, frame: Frame, t: Telling): readonly BoxRow[] {
  const { kind } = t.style.palette;
  const { narrow, inner, pad } = frame;
  const indent = narrow ? pad + 2 : pad + 3;
  const room = inner - indent - (narrow && inner > 24 ? 5 : pad);
  const rows = plans.flatMap((plan, index) => {
    const [cue, then] = planParts(plan, t);
    return [
      ...(index === 0 ? [] : [null]),
      ...text(cue, frame, kind),
      ...then.split(SPOKEN).flatMap((part) => wrap(part, room).map((line) => ({ indent, text: line, paint: kind }))),
    ];
  });
  return (narrow ? rows : [null, ...rows, null]).map((row) => row ?? { indent: 0, text: "" });
}

function lineRows({ lines }: Card, frame: Frame, t: Telling): readonly BoxRow[] {
  const { narrow, inner, pad } = frame;
  const { strong } = t.style.palette;
  const pairs = lines.map(({ issue, line }) => [t.line(issue), t.line(line)] as const);
  if (narrow) {
    return pairs.flatMap(([issue, line]) => [
      ...text(issue, frame, strong),
      ...wrap(line, inner - pad - 2 - (inner > 24 ? 5 : 1)).map((part) => ({ indent: pad + 2, text: part })),
    ]);
  }
  const column = Math.min(LONGEST_ISSUE, Math.max(...pairs.map(([issue]) => displayWidth(issue)))) + 4;
  return pairs.flatMap(([issue, line]) => {
    const names = wrap(issue, column - 2);
    const parts = wrap(line, inner - pad - column - 2);
    return Array.from({ length: Math.max(names.length, parts.length) }, (_, at) => ({
      indent: pad,
      text: padEnd(names[at] ?? "", column) + (parts[at] ?? ""),
    }));
  });
}

function quoteRows({ quote }: Card, frame: Frame, t: Telling): readonly BoxRow[] {
  if (quote === null) return [];
  const { quiet } = t.style.palette;
  return [
    ...text(`"${t.line(quote.text)}"`, frame, undefined),
    ...text(t.line(`${quote.author}, ${quote.work}`), frame, quiet),
  ];
}

function foot({ breath, contact, date }: Card, frame: Frame, t: Telling): readonly BoxRow[] {
  const { quiet } = t.style.palette;
  const day = fullDay(date, "short", t);
  const last = frame.narrow ? day : `${"_".repeat(WRITE_COLUMNS)}        ${day}`;
  return [
    ...text(t.line(breath), frame, undefined),
    ...(contact === null ? [] : text(t.say("card.help", { contact }), frame, undefined)),
    ...(frame.inner - frame.pad < displayWidth(last) ? text(day, frame, quiet) : [{ indent: frame.pad, text: last, paint: quiet }]),
  ];
}

function frameOf(t: Telling): Frame & { readonly margin: number } {
  const { width } = t.style;
  const narrow = isNarrow(t.style);
  const margin = width >= 74 ? 6 : width >= 30 ? 2 : 0;
  const inner = Math.min(64, width - 2 - margin - (width >= 30 ? 2 : 0));
  return { narrow, inner, pad: width < 30 ? 1 : narrow ? 2 : 3, margin };
}

/** The card in the terminal. Without a plan it says that it is a starter. */
export function cardView(card: CardData, t: Telling): string {
  if (t.style.screenReader) return cardAloud(card, t);
  const frame = frameOf(t);
  const sections = [
    top(card, frame, t),
    card.plans.length === 0 ? [] : planRows(card, frame, t),
    card.lines.length === 0 ? [] : lineRows(card, frame, t),
    quoteRows(card, frame, t),
    foot(card, frame, t),
  ];
  const box = boxOf(sections, frame.inner, t).map((line) => " ".repeat(frame.margin) + line);
  return finish([...box, ...(isStarter(card) ? ["", ...paragraph(t.say("card.starter"), t)] : [])]);
}
