import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Content, DeepContent } from "../../src/content/content.ts";
import { problemLine } from "../../src/content/file-problem.ts";
import { checkPack } from "../../src/content/pack.ts";
import type { PackSurroundings } from "../../src/content/pack-check.ts";
import type { Pack } from "../../src/content/pack-shape.ts";
import { dateWords } from "../../src/content/date-words.ts";
import { RESPONSES, TRIGGERS } from "../../src/reflection/vocabulary.ts";

/** A content of few words: what a pack can add to and word anew. */
export const CONTENT: Content = {
  lang: "en",
  dates: dateWords("en"),
  triggers: TRIGGERS.map((id) => {
    return { id, label: `Label ${id}`, meaning: `meaning of ${id}`, issue: id, stage: "limit_no", if: `${id} comes up`, plans: [], kind: "Kind." };
  }),
  reactions: [],
  feelings: [],
  stages: [],
  channels: [],
  responses: RESPONSES.map((id) => ({ id, label: `Label ${id}`, meaning: "", template: "{words}", thens: ["a", "b", "c"] })),
  habits: [],
  needs: [],
  choices: {},
  questions: [
    { id: "reflect.trigger", ask: "What set it off?", hint: "Type a few words." },
    { id: "reflect.held", ask: "You want to be {words}. How close?" },
    { id: "win.what", ask: "What went well?" },
  ],
  lines: [
    { id: "loud-at-the-problem", triggers: ["rude_tone"], text: "They are loud at the problem." },
    { id: "a-clear-no", triggers: ["saying_no"], text: "A clear no is good service." },
  ],
  quotations: [{ id: "delay", text: "The greatest remedy for anger is delay", author: "Seneca", work: "On Anger", use: "rude_tone" }],
  closings: {},
  messages: {
    "suggest.title": "That sounds like",
    "roadmap.times": { one: "{count} time, {when}", other: "{count} times, {when}" },
    "support.title": "People who help",
    "pack.kind": "That was hard.",
  },
};

/** Without the sample journal, which no pack touches. */
export const DEEP = {
  scenes: { saying_no: ["a scene"] },
  helps: { "reflect.trigger": "help", "win.what": "help" },
  habits: [],
  support: { lead: "", steps: [], talk: "", people: [], selfHarm: "", selfHarmWords: [], threatWords: [] },
} as Partial<DeepContent> as DeepContent;

export const AROUND: PackSurroundings = { contentFor: () => CONTENT };

export function fixture(name: string): Buffer {
  return readFileSync(join(import.meta.dirname, "../fixtures/packs", name));
}

/** The lines that a pack's problems are told in. */
export function problemsOf(input: string | Uint8Array, around: Partial<PackSurroundings> = {}): readonly string[] {
  return checkPack(input, "p.yaml", { ...AROUND, ...around }).problems.map(problemLine);
}

/** A checked pack; the test fails where it has problems. */
export function packOf(input: string | Uint8Array): Pack {
  const result = checkPack(input, "p.yaml", AROUND);
  if ("pack" in result) return result.pack;
  throw new Error(result.problems.map(problemLine).join("\n"));
}

export const HEAD = "name: my-team\nlanguage: en\nauthor: us\nlicence: CC0-1.0\n";
/** A pack with these lines after its head, which takes four. */
export const withHead = (...lines: readonly string[]): string => `${HEAD}${lines.join("\n")}\n`;

export const RIDERS = packOf(fixture("delivery-riders.yaml"));
