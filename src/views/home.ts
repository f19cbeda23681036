import { countsText } from "./counts.ts";
import { clockText, weekdayDay } from "./dates.ts";
import type { HomeState } from "../practice/home.ts";
import { choiceLines, spokenChoices } from "./home-choices.ts";
import { finish, heading, indented, isNarrow, MARGIN, paragraph, readAloud, spread, textRight } from "./lines.ts";
import { capital, closed } from "./plan-words.ts";
import { shiftName } from "./show.ts";
import type { Telling } from "./telling.ts";
import { pieces } from "./width.ts";

/** Where a person is today. */
export interface Home extends Omit<HomeState, "drafts" | "reviewWeek"> {
  /** Conversations that were begun and wait, latest first; `command` left out: a reflection. */
  readonly drafts: readonly { readonly at: string; readonly command?: string }[];
  /** The choices are asked; otherwise only the next useful command is named. */
  readonly asking: boolean;
}

const RIGHT = 76;

/** What a conversation that waits is called, by the command that goes on with it. */
const DRAFTS: Readonly<Record<string, string>> = {
  win: "home.draftOf.win",
  start: "home.draftOf.start",
  end: "home.draftOf.end",
  rehearse: "home.draftOf.rehearse",
  review: "home.draftOf.review",
  setup: "home.draftOf.setup",
};

function isElsewhere({ now, inShift }: Home): boolean {
  return inShift || now.at.slice(0, 10) !== now.shift;
}

function moment({ now }: Home, length: "short" | "long", t: Telling): string {
  const day = now.at.slice(0, 10);
  return t.say("home.moment", { day: weekdayDay(day, day.slice(0, 4), length, t), time: clockText(now.at) });
}

function head(home: Home, t: Telling): readonly string[] {
  const { title, quiet } = t.style.palette;
  const name = t.say("home.title").toUpperCase();
  const when = moment(home, "short", t);
  const shift = isElsewhere(home) ? shiftName(home.now.at, home.now.shift, t) : "";
  const right = (isNarrow(t.style) ? t.style.width - 3 : Math.min(RIGHT, t.style.width - 1)) - MARGIN;
  const whole = isNarrow(t.style) || shift === "" ? when : `${when}${t.style.symbols.between}${shift}`;
  const line = spread([name, title], [whole, quiet], right);
  return [
    ...(line === null ? [...paragraph(name, t, title), ...paragraph(when, t, quiet)] : indented([line])),
    ...(shift !== "" && (line === null || whole === when) ? paragraph(shift, t, quiet) : []),
  ];
}

function counts({ counts: counted }: Home, t: Telling): string | null {
  if (counted === null) return null;
  return countsText(counted, { cases: "home.cases", wins: "home.wins", both: "home.counts" }, t.say);
}

function waiting({ drafts }: Home, t: Telling): string | null {
  const [latest] = drafts;
  if (latest === undefined) return null;
  const allCases = drafts.every(({ command }) => DRAFTS[command ?? ""] === undefined);
  if (drafts.length > 1) return t.say(allCases ? "home.drafts" : "home.draftsMixed", { count: drafts.length });
  const day = latest.at.slice(0, 10);
  const what = t.say(DRAFTS[latest.command ?? ""] ?? "home.draftOf.case");
  return t.say("home.draft", { what, day: weekdayDay(day, day.slice(0, 4), "short", t), time: clockText(latest.at) });
}

/** A lead and what it leads to: on one line where it is wide, else one under the other. */
function led(wide: string, lead: string, text: string, t: Telling): readonly string[] {
  const { kind } = t.style.palette;
  return isNarrow(t.style) ? [...paragraph(lead, t), ...paragraph(text, t, kind, MARGIN + 2)] : paragraph(wide, t, kind);
}

function today(home: Home, t: Telling): readonly string[] {
  const counted = counts(home, t);
  const draft = waiting(home, t);
  const focus = home.focus === null ? null : closed(t.line(home.focus));
  const lines = [
    ...(focus === null ? [] : led(t.say("home.focus", { focus }), t.say("home.focusLead"), focus, t)),
    ...(counted === null ? [] : led(t.say("home.shift", { counts: counted }), t.say("home.shiftLead"), `${counted}.`, t)),
    ...(draft === null ? [] : paragraph(draft, t, t.style.palette.strong)),
    ...(home.reviewReady ? paragraph(t.say("home.reviewReady"), t) : []),
  ];
  return lines.length === 0 ? [] : ["", ...lines];
}

/** The folder, cut at the edge of the screen: a path has no blanks to fold at. */
function folderLines(folder: string, t: Telling): readonly string[] {
  return indented(pieces(t.line(folder), Math.max(8, t.style.width - 6)), isNarrow(t.style) ? MARGIN + 2 : MARGIN + 3);
}

/** Who else gets at the folder, as a sentence. */
function exposed({ exposure }: NonNullable<Home["firstTime"]>, t: Telling): readonly string[] {
  return exposure === undefined ? [] : [t.say(`exposure.${exposure.kind}`, { service: exposure.by })];
}

function welcome(first: NonNullable<Home["firstTime"]>, t: Telling): readonly string[] {
  return [
    ...heading(t.say("home.welcome"), t),
    ...paragraph(t.say("home.about"), t),
    "",
    ...paragraph(t.say("home.where"), t),
    ...folderLines(first.folder, t),
    ...exposed(first, t).flatMap((line) => paragraph(line, t, t.style.palette.warn)),
    ...paragraph(t.say("home.readBy"), t),
    ...paragraph(t.say("home.leaveOut"), t),
  ];
}

function spokenLines(home: Home, t: Telling): readonly string[] {
  const counted = counts(home, t);
  const draft = waiting(home, t);
  if (home.firstTime !== null) {
    return [
      `${t.say("home.welcome")}.`,
      t.say("home.about"),
      t.say("home.readWhere", { folder: home.firstTime.folder }),
      ...exposed(home.firstTime, t),
      t.say("home.readBy"),
      t.say("home.leaveOut"),
    ];
  }
  return [
    `${t.say("home.title")}. ${moment(home, "long", t)}.`,
    ...(isElsewhere(home) ? [capital(closed(shiftName(home.now.at, home.now.shift, t)))] : []),
    ...(home.focus === null ? [] : [closed(t.say("home.focus", { focus: home.focus }).replace(/ +/g, " "))]),
    ...(counted === null ? [] : [t.say("home.shift", { counts: counted })]),
    ...(draft === null ? [] : [draft]),
    ...(home.reviewReady ? [t.say("home.reviewReady")] : []),
  ];
}

/** What stands over the choices. */
export function homeLines(home: Home, t: Telling): readonly string[] {
  if (t.style.screenReader) return spokenLines(home, t).flatMap((line) => readAloud(line, t.style));
  return home.firstTime === null ? [...head(home, t), ...today(home, t)] : welcome(home.firstTime, t);
}

/** The first screen. */
export function homeView(home: Home, t: Telling): string {
  const above = homeLines(home, t);
  if (t.style.screenReader) return finish([...above, ...spokenChoices(home, t).flatMap((line) => readAloud(line, t.style))]);
  const width = textRight(t.style);
  return finish([...above, "", ...choiceLines(home, width, t)]);
}
