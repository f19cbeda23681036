import { csvRow, listCell } from "../../content/csv.ts";
import type { Entry } from "../../reflection/entry.ts";
import { CSV_COLUMNS } from "../../reflection/columns.ts";
import { orderedEntry } from "../../reflection/ordered.ts";
import type { Exporter } from "./exporter.ts";

function cellOf(entry: Readonly<Record<string, unknown>>, column: string): string {
  const plan = entry["plan"] as { readonly if: string; readonly then: string } | undefined;
  if (column === "planIf") return plan?.if ?? "";
  if (column === "planThen") return plan?.then ?? "";
  const value = entry[column];
  if (Array.isArray(value)) return listCell(value as string[]);
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}

/** CSV after RFC 4180: a header, then a row an entry; lists with semicolons in one cell, a plan in two. */
export function csvExporter(): Exporter {
  return {
    begin: () => csvRow(CSV_COLUMNS),
    entry: (entry: Entry) => {
      const ordered = orderedEntry(entry);
      return csvRow(CSV_COLUMNS.map((column) => cellOf(ordered, column)));
    },
    end: () => "",
  };
}
