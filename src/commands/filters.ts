import type { Command } from "commander";
import { usageError } from "../errors.ts";
import type { Journal } from "../journal/journal.ts";
import { resolver } from "../practice/triggers.ts";
import { byMoment, type Entry, type Kind, KINDS } from "../reflection/entry.ts";
import { MOMENTS, parseDay } from "../reflection/moment.ts";
import { STAGES } from "../reflection/vocabulary.ts";
import type { Session } from "../session.ts";
import { knownTriggers } from "./known-triggers.ts";
import { didYouMean } from "./near-miss.ts";

export interface FilterOptions {
  readonly since?: string;
  readonly until?: string;
  readonly trigger?: string;
  readonly stage?: string;
  readonly kind?: readonly string[];
  readonly tag?: string;
  readonly limit?: string;
  readonly all?: true;
}

/** What to show of the journal. `limit` null means all. */
export interface Filter {
  readonly from: string | null;
  readonly to: string | null;
  readonly limit: number | null;
  readonly matches: (entry: Entry) => boolean;
}

const SHOWN_KINDS: readonly Kind[] = ["reflection", "win", "note"];
const LAST = 20;

function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), ...value.split(",")];
}

/** Adds the filters that `list`, `find` and `export` share. */
export function withFilters(command: Command): Command {
  return command
    .addOption(command.createOption("--since <day>", "from this shift-day on"))
    .addOption(command.createOption("--until <day>", "up to this shift-day"))
    .addOption(command.createOption("--trigger <id>", "with this trigger"))
    .addOption(command.createOption("--stage <id>", "at this stage"))
    .addOption(command.createOption("--kind <kind>", `of this kind: ${KINDS.join(", ")}`).argParser(collect))
    .addOption(command.createOption("--tag <tag>", "with this tag"))
    .addOption(command.createOption("--limit <number>", "the last so many"))
    .addOption(command.createOption("--all", "all of them"));
}

/** The shift-day typed behind a flag. */
export function dayOf(session: Session, flag: string, text: string | undefined): string | null {
  if (text === undefined) return null;
  const day = parseDay(text, session.moments());
  if (day === null) throw usageError(`${flag} is no day`, `Accepted: ${MOMENTS}.`);
  return day;
}

function oneOf<T extends string>(flag: string, value: string, accepted: readonly T[]): T {
  const found = accepted.find((known) => known === value);
  if (found === undefined) throw usageError(`${flag} is not known${didYouMean(value, accepted)}`, `Accepted: ${accepted.join(", ")}.`);
  return found;
}

/** Something narrows what is shown. */
export function isFiltered({ since, until, trigger, stage, kind, tag }: FilterOptions): boolean {
  return [since, until, trigger, stage, kind, tag].some((value) => value !== undefined);
}

function limitOf(options: FilterOptions): number | null {
  const { limit, all } = options;
  if (limit !== undefined) {
    if (!/^[1-9]\d{0,8}$/.test(limit)) throw usageError("--limit is no number of entries", "Accepted: a whole number from 1.");
    return Number(limit);
  }
  return all || isFiltered(options) ? null : LAST;
}

/**
 * Reads the filters; throws a usage failure that names the flag and what it accepts.
 * @param usual the kinds that are meant where none is named
 */
export function filterOf(session: Session, options: FilterOptions, usual: readonly Kind[] = SHOWN_KINDS): Filter {
  const kinds = options.kind?.map((kind) => oneOf("--kind", kind, KINDS)) ?? usual;
  const { trigger, stage, tag } = options;
  if (tag?.trim() === "") throw usageError("--tag needs a value, and there is none behind it", "For example: evenkeel list --tag refund");
  if (trigger !== undefined) oneOf("--trigger", trigger, knownTriggers(session));
  if (stage !== undefined) oneOf("--stage", stage, STAGES);
  const resolve = resolver(session.ownTriggers());
  const sameTrigger = (entry: Entry): boolean => "trigger" in entry && resolve(entry.trigger) === resolve(trigger ?? "");
  const from = dayOf(session, "--since", options.since);
  const to = dayOf(session, "--until", options.until);
  return {
    from,
    to,
    limit: limitOf(options),
    matches: (entry) =>
      (from === null || entry.shift >= from) &&
      (to === null || entry.shift <= to) &&
      kinds.includes(entry.kind) &&
      (trigger === undefined || sameTrigger(entry)) &&
      (stage === undefined || (entry.kind === "reflection" && entry.stage === stage)) &&
      (tag === undefined || ("tags" in entry && entry.tags.includes(tag))),
  };
}

/** The months that can hold what a filter lets through, newest first. */
export function monthsOf(journal: Journal, { from, to }: Pick<Filter, "from" | "to">): readonly string[] {
  const [first, last] = [from?.slice(0, 7), to?.slice(0, 7)];
  const months = journal.months().filter((month) => (first === undefined || month >= first) && (last === undefined || month <= last));
  return months.toReversed();
}

/** The entries a filter lets through, oldest first. Reads no more months than it must. */
export function selectEntries(session: Session, filter: Filter): readonly Entry[] {
  const journal = session.journal();
  const found: Entry[] = [];
  for (const month of monthsOf(journal, filter)) {
    for (const entry of session.seen(journal.month(month))) if (filter.matches(entry)) found.push(entry);
    if (filter.limit !== null && found.length >= filter.limit) break;
  }
  found.sort(byMoment);
  return filter.limit === null ? found : found.slice(-filter.limit);
}
