import type { FileProblem } from "./file-problem.ts";

/** A pack that people write by hand is far smaller. */
export const MOST_BYTES = 1_000_000;

/** How many bytes a UTF-8 sequence that begins with this one takes; 0 where none can. */
function lengthOf(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

/** Whether the second byte fits the first: no overlong forms, no surrogates, nothing beyond U+10FFFF (RFC 3629). */
function fits(first: number, second: number): boolean {
  const from = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
  const to = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
  return second >= from && second <= to;
}

/** Where the first byte stands that is not UTF-8, or -1. */
function firstWrong(bytes: Uint8Array): number {
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    const length = lengthOf(first);
    if (length === 0) return at;
    for (let next = 1; next < length; next += 1) {
      const byte = bytes[at + next] ?? 0;
      if (next === 1 ? !fits(first, byte) : byte < 0x80 || byte > 0xbf) return at;
    }
    at += length;
  }
  return -1;
}

function placeOf(bytes: Uint8Array, at: number): { readonly line: number; readonly column: number } {
  const lines = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, at)).split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

/** Reads bytes as UTF-8, with or without a byte order mark, or says where and why they are none. */
export function textOfBytes(bytes: Uint8Array, file: string): string | FileProblem {
  const start = { file, line: 1, column: 1 };
  if (bytes.length > MOST_BYTES) return { ...start, what: "the file is too large", accepted: `at most ${MOST_BYTES} bytes` };
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { ...start, what: "the file is UTF-16", accepted: "the same text saved as UTF-8" };
  }
  const wrong = firstWrong(bytes);
  if (wrong < 0) return new TextDecoder("utf-8").decode(bytes);
  return { file, ...placeOf(bytes, wrong), what: "this character is not UTF-8", accepted: "the file saved as UTF-8, not as Latin-1" };
}
