import { AREAS, MESSAGES_SHAPE, type Area } from "./areas.ts";
import { assemble, type CompiledContent } from "./assemble.ts";
import { checkMessages, checkReferences } from "./check-references.ts";
import { checkShape, reporter, type Reporter } from "./check-shape.ts";
import type { FileProblem } from "./file-problem.ts";
import { parseYaml } from "./parse.ts";
import type { Shape } from "./shape.ts";
import type { MessageFile, Source } from "./source.ts";

/** The files of one language folder. */
export interface ContentFiles {
  readonly lang: string;
  /** How problems name the folder: "content/en". */
  readonly folder: string;
  /** Text by name within the folder: "triggers.yaml", "messages/views.yaml". */
  readonly texts: ReadonlyMap<string, string>;
}

export type CompileResult =
  | { readonly compiled: CompiledContent; readonly problems: readonly [] }
  | { readonly problems: readonly FileProblem[] };

const MESSAGE_FILE = /^messages\/[a-z][a-z-]*\.yaml$/;

interface Read {
  readonly value: unknown;
  readonly out: Reporter;
}

function read(files: ContentFiles, name: string, shape: Shape): Read {
  const file = `${files.folder}/${name}`;
  const text = files.texts.get(name);
  const parsed = parseYaml(text ?? "", file);
  const out = reporter(parsed);
  out.problems.push(...parsed.problems);
  if (text === undefined) out.report([], "this file is missing", "one file an area");
  else if (parsed.problems.length === 0) checkShape(shape, parsed.value, [], out);
  return { value: parsed.value, out };
}

function strangers(files: ContentFiles): FileProblem[] {
  const known = Object.keys(AREAS);
  return [...files.texts.keys()]
    .filter((name) => !known.includes(name.replace(/\.yaml$/, "")) && !MESSAGE_FILE.test(name))
    .map((name) => ({
      file: `${files.folder}/${name}`,
      line: 1,
      column: 1,
      what: "this file is not known here",
      accepted: `${known.map((area) => `${area}.yaml`).join(", ")}, messages/<area>.yaml`,
    }));
}

function readMessages(files: ContentFiles): ReadonlyMap<string, Read> {
  const names = [...files.texts.keys()].filter((name) => MESSAGE_FILE.test(name)).sort();
  return new Map(
    names.map((name) => [name.slice("messages/".length, -".yaml".length), read(files, name, MESSAGES_SHAPE)]),
  );
}

function problemsOf(reads: Iterable<Read>): FileProblem[] {
  return [...reads].flatMap(({ out }) => out.problems);
}

/**
 * Checks the files of one language and puts them together. Pure: texts in, data or every problem out.
 *
 * References are checked once every file has the right shape.
 */
export function compileContent(files: ContentFiles): CompileResult {
  const areas = Object.entries(AREAS).map(([area, shape]) => [area, read(files, `${area}.yaml`, shape)] as const);
  const messages = readMessages(files);
  const all = [...areas.map(([, one]) => one), ...messages.values()];
  const first = [...strangers(files), ...problemsOf(all)];
  if (first.length > 0) return { problems: first };

  const source = Object.fromEntries(areas.map(([area, { value }]) => [area, value])) as unknown as Source;
  checkReferences(source, Object.fromEntries(areas.map(([area, { out }]) => [area, out])) as Record<Area, Reporter>);
  for (const [area, { value, out }] of messages) checkMessages(area, value as MessageFile, files.lang, out);
  const second = problemsOf(all);
  if (second.length > 0) return { problems: second };

  const spoken = Object.fromEntries([...messages].map(([area, { value }]) => [area, value as MessageFile]));
  return { compiled: assemble(files.lang, source, spoken), problems: [] };
}
