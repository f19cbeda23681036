import type { Trigger } from "../content/content.ts";
import type { Plan } from "../reflection/entry.ts";
import type { Stage } from "../reflection/vocabulary.ts";
import type { Script } from "./asked.ts";

/** A trigger of the content, or one that the person named. */
export type TriggerChoice = Pick<Trigger, "id" | "label"> & Partial<Omit<Trigger, "id" | "label">>;

/** What a reflection has to know about the person, as plain data and functions without side effects. */
export interface ReflectContext extends Script {
  /** Every trigger that can be picked, built-in ones first. */
  readonly triggers: readonly TriggerChoice[];
  /** Five ids, the most frequent first. */
  readonly frequentTriggers: readonly string[];
  readonly usualStage: (trigger: string) => Stage | null;
  /** The plan in force. */
  readonly planFor: (trigger: string) => Plan | null;
  /** The three words, or none. */
  readonly words: readonly string[];
  readonly rank: (text: string) => readonly { readonly trigger: string }[];
  /** Ids to offer first: staying steady, then the person's most frequent ones. */
  readonly reactions: readonly string[];
  /** Kind lines for a trigger, best first by what they have in common with words. Left out: in the order of the content. */
  readonly rankLines?: (trigger: string, words: string) => readonly { readonly text: string }[];
  /** Thinking habits that words sound like, best first. Left out: by the words of the content's examples. */
  readonly rankHabits?: (text: string) => readonly string[];
}
