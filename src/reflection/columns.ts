import { KINDS } from "./entry.ts";
import { FIELDS } from "./schema.ts";

const FRAME = ["id", "kind", "at", "shift"];

/** The columns of a table of entries: every field of every kind once; a plan takes two, tags stand last. */
export const CSV_COLUMNS: readonly string[] = [
  ...new Set([
    ...FRAME,
    ...KINDS.flatMap((kind) => Object.keys(FIELDS[kind]))
      .filter((name) => name !== "tags")
      .flatMap((name) => (name === "plan" ? ["planIf", "planThen"] : [name])),
    "tags",
  ]),
];
