import type { CountryHelp, SupportText } from "../content/content.ts";
import { finish, heading, isNarrow, MARGIN, paragraph, readAloud, textRight } from "./lines.ts";
import { closed } from "./plan-words.ts";
import type { Telling } from "./telling.ts";
import { displayWidth, padEnd } from "./width.ts";
import { hang } from "./wrap.ts";

export interface SupportData {
  readonly support: SupportText;
  /** Who helps at work, by the person's own setting. */
  readonly contact: unknown;
  /** ISO 3166 code: its number comes first. */
  readonly country: unknown;
  /** Self-harm was named: its text takes the place of the one after a threat. */
  readonly selfHarm?: boolean;
}

const BULLET = "   - ";

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

/** The country's own help first, the worldwide list last; where the country is known, the others are left out. */
function helpersFor(people: readonly CountryHelp[], country: unknown): readonly CountryHelp[] {
  const own = people.filter((person) => person.country === country);
  const world = people.filter((person) => person.country === "world");
  const others = people.filter((person) => person.country !== country && person.country !== "world");
  return own.length === 0 ? [...others, ...world] : [...own, ...world];
}

/** "UK: Samaritans". */
function nameOf({ country, place, name }: CountryHelp, t: Telling): string {
  return country === "world" ? t.say("support.world", { name, place }) : t.say("support.country", { name, place });
}

function people({ support, contact, country }: SupportData, t: Telling): readonly string[] {
  const right = textRight(t.style);
  const { strong, quiet } = t.style.palette;
  const rows: (readonly [string, string])[] = [
    ...(isText(contact) ? [[t.line(contact), t.say("support.work")] as const] : []),
    ...helpersFor(support.people, country).map((person) => [t.line(person.contact), nameOf(person, t)] as const),
  ];
  const column = Math.max(...rows.map(([who]) => displayWidth(who))) + 3;
  const beside = rows.every(([, name]) => 5 + column + displayWidth(name) <= right) && !isNarrow(t.style);
  return rows.flatMap(([who, name]) =>
    beside
      ? [`     ${strong(padEnd(who, column))}${quiet(name)}`]
      : [...paragraph(who, t, strong, MARGIN + 1), ...paragraph(name, t, quiet, MARGIN + 3)],
  );
}

/** The lines of the support text without its headline: for the place in a conversation where it is needed. */
function supportLines(data: SupportData, t: Telling): readonly string[] {
  const { support, selfHarm } = data;
  const lead = selfHarm === true ? support.selfHarm : support.lead;
  const steps = selfHarm === true ? [] : support.steps;
  return [
    ...paragraph(t.line(lead), t, t.style.palette.kind),
    "",
    ...steps.flatMap((step) => hang(BULLET, t.line(step), textRight(t.style, BULLET.length))),
    ...(steps.length === 0 ? [] : [""]),
    ...paragraph(t.line(support.talk), t),
    ...people(data, t),
  ];
}

function aloud(data: SupportData, t: Telling): string {
  const { support, contact, country, selfHarm } = data;
  const helpers = helpersFor(support.people, country).map((person) => closed(`${nameOf(person, t)}, ${t.line(person.contact)}`));
  const lines = [
    ...(selfHarm === true ? [support.selfHarm] : [support.lead, ...support.steps]).map(t.line),
    t.line(support.talk),
    ...(isText(contact) ? [closed(`${t.say("support.work")}: ${t.line(contact)}`)] : []),
    ...helpers,
  ];
  return finish(lines.flatMap((line) => readAloud(line, t.style)));
}

/** People who help. */
export function supportView(data: SupportData, t: Telling): string {
  if (t.style.screenReader) return aloud(data, t);
  const own = isText(data.contact)
    ? []
    : ["", ...paragraph(t.say("support.set", { command: 'evenkeel config set contact "my lead, ext. 4410"' }), t, t.style.palette.quiet)];
  return finish([...heading(t.say("support.title"), t), "", ...supportLines(data, t), ...own]);
}
