import { usageError } from "../errors.ts";
import type { Kind } from "../reflection/entry.ts";
import { parseMoment } from "../reflection/moment.ts";
import type { DraftEntry, ReadContext } from "../reflection/validate.ts";
import { readEntry } from "../reflection/validate.ts";
import type { Session } from "../session.ts";
import { knownTriggers } from "./known-triggers.ts";

/** What reading an entry from outside needs to know of this journal. */
export function readContext(session: Session, kind: Kind): ReadContext {
  return {
    kind,
    triggers: knownTriggers(session),
    moment: (text) => parseMoment(text, session.moments()),
  };
}

/** A flag's text as a number where it is one; else the text, which no scale accepts. */
export function numberFlag(text: string | undefined): string | number | undefined {
  return text !== undefined && /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
}

function flagOf(path: readonly (string | number)[], flags: Readonly<Record<string, string>>): string {
  const [first = "", second] = path;
  return flags[second === undefined ? String(first) : `${first}.${second}`] ?? flags[String(first)] ?? String(first);
}

/**
 * Reads an entry made of flags. Throws a usage failure that names the flag and what it accepts.
 * @param flags by field (`plan.if` for the part of a plan), the flag as it is typed
 */
export function readFlags(
  session: Session,
  kind: Kind,
  raw: Readonly<Record<string, unknown>>,
  flags: Readonly<Record<string, string>>,
): DraftEntry {
  const result = readEntry(raw, readContext(session, kind));
  if ("draft" in result) return result.draft;
  const lines = result.problems.map(({ path, what, accepted }) => `${flagOf(path, flags)}: ${what}. Accepted: ${accepted}.`);
  throw usageError(lines.join("\n"));
}
