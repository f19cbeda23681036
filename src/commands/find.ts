import type { Command } from "commander";
import { usageError } from "../errors.ts";
import { folded, searchLines } from "../journal/search.ts";
import { byMoment, type Entry } from "../reflection/entry.ts";
import { FIELDS } from "../reflection/schema.ts";
import type { Session } from "../session.ts";
import { findView } from "../views/find.ts";
import type { Act } from "./act.ts";
import { type Filter, filterOf, type FilterOptions, monthsOf, withFilters } from "./filters.ts";

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

function search(session: Session, wanted: Wanted, filter: Filter): readonly Entry[] {
  const journal = session.journal();
  const [first] = wanted.must;
  const needles = first === undefined ? wanted.any : [first];
  const found: Entry[] = [];
  for (const month of monthsOf(journal, filter)) {
    const near = needles.length === 0 ? journal.month(month) : searchLines(journal.store, month, needles);
    found.push(...session.seen(near).filter((entry) => filter.matches(entry) && matches(entry, wanted)));
    if (filter.limit !== null && found.length >= filter.limit) break;
  }
  found.sort(byMoment);
  return filter.limit === null ? found : found.slice(-filter.limit);
}

function runFind(session: Session, options: FilterOptions, [typed]: readonly unknown[]): undefined {
  const words = typed as readonly string[];
  const option = words.find((word) => word.startsWith("--"));
  if (option !== undefined) throw usageError(`${option.slice(0, 40)} is no option of find`, "See: evenkeel find --help");
  if (words.every((word) => /^[+-]?\s*$/.test(word))) throw usageError("find needs words", "For example: evenkeel find refund");
  const wanted = wantedIn(words);
  const filter = filterOf(session, options.limit === undefined ? { ...options, all: true } : options);
  const entries = search(session, wanted, filter);
  if (session.globals.json) session.printJson(entries);
  else session.print(findView({ entries, words: [...wanted.any, ...wanted.must], now: session.now() }, session.telling()));
}

export function register(program: Command, act: Act): void {
  withFilters(program.command("find").description("entries with these words; +word must stand there, -word must not"))
    .argument("<words...>", "case and accents do not matter")
    .allowUnknownOption()
    .action(act(runFind));
}
