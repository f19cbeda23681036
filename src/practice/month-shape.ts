import type { MonthTally } from "./months.ts";

type Bag = Readonly<Record<string, unknown>>;

const isBag = (value: unknown): value is Bag => typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";
const isNumber = (value: unknown): value is number => typeof value === "number";
const isListOf = (check: (item: unknown) => boolean, value: unknown): boolean => Array.isArray(value) && value.every(check);

function isOpening(value: unknown): boolean {
  if (!isBag(value)) return false;
  return value["kind"] !== "plan" || [value["if"], value["then"], value["since"]].every(isText);
}

function isRun(value: unknown): boolean {
  return isBag(value) && isOpening(value["opening"]) && isBag(value["evidence"]);
}

function isTriggerTally(value: unknown): boolean {
  if (!isBag(value) || !isText(value["trigger"])) return false;
  const line = value["line"];
  return isListOf(isRun, value["runs"]) && (line === null || isText(line)) && isListOf(isNumber, value["strengths"]);
}

function isChange(value: unknown): boolean {
  return isBag(value) && isText(value["trigger"]) && isText(value["at"]);
}

/** Whether plain data from a cache has the shape of a month's tally. */
export function isMonthTally(value: unknown): value is MonthTally {
  if (!isBag(value)) return false;
  const { first, last, reflections, triggers, version, changes, merges } = value;
  const isTime = (time: unknown): boolean => time === null || isNumber(time);
  return (
    [reflections, version].every(isNumber) &&
    isTime(first) &&
    isTime(last) &&
    isListOf(isTriggerTally, triggers) &&
    isListOf(isChange, changes) &&
    isListOf((pair) => isListOf(isText, pair), merges)
  );
}
