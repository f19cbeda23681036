import type { Find } from "./around.ts";

const AT = /@|[([{<] ?at ?[)\]}>]| (?:at|arroba) /g;
const LOCAL_UNIT = /[\p{L}\p{N}._%+'-]/u;
const LABEL = /^[\p{L}\p{N}-]{1,63}/u;
const DOT = /^(?:\.| ?[([{] ?(?:dot|\.) ?[)\]}] ?| dot | punto )/;
const SPELLED_DOTS = [" dot ", " punto "];
const SPELLED_ATS = [" at ", " arroba "];
const MOST_LOCAL = 64;
const MOST_LABEL = 64;
const MOST_LABELS = 10;

function next(pattern: RegExp, plain: string, at: number): string {
  return pattern.exec(plain.slice(at, at + MOST_LABEL))?.[0] ?? "";
}

interface Domain {
  readonly end: number;
  readonly spelled: boolean;
}

function domainFrom(plain: string, start: number): Domain | null {
  let end = start;
  let at = start;
  let last = "";
  let spelled = false;
  for (let labels = 0; labels < MOST_LABELS; labels += 1) {
    const label = next(LABEL, plain, at);
    if (label === "") break;
    at += label.length;
    end = at;
    last = labels === 0 ? "" : label;
    const dot = next(DOT, plain, at);
    if (dot === "") break;
    spelled ||= dot !== ".";
    at += dot.length;
  }
  return /^(?:xn--[a-z0-9-]+|\p{L}{2,})$/u.test(last) ? { end, spelled } : null;
}

/** Where the part before the "at" begins; `end` itself where there is none. */
function localStart(plain: string, end: number, spelled: boolean): number {
  let start = end;
  while (start > 0 && end - start < MOST_LOCAL) {
    if (LOCAL_UNIT.test(plain.charAt(start - 1)) || isPair(plain, start)) start -= 1;
    else {
      const from = start;
      const dot = spelled && start < end ? SPELLED_DOTS.find((one) => plain.startsWith(one, from - one.length)) : undefined;
      if (dot === undefined) break;
      start -= dot.length;
    }
  }
  while (start < end && !/[\p{L}\p{N}]/u.test(plain.charAt(start)) && !isPair(plain, start + 1)) start += 1;
  return start;
}

/** Half of a surrogate pair: a letter or sign outside the first plane. */
function isPair(plain: string, end: number): boolean {
  return /[\ud800-\udfff]/.test(plain.charAt(end - 1));
}

function emailAt(plain: string, at: number, sign: string): Find | null {
  const isSpelled = SPELLED_ATS.includes(sign);
  const blankBefore = !isSpelled && plain.charAt(at - 1) === " " ? 1 : 0;
  const blankBehind = !isSpelled && plain.charAt(at + sign.length) === " " ? 1 : 0;
  if (sign === "@" && blankBefore !== blankBehind) return null;
  const domain = domainFrom(plain, at + sign.length + blankBehind);
  if (domain === null || (isSpelled && !domain.spelled)) return null;
  const end = at - blankBefore;
  const start = localStart(plain, end, domain.spelled);
  return start === end ? null : { start, end: domain.end, kind: "email", certain: sign === "@" };
}

/** Every e-mail address in a plain text, also where "at" and "dot" are spelled, in English or Spanish. */
export function findEmails(plain: string): readonly Find[] {
  const finds: Find[] = [];
  for (const { 0: sign, index } of plain.matchAll(AT)) {
    const found = emailAt(plain, index, sign);
    if (found !== null && found.start >= (finds.at(-1)?.end ?? 0)) finds.push(found);
  }
  return finds;
}
