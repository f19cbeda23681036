/** What a person answered: an option's id, a number of a scale, options' ids, or words. */
export type Answer = string | number | readonly string[];

/** Answers by question id, ready for JSON. Null where the question was skipped; missing where it was not asked yet. */
export type Answers = Readonly<Record<string, Answer | null>>;

/** Words that stand in the field of a question and are not sent yet. */
export interface Typed {
  readonly question: string;
  readonly text: string;
}

export interface Option {
  readonly id: string;
  readonly label: string;
  /** The same in a narrow terminal. */
  readonly short?: string;
  /** Beside the label: what it means, or what it costs. Left out where there is no room. */
  readonly note?: string;
}

/** A line of text above or under a question; it is folded to the terminal. */
export type Line =
  | string
  /** One of a list, with a dash before it. */
  | { readonly item: string }
  /** One of a list whose parts are kept whole, row by row: "To talk to a person:  988 (US) · 116 123 (UK)". */
  | { readonly item: string; readonly parts: readonly (readonly string[])[] }
  /** A drawn line across, before what was hidden until now. */
  | { readonly rule: true };

/** How an answered question stays on the screen above the next one. */
export interface Fold {
  readonly label: string;
  readonly text: string;
  /** For a narrow terminal, where several share a line. */
  readonly short: string;
  /** How to change it, beside it while it is the latest answer. */
  readonly change?: string;
  /** A kind sentence under it while it is the latest answer. */
  readonly under?: string;
}

interface Asked {
  /** The field of the answers that it fills. */
  readonly id: string;
  /** Its id in the content, "reflect.strength": what `?` explains. */
  readonly text: string;
  readonly ask: string;
  /** A headline in capitals over it, which then carries the progress. */
  readonly title?: string;
  /** What has to be read first, above the question. */
  readonly above?: readonly Line[];
  /** Lines over all of it that a view lays out for so many columns, safe to show as they are. `ask` may then be empty. */
  readonly drawn?: (columns: number) => readonly string[];
  /** The person's own evidence, between the question and its answers. */
  readonly under?: readonly Line[];
  /** One line below everything. */
  readonly hint?: string;
  /** Where nothing is drawn: how it is asked, and what is said after it in place of the hint. */
  readonly askAloud?: string;
  readonly aloud?: string;
  /** The answered questions are not shown above it. */
  readonly alone?: true;
  /** A blank line between the question and its choices. */
  readonly spaced?: true;
  readonly skippable: boolean;
}

export type Layout =
  /** One under the other. */
  | "list"
  /** Two columns where they fit. */
  | "columns"
  /** Side by side, wide apart. */
  | "row"
  /** Side by side, close together. */
  | "words"
  /** Beside the question itself, where they fit. */
  | "beside";

interface Listed extends Asked {
  readonly options: readonly Option[];
  /** All there are, behind one more choice, or reached by typing words. */
  readonly all?: readonly Option[];
  /** The choice that opens `all`. */
  readonly more?: Option;
  readonly layout?: Layout;
}

/** One of a few. Enter takes the default, or what the arrows stand on. */
export interface ChoiceQuestion extends Listed {
  readonly kind: "choice";
  readonly default?: string;
  /** Enter alone leaves it out, where it has no default. */
  readonly enterSkips?: true;
  /** Column of the notes, where they have to stand under each other across questions. */
  readonly notesAt?: number;
}

/** Some of a few, `most` of them. */
export interface ChoicesQuestion extends Listed {
  readonly kind: "choices";
  readonly most: number;
  /** Left out: one is enough. */
  readonly least?: number;
  /** Typed words that match nothing may be taken as they are. */
  readonly own?: true;
}

/** Typed words rank the list; digits pick while the field is empty. */
export interface RankQuestion extends Listed {
  readonly kind: "rank";
  /** Ids, best first. */
  readonly rank: (text: string) => readonly string[];
  /** Offered last: none of these. */
  readonly none?: Option;
  /** Where the words are kept. */
  readonly words?: string;
}

export interface ScaleQuestion extends Asked {
  readonly kind: "scale";
  readonly from: number;
  readonly to: number;
  /** For all numbers, or for some of them. */
  readonly labels: Readonly<Record<number, string>>;
  readonly default?: number;
}

export interface TextQuestion extends Asked {
  readonly kind: "text";
  /** Words before the field: "then I will". */
  readonly lead?: string;
  /** Stands in the field: Enter keeps it, words that are typed take its place. */
  readonly default?: string;
  /** The default is a beginning: words that are typed go on behind it. */
  readonly goesOn?: true;
  /** Why these words cannot be the answer, as a sentence; null where they can. */
  readonly trouble?: (text: string) => string | null;
}

/** An if-then plan that Enter keeps. */
export interface PlanQuestion extends Asked {
  readonly kind: "plan";
  readonly plan: { readonly if: string; readonly then: string };
  readonly options: readonly Option[];
}

/** Something to read or to picture; any key goes on. */
export interface PauseQuestion extends Asked {
  readonly kind: "pause";
}

/** A question with everything in it: data that a screen, a reader and a test can show. */
export type Question =
  | ChoiceQuestion
  | ChoicesQuestion
  | RankQuestion
  | ScaleQuestion
  | TextQuestion
  | PlanQuestion
  | PauseQuestion;

/** The answer of a plan question that was kept by Enter. */
export const KEEP = "keep";
/** The option that opens the whole list. Never an answer. */
export const MORE = "more";
/** The answer of a pause that was read. */
export const SEEN = "seen";
