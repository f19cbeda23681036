import { before, type Find } from "./around.ts";
import { NATIONAL_SHAPES, type NationalShape } from "./national-shapes.ts";

const LINKS = "(?:[^\\p{L}\\p{N}\\p{Co}]{1,4}(?:number|numbers|no|nr|num|id|is|was|says?|of|security|insurance)(?![a-z])){0,4}[^\\p{L}\\p{N}\\p{Co}]{0,4}$";
const EDGE = "(?<![a-z0-9])(?<!\\d[.-])";
const END = "(?![a-z0-9])(?![.-]\\d)";

function isNamed(plain: string, at: number, names: string): boolean {
  return new RegExp(`(?<![a-z])(?:${names})${LINKS}`, "u").test(before(plain, at));
}

function fits({ needs, names, country }: NationalShape, plain: string, at: number, home: string | null): boolean {
  return needs === "nothing" || (needs === "country" && country === home) || isNamed(plain, at, names);
}

function findShape(shape: NationalShape, plain: string, home: string | null): Find[] {
  const finds: Find[] = [];
  for (const { 0: text, index: start } of plain.matchAll(new RegExp(`${EDGE}(?:${shape.pattern})${END}`, "g"))) {
    const compact = text.replace(/[^a-z0-9]/g, "");
    if (shape.check?.(compact) === false || !fits(shape, plain, start, home)) continue;
    finds.push({ start, end: start + text.length, kind: "national", certain: shape.check !== undefined });
  }
  return finds;
}

const PAPERS =
  "passport|passeport|driv(?:er'?s?|ing) licen[cs]e|national id(?:entity)?(?: card)?|id card|identity (?:card|number)|" +
  "residence permit|green card|social security|national insurance|tax id";
const PAPER_NUMBER = new RegExp(`${EDGE}[a-z0-9]{6,14}${END}`, "g");

/** Numbers of passports and other papers that a word names. Their shapes differ too much to judge. */
function findPapers(plain: string): Find[] {
  const finds: Find[] = [];
  for (const { 0: text, index: start } of plain.matchAll(PAPER_NUMBER)) {
    if (text.replace(/\D/g, "").length < 2 || !isNamed(plain, start, PAPERS)) continue;
    finds.push({ start, end: start + text.length, kind: "national", certain: false });
  }
  return finds;
}

/**
 * National identity, tax and health numbers in a plain text.
 * @param home the configured country, ISO 3166: its numbers need no word beside them
 */
export function findNationals(plain: string, home: string | null): readonly Find[] {
  if (!/\d/.test(plain)) return [];
  return [...NATIONAL_SHAPES.flatMap((shape) => findShape(shape, plain, home)), ...findPapers(plain)];
}
