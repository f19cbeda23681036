/** A key as the reducers see it. `tick` is the end of a wait, `other` a key that means nothing here. */
export type Key = { readonly name: "text" | "paste"; readonly text: string } | { readonly name: KeyName };

export type KeyName =
  | "enter"
  | "escape"
  | "tab"
  | "help"
  | "up"
  | "down"
  | "left"
  | "right"
  | "home"
  | "end"
  | "wordLeft"
  | "wordRight"
  | "backspace"
  | "delete"
  | "deleteWord"
  | "deleteToStart"
  | "deleteToEnd"
  | "stop"
  | "suspend"
  | "redraw"
  | "tick"
  | "other";

export interface Decoded {
  readonly keys: readonly Key[];
  /** The beginning of a sequence or of a paste, to be put before the next chunk. */
  readonly rest: string;
}

export const PASTE_START = "\x1b[200~";
const PASTE_END = "\x1b[201~";

const CONTROLS: Readonly<Record<string, KeyName>> = {
  "\r": "enter",
  "\n": "enter",
  "\t": "tab",
  "\x7f": "backspace",
  "\b": "backspace",
  "\x01": "home",
  "\x02": "left",
  "\x03": "stop",
  "\x04": "stop",
  "\x05": "end",
  "\x06": "right",
  "\x0b": "deleteToEnd",
  "\x0c": "redraw",
  "\x0e": "down",
  "\x10": "up",
  "\x15": "deleteToStart",
  "\x17": "deleteWord",
  "\x1a": "suspend",
};

const SEQUENCES: Readonly<Record<string, KeyName>> = {
  A: "up",
  B: "down",
  C: "right",
  D: "left",
  H: "home",
  F: "end",
  "1~": "home",
  "7~": "home",
  "4~": "end",
  "8~": "end",
  "3~": "delete",
  "1;3C": "wordRight",
  "1;5C": "wordRight",
  "1;3D": "wordLeft",
  "1;5D": "wordLeft",
  P: "help",
  "11~": "help",
  "[A": "help",
};

/** Option and an arrow on a Mac, Alt and a letter elsewhere. */
const ALT: Readonly<Record<string, KeyName>> = {
  b: "wordLeft",
  f: "wordRight",
  "\x7f": "deleteWord",
  "\b": "deleteWord",
};

const SEQUENCE = /^\x1b(?:\[\[[A-E]|\[[0-?]*[ -/]*[@-Z\\-~]|O[ -~])/;

const UNFINISHED = /^\x1b(?:\[\[?[0-?]*[ -/]*|O)?$/;

interface Step {
  readonly key: Key | null;
  readonly length: number;
}

function escaped(text: string): Step | null {
  const sequence = SEQUENCE.exec(text)?.[0];
  if (sequence !== undefined)
    return { key: { name: SEQUENCES[sequence.slice(2)] ?? "other" }, length: sequence.length };
  if (UNFINISHED.test(text)) return null;
  const alt = ALT[text.charAt(1)];
  return alt === undefined ? { key: { name: "escape" }, length: 1 } : { key: { name: alt }, length: 2 };
}

function pasted(text: string): Step | null {
  const end = text.indexOf(PASTE_END);
  if (end < 0) return null;
  return { key: { name: "paste", text: text.slice(PASTE_START.length, end) }, length: end + PASTE_END.length };
}

function step(text: string): Step | null {
  if (text.startsWith(PASTE_START)) return pasted(text);
  if (text.startsWith("\x1b")) return escaped(text);
  if (text.startsWith("\r\n")) return { key: { name: "enter" }, length: 2 };
  const sign = String.fromCodePoint(text.codePointAt(0) ?? 0);
  const control = CONTROLS[sign];
  if (control !== undefined) return { key: { name: control }, length: sign.length };
  const silent = /^\p{Cc}$/u.test(sign);
  return { key: silent ? { name: "other" } : { name: "text", text: sign }, length: sign.length };
}

/**
 * Keys of what a terminal sent. `rest` is what the last call gave back.
 *
 * However the text is cut into chunks, the keys are the same. A paste between the marks of bracketed paste is one key
 * with all its lines.
 */
export function decode(rest: string, chunk: string): Decoded {
  const keys: Key[] = [];
  const text = rest + chunk;
  let at = 0;
  while (at < text.length) {
    const next = step(at === 0 ? text : text.slice(at));
    if (next === null) break;
    if (next.key !== null) keys.push(next.key);
    at += next.length;
  }
  return { keys, rest: text.slice(at) };
}

/** Keys of a beginning that nothing followed: a lone Esc, or a paste that was cut off. */
export function flush(rest: string): readonly Key[] {
  if (rest === "") return [];
  if (rest.startsWith(PASTE_START)) return [{ name: "paste", text: rest.slice(PASTE_START.length) }];
  return [{ name: "escape" }, ...decode("", rest.slice(1)).keys];
}

const ASCII_ZERO = 0x30;

/** The value of a digit key, in whatever script the keyboard writes it; null for any other key. */
export function digitOf(key: Key): number | null {
  if (key.name !== "text") return null;
  const sign = key.text.normalize("NFKC");
  const code = sign.codePointAt(0) ?? 0;
  if (!/^\p{Nd}$/u.test(sign)) return null;
  if (code < ASCII_ZERO + 10) return code - ASCII_ZERO;
  // The ten digits of a script stand in a row, from its zero on.
  let zero = code;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return (code - zero) % 10;
}

/** The question marks of the world's keyboards. */
export function asksForHelp(key: Key): boolean {
  return key.name === "help" || (key.name === "text" && /^[?\uff1f\u061f\u055e\u1367]$/.test(key.text));
}
