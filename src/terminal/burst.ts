/** Nobody types so much at once. */
const LONG = 1000;
const ACCOUNT = /\p{Nd}{6}/u;
const ESCAPES = /\x1b(?:\[[0-?]*[ -/]*[@-~]|O[ -~]|.)?/gu;

/**
 * Whether what a terminal sent at once was pasted, where the terminal does not mark pastes: a line end with more text
 * behind it, or more than anybody types. Keys that were typed ahead hold digits and Enter, and no words.
 */
export function isBurst(chunk: string): boolean {
  if (chunk.length >= LONG) return true;
  const text = chunk.replace(ESCAPES, "");
  const end = text.search(/[\r\n]/);
  if (end < 0 || text.slice(end).trim() === "") return false;
  return /\p{L}/u.test(text) || ACCOUNT.test(text);
}

export interface Burst {
  readonly words: string;
  /** Ctrl-C or Ctrl-D at its end is a key, whatever came before it. */
  readonly stops: boolean;
  /** Line ends and half a sequence at its end: nothing, unless more of the paste follows. */
  readonly rest: string;
}

/** What of a burst can be taken in already. */
export function burstOf(text: string): Burst {
  const words = text.replace(/(?:[\r\n]+|\x1b(?:\[[0-?]*[ -/]*)?)$/, "");
  return { words, stops: /[\x03\x04]$/.test(text), rest: text.slice(words.length) };
}
