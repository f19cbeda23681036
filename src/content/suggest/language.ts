import { stemOf } from "./stem.ts";

/** What is known of the words of one language. A few long texts, since they are read at each start. */
export interface Lexicon {
  /** The tag of its content folder. */
  readonly lang: string;
  /** Short forms and spellings, written out: `;im=i am;u=you;`. With nothing after the sign, the word is dropped. */
  readonly rewrites: string;
  /** By stem, the families it belongs to: `;yell=@shout;`. */
  readonly families: string;
  /** Stems that say nothing by themselves, each between blanks. */
  readonly empty: string;
}

/** A language whose words are only lower-cased and bared of accents. */
export function plainLexicon(lang: string): Lexicon {
  return { lang, rewrites: ";", families: ";", empty: " 0 !! ?? " };
}

/** Writes a table of words as one text. */
export function writeTable(entries: Iterable<readonly [string, string]>): string {
  return `;${[...entries].map(([word, meaning]) => `${word}=${meaning};`).join("")}`;
}

function found(table: string, word: string): string | undefined {
  const at = table.indexOf(`;${word}=`);
  return at < 0 ? undefined : table.slice(at + word.length + 2, table.indexOf(";", at + 1));
}

function parts(text: string): readonly string[] {
  return text === "" ? [] : text.split(" ");
}

/** The stems a written word stands for. */
export function stemsOf(word: string, lexicon: Lexicon): readonly string[] {
  const written = found(lexicon.rewrites, word);
  return written === undefined ? [stemOf(word, lexicon.lang)] : parts(written).map((whole) => stemOf(whole, lexicon.lang));
}

/** Families of a stem. */
export function familiesOf(stem: string, lexicon: Lexicon): readonly string[] {
  return parts(found(lexicon.families, stem) ?? "");
}

/** Whether a stem says nothing by itself: an article, a pronoun, a number. */
export function isEmpty(stem: string, lexicon: Lexicon): boolean {
  return lexicon.empty.includes(` ${stem} `);
}
