import { writeRecord } from "../../content/plain-yaml.ts";
import { orderedEntry } from "../../reflection/ordered.ts";
import { counting, type Exporter } from "./exporter.ts";

/** One YAML list, an entry an item. */
export function yamlExporter(): Exporter {
  const place = counting();
  return {
    begin: () => "",
    entry: (entry) => {
      place();
      return writeRecord(orderedEntry(entry), "- ");
    },
    end: () => (place() === 0 ? "[]\n" : ""),
  };
}
