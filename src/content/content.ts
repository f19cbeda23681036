import type { Control, Stage } from "../reflection/vocabulary.ts";

/** A ready "then" for the first plan on a trigger, and the response it belongs to. */
export interface ReadyPlan {
  readonly response: string;
  readonly then: string;
}

export interface Trigger {
  readonly id: string;
  /** First person, sentence case: "I had to say no". */
  readonly label: string;
  /** One line that tells it from its neighbours. */
  readonly meaning: string;
  /** What the card calls it: "Saying no". */
  readonly issue: string;
  /** The stage where it usually comes up. */
  readonly stage: Stage;
  /** The cue of an if-then sentence without "if": "a caller shouts". */
  readonly if: string;
  /** Three ready plans; none for the support trigger. */
  readonly plans: readonly ReadyPlan[];
  /** The agent is rarely the one who can change it: the default for `control`. */
  readonly control?: Control;
  /** One short sentence said after it was picked: "That is hard to hear. It is over now." */
  readonly kind: string;
}

export interface Labelled {
  readonly id: string;
  /** First person and without blame: "I argued back". */
  readonly label: string;
  /** One line more, for `?`. */
  readonly meaning?: string;
}

export interface Reaction extends Labelled {
  /** After "I tend to": "argue back". */
  readonly tend: string;
}

export interface StageText extends Labelled {
  /** Over a stop on the road: "The answer is no" (views put it in capitals). */
  readonly heading: string;
  /** Inside a line or a table: "when the answer is no", "at the start". */
  readonly where: string;
  /** Folded into a sentence: "when I had to say no". */
  readonly when: string;
}

export interface Response extends Labelled {
  /** The then-part as a pattern, with `{words}` where one's own words go. */
  readonly template: string;
  /** Three short ready "then"s. */
  readonly thens: readonly string[];
}

export interface HabitWords {
  readonly id: string;
  /** What it sounds like in one's head; matched against words, never a diagnosis. */
  readonly examples: readonly string[];
  /** A gentler way to say it. */
  readonly instead: string;
}

/** A pack line: a kind, true sentence matched to triggers, with an if-then where it has one. */
export interface Line {
  readonly id: string;
  readonly triggers: readonly string[];
  readonly text: string;
  readonly if?: string;
  readonly then?: string;
  /** Stands in the starter list of an empty journal. */
  readonly starter?: true;
}

export interface Quotation {
  readonly id: string;
  readonly text: string;
  readonly author: string;
  readonly work: string;
  /** A trigger id, or a moment: see `MOMENTS_OF_QUOTATION`. */
  readonly use: string;
}

/** A question as it is asked; its help is in `DeepContent.helps`. Both may hold `{names}`: see `fill`. */
export interface QuestionText {
  /** `<flow>.<field>`: "reflect.strength", "start.energy". */
  readonly id: string;
  readonly ask: string;
  /** One line under the question: "Only you see this. It is not a grade." */
  readonly hint?: string;
}

export interface CountryHelp {
  /** ISO 3166 code, or `world`. */
  readonly country: string;
  /** Its name as people say it: "UK". */
  readonly place: string;
  readonly name: string;
  readonly contact: string;
}

export interface SupportText {
  /** Said after a threat, hate or sexual words: "This should not have happened to you." */
  readonly lead: string;
  readonly steps: readonly string[];
  /** Over the numbers: "To talk to a person:". */
  readonly talk: string;
  readonly people: readonly CountryHelp[];
  /** Said where self-harm is named. */
  readonly selfHarm: string;
  /** Words and phrases that bring up the self-harm text. Matched locally, stored nowhere. */
  readonly selfHarmWords: readonly string[];
  /** Words and phrases that bring up the threat text. */
  readonly threatWords: readonly string[];
}

/** A message is one sentence with `{names}`, or one sentence for each plural category of `{count}`. */
export type Message = string | Readonly<Record<string, string>>;

/** Names and orders for dates, made from Intl when the content is compiled, since Intl is slow to start. */
export interface DateWords {
  readonly months: readonly string[];
  readonly monthsShort: readonly string[];
  /** Monday first. */
  readonly weekdays: readonly string[];
  readonly weekdaysShort: readonly string[];
}

/** What nearly every command needs, in one language. `DeepContent` has the rest. */
export interface Content {
  readonly lang: string;
  readonly dates: DateWords;
  readonly triggers: readonly Trigger[];
  readonly reactions: readonly Reaction[];
  readonly feelings: readonly Labelled[];
  readonly stages: readonly StageText[];
  readonly channels: readonly Labelled[];
  readonly responses: readonly Response[];
  readonly habits: readonly Labelled[];
  readonly needs: readonly Labelled[];
  /**
   * Labels for the small choices, by field: `planUse`, `control`, `customer`, `who`, `type`, `grade`; and for the steps
   * of a scale, with the number as id: `strength` (some steps), `held`, `carry`, `energy`, `wantIt`; and ready answers:
   * `words` (twelve), `aside`, `lens`, `ease`, `helped`, `length` (of the end of a shift), `hours`.
   */
  readonly choices: Readonly<Record<string, readonly Labelled[]>>;
  readonly questions: readonly QuestionText[];
  readonly lines: readonly Line[];
  readonly quotations: readonly Quotation[];
  /** Kind sentences after something was kept, by moment: the keys of `closings.yaml`. */
  readonly closings: Readonly<Record<string, readonly string[]>>;
  /** Sentences that prompts and views speak, by `area.name`. */
  readonly messages: Readonly<Record<string, Message>>;
}

/** Example phrasings in agents' words, by trigger id: what free words are ranked against. */
export type Phrasings = Readonly<Record<string, readonly string[]>>;

/** The words of the sample journal; what happened when stands in `practice/sample-cases.ts`. */
export interface Sample {
  readonly goal: string;
  readonly words: readonly string[];
  readonly contact: string;
  /** By trigger id. */
  readonly plans: Readonly<Record<string, { readonly if: string; readonly then: string }>>;
  readonly reminders: {
    readonly first_breath: { readonly if: string; readonly line: string };
    readonly listening: { readonly if: string; readonly then: string; readonly line: string };
  };
  /** What happened, by the name of the case. */
  readonly cases: Readonly<Record<string, string>>;
  /** More fields of a case, by its name. */
  readonly full: Readonly<Record<string, SampleWords>>;
  readonly wins: Readonly<Record<string, { readonly what: string; readonly why?: string }>>;
  readonly starts: {
    readonly helped: readonly string[];
    readonly customersDay: readonly string[];
    readonly intentions: readonly string[];
  };
  readonly learned: readonly string[];
  readonly note: string;
  readonly review: { readonly better: string; readonly raise: string; readonly focus: string };
}

export interface SampleWords {
  readonly thought?: string;
  readonly theirSide?: string;
  readonly teammate?: string;
  readonly line?: string;
}

/** What only conversations, `rehearse`, `support` and `demo` need; loaded at use. */
export interface DeepContent {
  /** By trigger id: the cue of its plan as scenes, in words that differ: what `rehearse` shows. None for the support trigger. */
  readonly scenes: Readonly<Record<string, readonly string[]>>;
  /** By question id: what `?` shows. */
  readonly helps: Readonly<Record<string, string>>;
  readonly habits: readonly HabitWords[];
  readonly support: SupportText;
  readonly sample: Sample;
}
