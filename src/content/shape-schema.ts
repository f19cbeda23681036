import type { RecordShape, Shape, TextShape } from "./shape.ts";

/** A JSON Schema (2020-12) as plain data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export const DIALECT = "https://json-schema.org/draft/2020-12/schema";

function textSchema({ of, columns, like }: TextShape): JsonSchema {
  if (of !== undefined) return { enum: of };
  return {
    type: "string",
    minLength: 1,
    ...(columns === undefined ? {} : { maxLength: columns }),
    ...(like === undefined ? {} : { pattern: like[0].source, description: like[1] }),
  };
}

function recordSchema({ keys, optional = [] }: RecordShape): JsonSchema {
  const required = Object.keys(keys).filter((key) => !optional.includes(key));
  return {
    type: "object",
    properties: Object.fromEntries(Object.entries(keys).map(([key, shape]) => [key, shapeSchema(shape)])),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

/** The JSON Schema of a shape. What no schema can say (columns of wide signs, blanks at the ends) is left to the check. */
export function shapeSchema(shape: Shape): JsonSchema {
  switch (shape.type) {
    case "text":
      return textSchema(shape);
    case "number":
      return { type: "integer", minimum: shape.from, maximum: shape.to };
    case "mark":
      return { const: true };
    case "list": {
      const { least = 0, most = Infinity } = shape;
      return { type: "array", items: shapeSchema(shape.of), minItems: least, ...(most === Infinity ? {} : { maxItems: most }) };
    }
    case "record":
      return recordSchema(shape);
    case "map":
      return {
        type: "object",
        ...(shape.like === undefined ? {} : { propertyNames: { pattern: shape.like[0].source } }),
        ...(shape.ids === undefined ? {} : { propertyNames: { enum: shape.ids } }),
        additionalProperties: shapeSchema(shape.of),
      };
    case "textOrMap":
      return { anyOf: [shapeSchema(shape.text), shapeSchema(shape.map)] };
  }
}
