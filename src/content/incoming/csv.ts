import { CSV_COLUMNS } from "../../reflection/columns.ts";
import { KINDS } from "../../reflection/entry.ts";
import { type Field, FIELDS } from "../../reflection/schema.ts";
import { cellList, unguarded } from "../csv.ts";
import type { FileProblem } from "../file-problem.ts";
import { type Cell, delimiterOf, readCsv } from "./csv-text.ts";
import type { Brought, Incoming, ReadingContext } from "./incoming.ts";

type Table = Omit<Brought, "format">;

/** A column of the file and the field it fills. */
interface Column {
  readonly index: number;
  readonly field: string;
}

const NAMES = new Map(CSV_COLUMNS.map((name) => [name.toLowerCase(), name]));

function fieldNamed(name: string): Field | undefined {
  return KINDS.map((kind) => FIELDS[kind][name]).find((field) => field !== undefined);
}

function planned(header: readonly Cell[], { map }: ReadingContext): { readonly columns: readonly Column[]; readonly leftOut: readonly string[]; readonly missing: readonly string[] } {
  const named = header.map(({ text }) => text.trim());
  const wanted = [...map].flatMap(([field, columns]) => columns.map((column) => ({ field, column, index: named.indexOf(column) })));
  const taken = new Set(wanted.map(({ index }) => index));
  const mapped = new Set(map.keys());
  const own = named.flatMap((name, index) => {
    const field = NAMES.get(name.toLowerCase());
    return field === undefined || taken.has(index) || mapped.has(field) ? [] : [{ field, index }];
  });
  const columns = [...wanted.filter(({ index }) => index >= 0), ...own];
  const used = new Set(columns.map(({ index }) => index));
  return {
    columns,
    leftOut: named.filter((_, index) => !used.has(index)),
    missing: wanted.filter(({ index }) => index < 0).map(({ column }) => column),
  };
}

function cellValue(field: string, text: string): unknown {
  const type = fieldNamed(field)?.type;
  if (type === "scale") return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text;
  if (type === "ids" || type === "tags") return cellList(text);
  return type === "text" || type === "tag" || field.startsWith("plan") ? text : text.trim();
}

/** Several columns for one field: a date and a time, paragraphs, more tags. */
function joined(field: string, values: readonly unknown[]): unknown {
  const [first] = values;
  if (values.length < 2) return first;
  if (Array.isArray(first)) return [...new Set(values.flat())];
  return values.join(field === "at" ? " " : "\n");
}

interface Row {
  /** The first cell of each field, for its place. */
  readonly cells: ReadonlyMap<string, Cell>;
  readonly given: ReadonlyMap<string, unknown>;
}

function readRow(row: readonly Cell[], columns: readonly Column[]): Row {
  const cells = new Map<string, Cell>();
  const values = new Map<string, unknown[]>();
  for (const { field, index } of columns) {
    const cell = row[index];
    if (cell === undefined || cell.text.trim() === "") continue;
    if (!cells.has(field)) cells.set(field, cell);
    values.set(field, [...(values.get(field) ?? []), cellValue(field, unguarded(cell.text))]);
  }
  return { cells, given: new Map([...values].map(([field, parts]) => [field, joined(field, parts)])) };
}

/** The fields of an entry: the two parts of a plan together, the trigger as it is known here. */
function entryOf(given: Row["given"], trigger: unknown): Readonly<Record<string, unknown>> {
  const parts = { if: given.get("planIf"), then: given.get("planThen") };
  const fields = [...given].filter(([field]) => field !== "planIf" && field !== "planThen" && field !== "trigger");
  const plan = parts.if === undefined && parts.then === undefined ? [] : [["plan", parts] as const];
  return Object.fromEntries([...fields, ...plan, ...(trigger === undefined ? [] : [["trigger", trigger] as const])]);
}

function rowItem(row: readonly Cell[], columns: readonly Column[], file: string, context: ReadingContext): Incoming {
  const { cells, given } = readRow(row, columns);
  const named = given.get("trigger");
  const known = typeof named === "string" ? context.triggerNamed(named) : null;
  const category = typeof named === "string" && known === null && context.map.has("trigger") ? named : null;
  const { line = 1, column = 1 } = row[0] ?? {};
  return {
    file,
    value: entryOf(given, category === null ? (known ?? named) : undefined),
    ...(category === null ? {} : { category }),
    position: ([first, second]) => {
      const cell = cells.get(first === "plan" ? (second === "then" ? "planThen" : "planIf") : String(first));
      return cell === undefined ? { line, column } : { line: cell.line, column: cell.column };
    },
  };
}

function headProblem(file: string, header: readonly Cell[], plan: ReturnType<typeof planned>): FileProblem | null {
  const names = header.map(({ text }) => text.trim().slice(0, 40)).join(", ");
  const place = { file, line: header[0]?.line ?? 1, column: 1 };
  if (plan.missing.length > 0) return { ...place, what: `there is no column ${plan.missing.join(", ")}`, accepted: names };
  if (plan.columns.length > 0) return null;
  return { ...place, what: "no column has a name that is known here", accepted: `say which is which, like --map at=Date --map what=Notes; the columns are ${names}` };
}

/** Entries of a table: a row each, the first one naming the columns, by the names that `export` gives them or by `--map`. */
export function csvEntries(text: string, file: string, context: ReadingContext): Table {
  const items: Incoming[] = [];
  const problems: FileProblem[] = [];
  let plan: ReturnType<typeof planned> | null = null;
  let width = 0;
  for (const row of readCsv(text, delimiterOf(text))) {
    if ("what" in row) {
      problems.push({ file, ...row });
      break;
    }
    if (plan === null) {
      plan = planned(row, context);
      width = row.length;
      const problem = headProblem(file, row, plan);
      if (problem !== null) return { items, problems: [problem], leftOut: [] };
      continue;
    }
    const extra = row[width];
    if (extra !== undefined && row.slice(width).some((cell) => cell.text.trim() !== "")) {
      problems.push({ file, line: extra.line, column: extra.column, what: "this row has more cells than the first", accepted: `${width} cells; a cell with a comma in it stands in quotation marks` });
    } else if (row.some((cell) => cell.text.trim() !== "")) items.push(rowItem(row, plan.columns, file, context));
  }
  return { items, problems, leftOut: plan?.leftOut ?? [] };
}
