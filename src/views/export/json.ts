import { orderedEntry } from "../../reflection/ordered.ts";
import { escapedControls } from "../json.ts";
import { counting, type Exporter } from "./exporter.ts";

/** One JSON array, set out as `list --json` prints it. */
export function jsonExporter(): Exporter {
  const place = counting();
  return {
    begin: () => "[",
    entry: (entry) => {
      const item = JSON.stringify([orderedEntry(entry)], null, 2).slice(2, -2);
      return `${place() === 0 ? "" : ","}\n${escapedControls(item)}`;
    },
    end: () => (place() === 0 ? "]\n" : "\n]\n"),
  };
}

/** JSON Lines: one object a line. */
export function jsonLinesExporter(): Exporter {
  return {
    begin: () => "",
    entry: (entry) => `${escapedControls(JSON.stringify(orderedEntry(entry)))}\n`,
    end: () => "",
  };
}
