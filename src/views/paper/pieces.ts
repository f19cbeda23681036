import { withoutEnd } from "../../reflection/ends.ts";
import type { Say } from "../../content/message.ts";
import type { Card } from "../../practice/shapes.ts";
import { closed } from "../plan-words.ts";
import { printable, signWords, type Covers, type Printable, type Replaced } from "./printable.ts";

/** What is put on paper. */
export interface CardSheet {
  readonly card: Card;
  /** One thing for the week, from the review. */
  readonly focus: string | null;
  /** No plan of one's own yet: the card says so. */
  readonly starter: boolean;
  /** The card's date in words: "22 Nov 2026". */
  readonly date: string;
  /** BCP 47 tag of the content. */
  readonly lang: string;
  readonly say: Say;
}

export type PieceKind =
  | "words"
  | "goal"
  | "focus"
  | "plan"
  | "line"
  | "breath"
  | "help"
  | "quote"
  | "note"
  | "foot";

export interface PieceName {
  readonly kind: PieceKind;
  /** From 1 for plans and kind lines; 0 where there is only one of the kind. */
  readonly number: number;
}

/** One thing on the card that is printed whole or not at all. */
export interface Piece extends PieceName {
  /** `plan`: if and then; `line`: issue and line; `quote`: text and source; else one text. */
  readonly texts: readonly string[];
  /** The same, shorter, longest first: tried where the whole does not fit. */
  readonly shorter: readonly (readonly string[])[];
}

/** A piece whose letters no font draws. */
export interface Unprintable extends PieceName {
  readonly letters: readonly string[];
}

export interface Pieces {
  readonly pieces: readonly Piece[];
  readonly unprintable: readonly Unprintable[];
  readonly replaced: readonly Replaced[];
}

interface Raw extends PieceName {
  readonly texts: readonly string[];
  /** What frames the texts once they are known to be printable: "If …,". */
  readonly frame?: (texts: readonly string[]) => readonly string[];
}

function upper(text: string, lang: string): string {
  return text.toLocaleUpperCase(lang).normalize("NFC");
}

function planFrame(say: Say): (texts: readonly string[]) => readonly string[] {
  return ([cue = "", action = ""]) => [
    say("card.if", { if: withoutEnd(cue, /[\s.,;:]/) }),
    closed(say("card.then", { then: action })),
  ];
}

function one(kind: PieceKind, text: string | null, frame?: (text: string) => string): Raw[] {
  if (text === null || text.trim() === "") return [];
  const framed = frame === undefined ? {} : { frame: (texts: readonly string[]) => texts.map((each) => frame(each)) };
  return [{ kind, number: 0, texts: [text], ...framed }];
}

function rawPieces({ card, focus, starter, date, lang, say }: CardSheet): readonly Raw[] {
  const plan = planFrame(say);
  return [
    ...one("words", upper(card.words.length === 0 ? say("card.title") : card.words.join(" · "), lang)),
    ...one("goal", card.goal),
    ...one("focus", focus, (text) => say("card.focus", { focus: text })),
    ...card.plans.map((each, at): Raw => ({ kind: "plan", number: at + 1, texts: [each.if, each.then], frame: plan })),
    ...card.lines.map((each, at): Raw => ({ kind: "line", number: at + 1, texts: [each.issue, each.line] })),
    ...one("note", starter ? say("card.starterShort") : null),
    ...one("breath", card.breath),
    ...one("help", card.contact, (text) => say("card.help", { contact: text })),
    ...(card.quote === null
      ? []
      : [{ kind: "quote", number: 0, texts: [card.quote.text, `${card.quote.author}, ${card.quote.work}`] } as const]),
    { kind: "foot", number: 0, texts: [date] },
  ];
}

/** The first sentence, else the longest run of clauses up to `most` characters with a sign that there was more. */
function shorterTexts(text: string): readonly string[] {
  const first = /^.{12,}?[.!?…](?=\s)/u.exec(text)?.[0];
  const clause = /^(.{24,140})[,;:–—](?=\s)/u.exec(text)?.[1];
  return [...(first === undefined ? [] : [first]), ...(clause === undefined ? [] : [`${clause} …`])];
}

function pieceOf(raw: Raw, texts: readonly string[]): Piece {
  const frame = raw.frame ?? ((plain: readonly string[]) => plain);
  const [only = ""] = texts;
  const shorter = raw.kind === "goal" || raw.kind === "focus" ? shorterTexts(only) : [];
  return { kind: raw.kind, number: raw.number, texts: frame(texts), shorter: shorter.map((text) => frame([text])) };
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Keeps a text that runs from right to left from reordering the sentence it is put into. */
function isolated(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}

/** Everything that wants to stand on the card, in the order in which it is read, made ready for the fonts. */
export function cardPieces(sheet: CardSheet, covers: Covers): Pieces {
  const words = signWords(sheet.say("card.signs"));
  const pieces: Piece[] = [];
  const unprintable: Unprintable[] = [];
  const replaced = new Map<string, Replaced>();
  for (const raw of rawPieces(sheet)) {
    const ready: readonly Printable[] = raw.texts.map((text) => printable(text, covers, words));
    const letters = [...new Set(ready.flatMap(({ missing }) => missing))];
    const empty = ready.some(({ text }) => text === "");
    if (letters.length > 0 || empty) {
      const signs = ready.flatMap((each) => each.replaced.map(({ sign }) => sign));
      unprintable.push({ kind: raw.kind, number: raw.number, letters: letters.length > 0 ? letters : signs });
      continue;
    }
    for (const each of ready.flatMap((text) => text.replaced)) replaced.set(each.sign, each);
    pieces.push(pieceOf(raw, ready.map(({ text }) => isolated(text))));
  }
  return { pieces, unprintable, replaced: [...replaced.values()] };
}
