import fastStringWidth from "fast-string-width";
import { describe, expect, it } from "vitest";
import { PLAIN_PALETTE } from "../../src/views/palette.ts";
import { ASCII_SYMBOLS, UNICODE_SYMBOLS } from "../../src/views/symbols.ts";
import { telling, type Telling } from "../../src/views/telling.ts";
import { compiled } from "../content/files.ts";
import { VIEWS } from "./screens.ts";

const { content } = compiled("es");
const VIEW_NAMES = Object.keys(VIEWS).filter((name) => !name.includes("markdown"));

function tell(width: number, ascii = false, screenReader = false): Telling {
  return telling(content, { width, palette: PLAIN_PALETTE, symbols: ascii ? ASCII_SYMBOLS : UNICODE_SYMBOLS, screenReader });
}

describe("every view in Spanish", () => {
  it.each([
    [40, false],
    [40, true],
    [60, false],
    [80, false],
    [80, true],
  ])("keeps to %i columns, ASCII %s", (width, ascii) => {
    for (const name of VIEW_NAMES) {
      const lines = VIEWS[name]?.(tell(width, ascii)).split("\n") ?? [];
      expect([name, lines.filter((line) => fastStringWidth(line) > width)]).toEqual([name, []]);
    }
  });

  it("leaves no value unfilled and draws nothing for a screen reader", () => {
    for (const name of VIEW_NAMES) {
      const shown = VIEWS[name]?.(tell(80, false, true)) ?? "";
      expect([name, /\{\w+\}|[●○▲█│─╭╮╰╯├┤·]|^ | {2}/m.exec(shown)?.[0]]).toEqual([name, undefined]);
    }
  });

  it("writes a decimal comma, days and plurals as Spanish does", () => {
    const review = VIEWS["review"]?.(tell(80)) ?? "";
    expect(review).toMatch(/\d,5/);
    expect(review).not.toMatch(/\d\.5/);
    expect(VIEWS["roadmap"]?.(tell(80))).toContain("5 veces, la última el 13 nov");
    expect(VIEWS["roadmap"]?.(tell(80, false, true))).toContain("del 12 de octubre al 22 de noviembre de 2026");
  });
});
