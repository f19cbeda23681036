// No regular expressions here: each costs a start more than the few words of one query.

function endsWithAny(word: string, endings: readonly string[]): boolean {
  return endings.some((ending) => word.endsWith(ending));
}

function withoutPlural(word: string): string {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (endsWithAny(word, ["xes", "ches", "shes", "sses"])) return word.slice(0, -2);
  return word.endsWith("s") && !endsWithAny(word, ["ss", "us", "is"]) ? word.slice(0, -1) : word;
}

function hasVowel(word: string): boolean {
  for (const letter of word) if ("aeiouy".includes(letter)) return true;
  return false;
}

function withoutForm(word: string): string {
  if (word.endsWith("ied") && word.length > 4) return `${word.slice(0, -3)}y`;
  const cut = endsWithAny(word, ["ed", "ly"]) ? word.slice(0, -2) : word.endsWith("ing") ? word.slice(0, -3) : word;
  if (cut === word || cut.length < 3 || !hasVowel(cut)) return word;
  const last = cut.charAt(cut.length - 1);
  return last === cut.charAt(cut.length - 2) && "bdgmnprt".includes(last) ? cut.slice(0, -1) : cut;
}

/** -ise and -isation as -ize, -our as -or. */
function american(word: string): string {
  for (const ending of ["is", "ise", "isation"]) {
    if (word.endsWith(ending) && word.length - ending.length >= 4) return `${word.slice(0, -ending.length)}iz${ending.slice(2)}`;
  }
  return word.endsWith("our") ? `${word.slice(0, -3)}or` : word;
}

/** A light stemmer for English: plural, past, -ing and -ly; British and American endings as one. */
export function englishStem(word: string): string {
  if (word.length <= 3) return word;
  const stem = american(withoutForm(withoutPlural(word)));
  if (stem.length <= 3) return stem;
  return stem.endsWith("e") ? stem.slice(0, -1) : stem.endsWith("y") ? `${stem.slice(0, -1)}i` : stem;
}

/** Endings of Spanish nouns and verbs without accents, the longest first. */
const SPANISH = [
  "aciones", "iciones", "amente", "acion", "icion", "mente", "iendo", "ieron", "andose", "ando", "aban", "aron", "ados",
  "adas", "idos", "idas", "arme", "erme", "irme", "arse", "erse", "irse", "aba", "ada", "ado", "ida", "ido", "ian", "ar",
  "er", "ir", "ia", "os", "as", "es", "io", "en", "an", "o", "a", "e", "s",
];

/** A light stemmer for Spanish: number, gender and the commonest forms of verbs. Three letters stay at least. */
export function spanishStem(word: string): string {
  const ending = SPANISH.find((one) => word.length - one.length >= 3 && word.endsWith(one));
  return ending === undefined ? word : word.slice(0, -ending.length);
}

/** Cuts the endings of a lower-case word, so that "yelling" and "yelled" are one. */
export function stemOf(word: string, lang: string): string {
  return lang.startsWith("en") ? englishStem(word) : lang.startsWith("es") ? spanishStem(word) : word;
}
