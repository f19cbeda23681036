import { ENGLISH } from "./english.ts";

/** What a language knows about its words. Without a language of its own, words are only lower-cased and bared of accents. */
export interface Language {
  /** Cuts endings, so that "yelling" and "yelled" are one word. */
  readonly stem: (word: string) => string;
  /** Short forms and spellings, written out as one word or several. */
  readonly rewrites: ReadonlyMap<string, readonly string[]>;
  /** By stem: the families it belongs to, each beginning with "@". */
  readonly families: ReadonlyMap<string, readonly string[]>;
  /** Stems that say nothing by themselves. */
  readonly empty: ReadonlySet<string>;
}

const PLAIN: Language = { stem: (word) => word, rewrites: new Map(), families: new Map(), empty: new Set() };

/** By the tag of a content folder: `en`. */
export function languageOf(lang: string): Language {
  return lang.startsWith("en") ? ENGLISH : PLAIN;
}
