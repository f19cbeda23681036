import { breakLines } from "./lines.ts";
import type { Piece } from "./pieces.ts";
import { CAPITAL, roleWidth, styleOf, type Measure, type Role } from "./type.ts";

/** One line of text. `x` is its left edge, `y` its baseline, both from the top left of the piece, in points. */
export interface SetLine {
  readonly role: Role;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Another line of the same text follows. */
  readonly goesOn: boolean;
}

/**
 * `bar` beside a plan, `rule` under the words with a boat that lies level on it (`hull`, `sail`), `hairline` between
 * kind lines, `write` to write on.
 */
export interface SetShape {
  readonly kind: "bar" | "rule" | "hull" | "sail" | "hairline" | "write";
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A piece set in type. */
export interface SetPiece {
  readonly piece: Piece;
  readonly height: number;
  /** One list for each of the piece's texts. */
  readonly texts: readonly (readonly SetLine[])[];
  readonly shapes: readonly SetShape[];
}

/** What a piece is set with. */
export interface Setting {
  /** Of the column, in points. */
  readonly width: number;
  /** Type size of an if-then, in points. */
  readonly base: number;
  /** Distance of two baselines, in ems. */
  readonly leading: number;
  readonly measure: Measure;
  /** Where kind lines begin beside their issue; null where they run on behind it. */
  readonly lineColumn: number | null;
}

/** Room that a hand needs to write above a line: 6 mm, and more where the type is large. */
export function writingRoom(base: number): number {
  return Math.max(17, base * 1.25);
}

function lineHeight(role: Role, { base, leading }: Setting): number {
  return styleOf(role).size * base * leading;
}

interface Column {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly indent?: number;
}

function paragraph(role: Role, text: string, { base, leading, measure }: Setting, at: Column): readonly SetLine[] {
  const size = styleOf(role).size * base;
  const broken = breakLines(text, at.width, roleWidth(role, base, measure), at.indent ?? 0);
  return broken.map((line, row) => ({
    role,
    text: line,
    x: at.x + (row === 0 ? (at.indent ?? 0) : 0),
    y: at.y + (row + 0.5) * size * leading + (CAPITAL * size) / 2,
    size,
    goesOn: row < broken.length - 1,
  }));
}

function simple(role: Role, piece: Piece, setting: Setting): SetPiece {
  const lines = paragraph(role, piece.texts[0] ?? "", setting, { x: 0, y: 0, width: setting.width });
  return { piece, height: lines.length * lineHeight(role, setting), texts: [lines], shapes: [] };
}

/** A boat on even keel: `x` is its stern, `y` the water. */
function boat(x: number, y: number, base: number): readonly SetShape[] {
  return [
    { kind: "hull", x, y, width: base * 1.3, height: base * 0.34 },
    { kind: "sail", x: x + base * 0.3, y: y - base * 0.95, width: base * 0.62, height: base * 0.8 },
  ];
}

function words(piece: Piece, setting: Setting): SetPiece {
  const set = simple("words", piece, setting);
  const { base, width } = setting;
  const height = Math.max(1, base * 0.08);
  const y = set.height + base * 0.24;
  const rule = { kind: "rule", x: 0, y, width, height } as const;
  const free = width - Math.max(...(set.texts[0] ?? []).map((line) => roleWidth("words", base, setting.measure)(line.text)));
  return { ...set, height: y + height, shapes: free < base * 2 ? [rule] : [rule, ...boat(width - base * 1.4, y, base)] };
}

function plan(piece: Piece, setting: Setting): SetPiece {
  const { base, width } = setting;
  const x = base * 0.72;
  const cue = paragraph("if", piece.texts[0] ?? "", setting, { x, y: 0, width: width - x });
  const below = cue.length * lineHeight("if", setting);
  const action = paragraph("then", piece.texts[1] ?? "", setting, { x, y: below, width: width - x });
  const height = below + action.length * lineHeight("then", setting);
  const trim = base * 0.16;
  const bar = { kind: "bar", x: 0, y: trim, width: base * 0.2, height: height - 2 * trim } as const;
  return { piece, height, texts: [cue, action], shapes: [bar] };
}

/** Between an issue and its kind line, in bases: in a table, and in running text. */
const TABLE_GAP = 0.65;
const RUN_IN_GAP = 0.36;

function issueWidth(text: string, { base, measure }: Omit<Setting, "lineColumn">): number {
  return roleWidth("issue", base, measure)(text);
}

/** The issue in a column of its own, its kind line beside it. */
function tableRow(piece: Piece, setting: Setting, column: number): SetPiece {
  const { width } = setting;
  const issue = paragraph("issue", piece.texts[0] ?? "", setting, { x: 0, y: 0, width: column - setting.base * TABLE_GAP });
  const line = paragraph("line", piece.texts[1] ?? "", setting, { x: column, y: 0, width: width - column });
  return lineRow(piece, setting, [issue, line], Math.max(issue.length, line.length));
}

/** The kind line behind its issue, or under it where the issue is long. */
function runInRow(piece: Piece, setting: Setting): SetPiece {
  const { width, base } = setting;
  const indent = issueWidth(piece.texts[0] ?? "", setting) + base * RUN_IN_GAP;
  const issue = paragraph("issue", piece.texts[0] ?? "", setting, { x: 0, y: 0, width });
  const beside = indent < width * 0.5;
  const y = beside ? 0 : issue.length * lineHeight("issue", setting);
  const line = paragraph("line", piece.texts[1] ?? "", setting, { x: 0, y, width, indent: beside ? indent : 0 });
  return lineRow(piece, setting, [issue, line], beside ? line.length : issue.length + line.length);
}

function lineRow(piece: Piece, setting: Setting, texts: SetPiece["texts"], rows: number): SetPiece {
  return { piece, height: rows * lineHeight("line", setting), texts, shapes: [] };
}

function quote(piece: Piece, setting: Setting): SetPiece {
  const text = paragraph("quote", piece.texts[0] ?? "", setting, { x: 0, y: 0, width: setting.width });
  const y = text.length * lineHeight("quote", setting);
  const source = paragraph("source", piece.texts[1] ?? "", setting, { x: 0, y, width: setting.width });
  return { piece, height: y + source.length * lineHeight("source", setting), texts: [text, source], shapes: [] };
}

/** A line to write on, and the date at its end. */
function foot(piece: Piece, setting: Setting): SetPiece {
  const text = piece.texts[0] ?? "";
  const { base, measure, width } = setting;
  const size = styleOf("date").size * base;
  const dateWidth = roleWidth("date", base, measure)(text);
  const y = writingRoom(base);
  const date = { role: "date", text, x: width - dateWidth, y, size, goesOn: false } as const;
  const line = { kind: "write", x: 0, y, width: Math.max(0, width - dateWidth - base * 0.8), height: 0.6 } as const;
  return { piece, height: y + size * 0.25, texts: [[date]], shapes: [line] };
}

/** Sets one piece. Lines are measured with the setting, so none is wider than the column. */
export function setPiece(piece: Piece, setting: Setting): SetPiece {
  switch (piece.kind) {
    case "words":
      return words(piece, setting);
    case "plan":
      return plan(piece, setting);
    case "line":
      return setting.lineColumn === null ? runInRow(piece, setting) : tableRow(piece, setting, setting.lineColumn);
    case "quote":
      return quote(piece, setting);
    case "foot":
      return foot(piece, setting);
    default:
      return simple(piece.kind, piece, setting);
  }
}

/** Where the kind lines begin beside the widest issue, where that leaves them most of the column; else null. */
export function lineColumn(pieces: readonly Piece[], setting: Omit<Setting, "lineColumn">): number | null {
  const issues = pieces.filter(({ kind }) => kind === "line").map(({ texts }) => texts[0] ?? "");
  const widest = Math.max(0, ...issues.map((issue) => issueWidth(issue, setting)));
  const column = widest + setting.base * TABLE_GAP;
  return widest > 0 && column <= setting.width * 0.4 ? column : null;
}
