/** Letters and digits that belong together, as numbers of accounts and orders do. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const PART = /[a-z0-9]+/g;
const MOST_UNITS = 24;
/** Two letters before a number belong to it ("GH 4412"), unless they are a word. */
const PREFIX = /^(?!am|an|as|at|be|by|cc|do|ex|go|he|hi|id|if|in|is|it|me|mr|ms|my|no|nr|of|oh|ok|on|or|pm|re|rx|so|to|up|us|vs|we)[a-z]{2}$/;

function hangsOn(between: string, last: Token, lastPart: string, part: string): boolean {
  if (last.text.length > MOST_UNITS) return false;
  if (/^[-_/]$/.test(between)) return true;
  if (between === " " && PREFIX.test(lastPart) && last.text === lastPart) return /^\d{4,}$/.test(part);
  return between === " " && /^\d{3,4}$/.test(part) && /^\d{3,4}$/.test(lastPart);
}

/**
 * Tokens with a digit in a plain text: parts joined by single dashes, or groups of three or four digits by a blank, with
 * two letters before them.
 * A word for which `standsAlone` holds is never a part of one.
 */
export function tokens(plain: string, standsAlone: (word: string) => boolean): readonly Token[] {
  const found: Token[] = [];
  let open: Token | null = null;
  let lastPart = "";
  for (const { 0: part, index: start } of plain.matchAll(PART)) {
    const end = start + part.length;
    const between = open === null ? "" : plain.slice(open.end, Math.min(start, open.end + 2));
    if (open !== null && !standsAlone(lastPart) && hangsOn(between, open, lastPart, part)) {
      open = { start: open.start, end, text: plain.slice(open.start, end) };
      found[found.length - 1] = open;
    } else {
      open = { start, end, text: part };
      found.push(open);
    }
    lastPart = part;
  }
  return found.filter(({ text }) => /\d/.test(text));
}
