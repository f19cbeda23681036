import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CompiledContent } from "../../src/content/assemble.ts";
import { compileContent } from "../../src/content/compile.ts";
import { speaker } from "../../src/content/message.ts";
import type { ReflectContext } from "../../src/conversations/context.ts";

const FOLDER = join(import.meta.dirname, "../../content/en");

/** The English content as the build compiles it. Throws its problems. */
export function english(): CompiledContent {
  const names = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".yaml"));
  const texts = new Map(names.sort().map((name) => [name.replaceAll("\\", "/"), readFileSync(join(FOLDER, name), "utf8")]));
  const result = compileContent({ lang: "en", folder: "content/en", texts });
  if (!("compiled" in result)) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.compiled;
}

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
    planFor: (trigger) => (trigger === "rude_tone" ? { if: "a caller shouts", then: "breathe out and slow down" } : null),
    words: ["calm", "fair", "clear"],
    rank: (text) => (/zzz/.test(text) ? [] : RANKED.map((trigger) => ({ trigger }))),
    reactions: ["held_steady", "tight_body", "rushed", "argued", "took_personally"],
    ...more,
  };
}
