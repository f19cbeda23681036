import type { Command } from "commander";
import type { Entry } from "../reflection/entry.ts";
import type { Act, Direct } from "./act.ts";
import type { Session } from "../session.ts";
import { listParts } from "../views/list.ts";
import { filterOf, isFiltered, type FilterOptions, selectEntries, withFilters } from "./filters.ts";

/** More of a text than a list shows of it. */
const MOST = 400;

function cut(text: string): string {
  // A copy: a part of a string keeps the whole of it in memory.
  return text.length <= MOST ? text : Buffer.from(text.slice(0, MOST)).toString();
}

/** An entry with what a list shows of it, so that ten years of them fit in memory. */
function brief(entry: Entry): Entry {
  const shown = Object.entries<unknown>({ ...entry }).flatMap(([name, value]) => {
    if (name === "thought" && "what" in entry) return [];
    return typeof value === "string" ? [[name, cut(value)]] : typeof value === "number" ? [[name, value]] : [];
  });
  return Object.fromEntries(shown) as Entry;
}

async function runList(session: Session, options: FilterOptions): Promise<undefined> {
  const filter = filterOf(session, options);
  const show = (entries: readonly Entry[]): void => {
    const data = { entries, now: session.now(), filtered: isFiltered(options) };
    for (const text of listParts(data, session.telling())) session.print(text);
  };
  if (filter.limit !== null) {
    const entries = selectEntries(session, filter);
    if (session.globals.json) session.printJson(entries);
    else show(entries);
    return;
  }
  const { selectInTurn } = await import("./in-turn.ts");
  const parts = selectInTurn(session, filter);
  if (session.globals.json) session.printJsonParts(parts);
  else show(Array.from(parts, (part) => part.map(brief)).flat());
}

export const direct: Direct = { words: "none", work: runList };

export function register(program: Command, act: Act): void {
  withFilters(program.command("list").description("what you wrote down: the last 20, unless a filter says otherwise")).action(
    act(runList),
  );
}
