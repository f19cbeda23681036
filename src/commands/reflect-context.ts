import { SURE, type Suggestion } from "../content/suggest/rank.ts";
import { suggestHabit } from "../content/suggest/habits.ts";
import { linesLike } from "../content/suggest/lines.ts";
import type { Script } from "../conversations/asked.ts";
import type { ReflectContext, TriggerChoice } from "../conversations/context.ts";
import { frequentReactions, frequentTriggers, usualStage } from "../practice/frequent.ts";
import { packLines } from "../practice/kind-lines.ts";
import { historyOf } from "../practice/ledger.ts";
import { studied } from "../practice/roadmap.ts";
import { resolver } from "../practice/triggers.ts";
import type { Session } from "../session.ts";
import { practiceInput } from "./practice-input.ts";
import { suggester } from "./suggested.ts";

/** Triggers that can be picked, built-in ones first. */
export function choices(session: Session): readonly TriggerChoice[] {
  const own = session.ownTriggers().filter(({ retired, mergedInto }) => retired !== true && mergedInto === undefined);
  return [...session.content().triggers, ...own.map(({ id, label }) => ({ id, label }))];
}

/** What every conversation is written with. */
export function script(session: Session): Script {
  const country = session.value("country");
  return {
    content: session.content(),
    deep: session.deepContent,
    say: session.say,
    country: typeof country === "string" ? country : null,
  };
}

/** A ranking that gives nothing where its best is little better than chance. */
export function sureEnough(rank: (text: string) => readonly Suggestion[]): (text: string) => readonly Suggestion[] {
  return (text) => {
    const found = rank(text);
    return (found[0]?.score ?? 0) < SURE ? [] : found;
  };
}

/** What a reflection has to know about the person. Reads the window's months. */
export function reflectContext(session: Session): ReflectContext {
  const input = practiceInput(session);
  const content = session.content();
  const resolve = resolver(input.triggers);
  let ledger: ReturnType<typeof studied>["ledger"] | undefined;
  return {
    ...script(session),
    triggers: choices(session),
    frequentTriggers: frequentTriggers(input),
    usualStage: (trigger) => usualStage(trigger, input, content),
    planFor: (trigger) => historyOf((ledger ??= studied(input).ledger), resolve(trigger)).plan,
    words: input.settings.words,
    rank: sureEnough(suggester(session)),
    rankLines: (trigger, words) => linesLike(trigger, words, packLines(content, trigger), session.suggestModel().lexicon),
    rankHabits: (text) => suggestHabit(text, session.deepContent().habits, session.suggestModel().lexicon),
    reactions: frequentReactions(input),
  };
}
