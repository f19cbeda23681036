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

/** Where letters end that begin at a place, across apostrophes. */
function lettersEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!isLetter(code) && ((code !== CODE.quote && code !== CODE.backquote) || !isLetter(text.charCodeAt(at + 1)))) break;
  }
  return at;
}

/** Without apostrophes, and with a letter repeated for stress twice at most. */
function bare(letters: string): string {
  let word = "";
  for (const letter of letters) {
    if (letter !== "'" && letter !== "`" && !word.endsWith(letter + letter)) word += letter;
  }
  return word;
}

/** Whether `bare` would change a part of a text: most words it would not. */
function isPlain(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x61 || (at >= from + 2 && code === text.charCodeAt(at - 1) && code === text.charCodeAt(at - 2))) return false;
  }
  return true;
}

/**
 * What `unicodePieces` finds, for plain ASCII: as a loop, since the tables of its regular expressions cost a start two
 * milliseconds. Null where the text is not plain ASCII.
 */
export function asciiPieces(written: string): readonly string[] | null {
  const text = written.toLowerCase();
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code > CODE.last) return null;
    if (isLetter(code)) {
      const end = lettersEnd(text, at);
      const behind = skip(text, end, isMask);
      const masked = behind - end >= 2;
      pieces.push(masked ? "swear" : isPlain(text, at, end) ? text.slice(at, end) : bare(text.slice(at, end)));
      if (!masked) at = end;
      else at = isLetter(text.charCodeAt(behind)) ? lettersEnd(text, behind) : behind;
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
