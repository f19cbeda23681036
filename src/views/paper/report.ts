import type { Say } from "../../content/message.ts";
import type { PieceName, Pieces, Unprintable } from "./pieces.ts";
import type { Replaced } from "./printable.ts";
import type { Filled } from "./panel.ts";

/** How the paper differs from the card on the screen. */
export interface PaperReport {
  /** No room at this size. */
  readonly noRoom: readonly PieceName[];
  readonly shortened: readonly PieceName[];
  /** No font for its letters. */
  readonly unprintable: readonly Unprintable[];
  readonly replaced: readonly Replaced[];
}

function nameOf({ kind, number }: PieceName): PieceName {
  return { kind, number };
}

export function paperReport(pieces: Pieces, sides: readonly Filled[]): PaperReport {
  return {
    noRoom: sides.flatMap(({ leftOut }) => leftOut.map(nameOf)),
    shortened: sides.flatMap(({ shortened }) => shortened.map(nameOf)),
    unprintable: pieces.unprintable,
    replaced: pieces.replaced,
  };
}

function list(parts: readonly string[], lang: string): string {
  return new Intl.ListFormat(lang, { type: "conjunction" }).format(parts);
}

/** At most this many letters are shown of a text that cannot be printed. */
const LETTERS_SHOWN = 8;

/** The report as sentences, without the person's words; empty where paper and screen agree. */
export function spokenReport(report: PaperReport, say: Say, lang: string): readonly string[] {
  const parts = (names: readonly PieceName[]): string =>
    list(names.map(({ kind, number }) => say(`card.part.${kind}`, { number })), lang);
  const letters = [...new Set(report.unprintable.flatMap((piece) => piece.letters))];
  const shown = [...letters.slice(0, LETTERS_SHOWN), ...(letters.length > LETTERS_SHOWN ? ["…"] : [])].join(" ");
  return [
    ...(report.noRoom.length > 0 ? [say("card.noRoom", { parts: parts(report.noRoom) })] : []),
    ...(report.shortened.length > 0 ? [say("card.shorter", { parts: parts(report.shortened) })] : []),
    ...(letters.length > 0
      ? [say("card.noLetters", { letters: shown, parts: parts(report.unprintable) }), say("card.noLettersNext")]
      : []),
    ...report.replaced.map(({ sign, word }) =>
      word === null ? say("card.without", { sign }) : say("card.instead", { sign, word }),
    ),
  ];
}
