import { describe, expect, it } from "vitest";
import { json, newJournal } from "../run.ts";

const { run } = newJournal();
const cases = [
  { at: "2026-11-19T10:00+01:00", trigger: "rude_tone", strength: 8, reactions: ["argued"], held: 2, plan: { if: "alguien grita", then: "soltar el aire" } },
  { at: "2026-11-20T11:00+01:00", trigger: "rude_tone", strength: 5, held: 4, planUse: "used", carry: 1 },
  { at: "2026-11-20T12:00+01:00", kind: "win", what: "se rio al final" },
];
run(["reflect", "--from", "-"], { input: JSON.stringify(cases) });
const SPANISH = { env: { LANG: "es_MX.UTF-8" } };
const AT = ["--as-of", "2026-11-20T23:00"];

describe("Spanish at the command line", () => {
  it.each([
    ["roadmap", ...AT],
    ["review", "2026-W47", ...AT],
    ["list", "--all", ...AT],
    ["find", "final", ...AT],
    ["doctor"],
    ["config"],
  ])("the JSON of %s is the same in every language", (...args) => {
    expect(json(run([...args, "--json"], SPANISH))).toEqual(json(run([...args, "--json"])));
  });

  it.each([["card"], ["reminders"]])("the JSON of %s has the same fields; only lines and labels are of the language", (...args) => {
    const fields = (one: unknown): unknown => (Array.isArray(one) ? one.map(fields) : typeof one === "object" && one !== null ? Object.keys(one) : typeof one);
    const [spanish, english] = [run([...args, "--json", ...AT], SPANISH), run([...args, "--json", ...AT])].map((shown) => json<object>(shown));
    expect(fields(spanish)).toEqual(fields(english));
  });

  it("says numbers, days and plurals in Spanish where the locale asks for it", () => {
    const { out } = run(["roadmap", ...AT], SPANISH);
    expect(out).toContain("2 casos difíciles anotados, 2 turnos.");
    expect(out).toContain("2 veces, la última el 20 nov");
    expect(out).toContain("6,5  (de 5 a 8)");
  });

  it("refuses a language that is not there, and names those that are", () => {
    expect(run(["config", "set", "lang", "xx"])).toEqual({ code: 2, out: "", err: "evenkeel: lang: this value is not accepted\nAccepted: en, es.\n" });
    expect(run(["list", "--lang", "xx"])).toMatchObject({ code: 2, err: 'evenkeel: --lang: there is no language "xx"\nAccepted: en, es.\n' });
    expect(run(["config", "set", "lang", "es-MX"])).toMatchObject({ code: 0 });
    expect(run(["roadmap", ...AT]).out).toContain("MI CAMINO");
    expect(run(["config", "unset", "lang"])).toMatchObject({ code: 0 });
  });

  it("takes a number with a decimal comma", () => {
    expect(run(["config", "set", "weights.held", "0,25"])).toMatchObject({ code: 0 });
    expect(json(run(["config", "get", "weights.held", "--json"]))).toBe(0.25);
  });
});
