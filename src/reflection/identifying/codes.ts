import { before, behind, claimBehind, type Find, isAmount, isYear, LETTER, SIGN } from "./around.ts";
import { type DigitGroup, digitGroups } from "./digit-groups.ts";
import { CARD_GAP } from "./forms.ts";

const NAMES =
  "c[ .]{0,2}v[ .]{0,2}[vcn]\\.?[ -]?2?|csc|cid|(?:card )?(?:sec(?:urity)?|verif(?:ication)?)\\.? (?:code|number|no\\.?)|card code|" +
  "(?:three|four|3|4)(?: (?:digits?|numbers?))? (?:on|from) the (?:back|front)|code (?:on|from) the (?:back|front)|" +
  "clave(?: (?:de acceso|secreta|personal|din[a\u00e1]mica))?|nip|contrase[n\u00f1]a|" +
  "c[o\u00f3]digo (?:de )?(?:seguridad|verificaci[o\u00f3]n|acceso|confirmaci[o\u00f3]n|sms|la puerta|la alarma)|token|" +
  "(?:telephone )?m?pin(?: ?-?(?:code|number|no\\.?))?|pass ?code|otp|(?:one[- ]time|access|login|auth(?:entication)?) " +
  "(?:pass ?code|code|password|pin)|(?:tan|secret|unlock|activation|2fa|sms|text|door|gate|alarm) (?:code|pin)";
const NAMED_BY_BOTH = [/(?<![a-z])code(?: is|:| was| =)? ?$/, /^[^\d]{0,30}(?<![a-z])(?:otp|sms|text message|2fa|app|verification)(?![a-z])/] as const;
const WORDS_BETWEEN = `'?${SIGN}*(?:${LETTER}+${SIGN}+)*'?`;
const NAMED_BEFORE = new RegExp(`(?<![a-z0-9])(?<!social )(?:${NAMES})(?![a-z\\x80-\\ud7ff])(${WORDS_BETWEEN})$`);
const NAMED_BEHIND = new RegExp(`^(?:${NAMES})(?![a-z])`);
const NO_LINK = /(?<![a-z])(?:since|until|till|at|after|before|for|took|waited|error|order|case|account|room|step|over|than|to|by|takes?|en|por|para|los|las|al|desde|hasta|hace|pedido|caso|cuenta|habitaci[o\u00f3]n)[^a-z]*$/;
const ONE_LINK = /^[^a-z]*(?:(?:is|was|are|says?|of|code|number|es|era|fue)[^a-z]*){0,2}$/;
const SPOKEN_GAP = /^(?:[ -]| - |, ?)$/;
const MOST = 8;

/** Groups read out in single digits or pairs, put together from the first on: "1 2 3". */
function wholeCode(groups: readonly DigitGroup[], first: number, plain: string): DigitGroup | null {
  let whole = groups[first];
  if (whole === undefined) return null;
  for (let index = first + 1; whole.digits.length < 3; index += 1) {
    const next = groups[index];
    if (next === undefined || next.digits.length > 2 || !SPOKEN_GAP.test(plain.slice(whole.end, next.start))) return null;
    whole = { start: whole.start, end: next.end, digits: whole.digits + next.digits };
  }
  return whole.digits.length <= MOST ? whole : null;
}

/** More digits hang on to it by a dash: a part of something longer. */
function isPart(plain: string, { start, end }: DigitGroup): boolean {
  return /^[-/]\d/.test(behind(plain, end)) || /\d[-/]$/.test(before(plain, start));
}

function namedBefore(plain: string, code: DigitGroup): boolean {
  const between = NAMED_BEFORE.exec(before(plain, code.start))?.[1];
  if (between === undefined || NO_LINK.test(between)) return false;
  return ONE_LINK.test(between) || !isYear(code.digits);
}

/** "Code 204417 from the SMS": neither word would be enough alone. */
function namedByBoth(plain: string, { start, end, digits }: DigitGroup): boolean {
  const [lead, trail] = NAMED_BY_BOTH;
  return digits.length >= 4 && lead.test(before(plain, start)) && trail.test(behind(plain, end));
}

/** A code word stands right before a place, with a few words between at most. */
export function codeIsAwaited(plain: string, at: number): boolean {
  return NAMED_BEFORE.test(before(plain, at));
}

const WITH_EXPIRY = new RegExp(
  `^[^a-z0-9]{0,6}(?:(?:exp(?:iry|ires)?|valid (?:thru|until|to)|good thru)[ .:]{0,2})?(?:0?[1-9]|1[0-2])[ /.|-]{1,3}(?:20)?\\d\\d` +
    `${SIGN}{1,6}(?:(?:and )?(?:security )?code[ :]{1,3}(?:is )?)?(\\d{3,4})(?![a-z0-9])`,
);
const ALONE = /^[ ,;|/-]{1,3}(\d{3})(?=[.,;:!?)\]"'\n]| ?$)/;

/** The code that follows a masked card, after its expiry date or right behind it. */
function codesBehindCards(plain: string): Find[] {
  const finds: Find[] = [];
  for (const { 0: card, index } of plain.matchAll(new RegExp(`${CARD_GAP}+`, "g"))) {
    const at = index + card.length;
    const rest = behind(plain, at);
    const match = WITH_EXPIRY.exec(rest) ?? ALONE.exec(rest);
    const digits = match?.[1];
    if (match === null || digits === undefined) continue;
    const start = at + match[0].length - digits.length;
    if (!isAmount(plain, start, start + digits.length)) finds.push({ start, end: start + digits.length, kind: "code", certain: false });
  }
  return finds;
}

/** Security codes, PINs and one-time codes: digits that a word beside them names, or that follow a masked card. */
export function findCodes(plain: string): readonly Find[] {
  const groups = digitGroups(plain);
  const named = groups.flatMap((group, index): Find[] => {
    const code = group.digits.length > MOST ? null : wholeCode(groups, index, plain);
    if (code === null || isPart(plain, code) || isAmount(plain, code.start, code.end)) return [];
    const { start, end } = code;
    const found = namedBefore(plain, code) || NAMED_BEHIND.test(claimBehind(plain, end) ?? "") || namedByBoth(plain, code);
    return found ? [{ start, end, kind: "code", certain: false }] : [];
  });
  return [...named, ...codesBehindCards(plain)];
}
