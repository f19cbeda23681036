import type { Field } from "../reflection/schema.ts";
import { FIELDS } from "../reflection/schema.ts";
import { KINDS } from "../reflection/entry.ts";
import type { Kind } from "../reflection/entry.ts";
import type { BookName } from "./journal.ts";
import type { Place, StoredRecord } from "./record.ts";

type Bag = Readonly<Record<string, unknown>>;

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const DEVICE = /^[0-9a-z]{6}$/;

export const isDevice = (value: unknown): value is string => typeof value === "string" && DEVICE.test(value);
export const isMonth = (value: unknown): value is string => typeof value === "string" && MONTH.test(value);

function isBag(value: unknown): value is Bag {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const isText = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown): value is number => typeof value === "number" && Number.isFinite(value);
const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every(isText);
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
/** ISO 8601 with a time; the T tells it from what else `Date.parse` takes. */
const isMoment = (value: unknown): value is string =>
  isText(value) && value.length >= 16 && value.charCodeAt(10) === 84 && !Number.isNaN(Date.parse(value));
const isId = (value: unknown): value is string => isText(value) && value !== "" && value.length <= 200;
const isPlan = (value: unknown): boolean => isBag(value) && isText(value["if"]) && isText(value["then"]);
const isFlag = (value: unknown): boolean => typeof value === "boolean";
const optional = (check: (value: unknown) => boolean) => (value: unknown) => value === undefined || check(value);

/** The shape only: an id of a newer vocabulary is no reason to hide somebody's words. */
function fits(type: Field["type"], value: unknown, field: Field): boolean {
  if (typeof value === "string") return type !== "scale" && type !== "ids" && type !== "tags" && type !== "plan";
  if (field.type === "scale") return isNumber(value) && value >= field.from && value <= field.to;
  return type === "plan" ? isPlan(value) : (type === "ids" || type === "tags") && isTexts(value);
}

const REQUIRED = new Map(
  KINDS.map((kind) => [kind, Object.keys(FIELDS[kind]).filter((name) => FIELDS[kind][name]?.required === true)]),
);

/** Runs for every entry that is read, so it looks at the fields that are there and not at all that might be. */
function isEntry(entry: Bag, month: string): boolean {
  const { kind, shift } = entry;
  const required = REQUIRED.get(kind as Kind);
  if (required === undefined || !isText(shift) || !shift.startsWith(month) || !DAY.test(shift)) return false;
  const fields = FIELDS[kind as Kind];
  for (const name of required) if (entry[name] === undefined) return false;
  for (const name in entry) {
    const field = fields[name];
    if (field !== undefined && !fits(field.type, entry[name], field)) return false;
  }
  return true;
}

type Shape = Readonly<Record<string, (value: unknown) => boolean>>;

const ANSWERS = ["better", "offCourse", "helped", "plan", "raise"];
const isAnswers = (value: unknown): boolean => isBag(value) && ANSWERS.every((name) => isTextOrNull(value[name]));
const isSetting = (value: unknown): boolean => isText(value) || isNumber(value) || isTexts(value);
const OWN: Shape = { trigger: isTextOrNull, if: isTextOrNull, then: isTextOrNull, line: isTextOrNull };
const MARK: Shape = { reminder: isText, pinned: isFlag, retired: isFlag };

/** What became of a trigger. */
const FATE: Shape = { mergedInto: optional(isText), retired: optional((value) => value === true) };

const SHAPES: Readonly<Record<BookName, (record: Bag) => Shape>> = {
  plans: () => ({ trigger: isText, plan: (value) => value === null || isPlan(value) }),
  reviews: () => ({ week: isText, answers: isAnswers, focus: isTextOrNull, asked: optional(isTexts) }),
  reminders: (record) => (record["type"] === "mark" ? MARK : { ...OWN, type: (value) => value === "own" }),
  triggers: (record) => ("trigger" in record ? { trigger: isText, ...FATE } : { label: isText, ...FATE }),
  settings: () => ({ value: isSetting }),
};

export const BOOKS = Object.keys(SHAPES) as readonly BookName[];

function isBookRecord(record: Bag, book: BookName): boolean {
  return Object.entries(SHAPES[book](record)).every(([name, check]) => check(record[name]));
}

function isSeen(value: unknown): boolean {
  return isBag(value) && Object.entries(value).every(([device, rev]) => isDevice(device) && isRevision(rev));
}

function isRevision(value: unknown): boolean {
  return isNumber(value) && Number.isSafeInteger(value) && value > 0;
}

const isWas = (value: unknown): boolean => Array.isArray(value) && value.every(isMonth);

function isEnvelope({ rev, saved, seen, by, was }: Bag): boolean {
  if (!isRevision(rev) || !isMoment(saved)) return false;
  return (
    (seen === undefined || isSeen(seen)) && (by === undefined || isDevice(by)) && (was === undefined || isWas(was))
  );
}

function isGone({ id, gone, to }: Bag): boolean {
  return isId(id) && (gone === "deleted" || gone === "moved") && (to === undefined || isMonth(to));
}

function isContent(entry: unknown, place: Place): boolean {
  if (!isBag(entry) || !isId(entry["id"]) || !isMoment(entry["at"])) return false;
  const name = place.slice(place.indexOf("/") + 1);
  return place.startsWith("entries/") ? isEntry(entry, name) : isBookRecord(entry, name as BookName);
}

/** Whether a value read from a file is a record that may stand in that place. Fields it does not know are let through. */
export function isRecord(value: unknown, place: Place): value is StoredRecord {
  if (!isBag(value) || !isEnvelope(value)) return false;
  return "entry" in value ? isContent(value["entry"], place) : isGone(value);
}
