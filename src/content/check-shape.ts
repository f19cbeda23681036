import { shown, type FileProblem } from "./file-problem.ts";
import type { ParsedYaml, Path } from "./parse.ts";
import { columnsOf, type MapShape, type RecordShape, type Shape, type TextShape } from "./shape.ts";

/** Collects problems of one file with their positions. */
export interface Reporter {
  readonly problems: FileProblem[];
  report(path: Path, what: string, accepted: string, part?: "key" | "value"): void;
}

/** Makes a reporter for a parsed file. */
export function reporter(parsed: Pick<ParsedYaml, "file" | "positionOf">): Reporter {
  const problems: FileProblem[] = [];
  return {
    problems,
    report: (path, what, accepted, part = "value") => {
      problems.push({ file: parsed.file, ...parsed.positionOf(path, part), what, accepted });
    },
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function described(value: unknown): string {
  if (value === null || value === undefined) return "nothing stands here";
  if (Array.isArray(value)) return "a list stands here";
  if (typeof value === "object") return "keys and values stand here";
  return `${shown(value)} stands here`;
}

/** Why a text does not fit, as what is wrong and what is accepted; null where it fits. */
function textTrouble(shape: TextShape, text: string): readonly [string, string] | null {
  if (shape.of !== undefined && !shape.of.includes(text)) return [`${shown(text)} is not known here`, shape.of.join(", ")];
  if (text.trim() === "") return ["the text is empty", "a text"];
  if (text !== text.trim()) return ["the text begins or ends with a blank", "the text without it"];
  if (/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(text.replaceAll("\n", ""))) {
    return ["the text holds a control character", "signs that can be seen, and blanks"];
  }
  if (shape.columns !== undefined && text.includes("\n")) return ["the text has several lines", "one line"];
  const width = columnsOf(text);
  if (shape.columns !== undefined && width > shape.columns) {
    return [`the text takes ${width} columns`, `at most ${shape.columns}`];
  }
  if (shape.like !== undefined && !shape.like[0].test(text)) return [`${shown(text)} does not fit here`, shape.like[1]];
  const bare = shape.values === true ? text.replace(/\{\w+\}/g, "") : "";
  return /[{}]/.test(bare) ? ["a brace stands alone", "{name} for a value, without blanks"] : null;
}

function checkText(shape: TextShape, value: unknown, path: Path, out: Reporter): void {
  if (typeof value !== "string") {
    const quotes = typeof value === "number" || typeof value === "boolean" ? ", in quotes" : "";
    out.report(path, described(value), shape.of === undefined ? `a text${quotes}` : shape.of.join(", "));
    return;
  }
  const trouble = textTrouble(shape, value);
  if (trouble !== null) out.report(path, ...trouble);
}

function checkList(shape: Shape & { type: "list" }, value: unknown, path: Path, out: Reporter): void {
  if (!Array.isArray(value)) {
    out.report(path, described(value), "a list");
    return;
  }
  const { least = 0, most = Infinity } = shape;
  if (value.length < least || value.length > most) {
    const accepted = most === least ? `exactly ${least}` : most === Infinity ? `${least} or more` : `${least} to ${most}`;
    out.report(path, `the list holds ${value.length}`, accepted, "key");
  }
  const before = new Set<unknown>();
  value.forEach((item, index) => {
    checkShape(shape.of, item, [...path, index], out);
    if (typeof item === "string" && before.has(item)) {
      out.report([...path, index], `${shown(item)} stands in the list twice`, "each one once");
    }
    before.add(item);
  });
}

function checkRecord(shape: RecordShape, value: unknown, path: Path, out: Reporter): void {
  if (!isObject(value)) {
    out.report(path, described(value), `the keys ${Object.keys(shape.keys).join(", ")}`);
    return;
  }
  for (const [key, item] of Object.entries(value)) {
    const inner = Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined;
    if (inner === undefined) {
      out.report([...path, key], `the key ${shown(key)} is not known here`, Object.keys(shape.keys).join(", "), "key");
    } else checkShape(inner, item, [...path, key], out);
  }
  for (const key of Object.keys(shape.keys)) {
    if (!Object.hasOwn(value, key) && shape.optional?.includes(key) !== true) {
      out.report(path, `the key "${key}" is missing`, Object.keys(shape.keys).join(", "), "key");
    }
  }
}

function checkIds(ids: readonly string[], value: Record<string, unknown>, path: Path, out: Reporter): void {
  const found = Object.keys(value).filter((key) => ids.includes(key));
  for (const id of ids) if (!found.includes(id)) out.report(path, `"${id}" is missing`, ids.join(", "), "key");
  for (const key of Object.keys(value)) {
    if (!ids.includes(key)) out.report([...path, key], `${shown(key)} is not known here`, ids.join(", "), "key");
  }
  const wanted = ids.filter((id) => found.includes(id));
  const wrong = found.find((id, index) => id !== wanted[index]);
  if (wrong !== undefined) out.report([...path, wrong], `"${wrong}" is out of order`, ids.join(", "), "key");
}

function checkMap(shape: MapShape, value: unknown, path: Path, out: Reporter): void {
  if (!isObject(value)) {
    out.report(path, described(value), shape.ids === undefined ? "keys and values" : `the keys ${shape.ids.join(", ")}`);
    return;
  }
  if (shape.ids !== undefined) checkIds(shape.ids, value, path, out);
  for (const [key, item] of Object.entries(value)) {
    if (shape.like !== undefined && !shape.like[0].test(key)) {
      out.report([...path, key], `the key ${shown(key)} does not fit here`, shape.like[1], "key");
    }
    if (shape.ids?.includes(key) !== false) checkShape(shape.of, item, [...path, key], out);
  }
}

function checkNumber(shape: Shape & { type: "number" }, value: unknown, path: Path, out: Reporter): void {
  const fits = typeof value === "number" && Number.isInteger(value) && value >= shape.from && value <= shape.to;
  if (!fits) out.report(path, described(value), `a whole number from ${shape.from} to ${shape.to}`);
}

/** Reports everything in `value` that does not fit `shape`: unknown and missing keys, wrong types, wrong texts. */
export function checkShape(shape: Shape, value: unknown, path: Path, out: Reporter): void {
  switch (shape.type) {
    case "text":
      checkText(shape, value, path, out);
      break;
    case "number":
      checkNumber(shape, value, path, out);
      break;
    case "mark":
      if (value !== true) out.report(path, described(value), "true, or the key left out");
      break;
    case "list":
      checkList(shape, value, path, out);
      break;
    case "record":
      checkRecord(shape, value, path, out);
      break;
    case "map":
      checkMap(shape, value, path, out);
      break;
    case "textOrMap":
      if (isObject(value)) checkMap(shape.map, value, path, out);
      else checkText(shape.text, value, path, out);
  }
}
