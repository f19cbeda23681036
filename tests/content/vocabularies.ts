import * as vocabulary from "../../src/reflection/vocabulary.ts";

/** The areas of the content that name a vocabulary, with its ids in order. */
export const VOCABULARIES = [
  ["triggers", vocabulary.TRIGGERS],
  ["reactions", vocabulary.REACTIONS],
  ["feelings", vocabulary.FEELINGS],
  ["stages", vocabulary.STAGES],
  ["channels", vocabulary.CHANNELS],
  ["responses", vocabulary.RESPONSES],
  ["habits", vocabulary.HABITS],
  ["needs", vocabulary.NEEDS],
] as const;
