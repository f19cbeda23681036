import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AREAS } from "../../src/content/areas.ts";
import { checkShape, reporter } from "../../src/content/check-shape.ts";
import { problemLine } from "../../src/content/file-problem.ts";
import { parseYaml } from "../../src/content/parse.ts";
import { columnsOf, type Shape } from "../../src/content/shape.ts";

function problems(shape: Shape, text: string): string[] {
  const parsed = parseYaml(text, "a.yaml");
  expect(parsed.problems).toEqual([]);
  const out = reporter(parsed);
  checkShape(shape, parsed.value, [], out);
  return out.problems.map(problemLine);
}

const SHAPE: Shape = {
  type: "record",
  keys: {
    name: { type: "text", columns: 8 },
    kind: { type: "text", of: ["red", "blue"] },
    says: { type: "text", values: true },
    size: { type: "number", from: 1, to: 5 },
    fresh: { type: "mark" },
    parts: { type: "list", of: { type: "text" }, least: 1, most: 2 },
  },
  optional: ["kind", "says", "size", "fresh", "parts"],
};

describe("a record", () => {
  it("passes when everything fits", () => {
    expect(problems(SHAPE, 'name: x\nkind: red\nsays: "{a} of {b}"\nsize: 5\nfresh: true\nparts: [a, b]\n')).toEqual([]);
  });

  it.each([
    ["kind: red\n", 'a.yaml:1:1: the key "name" is missing; accepted: name, kind, says, size, fresh, parts'],
    ["name: x\ncolour: red\n", 'a.yaml:2:1: the key "colour" is not known here; accepted: name, kind, says, size, fresh, parts'],
    ["name: x\nkind: green\n", 'a.yaml:2:7: "green" is not known here; accepted: red, blue'],
    ["name: x\nkind: 3\n", 'a.yaml:2:7: "3" stands here; accepted: red, blue'],
    ["name: 3\n", 'a.yaml:1:7: "3" stands here; accepted: a text, in quotes'],
    ["name: true\n", 'a.yaml:1:7: "true" stands here; accepted: a text, in quotes'],
    ["name:\n", "a.yaml:1:6: nothing stands here; accepted: a text"],
    ["name: [x]\n", "a.yaml:1:7: a list stands here; accepted: a text"],
    ["name: {a: b}\n", "a.yaml:1:7: keys and values stand here; accepted: a text"],
    ["name: nine chars\n", "a.yaml:1:7: the text takes 10 columns; accepted: at most 8"],
    ["name: ''\n", "a.yaml:1:7: the text is empty; accepted: a text"],
    ["name: ' x'\n", "a.yaml:1:7: the text begins or ends with a blank; accepted: the text without it"],
    ["name: |-\n  a\n  b\n", "a.yaml:1:7: the text has several lines; accepted: one line"],
    ['name: "a\\eb"\n', "a.yaml:1:7: the text holds a control character; accepted: signs that can be seen, and blanks"],
    ['name: "a\\u202eb"\n', "a.yaml:1:7: the text holds a control character; accepted: signs that can be seen, and blanks"],
    ["name: x\nsays: 'a { b'\n", "a.yaml:2:7: a brace stands alone; accepted: {name} for a value, without blanks"],
    ["name: x\nsays: 'a {b c}'\n", "a.yaml:2:7: a brace stands alone; accepted: {name} for a value, without blanks"],
    ["name: x\nsize: 6\n", 'a.yaml:2:7: "6" stands here; accepted: a whole number from 1 to 5'],
    ["name: x\nsize: 1.5\n", 'a.yaml:2:7: "1.5" stands here; accepted: a whole number from 1 to 5'],
    ["name: x\nfresh: false\n", 'a.yaml:2:8: "false" stands here; accepted: true, or the key left out'],
    ["name: x\nparts: []\n", "a.yaml:2:1: the list holds 0; accepted: 1 to 2"],
    ["name: x\nparts: a\n", 'a.yaml:2:8: "a" stands here; accepted: a list'],
    ["name: x\nparts:\n  - a\n  - a\n", 'a.yaml:4:5: "a" stands in the list twice; accepted: each one once'],
    ["- name\n", "a.yaml:1:1: a list stands here; accepted: the keys name, kind, says, size, fresh, parts"],
  ])("reports %j", (text, line) => {
    expect(problems(SHAPE, text)).toEqual([line]);
  });

  it("reports every problem, not only the first", () => {
    expect(problems(SHAPE, "kind: x\nsize: x\n")).toHaveLength(3);
  });
});

describe("a map", () => {
  const ids: Shape = { type: "map", ids: ["a", "b", "c"], of: { type: "text" } };

  it.each([
    ["a: x\nb: y\n", 'a.yaml:1:1: "c" is missing; accepted: a, b, c'],
    ["a: x\nb: y\nc: z\nd: w\n", 'a.yaml:4:1: "d" is not known here; accepted: a, b, c'],
    ["a: x\nc: z\nb: y\n", 'a.yaml:2:1: "c" is out of order; accepted: a, b, c'],
    ["- a\n", "a.yaml:1:1: a list stands here; accepted: the keys a, b, c"],
  ])("with fixed ids reports %j", (text, line) => {
    expect(problems(ids, text)).toEqual([line]);
  });

  it("with open ids checks how they are written", () => {
    const open: Shape = { type: "map", like: [/^[a-z-]+$/, "small letters"], of: { type: "text" } };
    expect(problems(open, "a-b: x\n")).toEqual([]);
    expect(problems(open, "A: x\n")).toEqual(['a.yaml:1:1: the key "A" does not fit here; accepted: small letters']);
  });

  it("tells a sentence from its plural forms by what stands there", () => {
    const shape: Shape = { type: "textOrMap", text: { type: "text" }, map: { type: "map", of: { type: "text" } } };
    expect(problems(shape, "one sentence\n")).toEqual([]);
    expect(problems(shape, "one: a\nother: b\n")).toEqual([]);
    expect(problems(shape, "other: [b]\n")).toEqual(["a.yaml:1:8: a list stands here; accepted: a text"]);
  });
});

describe("any area", () => {
  it("reports whatever stands in its file, and never throws", () => {
    const areas: readonly Shape[] = Object.values(AREAS);
    fc.assert(
      fc.property(fc.constantFrom(...areas), fc.jsonValue({ maxDepth: 4 }), (shape, value) => {
        const parsed = parseYaml(JSON.stringify(value), "a.yaml");
        const out = reporter(parsed);
        checkShape(shape, parsed.value, [], out);
        for (const { line, column } of out.problems) expect([line, column >= 1]).toEqual([1, true]);
        const empty = typeof value === "object" && value !== null && Object.keys(value).length === 0;
        expect(out.problems.length > 0 || empty).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("columnsOf", () => {
  it.each([
    ["abc", 3],
    ["Brontë", 6],
    ["e\u0301", 1],
    ["日本", 4],
    ["a🙂", 3],
  ])("counts %s as %i", (text, columns) => {
    expect(columnsOf(text)).toBe(columns);
  });
});
