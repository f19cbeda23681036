import { isNarrow, paragraph, spread, unpainted } from "./lines.ts";
import type { HomeChoice } from "../practice/home.ts";
import type { Telling } from "./telling.ts";
import { hang } from "./wrap.ts";

interface Choosing {
  readonly drafts: readonly { readonly command?: string }[];
  readonly choices: readonly HomeChoice[];
  readonly default: HomeChoice | null;
  readonly asking: boolean;
}

/** What a choice is called, what stands beside it, and the command that does the same. */
interface ChoiceWords {
  readonly label: string;
  readonly short?: string;
  readonly note?: string;
  readonly command: string;
}

const WORDS: Readonly<Record<HomeChoice, ChoiceWords>> = {
  reflect: { label: "home.hardCase", command: "evenkeel reflect" },
  win: { label: "home.win", command: "evenkeel win" },
  breathe: { label: "home.breath", command: "evenkeel breathe" },
  start: { label: "home.start", command: "evenkeel start" },
  end: { label: "home.end", command: "evenkeel end" },
  resume: { label: "home.resume", command: "evenkeel reflect --resume" },
  review: { label: "home.week", command: "evenkeel review" },
  more: { label: "home.more", short: "home.moreShort", command: "evenkeel --help" },
  firstReflect: { label: "home.firstCase", command: "evenkeel reflect" },
  example: { label: "home.example", note: "home.exampleNote", command: "evenkeel demo" },
  setup: { label: "home.setup", note: "home.setupNote", command: "evenkeel" },
  screenReader: { label: "home.screenReader", command: "evenkeel config set screenReader on" },
  sharedLogin: { label: "home.shared", note: "home.sharedNote", command: "evenkeel" },
};

/** Column of what stands beside a choice. */
const NOTE_COLUMN = { wide: 38, narrow: 27 } as const;

/** "More" names the week only where the week is no choice of its own. */
function labelOf(choice: HomeChoice, { choices }: Pick<Choosing, "choices">, t: Telling): string {
  if (choice === "more" && choices.includes("review")) return t.say("home.moreNoWeek");
  return t.say(WORDS[choice].label);
}

function choiceLine(choice: HomeChoice, place: number, home: Choosing, room: number, t: Telling): readonly string[] {
  const { accent, quiet } = t.style.palette;
  const narrow = isNarrow(t.style);
  const { short, note } = WORDS[choice];
  const name = narrow && short !== undefined ? t.say(short) : labelOf(choice, home, t);
  const isDefault = choice === home.default;
  const beside = isDefault ? t.say("home.enter") : note === undefined || narrow ? "" : t.say(note);
  const lead = `   ${place}  `;
  if (beside === "") return hang(lead, name, room);
  const column = narrow ? NOTE_COLUMN.narrow : NOTE_COLUMN.wide;
  const right = column + beside.length;
  const line = right < t.style.width ? spread([name, unpainted], [beside, isDefault ? accent : quiet], right - lead.length) : null;
  return line === null ? hang(lead, `${name} ${beside}`, t.style.width - 1) : [lead + line];
}

/** Some conversations go on by themselves when they are begun again. */
function goOnCommand(draft: string): string {
  if (draft === "setup") return "evenkeel";
  return draft === "win" || draft === "review" ? `evenkeel ${draft}` : `evenkeel ${draft} --resume`;
}

function nextStep(home: Choosing, t: Telling): readonly string[] {
  const next = home.default ?? home.choices[0];
  if (next === undefined) return [];
  const draft = home.drafts[0]?.command;
  const command = next === "resume" && draft !== undefined ? goOnCommand(draft) : WORDS[next].command;
  return [t.say("home.next", { command })];
}

/** A choice as a question offers it. */
export function choiceOption(choice: HomeChoice, home: Pick<Choosing, "choices">, t: Telling): { readonly id: string; readonly label: string; readonly short?: string; readonly note?: string } {
  const { short, note } = WORDS[choice];
  return {
    id: choice,
    label: labelOf(choice, home, t),
    ...(short === undefined ? {} : { short: t.say(short) }),
    ...(note === undefined ? {} : { note: t.say(note) }),
  };
}

/** The choices with their digits; or, where nothing is asked, the next useful command. */
export function choiceLines(home: Choosing, room: number, t: Telling): readonly string[] {
  if (home.asking) {
    return [
      ...home.choices.flatMap((choice, index) => choiceLine(choice, index + 1, home, room, t)),
      "",
      ...paragraph(t.say("home.leave"), t, t.style.palette.quiet),
    ];
  }
  return nextStep(home, t).flatMap((line) => paragraph(line, t, t.style.palette.accent));
}

/** The same as sentences. */
export function spokenChoices(home: Choosing, t: Telling): readonly string[] {
  if (!home.asking) return nextStep(home, t);
  return home.choices.map((choice, index) => {
    const values = { number: index + 1, label: labelOf(choice, home, t) };
    return choice === home.default ? t.say("home.readChoiceEnter", values) : t.say("home.readChoice", values);
  });
}
