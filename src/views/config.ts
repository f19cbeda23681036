import { finish, heading, isNarrow, MARGIN, paragraph, readAloud, spread, textRight, unpainted } from "./lines.ts";
import { closed } from "./plan-words.ts";
import type { Telling } from "./telling.ts";
import { displayWidth, padEnd } from "./width.ts";
import { wrap } from "./wrap.ts";

/** One setting as it stands. */
export interface ConfigRow {
  readonly key: string;
  readonly value: string | number | readonly string[] | null;
  readonly source: "flag" | "environment" | "journal" | "machine" | "default";
}

const SOURCES: Readonly<Record<ConfigRow["source"], string>> = {
  flag: "config.flag",
  environment: "config.environment",
  journal: "config.journal",
  machine: "config.machine",
  default: "config.default",
};

const RIGHT = 77;

function valueText({ value }: ConfigRow, t: Telling): string {
  if (value === null) return t.say("config.notSet");
  if (typeof value === "number") return t.number(value);
  return t.line(typeof value === "string" ? value : value.join(", "));
}

function wideRow(row: ConfigRow, column: number, t: Telling): readonly string[] {
  const { strong, quiet } = t.style.palette;
  const paint = row.value === null ? quiet : unpainted;
  const source = t.say(SOURCES[row.source]);
  const right = Math.min(RIGHT, t.style.width - 1);
  const room = right - MARGIN - column;
  const [first = "", ...more] = wrap(valueText(row, t), room - displayWidth(source) - 2);
  const line = spread([first, paint], [source, quiet], room) ?? first;
  const indent = " ".repeat(MARGIN + column);
  return [`  ${strong(padEnd(row.key, column))}${line}`, ...more.map((part) => indent + paint(part))];
}

function narrowRow(row: ConfigRow, t: Telling): readonly string[] {
  const { strong, quiet } = t.style.palette;
  return [
    ...paragraph(row.key, t, strong),
    ...paragraph(valueText(row, t), t, row.value === null ? quiet : unpainted, MARGIN + 2),
    ...paragraph(t.say(SOURCES[row.source]), t, quiet, MARGIN + 2),
  ];
}

/** Every setting with its value and where that came from. */
export function configView(rows: readonly ConfigRow[], t: Telling): string {
  const { style } = t;
  if (style.screenReader) {
    const lines = rows.map((row) =>
      t.say("config.readRow", { key: row.key, value: closed(valueText(row, t)), source: t.say(SOURCES[row.source]) }),
    );
    return finish(lines.flatMap((line) => readAloud(line, style)));
  }
  const column = Math.max(...rows.map(({ key }) => displayWidth(key))) + 3;
  const narrow = isNarrow(style) || MARGIN + column + 40 > style.width;
  return finish([
    ...heading(t.say("config.title"), t),
    "",
    ...rows.flatMap((row) => (narrow ? narrowRow(row, t) : wideRow(row, column, t))),
    "",
    ...wrap(t.say("config.change", { command: 'evenkeel config set words "calm, fair, clear"' }), textRight(style) - MARGIN).map((line) => `  ${style.palette.quiet(line)}`),
  ]);
}
