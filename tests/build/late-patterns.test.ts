import { runInThisContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { withLatePatterns } from "../../scripts/late-patterns.ts";

const MADE = "((made?: RegExp) => () => made ??= ";

describe("withLatePatterns", () => {
  it.each([
    ["a call", 'if (A.test("a")) go();', 'if (A().test("a")) go();'],
    ["a value", "const all = [A, ...A.source, `${A}`];", "const all = [A(), ...A().source, `${A()}`];"],
    ["a default", "function f(from = A) { return !A; }", "function f(from = A()) { return !A(); }"],
    ["a property's value", "const o = { A: 1, k: A, x: o.A };", "const o = { A: 1, k: A(), x: o.A };"],
    ["a type", "type T = typeof A;", "type T = typeof A;"],
  ])("makes the pattern at its first use: %s", (_, use, late) => {
    expect(withLatePatterns(`const A = /a/u;\n${use}`, "a.ts")).toBe(`const A = ${MADE}/a/u)();\n${late}`);
  });

  it("keeps one pattern, so that what it remembers stays", () => {
    const text = withLatePatterns('const A = /a/g;\nA.test("aa");\nreturn [A.lastIndex, A === A];', "a.js").replaceAll(/\?: RegExp/g, "");
    expect(runInThisContext(`(() => {${text}})()`)).toEqual([1, true]);
  });

  it("leaves what is shown to others and what stands inside functions", () => {
    const text = "export const A = /a/u;\nfunction f() { const B = /b/u; return B; }\nuse(A);";
    expect(withLatePatterns(text, "a.ts")).toBe(text);
  });

  it.each(["const o = { A };", "function f(A: string) { return A; }", "function f() { const A = 1; }"])("refuses a name that means something else too: %s", (use) => {
    expect(() => withLatePatterns(`const A = /a/u;\n${use}`, "a.ts")).toThrow("a.ts: A names something else too");
  });
});
