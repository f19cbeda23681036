import { isUtf8 } from "node:buffer";
import { lstatSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { EvenkeelError, failure, usageError } from "../errors.ts";
import type { Runtime } from "../runtime.ts";
import { shownPath } from "../terminal/output-place.ts";

/** A file as it lay there. */
export interface SourceFile {
  /** As the person would type it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MOST_LEVELS = 16;

/** Every note in a folder, by name. Links are not followed, and hidden folders belong to the notes program. */
function notesIn(folder: string, level = 0): readonly string[] {
  if (level > MOST_LEVELS) return [];
  const names = readdirSync(folder, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return names.flatMap((entry) => {
    if (entry.name.startsWith(".")) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return notesIn(path, level + 1);
    return entry.isFile() && /\.(md|markdown)$/i.test(entry.name) ? [path] : [];
  });
}

function told<R>(path: string, act: () => R): R {
  try {
    return act();
  } catch (error) {
    if (error instanceof EvenkeelError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw usageError(`there is no file ${shownPath(path)}`);
    throw failure(`${shownPath(path)} cannot be read`);
  }
}

/**
 * The files behind what was typed: a file, a folder of Markdown notes, or standard input for `-`.
 * Throws a usage failure where nothing is there; a failure where it cannot be read.
 */
export async function sourceFiles(typed: string, { readStdin }: Pick<Runtime, "readStdin">): Promise<readonly SourceFile[]> {
  if (typed === "-") return [{ name: "standard input", bytes: await readStdin() }];
  return told(typed, () => {
    if (!statSync(typed).isDirectory()) return [{ name: typed, bytes: readFileSync(typed) }];
    const notes = notesIn(typed);
    if (notes.length === 0) {
      throw usageError(`${shownPath(typed)} is a folder without Markdown notes`, "Accepted: a file, or a folder of notes that end in .md");
    }
    return notes.filter((path) => lstatSync(path).isFile()).map((path) => ({ name: path, bytes: readFileSync(path) }));
  });
}

const SIGNATURES: readonly (readonly [signature: string, what: string, next: string])[] = [
  ["PK\x03\x04", "is a zip file", "Unpack it first, and bring in what is in it."],
  ["\x1f\x8b", "is a gzip file", "Unpack it first, and bring in what is in it."],
  ["age-encryption.org/", "is sealed with a passphrase", "Open it first, with the program that sealed it."],
  ["-----BEGIN AGE", "is sealed with a passphrase", "Open it first, with the program that sealed it."],
  ["SQLite format 3", "is a database", "Let the program that made it export JSON or CSV."],
  ["%PDF-", "is a PDF", "Let the program that made it export JSON or CSV."],
];

function wide(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 1000 - (bytes.length % 2));
  const zeros = [0, 1].map((from) => head.filter((byte, at) => at % 2 === from && byte === 0).length);
  const most = head.length / 4;
  if (head.length < 4) return null;
  return (zeros[1] ?? 0) > most ? "utf-16le" : (zeros[0] ?? 0) > most ? "utf-16be" : null;
}

/** Where the bytes stop being UTF-8. */
function placeOfBreak(bytes: Uint8Array): string {
  let line = 1;
  let from = 0;
  for (let end = bytes.indexOf(10); end >= 0 && isUtf8(bytes.subarray(from, end)); end = bytes.indexOf(10, from)) {
    line += 1;
    from = end + 1;
  }
  let column = 0;
  while (isUtf8(bytes.subarray(from, from + column + 1)) || isUtf8(bytes.subarray(from, from + column + 2)) || isUtf8(bytes.subarray(from, from + column + 3))) column += 1;
  return `${line}:${column + 1}`;
}

function decoder(encoding: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding, { fatal: true });
  } catch {
    throw usageError("--encoding is not known", "Accepted: utf-8, utf-16le, utf-16be, windows-1252, iso-8859-15, windows-1251 and the like.");
  }
}

/**
 * The text of a file: UTF-8 or UTF-16, or what `--encoding` says. Other encodings look alike, so they are not guessed.
 * Throws a usage failure that says where it breaks.
 */
export function textOf({ name, bytes }: SourceFile, encoding: string | null): string {
  const head = Buffer.from(bytes.subarray(0, 24)).toString("latin1");
  const signature = SIGNATURES.find(([begin]) => head.startsWith(begin));
  if (signature !== undefined) throw usageError(`${shownPath(name)} ${signature[1]}`, signature[2]);
  const found = encoding ?? wide(bytes) ?? "utf-8";
  try {
    return decoder(found).decode(bytes);
  } catch (error) {
    if (error instanceof EvenkeelError) throw error;
    if (found !== "utf-8") throw usageError(`${shownPath(name)}:1:1: this is not ${found} text`, "Save it as UTF-8 and try again.");
    throw usageError(
      `${shownPath(name)}:${placeOfBreak(bytes)}: this is not UTF-8 text`,
      "Save it as UTF-8, or name what it is: --encoding windows-1252 (Western Europe), windows-1251 (Cyrillic) ...",
    );
  }
}
