import type { CompiledContent } from "../../src/content/assemble.ts";
import { speaker } from "../../src/content/message.ts";
import type { ReflectContext } from "../../src/conversations/context.ts";

const RANKED = ["rude_tone", "saying_no", "already_angry"];

/** A person with a history: five frequent triggers, one plan, three words. */
export function person(compiled: CompiledContent, more: Partial<ReflectContext> = {}): ReflectContext {
  const { content, deep } = compiled;
  return {
    content,
    deep: () => deep,
    say: speaker(content),
    country: null,
    triggers: content.triggers,
    frequentTriggers: ["rude_tone", "saying_no", "already_angry", "tools_process", "wont_listen"],
    usualStage: (trigger) => content.triggers.find(({ id }) => id === trigger)?.stage ?? null,
    planFor: (trigger) =>
      trigger === "rude_tone" ? { if: "a caller shouts", then: "breathe out and slow down" } : null,
    words: ["calm", "fair", "clear"],
    rank: (text) => (text.includes("zzz") ? [] : RANKED.map((trigger) => ({ trigger }))),
    reactions: ["held_steady", "tight_body", "rushed", "argued", "took_personally"],
    ...more,
  };
}
