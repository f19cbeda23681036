const CODE = { quote: 0x27, backquote: 0x60, zero: 0x30, nine: 0x39, bang: 0x21, ask: 0x3f, last: 0x7f } as const;

function isLetter(code: number): boolean {
  const small = code | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

function isDigit(code: number): boolean {
  return code >= CODE.zero && code <= CODE.nine;
}

/** Signs that people hide a word behind. */
function isMask(code: number): boolean {
  return code === 0x2a || (code >= 0x23 && code <= 0x25) || code === 0x40;
}

function skip(text: string, from: number, fits: (code: number) => boolean): number {
  let at = from;
  while (at < text.length && fits(text.charCodeAt(at))) at += 1;
  return at;
}

/** Letters from a place on, across apostrophes, with a letter repeated for stress twice at most; and where they end. */
function letters(text: string, from: number): readonly [word: string, end: number] {
  let word = "";
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) {
      const letter = String.fromCharCode(code | 0x20);
      if (!word.endsWith(letter + letter)) word += letter;
    } else if ((code !== CODE.quote && code !== CODE.backquote) || !isLetter(text.charCodeAt(at + 1))) break;
  }
  return [word, at];
}

/**
 * What `unicodePieces` finds, for plain ASCII: as a loop, since the tables of its regular expressions cost a start two
 * milliseconds. Null where the text is not plain ASCII.
 */
export function asciiPieces(text: string): readonly string[] | null {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code > CODE.last) return null;
    if (isLetter(code)) {
      const [word, end] = letters(text, at);
      const behind = skip(text, end, isMask);
      const masked = behind - end >= 2;
      pieces.push(masked ? "swear" : word);
      if (!masked) at = end;
      else at = isLetter(text.charCodeAt(behind)) ? letters(text, behind)[1] : behind;
    } else if (isDigit(code)) {
      pieces.push("0");
      at = skip(text, at, isDigit);
    } else if (code === CODE.bang || code === CODE.ask) {
      const end = skip(text, at, (other) => other === code);
      if (end - at >= 2) pieces.push(text.slice(at, at + 2));
      at = end;
    } else at += 1;
  }
  return pieces;
}
