import { type Kind, KINDS } from "./entry.ts";
import { type Field, FIELDS } from "./schema.ts";
import { TRIGGERS } from "./vocabulary.ts";

/** A JSON Schema (2020-12) as plain data. */
type JsonSchema = Readonly<Record<string, unknown>>;

const TEXT: JsonSchema = { type: "string", minLength: 1 };

const FRAME: Readonly<Record<string, JsonSchema>> = {
  id: { type: "string", pattern: "^\\S{1,128}$", description: "Left out, one is made. One that exists is left as it is." },
  at: { ...TEXT, description: "A moment: 2026-11-20T23:40:00+01:00, 2026-11-20, yesterday 23:40. Left out: now." },
  shift: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$", description: "The day of the shift. Left out: from the moment." },
};

function fieldSchema(field: Field): JsonSchema {
  switch (field.type) {
    case "text":
    case "tag":
      return TEXT;
    case "tags":
      return { type: "array", items: TEXT };
    case "trigger":
      return { anyOf: [{ enum: TRIGGERS }, { type: "string", description: "a trigger of your own, or of a pack" }] };
    case "id":
      return { enum: field.of };
    case "ids":
      return { type: "array", items: { enum: field.of }, maxItems: field.most, uniqueItems: true };
    case "scale":
      return { type: "integer", minimum: field.from, maximum: field.to };
    case "plan":
      return { type: "object", properties: { if: TEXT, then: TEXT }, required: ["if", "then"], additionalProperties: false };
  }
}

function kindSchema(kind: Kind): JsonSchema {
  const fields = Object.entries(FIELDS[kind]);
  const required = fields.filter(([, field]) => field.required === true).map(([name]) => name);
  return {
    type: "object",
    properties: {
      kind: { const: kind },
      ...FRAME,
      ...Object.fromEntries(fields.map(([name, field]) => [name, fieldSchema(field)])),
    },
    required: kind === "reflection" ? required : ["kind", ...required],
    additionalProperties: false,
  };
}

/** JSON Schema (2020-12) of one entry, as `reflect --from` and `import` take it: `schema entry`. */
export function entrySchema(): JsonSchema {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "evenkeel entry",
    description: "One record of the journal. Without a kind it is a reflection.",
    oneOf: KINDS.map((kind) => ({ $ref: `#/$defs/${kind}` })),
    $defs: Object.fromEntries(KINDS.map((kind) => [kind, kindSchema(kind)])),
  };
}
