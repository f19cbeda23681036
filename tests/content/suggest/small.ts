import type { Phrasings } from "../../../src/content/content.ts";
import { trainSuggest } from "../../../src/content/suggest/train.ts";

/** A few phrasings for three triggers: enough to rank by, and learned in no time. */
export const SMALL: Phrasings = {
  rude_tone: ["he yelled at me", "she was shouting", "swore the whole call", "rude and loud", "screamed about the bill"],
  saying_no: ["could not give a refund", "had to say no", "refund not possible", "policy does not allow it", "had to refuse"],
  tools_process: ["system is slow", "the crm crashed", "computer froze", "login does not work", "too many forms"],
};

export const MODEL = trainSuggest(SMALL);
