import type { CountryHelp, Message, Sample } from "./content.ts";

/** What stands in the files of a language folder once they have passed their shapes (`AREAS`). */
export interface Source {
  readonly triggers: ById<{
    readonly label: string;
    readonly issue: string;
    readonly meaning: string;
    readonly stage: string;
    readonly if: string;
    readonly kind: string;
    readonly scenes?: readonly string[];
    readonly plans?: readonly { readonly response: string; readonly then: string }[];
    readonly control?: string;
  }>;
  readonly phrasings: ById<readonly string[]>;
  readonly reactions: ById<{ readonly label: string; readonly tend: string; readonly meaning?: string }>;
  readonly feelings: ById<string>;
  readonly stages: ById<{
    readonly label: string;
    readonly heading: string;
    readonly where: string;
    readonly when: string;
  }>;
  readonly channels: ById<string>;
  readonly responses: ById<{
    readonly label: string;
    readonly meaning: string;
    readonly template: string;
    readonly thens: readonly string[];
  }>;
  readonly habits: ById<{
    readonly label: string;
    readonly meaning: string;
    readonly examples: readonly string[];
    readonly instead: string;
  }>;
  readonly needs: ById<string>;
  readonly choices: ById<ById<string>>;
  readonly questions: ById<ById<{ readonly ask: string; readonly help: string; readonly hint?: string }>>;
  readonly lines: ById<{
    readonly triggers?: readonly string[];
    readonly text: string;
    readonly if?: string;
    readonly then?: string;
    readonly starter?: true;
  }>;
  readonly quotations: ById<{
    readonly text: string;
    readonly author: string;
    readonly work: string;
    readonly use: string;
  }>;
  readonly closings: ById<readonly string[]>;
  readonly support: {
    readonly lead: string;
    readonly steps: readonly string[];
    readonly talk: string;
    readonly people: readonly CountryHelp[];
    readonly selfHarm: string;
    readonly selfHarmWords: readonly string[];
    readonly threatWords: readonly string[];
  };
  readonly sample: Sample;
}

export type ById<T> = Readonly<Record<string, T>>;

/** One file of `messages/`: a sentence, or its plural forms, by name. */
export type MessageFile = ById<Message>;
