import { usageError } from "../errors.ts";
import type { Kind } from "../reflection/entry.ts";
import { parseMoment } from "../reflection/moment.ts";
import type { DraftEntry, Problem, ReadContext } from "../reflection/validate.ts";
import { readEntry } from "../reflection/validate.ts";
import type { Session } from "../session.ts";
import { knownTriggers } from "./known-triggers.ts";
import { didYouMean } from "./near-miss.ts";

/** What reading an entry from outside needs to know of this journal. */
export function readContext(session: Session, kind: Kind): ReadContext {
  return {
    kind,
    triggers: knownTriggers(session),
    moment: (text) => parseMoment(text, session.moments()),
  };
}

/** A flag's text as a number where it is one that can be said again; else the text, which no scale accepts. */
export function numberFlag(text: string | undefined): string | number | undefined {
  return text !== undefined && /^-?\d{1,9}(\.\d{1,9})?$/.test(text) ? Number(text) : text;
}

function flagOf(path: readonly (string | number)[], flags: Readonly<Record<string, string>>): string {
  const [first = "", second] = path;
  return flags[second === undefined ? String(first) : `${first}.${second}`] ?? flags[String(first)] ?? String(first);
}

/** The known id that was meant, for a problem with an id. */
function near(raw: Readonly<Record<string, unknown>>, { path, accepted }: Problem): string {
  const [field = "", index] = path;
  const value = raw[field];
  const typed: unknown = Array.isArray(value) && typeof index === "number" ? value[index] : value;
  return typeof typed === "string" ? didYouMean(typed, accepted.split(", ")) : "";
}

/**
 * Reads an entry made of flags. Throws a usage failure that names the flag and what it accepts; a flag without a value is
 * none that was left out.
 * @param flags by field (`plan.if` for the part of a plan), the flag as it is typed
 */
export function readFlags(
  session: Session,
  kind: Kind,
  raw: Readonly<Record<string, unknown>>,
  flags: Readonly<Record<string, string>>,
): DraftEntry {
  const empty = Object.keys(raw).find((field) => raw[field] === "");
  if (empty !== undefined) throw usageError(`${flagOf([empty], flags)} needs a value, and there is none behind it`, "Leave it out, or say something.");
  const result = readEntry(raw, readContext(session, kind));
  if ("draft" in result) return result.draft;
  const lines = result.problems.map((problem) => {
    const { path, what, accepted } = problem;
    return `${flagOf(path, flags)}: ${what}${near(raw, problem)}${near(raw, problem) === "" ? "." : ""} Accepted: ${accepted}.`;
  });
  throw usageError(lines.join("\n"));
}
