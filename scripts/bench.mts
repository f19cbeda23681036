import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { casesOf, SIZES } from "./bench/cases.ts";
import { measure } from "./bench/figures.ts";
import { journalOf } from "./bench/journals.ts";
import { profileOf } from "./bench/profile.ts";
import { comparison, type Report, reportText, sharesOf } from "./bench/report.ts";
import { weigh } from "./bench/weight.ts";
import { maskingFigures } from "./masking-figures.ts";
import { unseenHits } from "./measure-suggest.ts";

const PAGE = join(import.meta.dirname, "../docs/performance.md");
const QUICK_ROUNDS = 5;

const { values: asked } = parseArgs({
  options: {
    /** How many rounds; 15 where it is not said. */
    runs: { type: "string" },
    /** Five rounds on the two smaller journals. */
    quick: { type: "boolean", default: false },
    /** A file for the figures as JSON. */
    json: { type: "string" },
    /** A file of an earlier run. */
    compare: { type: "string" },
    /** Fills the table in docs/performance.md. */
    write: { type: "boolean", default: false },
  },
});

async function reportFrom(folder: string): Promise<Report> {
  const rounds = Number(asked.runs ?? (asked.quick ? QUICK_ROUNDS : 15));
  const empty = join(folder, "empty.cjs");
  writeFileSync(empty, "");
  const homes = new Map(SIZES.slice(0, asked.quick ? 2 : 3).map((entries) => [entries, journalOf(folder, entries)]));
  const figures = await measure(casesOf(homes, empty), rounds);
  const home = homes.get(SIZES[0]) ?? "";
  const profiles = Object.fromEntries(["list", "roadmap"].map((name) => [name, sharesOf(profileOf([name], home))]));
  const [{ model } = { model: "unknown" }, ...others] = cpus();
  return {
    node: process.version,
    machine: `${process.platform} ${process.arch}, ${others.length + 1} cores (${model.trim()})`,
    rounds,
    figures,
    weight: weigh(),
    suggest: unseenHits(),
    masking: await maskingFigures(),
    profiles,
  };
}

/** The page with the text in place of its table. */
function withTable(page: string, text: string): string {
  const [head = "", rest = ""] = page.split(/(?<=<!-- bench -->\n)/);
  const tail = /<!-- \/bench -->[^]*$/.exec(rest)?.[0];
  if (tail === undefined) throw new Error("docs/performance.md has no place for the table");
  return `${head}\`\`\`text\n${text}\n\`\`\`\n${tail}`;
}

const folder = mkdtempSync(join(tmpdir(), "evenkeel-bench-"));
try {
  const report = await reportFrom(folder);
  const text = reportText(report);
  console.log(text);
  if (asked.json !== undefined) writeFileSync(asked.json, `${JSON.stringify(report, null, 2)}\n`);
  if (asked.write) writeFileSync(PAGE, withTable(readFileSync(PAGE, "utf8"), text));
  if (asked.compare !== undefined) console.log(`\n${comparison(report, JSON.parse(readFileSync(asked.compare, "utf8")) as Report)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
