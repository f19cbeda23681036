import type { Entry } from "../reflection/entry.ts";

/** Raise when what is left out changes. */
export const SLIM_VERSION = 1;

/** Entries without the long texts of reflections, which no derived view needs and which are most of their size. */
export function slim(entries: readonly Entry[]): readonly Entry[] {
  return entries.map((entry) => {
    if (entry.kind !== "reflection") return entry;
    const { what: _what, thought: _thought, theirSide: _theirSide, teammate: _teammate, ...rest } = entry;
    return rest;
  });
}

/** Whether plain data from a cache can be slim entries. */
export function isSlim(value: unknown): value is readonly Entry[] {
  const isEntry = (item: unknown): boolean =>
    typeof item === "object" && item !== null && "id" in item && "kind" in item && "at" in item && "shift" in item;
  return Array.isArray(value) && value.every(isEntry);
}
