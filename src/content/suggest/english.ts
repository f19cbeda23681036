import { EMPTY, FAMILIES, SHORT_FORMS, SPELLINGS } from "./english-words.ts";
import { type Lexicon, plainLexicon, writeTable } from "./language.ts";
import { englishStem } from "./stem.ts";

/** `im=i am u=you`: every word up to the next `=` belongs to the one before. */
function pairs(text: string): ReadonlyMap<string, string> {
  const rewrites = new Map<string, string>();
  let last = "";
  for (const part of text.trim().split(/\s+/)) {
    const [short = "", first] = part.split("=");
    if (first === undefined) rewrites.set(last, `${rewrites.get(last) ?? ""} ${short}`);
    else rewrites.set((last = short), first);
  }
  return rewrites;
}

/** `shout: yell scream`: a word with a colon begins a family. */
function familiesByStem(spellings: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const families = new Map<string, Set<string>>();
  let family = "";
  for (const part of FAMILIES.trim().split(/\s+/)) {
    if (part.endsWith(":")) family = `@${part.slice(0, -1)}`;
    else {
      const stem = englishStem(spellings.get(part) ?? part);
      families.set(stem, (families.get(stem) ?? new Set()).add(family));
    }
  }
  return new Map([...families].map(([stem, names]) => [stem, [...names].join(" ")]));
}

/** The lexicon of English. Made when the project is built. */
export function englishLexicon(lang: string): Lexicon {
  const spellings = pairs(SPELLINGS);
  const shortForms = [...pairs(SHORT_FORMS)].map(([short, words]) => {
    const spelled = words.split(" ").map((word) => spellings.get(word) ?? word);
    return [short, spelled.join(" ")] as const;
  });
  const empty = EMPTY.trim().split(/\s+/).map(englishStem);
  return {
    lang,
    rewrites: writeTable(new Map([...spellings, ...shortForms])),
    families: writeTable(familiesByStem(spellings)),
    empty: `${plainLexicon(lang).empty}${empty.join(" ")} `,
  };
}
