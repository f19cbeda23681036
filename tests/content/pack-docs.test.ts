import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PACK_VERSION, packShape, SECTIONS } from "../../src/content/pack-shape.ts";
import { STAGES, TRIGGERS } from "../../src/reflection/vocabulary.ts";
import { packOf, problemsOf } from "./packs.ts";

const DOCS = readFileSync(join(import.meta.dirname, "../../docs/packs.md"), "utf8");
const EXAMPLES = [...DOCS.matchAll(/```yaml\n([^`]*)```/g)].map((match) => match[1] ?? "");

describe("docs/packs.md", () => {
  it("shows packs that pass the check", () => {
    expect(EXAMPLES.length).toBeGreaterThan(0);
    for (const text of EXAMPLES) expect(problemsOf(text)).toEqual([]);
    expect(packOf(EXAMPLES[0] ?? "")).toMatchObject({ name: "night-desk", triggers: { locked_out: { label: "Locked out and angry" } } });
  });

  it("names every key, section and stage", () => {
    const { keys } = packShape(TRIGGERS);
    for (const name of [...Object.keys(keys), ...SECTIONS, ...STAGES]) expect(DOCS).toContain(`\`${name}\``);
    expect(DOCS).toContain(`the format of the file: \`${PACK_VERSION}\``);
  });

  it("names the bounds as they are", () => {
    const { keys } = packShape(TRIGGERS);
    const trigger = keys["triggers"]?.type === "map" && keys["triggers"].of.type === "record" ? keys["triggers"].of.keys : {};
    const columns = (key: string): number => (trigger[key]?.type === "text" ? (trigger[key].columns ?? 0) : 0);
    expect(DOCS).toContain(`\`label\` (at most ${columns("label")} columns`);
    expect(DOCS).toContain(`\`meaning\` (${columns("meaning")}:`);
    expect(DOCS).toContain(`\`if\` (${columns("if")}: the cue`);
    expect(DOCS).toContain(`\`issue\` (${columns("issue")}:`);
    expect(DOCS).toContain(`\`kind\` (${columns("kind")}:`);
  });
});
