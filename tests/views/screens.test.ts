import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type StyleChoice, tell } from "./sample.ts";
import { VIEWS } from "./screens.ts";

const FOLDER = join(import.meta.dirname, "screens");

/** "roadmap-80-ascii" is the view `roadmap` at 80 columns in ASCII. */
const NAME = /^(?<view>[a-z-]+?)(?:-(?<width>\d+))?(?:-(?<kind>ascii|aloud))?$/;

function parsed(name: string): { readonly view: string; readonly choice: StyleChoice } {
  const { view = "", width = "80", kind } = NAME.exec(name)?.groups ?? {};
  return { view, choice: { width: Number(width), ascii: kind === "ascii", aloud: kind === "aloud" } };
}

const NAMES = readdirSync(FOLDER).map((file) => file.replace(/\.(txt|md)$/, ""));

describe("the screens", () => {
  it.each(readdirSync(FOLDER))("%s stands as it was drawn", (file) => {
    const { view, choice } = parsed(file.replace(/\.(txt|md)$/, ""));
    expect(VIEWS[view]?.(tell(choice))).toBe(readFileSync(join(FOLDER, file), "utf8"));
  });

  it("has a drawing of every view", () => {
    const drawn = new Set(NAMES.map((name) => parsed(name).view));
    expect(Object.keys(VIEWS).filter((view) => !drawn.has(view))).toEqual([]);
  });

  it.each(NAMES.filter((name) => name.endsWith("-40")))("%s has no line wider than 40", (name) => {
    const file = readdirSync(FOLDER).find((one) => one.startsWith(`${name}.`)) ?? "";
    const lines = readFileSync(join(FOLDER, file), "utf8").split("\n");
    expect(lines.filter((line) => line.length > 40)).toEqual([]);
  });
});
