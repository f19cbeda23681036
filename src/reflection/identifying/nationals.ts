import { before, type Find, SIGN } from "./around.ts";
import { NATIONAL_SHAPES, type NationalShape } from "./national-shapes.ts";

const LINKS = `(?:${SIGN}{1,4}(?:numbers?|no|nr|num|id|is|was|says?|of|security|insurance|n[u\u00fa]mero|es|era|dice|de)(?![a-z])){0,4}[^a-z0-9\\x80-\\uffff]{0,4}$`;
const EDGE = "(?<![a-z0-9])(?<!\\d[.-])";
const END = "(?![a-z0-9])(?![.-]\\d)";

function named(names: string): RegExp {
  return new RegExp(`(?<![a-z])(?:${names})${LINKS}`);
}

function findShape(shape: NationalShape, plain: string, home: string | null): Find[] {
  const finds: Find[] = [];
  const name = named(shape.names);
  const atHome = shape.needs === "nothing" || (shape.needs === "country" && shape.country === home);
  for (const { 0: text, index: start } of plain.matchAll(new RegExp(`${EDGE}(?:${shape.pattern})${END}`, "g"))) {
    const compact = text.replace(/[^a-z0-9]/g, "");
    if (shape.check?.(compact) === false || !(atHome || name.test(before(plain, start)))) continue;
    finds.push({ start, end: start + text.length, kind: "national", certain: shape.check !== undefined });
  }
  return finds;
}

const PAPERS =
  "passport|passeport|driv(?:er'?s?|ing) licen[cs]e|national id(?:entity)?(?: card)?|id card|identity (?:card|number)|" +
  "residence permit|green card|social security|national insurance|tax id|" +
  "pasaporte|c[e\u00e9]dula(?: de (?:ciudadan[i\u00ed]a|identidad|extranjer[i\u00ed]a))?|carn[e\u00e9]t? de (?:identidad|extranjer[i\u00ed]a|conducir)|" +
  "licencia de conducir|documento(?: de identidad)?|seguridad social|dni|nie|nif|curp|rfc|rut|cuit|cuil|ruc|nss";
const PAPER_NUMBER = new RegExp(`${EDGE}[a-z0-9]{6,14}${END}`, "g");

/** Numbers of passports and other papers that a word names. Their shapes differ too much to judge. */
function findPapers(plain: string): Find[] {
  const finds: Find[] = [];
  const name = named(PAPERS);
  for (const { 0: text, index: start } of plain.matchAll(PAPER_NUMBER)) {
    if (text.replace(/\D/g, "").length < 2 || !name.test(before(plain, start))) continue;
    finds.push({ start, end: start + text.length, kind: "national", certain: false });
  }
  return finds;
}

/**
 * National identity, tax and health numbers in a plain text.
 * @param home the configured country, ISO 3166: its numbers need no word beside them
 */
export function findNationals(plain: string, home: string | null): readonly Find[] {
  const digits = plain.replace(/\D+/g, "").length;
  const shapes = NATIONAL_SHAPES.filter(({ leastDigits }) => leastDigits <= digits);
  return [...shapes.flatMap((shape) => findShape(shape, plain, home)), ...(digits < 2 ? [] : findPapers(plain))];
}
