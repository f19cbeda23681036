import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { filled } from "../../scripts/fill-blocks.ts";
import { playGuide, type Scenes } from "../../scripts/guide-scenes.ts";
import { pictures } from "../../scripts/pictures.ts";
import { scratch } from "../run.ts";

const ROOT = join(import.meta.dirname, "../..");

describe("the screens in the documents", () => {
  const home = join(scratch(), "home");
  let scenes: Scenes = new Map();
  beforeAll(async () => {
    scenes = await playGuide(home);
  });

  it.each(["docs/guide.md", "README.md"])("%s shows what the program prints (npm run docs makes it anew)", (name) => {
    const document = readFileSync(join(ROOT, name), "utf8");
    expect(document).toContain("<!-- screen: ");
    expect(filled(document, scenes)).toBe(document);
  });
});

describe("the pictures in docs/pictures", () => {
  it("are what the program draws and prints (npm run docs makes them anew)", async () => {
    const made = await pictures();
    expect([...made.keys()].toSorted()).toEqual(["reflect.svg", "road.svg", "roadmap.svg", "week.svg"]);
    for (const [name, picture] of made) expect(readFileSync(join(ROOT, "docs/pictures", name), "utf8") === picture, name).toBe(true);
  });
});
