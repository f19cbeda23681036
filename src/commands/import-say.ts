import type { Entry } from "../reflection/entry.ts";
import type { Session } from "../session.ts";
import { jsonExporter } from "../views/export/json.ts";
import { broughtInView, type ImportPlan } from "../views/import.ts";
import { sayCare } from "./say-kept.ts";

/** The saved records as one JSON array, part by part: a hundred thousand are too long for one text. */
function printEntries(session: Session, saved: readonly Entry[]): void {
  const exporter = jsonExporter();
  session.print(exporter.begin());
  for (let at = 0; at < saved.length; at += 1000) session.print(saved.slice(at, at + 1000).map(exporter.entry).join(""));
  session.print(exporter.end());
}

/** After an import: what came in, what was there already, and the next useful command. */
export function sayBroughtIn(session: Session, plan: ImportPlan, saved: readonly Entry[]): void {
  sayCare(session, saved);
  if (session.globals.json) printEntries(session, saved);
  const kinds = new Map<Entry["kind"], number>();
  for (const { kind } of saved) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  session.note(broughtInView({ ...plan, kinds }, session.talk()));
}
