import { readCorpus } from "../measure-masking.ts";

/** Numbers that look random and are the same for the same seed (mulberry32). */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = seed | 0;
  }

  /** From 0 to 1, 1 left out. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(most: number): number {
    return Math.floor(this.next() * most);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }
}

const HOSTILE = [
  "\u001b[2J", "\u001b]0;x\u0007", "\u001b]8;;http://x\u001b\\", "\u009b31m", "\u0090x\u009c", "\u0000", "\b\b", "\r", "\u007f", "\u0085", "\u2028",
  "\u202e", "\u2066", "\u2069", "\u200f", "\u061c", "\u200b", "\ufeff", "\u00ad", "\ud800", "\udfff", "e\u0301\u0301\u0301", "\ufdfd", "\u{1f468}\u200d\u{1f469}",
  "<script>", "</style>", "&lt;", "]]>", "<!--", "[x](javascript:y)", "![](x)", "```", "| a | b |", "# ", "- ", "1. ", "---\n", "=cmd|'/c x'!A1", "@x", "\t",
  "__proto__", "constructor", "{count}", "${x}", "$&", "%s", "../../", "C:\\x", "'", '"', "\\", "&a ", "*a", "<<: ", "!!js ", "? ", "{", "[", "}", "]", ": ", ",", "\n  ", "\n",
];
const STRUCTURED = [
  '{"kind":"reflection","trigger":"rude_tone","what":"', '","strength":', "trigger: rude_tone\nwhat: ", "kind: win\nwhat: ", "name: x\nlanguage: en\n", "lines:\n  a:\n    text: ",
  '{"evenkeel":"backup","version":1,"made":"2026-11-20T00:00:00+01:00","sha256":"', '"files":[', "at,kind,what\n2026-11-20,win,", "[2026-11-20 08:00] ",
  "2026-11-20T23:40:00+01:00", "yesterday 23:40", "monday", "2026-W47", "tomorrow", "+01:00", "24:61", "0000-00-00", "99999-12-31", "plan:rude_tone", "p1", "k2", "t3",
  "01ARZ3NDEKTSV4RRFFQ69G5FAV", "%YAML 1.1\n", "--- |\n", "- - - - ", "version: 99999\n", "triggers:\n  a_b:\n    label: ",
];
const SEPARATORS = ["", " ", "  ", "-", ".", " - ", "\u00a0", "\u2009", "\u2011", "\u200b", "*", "/", ", ", "\n", "_", "|"];
const ZEROS = [0x30, 0xff10, 0x660, 0x966, 0x1d7ce];
const ISSUED: readonly (readonly [string, number])[] = [
  ["4", 16], ["4", 13], ["4", 19], ["51", 16], ["2221", 16], ["34", 15], ["37", 15], ["6011", 16], ["36", 14], ["3528", 16], ["62", 19], ["67", 18], ["50", 13],
];

function luhnDigit(digits: string): string {
  const sum = Array.from(digits).reverse().reduce((total, char, index) => {
    const value = Number(char) * (index % 2 === 0 ? 2 : 1);
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

export interface Card {
  readonly digits: string;
  readonly typed: string;
}

/** A made-up card number, typed in any grouping, with any separators, in any digits. */
export function card(chance: Chance): Card {
  const [lead, length] = chance.pick(ISSUED);
  let digits = lead;
  while (digits.length < length - 1) digits += String(chance.below(10));
  digits += luhnDigit(digits);
  const zero = chance.next() < 0.7 ? 0x30 : chance.pick(ZEROS);
  const one = chance.pick(SEPARATORS);
  const isMixed = chance.next() < 0.3;
  let typed = "";
  for (const [at, digit] of Array.from(digits).entries()) {
    const cut = at > 0 && (one === ", " ? at % 4 === 0 && length === 16 : chance.next() < 0.4);
    const plain = isMixed ? chance.pick(SEPARATORS.slice(0, 9)) : one;
    typed += (cut ? (one === ", " && length !== 16 ? " " : plain) : "") + String.fromCodePoint(zero + Number(digit));
  }
  return { digits, typed };
}

export class Inputs {
  private readonly sentences: readonly string[];
  readonly chance: Chance;

  constructor(chance: Chance) {
    this.chance = chance;
    this.sentences = ["identifying.en", "identifying-second.en"].flatMap(readCorpus).map(({ text }) => text);
  }

  private piece(): string {
    const { chance } = this;
    const kind = chance.next();
    if (kind < 0.3) return chance.pick(HOSTILE);
    if (kind < 0.5) return chance.pick(STRUCTURED);
    if (kind < 0.65) return chance.pick(this.sentences);
    if (kind < 0.8) return String(chance.below(10 ** chance.below(13)));
    if (kind < 0.9) return String.fromCharCode(chance.below(0x10000));
    return chance.pick(["a", "the ", "x".repeat(chance.below(300)), "4", " ", "é"]);
  }

  /** Words, hostile signs and parts of files, put together without sense; now and then repeated or cut. */
  text(): string {
    const { chance } = this;
    let text = "";
    for (let pieces = 1 + chance.below(9); pieces > 0; pieces -= 1) text += this.piece();
    if (chance.next() < 0.05) text = text.repeat(1 + chance.below(40)).slice(0, 20_000);
    if (chance.next() < 0.1) text = text.slice(chance.below(text.length), chance.below(text.length + 1));
    return text;
  }

  /** A whole file with some of its signs changed. */
  mutated(whole: string): string {
    const { chance } = this;
    let text = whole;
    for (let changes = 1 + chance.below(4); changes > 0; changes -= 1) {
      const at = chance.below(text.length + 1);
      text = text.slice(0, at) + (chance.next() < 0.7 ? this.piece() : "") + text.slice(at + chance.below(12));
    }
    return text;
  }
}

/** An input as it can be shown: no sign in it does anything to a terminal. */
export function shownInput(text: string): string {
  return JSON.stringify(text.slice(0, 2000)).replace(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
