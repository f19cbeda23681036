import { describe, expect, it } from "vitest";
import { quickReflection } from "../../src/conversations/quick.ts";
import { begin, type State } from "../../src/terminal/state.ts";
import { english } from "../conversations/english.ts";
import { person } from "../conversations/person.ts";
import { after, screen, speaking } from "./screens.ts";

const compiled = english();
const flow = quickReflection(person(compiled));
const wide = speaking(compiled, { columns: 80 });
const narrow = speaking(compiled, { columns: 40 });
const WORDS = "kept yelling about a refund i cant give";

/** The state after keys, from the first question on. */
function at(keys: string): State {
  return after(begin(flow, {}), keys);
}

/** A frame as it is written below: the first line end and the indentation of the code are not part of it. */
function frame(text: string): string {
  return text.replace(/^\n/, "").replace(/\n *$/, "");
}

describe("the quick reflection at 80 columns", () => {
  it.each([
    [
      "1a the first question, nothing typed",
      "",
      `
  A hard case. No names, no numbers of customers. Ctrl-C stops and keeps.

  What set it off?                                                          1
  > _

   1  Shouting or rude words
   2  I had to say no
   3  They came in angry
   4  Slow or broken tools
   5  They did not listen
   6  The whole list

  Type a few words, or press a number.    Esc back · ? help`,
    ],
    [
      "1b words typed: the list ranks itself",
      WORDS,
      `
  What set it off?                                                          1
  > kept yelling about a refund i cant give_

  >   Shouting or rude words        loud, mean or dirty words
      I had to say no               they want what I cannot give
      They came in angry            loud before I said a word
      None of these: name my own

  Enter takes the first · arrows for another · your words are kept`,
    ],
    [
      "1c how hard",
      `${WORDS}\r`,
      `
  Set off by   Shouting or rude words, when I had to say no  (Esc to change)
               That is hard to hear. It is over now.

  How hard did it hit you?                                             2 of 6
   0   1   2   3   4   5   6   7   8   9   10
   not at all      some        a lot       the worst`,
    ],
    [
      "1d what happened in you",
      `${WORDS}\r825`,
      `
  Set off by   Shouting or rude words, when I had to say no
  How hard     8

  What happened in you? Up to three.                                   3 of 6
   1  I stayed steady              4  I argued back
 > 2  My body went tight         > 5  I took it to heart
   3  I rushed                     6  The whole list, or type words

  Picked: my body went tight, I took it to heart.   Enter when done`,
    ],
    [
      "1e the plan, where there is one",
      "1825\r",
      `
  Your plan:  If a caller shouts, then I will breathe out and slow down.

  Did it come to mind?                                                 4 of 6
   1  Yes, I used it
   2  It slipped my mind
   3  No need, or no chance`,
    ],
    [
      "1f how close",
      "1825\r1",
      `
  You want to be: calm, fair, clear.

  How close did you stay to that?                                      5 of 6
   1 far off    2 not close    3 half way    4 close    5 just so

  Only you see this. It is not a grade.`,
    ],
    [
      "1g next time",
      "1825\r13",
      `
  Next time                                                            6 of 6

   If           a caller shouts
   then I will  breathe out and slow down

  Enter keeps it
   1  change the "then"      2  change the "if"
   3  not mine to change: put it on my list to raise`,
    ],
    [
      "1m a threat: what to do, and whether to keep a note",
      "6\x1b[B\x1b[B\r",
      `
  This should not have happened to you. It is not about your skill.

   - You may end such a call. Follow your rule: warn, end or hand over.
   - Tell your lead, security or HR today. You can ask them to write it down.
   - If someone is in danger now, call the emergency number.
   - To talk to a person:  988 (US) · 116 123 (UK, Ireland)
                           findahelpline.com

  Keep a note that it happened?                                        1 of 2
   1  Yes      2  No, nothing is kept`,
    ],
    [
      "1m how hard, skippable",
      "6\x1b[B\x1b[B\r1",
      `
  How hard did it hit you?                                             2 of 2
   0   1   2   3   4   5   6   7   8   9   10
   not at all      some        a lot       the worst

  0 to 10, Tab skips`,
    ],
    [
      "the stage, with Esc",
      "1\x1b",
      `
  Set off by   Shouting or rude words, when I had to say no  (Esc to change)
               That is hard to hear. It is over now.

  Where in the case was it?                                            1 of 6
   1  Before it began              > 8  The answer is no
   2  At the start                   9  Handing over
   3  Checking who they are             Agreeing what comes next
   4  Finding out what they need        Saying goodbye
   5  Hearing them out                  Notes after the case
   6  Looking it up                     After the shift
   7  Saying what I can do`,
    ],
    [
      "words that nothing answers to",
      "zzz",
      `
  What set it off?                                                          1
  > zzz_

      Shouting or rude words
      I had to say no
      They came in angry
      Slow or broken tools
      They did not listen
      None of these: name my own

  Nothing close to that. Arrows and Enter take one · your words are kept`,
    ],
    [
      "a key that does nothing says why",
      "1\r",
      `
  Set off by   Shouting or rude words, when I had to say no  (Esc to change)
               That is hard to hear. It is over now.

  How hard did it hit you?                                             2 of 6
   0   1   2   3   4   5   6   7   8   9   10
   not at all      some        a lot       the worst

  Press one of the numbers, or use the arrows. Tab skips.`,
    ],
    [
      "the one waits for its zero",
      "11",
      `
  Set off by   Shouting or rude words, when I had to say no  (Esc to change)
               That is hard to hear. It is over now.

  How hard did it hit you?                                             2 of 6
   0  >1   2   3   4   5   6   7   8   9   10
   not at all      some        a lot       the worst`,
    ],
    [
      "one's own trigger gets a name",
      `${WORDS}\x1b[B\x1b[B\x1b[B\r`,
      `
  What do you want to call it?                                         1 of 5
  > _

  A few words, without names of people.`,
    ],
    [
      "a changed then",
      "1825\r131",
      `
  What will you do then?                                               6 of 6
  > breathe out and slow down

  The words after "then I will". Something you do, say or think.
  Enter keeps it · type to replace it · arrows to change it`,
    ],
    [
      "other words for the then",
      "1825\r131pause",
      `
  What will you do then?                                               6 of 6
  > pause_

  The words after "then I will". Something you do, say or think.`,
    ],
  ])("%s", (_name, keys, expected) => {
    expect(screen(at(keys), wide)).toBe(frame(expected));
  });

  it("1g the first time: three to choose from, none chosen", () => {
    const plain = quickReflection(person(compiled, { planFor: () => null }));
    expect(screen(after(begin(plain, {}), "1825\r3"), wide)).toBe(
      frame(`
  Next time a caller shouts, what do you want to do?                   5 of 5

   1  breathe out, and slow down
   2  let them finish, then ask: "How can I help?"
   3  say: "I want to help. I can do that when we speak calmly."
   4  something else, in my words
   5  not mine to change: put it on my list to raise

  Tab skips. You can choose later.`),
    );
  });

  it("asks how close to how one likes to work, where there are no words yet", () => {
    const wordless = quickReflection(person(compiled, { words: [], planFor: () => null }));
    expect(screen(after(begin(wordless, {}), "1825\r"), wide)).toBe(
      frame(`
  How close did you stay to how you like to work?                      4 of 5
   1 far off    2 not close    3 half way    4 close    5 just so

  Only you see this. It is not a grade.`),
    );
  });

  it("speaks ASCII where the terminal has nothing else", () => {
    const ascii = speaking(compiled, { columns: 80, ascii: true });
    for (const keys of ["", WORDS, "1", "1825", "1825\r", "1825\r1", "1825\r13", "6\x1b[B\x1b[B\r"]) {
      expect(screen(at(keys), ascii)).toMatch(/^[\x20-\x7e\n]*$/);
    }
    expect(screen(at(""), ascii)).toContain("number.    Esc back, ? help");
  });

  it("explains a question, and its keys", () => {
    expect(screen(at("1?"), wide)).toBe(
      frame(`
  How hard did it hit you?

  Your first number is the right one. It is about how it felt to you, not
  about how bad it should have been. It helps to see later which moments
  cost you most.

  Digits pick, Enter keeps, Tab skips, Esc goes back, Ctrl-C stops and
  keeps. F1 brings this up while words are typed.

  Any key goes on.`),
    );
  });

  it("offers the editor in the help of a text", () => {
    const editing = speaking(compiled, { columns: 80, editor: "nano" });
    expect(screen(at("1825\r131\x15?"), editing)).toContain("\n   1  write it in your editor (nano)\n");
    expect(at("1825\r131\x15?1").mode).toBe("editing");
  });
});

