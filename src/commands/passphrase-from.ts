import { readFileSync } from "node:fs";
import { usageError } from "../errors.ts";

/** Where a passphrase is read from instead of being asked for. */
export interface PassphraseSource {
  readonly file: string | undefined;
  readonly fd: string | undefined;
  /** The flags' common name, for sentences: "--passphrase". */
  readonly flag: string;
}

const MOST = 10_000;

/** The first line of what was read: a passphrase has no line end. */
function firstLine(bytes: Buffer, where: string): string {
  const line = bytes.toString("utf8").split(/\r?\n/, 1)[0] ?? "";
  if (line === "") throw usageError(`${where}: there is no passphrase in its first line`);
  if (line.length > MOST) throw usageError(`${where}: its first line is too long for a passphrase`);
  return line;
}

function readAt(from: string | number, where: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(from);
  } catch {
    throw usageError(`${where}: it cannot be read`, "Accepted: a file, or the number of an open one, with the passphrase in its first line.");
  }
  return firstLine(bytes, where);
}

/** The passphrase that a flag points to; null where no flag was given. It never stands in the arguments themselves. */
export function passphraseFrom({ file, fd, flag }: PassphraseSource): string | null {
  if (file !== undefined && fd !== undefined) throw usageError(`${flag}-file and ${flag}-fd exclude each other`);
  if (file !== undefined) return readAt(file, `${flag}-file`);
  if (fd === undefined) return null;
  if (!/^\d{1,4}$/.test(fd)) throw usageError(`${flag}-fd is no number of an open file`, "Accepted: 0 for standard input, 3 and up for others.");
  return readAt(Number(fd), `${flag}-fd`);
}
