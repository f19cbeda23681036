export type Face = "regular" | "bold";
type Ink = "ink" | "accent" | "quiet";

export type Role =
  | "words"
  | "goal"
  | "focus"
  | "if"
  | "then"
  | "issue"
  | "line"
  | "breath"
  | "help"
  | "quote"
  | "source"
  | "note"
  | "date";

export interface RoleStyle {
  readonly face: Face;
  readonly ink: Ink;
  /** Type size as a part of the panel's base, which is the size of an if-then. */
  readonly size: number;
  /** Space between letters, in ems. */
  readonly tracking: number;
}

/** Height of a capital letter in the card's face, in ems: what a baseline is centred by. */
export const CAPITAL = 0.69;

/**
 * The smallest base in points. Type of 11.5 points has capitals of 2.8 mm: 16 minutes of arc at 60 cm, the least that
 * ISO 9241-303 asks for where text is read fluently, and an x-height of 0.2 degrees, under which reading slows
 * (Legge & Bigelow 2011). Kind lines are then 8.7 points (12 minutes), the date and notes 8 (11 minutes): an eye with
 * 20/40 vision, the limit for driving, makes out 10.
 */
export const LEAST_BASE = 11.5;

const STYLES: Readonly<Record<Role, RoleStyle>> = {
  words: { face: "bold", ink: "accent", size: 0.95, tracking: 0.06 },
  goal: { face: "regular", ink: "ink", size: 0.9, tracking: 0 },
  focus: { face: "bold", ink: "ink", size: 0.76, tracking: 0 },
  if: { face: "regular", ink: "ink", size: 1, tracking: 0 },
  then: { face: "bold", ink: "ink", size: 1, tracking: 0 },
  issue: { face: "bold", ink: "accent", size: 0.76, tracking: 0 },
  line: { face: "regular", ink: "ink", size: 0.76, tracking: 0 },
  breath: { face: "bold", ink: "accent", size: 0.76, tracking: 0 },
  help: { face: "regular", ink: "ink", size: 0.76, tracking: 0 },
  quote: { face: "regular", ink: "quiet", size: 0.76, tracking: 0 },
  source: { face: "regular", ink: "quiet", size: 0.7, tracking: 0 },
  note: { face: "regular", ink: "quiet", size: 0.7, tracking: 0 },
  date: { face: "regular", ink: "quiet", size: 0.7, tracking: 0 },
};

export function styleOf(role: Role): RoleStyle {
  return STYLES[role];
}

/** The width of a text in ems of a face, without tracking. */
export type Measure = (text: string, face: Face) => number;

/** The same measure, which looks at each text once: the words of a card are measured again for every size of type. */
export function remembering(measure: Measure): Measure {
  const known = { regular: new Map<string, number>(), bold: new Map<string, number>() };
  return (text, face) => {
    const found = known[face].get(text);
    if (found !== undefined) return found;
    const width = measure(text, face);
    known[face].set(text, width);
    return width;
  };
}

/** The width of a text in points, as a role sets it at a base. */
export function roleWidth(role: Role, base: number, measure: Measure): (text: string) => number {
  const { face, size, tracking } = STYLES[role];
  return (text) => (measure(text, face) + tracking * Array.from(text).length) * size * base;
}