describe("the quick reflection at 40 columns", () => {
  it.each([
    [
      "1i the first question",
      "",
      `
  A hard case. No names or numbers.
  Ctrl-C stops and keeps.

  What set it off?                    1
  > _

   1  Shouting or rude words
   2  I had to say no
   3  They came in angry
   4  Slow or broken tools
   5  They did not listen
   6  The whole list

  Type words, or press a number.
  ? help`,
    ],
    [
      "words typed",
      WORDS,
      `
  What set it off?                    1
  > kept yelling about a refund i cant
    give_

  >   Shouting or rude words
      I had to say no
      They came in angry
      None of these: name my own

  Enter takes the first.
  Arrows for another.`,
    ],
    [
      "how hard",
      "1",
      `
  Shouting or rude words
  (Esc to change)
  That is hard to hear. It is over
  now.

  How hard did it hit you?       2 of 6

   0  1  2  3  4  5  6  7  8  9  10

   0 not at all · 4 some · 7 a lot
   10 the worst`,
    ],
    [
      "1j what happened in you",
      "1825",
      `
  Shouting or rude words · 8

  What happened in you?          3 of 6
  Up to three.

   1  I stayed steady
 > 2  My body went tight
   3  I rushed
   4  I argued back
 > 5  I took it to heart
   6  The whole list, or words

  2 picked. Enter when done.`,
    ],
    [
      "the plan",
      "1825\r",
      `
  Your plan:  If a caller shouts, then
  I will breathe out and slow down.

  Did it come to mind?           4 of 6

   1  Yes, I used it
   2  It slipped my mind
   3  No need, or no chance`,
    ],
    [
      "how close",
      "1825\r1",
      `
  You want to be: calm, fair, clear.

  How close did you stay to that?
                                 5 of 6

   1 far off    2 not close
   3 half way    4 close    5 just so

  Only you see this. It is not a grade.`,
    ],
    [
      "1k next time",
      "1825\r13",
      `
  Next time                      6 of 6

  If
    a caller shouts
  then I will
    breathe out and slow down

  Enter keeps it
   1  change the "then"
   2  change the "if"
   3  not mine to change`,
    ],
    [
      "a threat",
      "6\x1b[B\x1b[B\r",
      `
  This should not have happened to
  you. It is not about your skill.

   - You may end such a call. Follow
     your rule: warn, end or hand over.
   - Tell your lead, security or HR
     today. You can ask them to write
     it down.
   - If someone is in danger now, call
     the emergency number.
   - To talk to a person:
     988 (US) · 116 123 (UK, Ireland)
     findahelpline.com

  Keep a note that it happened?  1 of 2

   1  Yes
   2  No, nothing is kept`,
    ],
  ])("%s", (_name, keys, expected) => {
    expect(screen(at(keys), narrow)).toBe(frame(expected));
  });
});
