import { TRIGGERS } from "../reflection/vocabulary.ts";
import { checkShape, reporter } from "./check-shape.ts";
import type { FileProblem } from "./file-problem.ts";
import { textOfBytes } from "./pack-bytes.ts";
import { checkPackReferences, type PackSurroundings } from "./pack-check.ts";
import { type Pack, PACK_VERSION, packShape } from "./pack-shape.ts";
import { parseYaml, type ParsedYaml } from "./parse.ts";

export type PackResult =
  | { readonly pack: Pack; readonly problems: readonly [] }
  | { readonly problems: readonly FileProblem[] };

/** The first ones are enough to work on. */
const MOST_PROBLEMS = 100;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A pack of a later format is not judged any further: what it holds may be right there. */
function newerProblem(parsed: ParsedYaml): FileProblem | null {
  const version = isObject(parsed.value) ? parsed.value["version"] : undefined;
  if (typeof version !== "number" || version <= PACK_VERSION) return null;
  const what = "this pack is of a newer format than this evenkeel knows";
  return { file: parsed.file, ...parsed.positionOf(["version"]), what, accepted: `version ${PACK_VERSION}, or a newer evenkeel` };
}

function checkParsed(parsed: ParsedYaml, around: PackSurroundings): PackResult {
  if (parsed.problems.length > 0) return { problems: parsed.problems };
  const newer = newerProblem(parsed);
  if (newer !== null) return { problems: [newer] };
  const triggers = isObject(parsed.value) && isObject(parsed.value["triggers"]) ? Object.keys(parsed.value["triggers"]) : [];
  const out = reporter(parsed);
  checkShape(packShape([...new Set([...TRIGGERS, ...triggers])]), parsed.value, [], out);
  if (out.problems.length === 0) checkPackReferences(parsed.value as Pack, out, around);
  return out.problems.length === 0 ? { pack: parsed.value as Pack, problems: [] } : { problems: out.problems.slice(0, MOST_PROBLEMS) };
}

/**
 * Reads a pack and checks all of it. Never throws, whatever stands in the file.
 *
 * @param input bytes of the file, or its text
 * @param file how problems name it
 */
export function checkPack(input: Uint8Array | string, file: string, around: PackSurroundings): PackResult {
  const text = typeof input === "string" ? input : textOfBytes(input, file);
  return typeof text === "string" ? checkParsed(parseYaml(text, file), around) : { problems: [text] };
}
