type Schema = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What the keywords of JSON Schema 2020-12 ask, for those that the schemas here use; an unknown keyword throws. */
const KEYWORDS: Readonly<Record<string, (rule: never, value: unknown, schema: Schema, root: Schema) => boolean>> = {
  type: (rule: string, value) =>
    ({ object: isObject(value), array: Array.isArray(value), string: typeof value === "string", integer: Number.isInteger(value) })[rule] ?? false,
  enum: (rule: readonly unknown[], value) => rule.includes(value),
  const: (rule: unknown, value) => rule === value,
  pattern: (rule: string, value) => typeof value !== "string" || new RegExp(rule, "u").test(value),
  minLength: (rule: number, value) => typeof value !== "string" || value.length >= rule,
  maxLength: (rule: number, value) => typeof value !== "string" || value.length <= rule,
  minimum: (rule: number, value) => typeof value !== "number" || value >= rule,
  maximum: (rule: number, value) => typeof value !== "number" || value <= rule,
  minItems: (rule: number, value) => !Array.isArray(value) || value.length >= rule,
  maxItems: (rule: number, value) => !Array.isArray(value) || value.length <= rule,
  uniqueItems: (_rule: true, value) => !Array.isArray(value) || new Set(value).size === value.length,
  items: (rule: Schema, value, _schema, root) => !Array.isArray(value) || value.every((item) => valid(rule, item, root)),
  required: (rule: readonly string[], value) => !isObject(value) || rule.every((key) => Object.hasOwn(value, key)),
  properties: (rule: Readonly<Record<string, Schema>>, value, _schema, root) =>
    !isObject(value) || Object.entries(value).every(([key, item]) => !Object.hasOwn(rule, key) || valid(rule[key] ?? {}, item, root)),
  additionalProperties: (rule: Schema | false, value, schema, root) =>
    !isObject(value) ||
    Object.entries(value).every(([key, item]) => Object.hasOwn((schema["properties"] ?? {}), key) || (rule !== false && valid(rule, item, root))),
  propertyNames: (rule: Schema, value, _schema, root) => !isObject(value) || Object.keys(value).every((key) => valid(rule, key, root)),
  anyOf: (rule: readonly Schema[], value, _schema, root) => rule.some((one) => valid(one, value, root)),
  oneOf: (rule: readonly Schema[], value, _schema, root) => rule.filter((one) => valid(one, value, root)).length === 1,
  $ref: (rule: string, value, _schema, root) => valid((root["$defs"] as Record<string, Schema>)[rule.replace("#/$defs/", "")] ?? { enum: [] }, value, root),
};

const SILENT = ["$schema", "$defs", "title", "description"];

/** Whether a value is valid under a schema. */
export function valid(schema: Schema, value: unknown, root: Schema = schema): boolean {
  return Object.entries(schema).every(([keyword, rule]) => {
    if (SILENT.includes(keyword)) return true;
    const asks = KEYWORDS[keyword];
    if (asks === undefined) throw new Error(`unknown keyword ${keyword}`);
    return asks(rule as never, value, schema, root);
  });
}
