import type { Command } from "commander";
import type { Act, Direct } from "./act.ts";
import type { Session } from "../session.ts";
import { listView } from "../views/list.ts";
import { filterOf, isFiltered, type FilterOptions, selectEntries, withFilters } from "./filters.ts";

function runList(session: Session, options: FilterOptions): undefined {
  const entries = selectEntries(session, filterOf(session, options));
  if (session.globals.json) session.printJson(entries);
  else session.print(listView({ entries, now: session.now(), filtered: isFiltered(options) }, session.telling()));
}

export const direct: Direct = { words: "none", work: runList };

export function register(program: Command, act: Act): void {
  withFilters(program.command("list").description("what you wrote down: the last 20, unless a filter says otherwise")).action(
    act(runList),
  );
}
