import { createHash } from "node:crypto";
import { isUtf8 } from "node:buffer";
import { journalError } from "../../errors.ts";

/** What a backup holds: every file by its name, `journal/entries/2026-11.k3f9q2.json`. */
export interface Archive {
  /** ISO 8601 */
  readonly made: string;
  readonly files: ReadonlyMap<string, Buffer>;
}

const VERSION = 1;
const NO_SUM = "0".repeat(64);
/** The only names that may come out of a backup: none of them climbs or hides. */
const NAME = /^(journal\/(entries|books|inbox)|packs|drafts|local\/undo)\/[^/\\\p{Cc}]{1,200}$/u;

interface PackedFile {
  readonly name: string;
  readonly text?: string;
  readonly base64?: string;
}

function packed(name: string, bytes: Buffer): PackedFile {
  return isUtf8(bytes) ? { name, text: bytes.toString("utf8") } : { name, base64: bytes.toString("base64") };
}

function withSum(text: string, sum: string): string {
  return text.replace(/"sha256":"[0-9a-f]{64}"/, `"sha256":"${sum}"`);
}

const sumOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The backup as one JSON document, a file a line. Its sum is taken over all of it, with zeros in the place of the sum. */
export function pack(archive: Archive): string {
  const head = { evenkeel: "backup", version: VERSION, made: archive.made, sha256: NO_SUM };
  const lines = [...archive.files].map(([name, bytes]) => JSON.stringify(packed(name, bytes)));
  const text = `${JSON.stringify(head).slice(0, -1)},"files":[\n${lines.join(",\n")}\n]}\n`;
  return withSum(text, sumOf(text));
}

interface Head {
  readonly version: number;
  readonly made: string;
  readonly sha256: string;
  readonly files: readonly unknown[];
}

function headOf(text: string): Head | null {
  try {
    const value = JSON.parse(text) as Partial<Record<keyof Head | "evenkeel", unknown>> | null;
    if (value?.evenkeel !== "backup" || !Number.isSafeInteger(value.version)) return null;
    return value as unknown as Head;
  } catch {
    return null;
  }
}

function unpackedFile(value: unknown): readonly [string, Buffer] | null {
  if (typeof value !== "object" || value === null) return null;
  const { name, text, base64 } = value as Partial<Record<keyof PackedFile, unknown>>;
  if (typeof name !== "string" || !NAME.test(name) || name.includes("/..")) return null;
  if (typeof text === "string") return [name, Buffer.from(text)];
  return typeof base64 === "string" ? [name, Buffer.from(base64, "base64")] : null;
}

/** Opens a backup after checking all of it. Throws a `journal` failure for anything that is not a whole backup of this version. */
export function unpack(text: string, shown: string): Archive {
  const damaged = journalError(
    `${shown} is no backup of evenkeel, or it is damaged. Nothing was changed.`,
    "Use another backup.",
  );
  const head = headOf(text);
  if (head === null) throw damaged;
  if (head.version > VERSION) {
    throw journalError(
      `${shown} was made by a newer evenkeel. Nothing was changed.`,
      "Update evenkeel on this computer, then try again.",
    );
  }
  if (typeof head.sha256 !== "string" || sumOf(withSum(text, NO_SUM)) !== head.sha256) throw damaged;
  if (typeof head.made !== "string" || !Array.isArray(head.files)) throw damaged;
  const files = head.files.map(unpackedFile);
  if (files.includes(null)) throw damaged;
  return { made: head.made, files: new Map(files.filter((file) => file !== null)) };
}
