import type { Telling } from "../telling.ts";
import { csvExporter } from "./csv.ts";
import type { Exporter, FileFormat } from "./exporter.ts";
import { jrnlExporter, jrnlJsonExporter } from "./jrnl.ts";
import { jsonExporter, jsonLinesExporter } from "./json.ts";
import { markdownExporter } from "./markdown.ts";
import { yamlExporter } from "./yaml.ts";

/** The exporter of each format. */
export const EXPORTERS: Readonly<Record<FileFormat, (t: Telling) => Exporter>> = {
  json: jsonExporter,
  jsonl: jsonLinesExporter,
  yaml: yamlExporter,
  csv: csvExporter,
  markdown: markdownExporter,
  jrnl: jrnlExporter,
  "jrnl-json": jrnlJsonExporter,
};
