import type { Command } from "commander";
import { usageError } from "../errors.ts";
import { folded, searchLines } from "../journal/search.ts";
import { byMoment, type Entry } from "../reflection/entry.ts";
import { FIELDS } from "../reflection/schema.ts";
import type { Session } from "../session.ts";
import { findParts, foundIn } from "../views/find.ts";
import type { Act } from "./act.ts";
import { type Filter, filterOf, type FilterOptions, monthsOf, withFilters } from "./filters.ts";
import { selectInTurn } from "./in-turn.ts";

/** What was asked for, all folded: one of `any` or all of `must`, and none of `never`. */
interface Wanted {
  readonly any: readonly string[];
  readonly must: readonly string[];
  readonly never: readonly string[];
}

function wantedIn(words: readonly string[]): Wanted {
  const starting = (sign: string): string[] => words.filter((word) => word.startsWith(sign) && word.length > 1).map((word) => folded(word.slice(1)));
  const any = words.filter((word) => !/^[+-]/.test(word)).map(folded);
  return { any, must: starting("+"), never: starting("-") };
}

/** The person's own words in an entry, folded. */
function wordsIn(entry: Entry): string {
  const values = entry as unknown as Readonly<Record<string, unknown>>;
  const texts = Object.entries(FIELDS[entry.kind]).flatMap(([name, { type }]) => {
    const value = values[name];
    if (type === "text" || type === "tag") return typeof value === "string" ? [value] : [];
    if (type === "tags") return Array.isArray(value) ? (value as string[]) : [];
    return type === "plan" && entry.kind === "reflection" && entry.plan !== undefined ? [entry.plan.if, entry.plan.then] : [];
  });
  return folded(texts.join("\n"));
}

function matches(entry: Entry, { any, must, never }: Wanted): boolean {
  const text = wordsIn(entry);
  const found = any.length === 0 || must.length > 0 || any.some((word) => text.includes(word));
  return found && must.every((word) => text.includes(word)) && !never.some((word) => text.includes(word));
}

function searchIn(session: Session, wanted: Wanted): (month: string) => readonly Entry[] {
  const journal = session.journal();
  const [first] = wanted.must;
  const needles = first === undefined ? wanted.any : [first];
  return (month) => {
    const near = needles.length === 0 ? journal.month(month) : searchLines(journal.store, month, needles);
    return near.filter((entry) => matches(entry, wanted));
  };
}

/** The last ones: from the newest month back, until there are enough. */
function lastFound(session: Session, filter: Filter, limit: number, read: (month: string) => readonly Entry[]): readonly Entry[] {
  const found: Entry[] = [];
  for (const month of monthsOf(session.journal(), filter)) {
    for (const entry of session.seen(read(month))) if (filter.matches(entry)) found.push(entry);
    if (found.length >= limit) break;
  }
  return found.sort(byMoment).slice(-limit);
}

function runFind(session: Session, options: FilterOptions, [typed]: readonly unknown[]): undefined {
  const words = typed as readonly string[];
  const option = words.find((word) => word.startsWith("--"));
  if (option !== undefined) throw usageError(`${option.slice(0, 40)} is no option of find`, "See: evenkeel find --help");
  if (words.every((word) => /^[+-]?\s*$/.test(word))) throw usageError("find needs words", "For example: evenkeel find refund");
  const wanted = wantedIn(words);
  const filter = filterOf(session, options.limit === undefined ? { ...options, all: true } : options);
  const read = searchIn(session, wanted);
  const parts = filter.limit === null ? selectInTurn(session, filter, read) : [lastFound(session, filter, filter.limit, read)];
  if (session.globals.json) {
    session.printJsonParts(parts);
    return;
  }
  const t = session.telling();
  const looked = [...wanted.any, ...wanted.must];
  const found = Array.from(parts, (part) => part.map((entry) => foundIn(entry, looked, t))).flat();
  for (const text of findParts({ found, words: looked, now: session.now() }, t)) session.print(text);
}

export function register(program: Command, act: Act): void {
  withFilters(program.command("find").description("entries with these words; +word must stand there, -word must not"))
    .argument("<words...>", "case and accents do not matter")
    .allowUnknownOption()
    .action(act(runFind));
}
