import { englishLexicon } from "./english.ts";
import { type Lexicon, plainLexicon } from "./language.ts";
import { spanishLexicon } from "./spanish.ts";

/** The lexicon of a language, by the tag of its content folder. Made when the project is built. */
export function lexiconOf(lang: string): Lexicon {
  if (lang.startsWith("en")) return englishLexicon(lang);
  return lang.startsWith("es") ? spanishLexicon(lang) : plainLexicon(lang);
}
