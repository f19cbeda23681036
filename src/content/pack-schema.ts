import { RESPONSES, TRIGGERS } from "../reflection/vocabulary.ts";
import { packShape, SECTIONS } from "./pack-shape.ts";
import { DIALECT, type JsonSchema, shapeSchema } from "./shape-schema.ts";

/** What an editor shows beside each key. */
const WORDS: Readonly<Record<string, string>> = {
  name: "Small letters, digits and -. Names the file.",
  language: "A language tag: en, es, pt-BR.",
  author: "Who made it.",
  licence: "What others may do with it: CC0-1.0, CC-BY-4.0, or a sentence.",
  version: "The format of the file, not your edition.",
  about: "One line on what it is for.",
  triggers: "What sets somebody off. A new one needs label, meaning and if; for a built-in one only what you word anew.",
  responses: "Other words for the built-in responses.",
  lines: "Kind, true lines; with if and then they are plans.",
  quotations: "Lines by others, each with its author and work.",
  questions: "Other words for questions, by flow and field.",
  messages: "Other words for what evenkeel says, by area and name.",
  phrasings: "How people say it in their own words, by trigger.",
};

function withWords(properties: Readonly<Record<string, JsonSchema>>): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, schema]) => [key, { ...schema, description: WORDS[key] ?? "" }]),
  );
}

function namesTriggers(ids: unknown): boolean {
  return Array.isArray(ids) && TRIGGERS.slice(0, 2).every((id) => ids.includes(id));
}

/** A list of the built-in triggers is a help in an editor, but a pack's own triggers are right too. */
function openTriggers(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(openTriggers);
  if (typeof value !== "object" || value === null) return value;
  if ("enum" in value && namesTriggers(value.enum)) return { anyOf: [value, { type: "string" }] };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, openTriggers(part)]));
}

/** Built-in ids are named, so that an editor offers them; others are open. */
function naming(ids: readonly string[], schema: JsonSchema | undefined, ref: string): JsonSchema {
  return { ...schema, properties: Object.fromEntries(ids.map((id) => [id, { $ref: ref }])), additionalProperties: { $ref: ref } };
}

/** JSON Schema (2020-12) of a pack: `schema pack`. */
export function packSchema(): JsonSchema {
  const schema = openTriggers(shapeSchema(packShape(TRIGGERS))) as JsonSchema;
  const properties = withWords(schema["properties"] as Readonly<Record<string, JsonSchema>>);
  const { triggers, responses } = properties;
  return {
    $schema: DIALECT,
    title: "evenkeel pack",
    description: "Triggers, kind lines, plans and texts that people pass on. Checked by: evenkeel pack check",
    ...schema,
    properties: {
      ...properties,
      triggers: naming(TRIGGERS, triggers, "#/$defs/trigger"),
      responses: { ...naming(RESPONSES, responses, "#/$defs/response"), additionalProperties: false },
    },
    anyOf: SECTIONS.map((section) => ({ required: [section] })),
    $defs: { trigger: triggers?.["additionalProperties"], response: responses?.["additionalProperties"] },
  };
}
