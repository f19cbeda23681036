import { createHash } from "node:crypto";

const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

function letters(value: bigint, length: number): string {
  let rest = value;
  let text = "";
  for (let at = 0; at < length; at += 1) {
    text = CROCKFORD.charAt(Number(rest % 32n)) + text;
    rest /= 32n;
  }
  return text;
}

/** The clock in a moment as it was written, as if it were UTC: the same on every machine. 0 where it has none. */
function clockOf(moment: string): number {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?/.exec(moment);
  const at = Date.parse(`${found?.[1] ?? ""}T${found?.[2] ?? "00:00"}Z`);
  return Number.isNaN(at) || at < 0 ? 0 : at;
}

/**
 * The id of an entry that came without one, made from where it comes from, its moment and its text: the same each time it
 * is brought in. It looks like a ULID and sorts by the moment.
 * @param moment as it stood in the file; empty where there was none
 */
export function importId(source: string, moment: string, text: string): string {
  const hash = createHash("sha256").update(JSON.stringify([source, moment, text])).digest("hex").slice(0, 20);
  return letters(BigInt(clockOf(moment)), 10) + letters(BigInt(`0x${hash}`), 16);
}
