import type { Entry } from "./entry.ts";
import { FIELDS } from "./schema.ts";

const FRAME = ["id", "kind", "at", "shift"] as const;

/**
 * An entry as plain data, its fields always in the same order: id, kind, at, shift, then as they are asked. What this
 * version does not know stands last.
 */
export function orderedEntry(entry: Entry): Readonly<Record<string, unknown>> {
  const values = entry as unknown as Readonly<Record<string, unknown>>;
  const names = [...FRAME, ...Object.keys(FIELDS[entry.kind])];
  const unknown = Object.keys(values).filter((name) => !names.includes(name));
  const ordered = [...names, ...unknown].flatMap((name) => {
    const value = values[name];
    if (value === undefined || value === null) return [];
    if (name === "plan") {
      const { if: cue, then } = value as { if: unknown; then: unknown };
      return [[name, { if: cue, then }] as const];
    }
    return [[name, value] as const];
  });
  return Object.fromEntries(ordered);
}
