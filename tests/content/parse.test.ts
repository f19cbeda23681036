import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemLine } from "../../src/content/file-problem.ts";
import { MOST_CHARACTERS, parseYaml, parseYamlDocuments, writeYaml } from "../../src/content/parse.ts";

function linesOf(text: string): string[] {
  return parseYaml(text, "a.yaml").problems.map(problemLine);
}

describe("parseYaml", () => {
  it("gives plain data: YAML 1.2, in which yes, no and dates are texts", () => {
    const { value, problems } = parseYaml("a: yes\nb: 2026-11-20\nc: [1, 0x10, 1e3, true, null, ~, '1']\n1: one\n", "a.yaml");
    expect(problems).toEqual([]);
    expect(value).toEqual({ a: "yes", b: "2026-11-20", c: [1, 16, 1000, true, null, null, "1"], "1": "one" });
  });

  it("reads JSON, a byte order mark and Windows line ends", () => {
    expect(parseYaml('{"a": [1, {"b": "c"}]}', "a.json").value).toEqual({ a: [1, { b: "c" }] });
    expect(parseYaml("\ufeffa: 1\r\nb: 2\r\n", "a.yaml").value).toEqual({ a: 1, b: 2 });
  });

  it("gives null for a text without a document", () => {
    for (const text of ["", "\n", "# nothing\n"]) {
      expect(parseYaml(text, "a.yaml")).toMatchObject({ value: null, problems: [] });
    }
  });

  it.each([
    ["a: 1\nb: 2\na: 3\n", "a.yaml:3:1: this key stands there twice; accepted: each key once"],
    ["a: &x 1\n", "a.yaml:1:7: an anchor (&) cannot stand here; accepted: the value without it"],
    ["a: 1\nb: *a\n", "a.yaml:2:4: an alias (*) cannot stand here; accepted: the value itself"],
    ["a: !!js/function x\n", "a.yaml:1:4: a tag (!) cannot stand here; accepted: the value without the tag, or in quotes"],
    ["%YAML 1.1\n---\na: yes\n", "a.yaml:1:1: a line that begins with % cannot stand here; accepted: the file without that line"],
    ["a:\n\tb: 1\n", "a.yaml:2:1: a tab stands where the line is set in; accepted: blanks, two for each step inwards"],
    ["a: b: c\n", "a.yaml:1:4: there is a second colon on this line; accepted: a text with a colon in it stands in quotes"],
    ["a: 'x\n", "a.yaml:2:1: something was opened here or before and not closed; accepted: a closing quote, bracket or colon"],
    ["? [1]\n: 2\n", "a.yaml:1:3: this key is not a text; accepted: key: value"],
    ["a:\n  __proto__:\n    x: 1\n", "a.yaml:2:3: this key is not allowed; accepted: another name"],
    ["a: 1\n---\nb: 2\n", "a.yaml:3:1: a second document begins here; accepted: one document in the file"],
    ["a: @x\n", "a.yaml:1:4: a text cannot begin with this sign; accepted: the same text in quotes"],
  ])("refuses %j", (text, line) => {
    expect(linesOf(text)[0]).toBe(line);
  });

  it("refuses an alias that has its anchor, so that a small file cannot grow", () => {
    expect(linesOf("a: &x [1, 2]\nb: [*x, *x]\n")).toEqual([
      "a.yaml:1:7: an anchor (&) cannot stand here; accepted: the value without it",
      "a.yaml:2:5: an alias (*) cannot stand here; accepted: the value itself",
      "a.yaml:2:9: an alias (*) cannot stand here; accepted: the value itself",
    ]);
  });

  it("refuses what is too long and what is too deep, and survives both", () => {
    expect(linesOf("x".repeat(MOST_CHARACTERS + 1))).toEqual(["a.yaml:1:1: the text is too long; accepted: at most 1000000 characters"]);
    expect(linesOf(`${"[".repeat(40)}1${"]".repeat(40)}`)).toEqual(["a.yaml:1:33: it is nested too deep; accepted: fewer levels"]);
    expect(linesOf(`${"[".repeat(20_000)}${"]".repeat(20_000)}`)[0]).toContain("it is nested too deep");
  });

  it("says nothing of what stands in the text", () => {
    const texts = ["secret: [\n", "secret: 'x\n", "- secret\nsecret: 1\n", "secret: secret: secret\n", "!secret x\n", "*secret"];
    for (const text of texts) expect(linesOf(text).join(" ")).not.toContain("secret");
  });

  it("never throws, and puts each problem inside the text", () => {
    const signs = fc.constantFrom("a", ": ", "- ", "\n", "  ", "\t", "[", "]", "{", "}", "'", '"', "&b", "*b", "!c", "#", "|", ">", "?", "%", "---\n", "\u0000", "\ud800");
    fc.assert(
      fc.property(fc.array(signs, { maxLength: 30 }), (parts) => {
        const text = parts.join("");
        const ends = text.split("\n").length;
        for (const { line, column } of parseYaml(text, "a.yaml").problems) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(ends);
          expect(column).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("positionOf", () => {
  const text = "one:\n  two:\n    - x\n    - three: y\n  four:\n";
  const { positionOf } = parseYaml(text, "a.yaml");

  it("finds values and keys", () => {
    expect(positionOf(["one", "two", 1, "three"])).toEqual({ line: 4, column: 14 });
    expect(positionOf(["one", "two", 1, "three"], "key")).toEqual({ line: 4, column: 7 });
    expect(positionOf(["one", "two", 0])).toEqual({ line: 3, column: 7 });
    expect(positionOf(["one"], "key")).toEqual({ line: 1, column: 1 });
  });

  it("gives the nearest thing around what is not there", () => {
    expect(positionOf(["one", "two", 1, "missing"])).toEqual({ line: 4, column: 7 });
    expect(positionOf(["one", "missing", "more"])).toEqual({ line: 1, column: 1 });
    expect(positionOf(["nothing"])).toEqual({ line: 1, column: 1 });
  });
});

describe("parseYamlDocuments", () => {
  it("reads several documents, each with positions in the whole text", () => {
    const [first, second] = parseYamlDocuments("a: 1\n---\nb:\n  c: 2\n", "-");
    expect(first?.value).toEqual({ a: 1 });
    expect(second?.value).toEqual({ b: { c: 2 } });
    expect(second?.positionOf(["b", "c"])).toEqual({ line: 4, column: 6 });
  });
});

describe("writeYaml", () => {
  it("writes what parseYaml reads back", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 20 });
    const value = fc.letrec((tie) => ({
      any: fc.oneof({ maxDepth: 4 }, text, fc.integer(), fc.boolean(), fc.constant(null), tie("list"), tie("map")),
      list: fc.array(tie("any"), { maxLength: 4 }),
      map: fc.dictionary(
        fc.stringMatching(/^[a-z][a-z0-9 :#-]{0,8}$/).filter((key) => key !== "constructor" && key !== "prototype"),
        tie("any"),
        { maxKeys: 4, noNullPrototype: true },
      ),
    })).any;
    fc.assert(
      fc.property(value, (data) => {
        const { value: back, problems } = parseYaml(writeYaml(data), "a.yaml");
        expect(problems).toEqual([]);
        expect(back).toEqual(data);
      }),
      { numRuns: 300 },
    );
  });
});
