import { FAMILIES, SHORT_FORMS, SPELLINGS } from "./english-words.ts";
import type { Language } from "./language.ts";

const EMPTY = `a an the of to in on at for from with by as and or but so if then than that this these those it its is be
  are was were been am i me my we us our you your he him his she her they them their do did does will would shall there
  here just really very also some any all 0 oh ok well yes please thank`;

function unvoiced(word: string): string {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

function bare(word: string): string {
  if (word.endsWith("ied") && word.length > 4) return `${word.slice(0, -3)}y`;
  const cut = /(?:ed|ly)$/.test(word) ? word.slice(0, -2) : word.endsWith("ing") ? word.slice(0, -3) : word;
  if (cut === word || cut.length < 3 || !/[aeiouy]/.test(cut)) return word;
  return /([bdgmnprt])\1$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** A light stemmer: plural, past, -ing and -ly; British and American endings as one (-ise, -our). */
export function englishStem(word: string): string {
  if (word.length <= 3) return word;
  const stem = bare(unvoiced(word)).replace(/is(?=e$|ation$)/, "iz").replace(/our$/, "or");
  if (stem.length <= 3) return stem;
  return stem.endsWith("e") ? stem.slice(0, -1) : stem.endsWith("y") ? `${stem.slice(0, -1)}i` : stem;
}

/** `im=i am u=you`: every word up to the next `=` belongs to the one before. */
function pairs(text: string): Map<string, string[]> {
  const rewrites = new Map<string, string[]>();
  let words: string[] = [];
  for (const part of text.trim().split(/\s+/)) {
    const [short = "", first] = part.split("=");
    if (first === undefined) words.push(short);
    else rewrites.set(short, (words = first === "" ? [] : [first]));
  }
  return rewrites;
}

function familiesByStem(rewrites: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const families = new Map<string, string[]>();
  for (const line of FAMILIES.trim().split("\n")) {
    const [name = "", words = ""] = line.trim().split(": ");
    for (const word of words.split(" ")) {
      const stem = englishStem(rewrites.get(word)?.[0] ?? word);
      const known = families.get(stem) ?? [];
      if (!known.includes(`@${name}`)) families.set(stem, [...known, `@${name}`]);
    }
  }
  return families;
}

function english(): Language {
  const spellings = pairs(SPELLINGS);
  const rewrites = new Map(spellings);
  for (const [short, words] of pairs(SHORT_FORMS)) rewrites.set(short, words.flatMap((word) => spellings.get(word) ?? [word]));
  return {
    stem: englishStem,
    rewrites,
    families: familiesByStem(spellings),
    empty: new Set(EMPTY.split(/\s+/).map((word) => englishStem(word))),
  };
}

export const ENGLISH: Language = english();
