function withoutPlural(word: string): string {
  if (word.endsWith("ies") && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith("s") && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}

function withoutForm(word: string): string {
  if (word.endsWith("ied") && word.length > 4) return `${word.slice(0, -3)}y`;
  const cut = /(?:ed|ly)$/.test(word) ? word.slice(0, -2) : word.endsWith("ing") ? word.slice(0, -3) : word;
  if (cut === word || cut.length < 3 || !/[aeiouy]/.test(cut)) return word;
  return /([bdgmnprt])\1$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** A light stemmer for English: plural, past, -ing and -ly; British and American endings as one (-ise, -our). */
export function englishStem(word: string): string {
  if (word.length <= 3) return word;
  const stem = withoutForm(withoutPlural(word)).replace(/(?<=[a-z]{4})is(?=e?$|ation$)/, "iz").replace(/our$/, "or");
  if (stem.length <= 3) return stem;
  return stem.endsWith("e") ? stem.slice(0, -1) : stem.endsWith("y") ? `${stem.slice(0, -1)}i` : stem;
}

/** Cuts the endings of a lower-case word, so that "yelling" and "yelled" are one. */
export function stemOf(word: string, lang: string): string {
  return lang.startsWith("en") ? englishStem(word) : word;
}
