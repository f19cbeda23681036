import {
  Composer,
  type CST,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser,
  stringify,
  type Document,
  type Node,
  type Pair,
  type ParsedNode,
} from "yaml";
import type { FileProblem } from "./file-problem.ts";
import { yamlSentence } from "./yaml-errors.ts";

/** From the whole document downwards: `["rude_tone", "plans", 2, "then"]`. */
export type Path = readonly (string | number)[];

interface Position {
  readonly line: number;
  readonly column: number;
}

/** One YAML document as plain data, and where each part of it stood. */
export interface ParsedYaml {
  readonly file: string;
  /** Objects, arrays, texts, numbers, booleans, null. Meaningless where there are problems. */
  readonly value: unknown;
  /** Where the value (or its key) at a path stands; where there is none, the nearest thing around it. */
  readonly positionOf: (path: Path, part?: "key" | "value") => Position;
  readonly problems: readonly FileProblem[];
}

/** Longer texts are refused before they are parsed: nothing people write by hand comes near. */
export const MOST_CHARACTERS = 1_000_000;
const MOST_LEVELS = 32;
/** What the parser has open at once: several things for each level. */
const MOST_OPEN = 5 * MOST_LEVELS;
const REFUSED_KEYS = ["__proto__", "constructor", "prototype"];

type Report = (offset: number, what: string, accepted: string) => void;

function keyText(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : "";
}

function offsetOf(node: unknown): number | undefined {
  return (node as Node | null)?.range?.[0];
}

function mapValue(items: readonly Pair[], level: number, report: Report): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const pair of items) {
    const key = keyText(pair);
    const at = offsetOf(pair.key) ?? 0;
    if (REFUSED_KEYS.includes(key)) report(at, "this key is not allowed", "another name");
    else if (Object.hasOwn(value, key)) report(at, "this key stands there twice", "each key once");
    else value[key] = plain(pair.value as ParsedNode | null, level + 1, report);
  }
  return value;
}

function plain(node: ParsedNode | null, level: number, report: Report): unknown {
  if (node === null) return null;
  const at = node.range[0];
  if (isAlias(node)) {
    report(at, "an alias (*) cannot stand here", "the value itself");
    return null;
  }
  if (node.anchor !== undefined) report(at, "an anchor (&) cannot stand here", "the value without it");
  if (isScalar(node)) return node.value;
  if (level >= MOST_LEVELS) {
    report(at, ...yamlSentence("RESOURCE_EXHAUSTION"));
    return null;
  }
  if (isMap(node)) return mapValue(node.items, level, report);
  return isSeq(node) ? node.items.map((item) => plain(item as ParsedNode | null, level + 1, report)) : null;
}

/** Offset of the deepest thing on the path that is there. */
function offsetAt(root: ParsedNode | null, path: Path, part: "key" | "value"): number {
  let node: unknown = root;
  let offset = offsetOf(root) ?? 0;
  for (const [index, step] of path.entries()) {
    const last = index === path.length - 1;
    if (isMap(node)) {
      const pair = (node.items).find((item) => keyText(item) === step);
      if (pair === undefined) return offset;
      const key = offsetOf(pair.key) ?? offset;
      offset = last && part === "value" ? (offsetOf(pair.value) ?? key) : key;
      node = pair.value;
    } else if (isSeq(node)) {
      node = typeof step === "number" ? node.items[step] : undefined;
      if (node === undefined) return offset;
      offset = offsetOf(node) ?? offset;
    } else return offset;
  }
  return offset;
}

function readDocument(document: Document.Parsed, file: string, counter: LineCounter): ParsedYaml {
  const problems: FileProblem[] = [];
  const position = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const report: Report = (offset, what, accepted) => {
    problems.push({ file, ...position(offset), what, accepted });
  };
  if (document.directives.yaml.explicit === true) report(0, ...yamlSentence("BAD_DIRECTIVE"));
  for (const { code, pos } of [...document.errors, ...document.warnings].slice(0, 20)) {
    report(pos[0], ...yamlSentence(code));
  }
  const value = problems.length > 0 ? null : plain(document.contents, 0, report);
  const positionOf = (path: Path, part: "key" | "value" = "value"): Position =>
    position(offsetAt(document.contents, path, part));
  return { file, value, positionOf, problems };
}

function refused(file: string, what: string, accepted: string): ParsedYaml {
  const start = { line: 1, column: 1 };
  return { file, value: null, positionOf: () => start, problems: [{ file, ...start, what, accepted }] };
}

const OPTIONS = { prettyErrors: false, stringKeys: true, resolveKnownTags: false, uniqueKeys: false, schema: "core", logLevel: "silent" } as const;

class TooDeep extends Error {}

/**
 * The parts of a text, as long as it is not nested too deep. Composing what is nested deeper fills the stack, and a
 * regular expression that meets a full stack ends the process; reading the parts does not go deeper by itself.
 */
function* tokensOf(text: string, parser: Parser): Generator<CST.Token, void> {
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > MOST_OPEN) throw new TooDeep();
  }
  yield* parser.end();
}

/**
 * Reads every document of a text as strict YAML 1.2 (core schema); JSON is YAML too.
 *
 * Duplicate keys, aliases, anchors, tags, `%` lines, keys that are no text, `__proto__`, more than 32 levels and more
 * than 1,000,000 characters are problems. Dates, `yes` and `no` are texts. No document gives an empty array.
 */
export function parseYamlDocuments(text: string, file: string): readonly ParsedYaml[] {
  if (text.length > MOST_CHARACTERS) {
    return [refused(file, "the text is too long", `at most ${MOST_CHARACTERS} characters`)];
  }
  const lineCounter = new LineCounter();
  const parser = new Parser((offset) => { lineCounter.addNewLine(offset); });
  lineCounter.addNewLine(0);
  try {
    const documents = [...new Composer(OPTIONS).compose(tokensOf(text, parser))];
    return documents.map((document) => readDocument(document, file, lineCounter));
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    const { line, col } = lineCounter.linePos(parser.offset);
    const [what, accepted] = yamlSentence("RESOURCE_EXHAUSTION");
    const at = refused(file, "", "");
    return [{ ...at, problems: [{ file, line: Math.max(line, 1), column: Math.max(col, 1), what, accepted }] }];
  }
}

/** Reads a text that holds one YAML document; an empty one gives null. See `parseYamlDocuments`. */
export function parseYaml(text: string, file: string): ParsedYaml {
  const [first, second] = parseYamlDocuments(text, file);
  if (first === undefined) return { ...refused(file, "", ""), problems: [] };
  if (second === undefined) return first;
  const [what, accepted] = yamlSentence("MULTIPLE_DOCS");
  const problem = { file, ...second.positionOf([]), what, accepted };
  return { ...first, problems: [...first.problems, problem] };
}

/** Plain data as YAML that `parseYaml` reads back: no aliases, long lines left whole. */
export function writeYaml(value: unknown): string {
  return stringify(value, { aliasDuplicateObjects: false, lineWidth: 0, schema: "core" });
}
