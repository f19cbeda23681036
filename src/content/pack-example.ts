import { fill } from "./message.ts";
import { PACK_VERSION } from "./pack-shape.ts";

const EXAMPLE = `# A pack for evenkeel: triggers, kind lines and plans that people pass on.
# Everything behind a # is for you to read; evenkeel leaves it out.
# Check it with: evenkeel pack check {name}.yaml      Take it in with: evenkeel pack add {name}.yaml
# Leave out names of people, and everything that tells who a customer is.

name: {name}            # small letters, digits and -; names the file
language: {language}
author: who made it
licence: CC0-1.0         # what others may do with it
version: {version}               # the format, not your edition
about: One line on what it is for.

# Triggers: what sets somebody off. A new one needs label, meaning and if; the rest may be left out.
# With the id of a built-in trigger (saying_no, rude_tone, ...) you only write what you word anew.
triggers:
  app_rating:
    label: They threaten me with stars
    meaning: a bad rating as a weapon
    issue: Star threats               # what the card calls it, at most 20 columns
    stage: limit_no                   # where in a case it comes up
    if: someone threatens me with a rating
    kind: A star is not what you are worth.
    scenes:                           # for rehearsing: the same moment in other words
      - '"One star for you if this is not free."'
    plans:                            # up to three ready ones, each with its response
      - response: can_cannot
        then: say once what I can do and stay with it
      - response: let_go
        then: let the stars be theirs and take the next case

# How people say it in their own words: "evenkeel suggest" learns from them.
phrasings:
  app_rating:
    - said he gives me one star
    - one star threat again
    - if i dont comp it she rates me down

# Kind lines: short and true. Those with if and then stand among the reminders as plans.
lines:
  stars-are-weather:
    triggers: [app_rating, complaint_threat]
    text: Ratings are weather. I look after the case.
    if: I hear "one star"
    then: breathe out and go on with what I can do

# Also possible: responses, quotations, questions and messages. All of it is written down in docs/packs.md;
# an editor that knows JSON Schema completes it: evenkeel schema pack > pack.schema.json
`;
/**
 * A commented pack to start from. It passes the check as it is.
 * @param name of the pack and its file
 */
export function newPack(name = "my-team", language = "en"): string {
  return fill(EXAMPLE, { name, language, version: PACK_VERSION });
}
