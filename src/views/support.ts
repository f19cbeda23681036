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

/** Where the country is known, its own help; the worldwide list follows. */
function helpersFor(people: readonly CountryHelp[], country: unknown): readonly CountryHelp[] {
  return [...people.filter((person) => person.country === country), ...people.filter((person) => person.country === "world")];
}

/** "US 988", for each country, where nobody said which one it is: short, and yet no number is left out. */
function everyNumber({ support, country }: SupportData, t: Telling): readonly string[] {
  if (support.people.some((person) => person.country === country)) return [];
  return support.people
    .filter((person) => person.country !== "world")
    .map((person) => t.say("support.number", { place: t.line(person.place), number: t.line(person.contact) }));
}

/** A country with its number is never parted by the end of a line. */
function inLines(items: readonly string[], t: Telling): readonly string[] {
  const room = textRight(t.style) - MARGIN - 3;
  const between = t.style.symbols.between;
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last !== undefined && displayWidth(last + between + item) <= room) lines[lines.length - 1] = last + between + item;
    else lines.push(item);
  }
  return lines.map((line) => `     ${line}`);
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
    ...inLines(everyNumber(data, t), t),
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
    ...(everyNumber(data, t).length === 0 ? [] : [closed(everyNumber(data, t).join(", "))]),
  ];
  return finish(lines.flatMap((line) => readAloud(line, t.style)));
}

/** People who help. */
export function supportView(data: SupportData, t: Telling): string {
  if (t.style.screenReader) return aloud(data, t);
  const hints = [
    ...(everyNumber(data, t).length === 0 ? [] : [t.say("support.choose", { command: "evenkeel config set country GB" })]),
    ...(isText(data.contact) ? [] : [t.say("support.set", { command: 'evenkeel config set contact "my lead, ext. 4410"' })]),
  ];
  const own = hints.length === 0 ? [] : ["", ...hints.flatMap((hint) => paragraph(hint, t, t.style.palette.quiet))];
  return finish([...heading(t.say("support.title"), t), "", ...supportLines(data, t), ...own]);
}
