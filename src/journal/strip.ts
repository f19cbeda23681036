import { pack, unpack } from "./care/archive.ts";
import { serialise } from "./document.ts";
import { letterText } from "./letter.ts";
import type { Letter } from "./letter.ts";
import type { StoredRecord } from "./record.ts";
import { idOf, isLive } from "./record.ts";
import type { StepChange } from "./steps.ts";

/** The bytes without the entries; null where nothing is left; or that none stands there. */
export type Stripped = Buffer | null | "as it was";

type Ids = ReadonlySet<string>;
type Bag = Readonly<Record<string, unknown>>;

function parsed(text: string): Bag | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Bag) : null;
  } catch {
    return null;
  }
}

/** Of a file that is damaged, every line in which the id stands: one record stands on one line. */
function withoutLines(text: string, ids: Ids): Stripped {
  const needles = [...ids].map((id) => JSON.stringify(id).slice(1, -1));
  const left = text.split("\n").filter((line) => !needles.some((needle) => line.includes(needle)));
  return left.join("").trim() === "" ? null : Buffer.from(left.join("\n"));
}

/** Records without words (that it is gone, or where it went) stay. */
function fromRecords(bag: Bag, ids: Ids): Stripped {
  const records = bag["records"] as readonly StoredRecord[];
  const left = records.filter((record) => !(isLive(record) && ids.has(idOf(record))));
  if (left.length === records.length) return "as it was";
  return Buffer.from(serialise(left, `${String(bag["evenkeel"])}/` as "entries/", Number(bag["version"])));
}

function fromChanges(bag: Bag, ids: Ids): Stripped {
  const changes = bag["changes"] as readonly StepChange[];
  const hasWords = ({ record, before }: StepChange): boolean => ids.has(idOf(record)) && (isLive(record) || (before ?? null) !== null);
  if (!changes.some(hasWords)) return "as it was";
  const left = changes.filter(({ record }) => !ids.has(idOf(record)));
  if (left.length === 0) return null;
  const text = bag["evenkeel"] === "inbox" ? letterText({ ...(bag as unknown as Letter), changes: left }) : `${JSON.stringify({ ...bag, changes: left })}\n`;
  return Buffer.from(text);
}

function fromBackup(text: string, ids: Ids): Stripped {
  const { made, files } = unpack(text, "");
  const stripped = [...files].map(([name, bytes]) => ({ name, bytes, left: withoutEntries(bytes, ids) }));
  if (stripped.every(({ left }) => left === "as it was")) return "as it was";
  const left = stripped.flatMap(({ name, bytes, left }) => (left === null ? [] : [[name, left === "as it was" ? bytes : left] as const]));
  return Buffer.from(pack({ made, files: new Map(left) }));
}

/** Whether an id stands somewhere in a text, also in a text within that text. */
function isNamed(text: string, id: string): boolean {
  const needle = JSON.stringify(id).slice(1, -1);
  return text.includes(needle) || text.includes(JSON.stringify(needle).slice(1, -1));
}

/**
 * Takes entries out of the bytes of any file in which words may stand: a month, a step, a letter, a draft, a backup.
 *
 * Throws a `journal` failure for a backup that is damaged.
 */
export function withoutEntries(bytes: Buffer, ids: Ids): Stripped {
  const text = bytes.toString("utf8");
  const here = new Set([...ids].filter((id) => isNamed(text, id)));
  if (here.size === 0) return "as it was";
  const bag = parsed(text);
  if (bag === null) return withoutLines(text, here);
  if (Array.isArray(bag["records"])) return fromRecords(bag, here);
  if (Array.isArray(bag["changes"])) return fromChanges(bag, here);
  if (bag["evenkeel"] === "backup") return fromBackup(text, here);
  const draft = bag["draft"] as Bag | undefined;
  return here.has(String(draft?.["id"])) ? null : "as it was";
}
