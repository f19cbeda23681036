import type { FileProblem } from "../file-problem.ts";
import { parseYaml, parseYamlDocuments, type ParsedYaml, type Path } from "../parse.ts";
import { readRecord } from "../plain-yaml-read.ts";
import type { Incoming } from "./incoming.ts";

interface Part {
  readonly text: string;
  /** Lines before it. */
  readonly before: number;
}

/** Longer lists are read in parts: the library takes a second for a million characters, and a hundred times the memory. */
const LONG = 100_000;

/** A long list item by item; anything else whole. An item begins at a dash in the first column. */
function* partsOf(text: string): Generator<Part> {
  const starts = [...text.matchAll(/^-(?= |$)/gm)].map(({ index }) => index);
  const head = text.slice(0, starts[0] ?? 0);
  if (text.length < LONG || starts.length < 2 || !head.split("\n").every((line) => /^\s*(?:#|$)/.test(line))) {
    yield { text, before: 0 };
    return;
  }
  let before = head.split("\n").length - 1;
  for (const [index, start] of starts.entries()) {
    const part = text.slice(start, starts[index + 1] ?? text.length);
    yield { text: part, before };
    before += part.split("\n").length - 1;
  }
}

function itemsOf(parsed: ParsedYaml, file: string, before: number): readonly Incoming[] {
  const item = (value: unknown, lead: Path): Incoming => ({
    value,
    file,
    position: (path) => {
      const { line, column } = parsed.positionOf([...lead, ...path]);
      return { line: line + before, column };
    },
  });
  if (!Array.isArray(parsed.value)) return parsed.value === null ? [] : [item(parsed.value, [])];
  return parsed.value.map((value: unknown, index) => item(value, [index]));
}

/** Entries of a YAML text: one, a list, or a document each. */
export function yamlEntries(text: string, file: string): { readonly items: readonly Incoming[]; readonly problems: readonly FileProblem[] } {
  const items: Incoming[] = [];
  const problems: FileProblem[] = [];
  for (const part of partsOf(text)) {
    const value = readRecord(part.text);
    if (value !== null) {
      const position = (path: Path): { line: number; column: number } => {
        const { line, column } = parseYaml(part.text, file).positionOf([0, ...path]);
        return { line: line + part.before, column };
      };
      items.push({ value, file, position });
      continue;
    }
    for (const parsed of parseYamlDocuments(part.text, file)) {
      problems.push(...parsed.problems.map((problem) => ({ ...problem, line: problem.line + part.before })));
      if (parsed.problems.length === 0) items.push(...itemsOf(parsed, file, part.before));
    }
  }
  return { items, problems };
}
