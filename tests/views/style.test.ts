import { describe, expect, it } from "vitest";
import { styleOf } from "../../src/views/choose-style.ts";
import { colourLevel } from "../../src/views/colour.ts";
import { loadPalettes, PLAIN_PALETTE } from "../../src/views/palette.ts";
import { ASCII_SYMBOLS, chooseSymbols, UNICODE_SYMBOLS } from "../../src/views/symbols.ts";
import { unpainted } from "./sample.ts";

type Switch = "on" | "off" | "auto";

describe("chooseSymbols", () => {
  const cases: readonly (readonly [name: string, env: Record<string, string>, platform: string, ascii: Switch, isAscii: boolean])[] = [
    ["a UTF-8 terminal", { TERM: "xterm-256color", LANG: "en_US.UTF-8" }, "linux", "auto", false],
    ["no locale at all", { TERM: "xterm" }, "linux", "auto", false],
    ["an empty locale", { LANG: "" }, "darwin", "auto", false],
    ["the C locale with UTF-8", { LANG: "C.UTF-8" }, "linux", "auto", false],
    ["the C locale", { LANG: "C" }, "linux", "auto", true],
    ["the POSIX locale", { LANG: "POSIX" }, "linux", "auto", true],
    ["a Latin-1 locale", { LANG: "de_DE.ISO-8859-1" }, "linux", "auto", true],
    ["LC_ALL before LANG", { LC_ALL: "C", LANG: "en_US.UTF-8" }, "linux", "auto", true],
    ["LC_CTYPE before LANG", { LC_ALL: "", LC_CTYPE: "en_GB.utf8", LANG: "C" }, "linux", "auto", false],
    ["TERM=dumb", { TERM: "dumb", LANG: "en_US.UTF-8" }, "linux", "auto", true],
    ["the Linux console", { TERM: "linux", LANG: "en_US.UTF-8" }, "linux", "auto", true],
    ["Japanese", { LANG: "ja_JP.UTF-8" }, "linux", "auto", true],
    ["Chinese", { LC_CTYPE: "zh_CN.UTF-8" }, "linux", "auto", true],
    ["Korean", { LANG: "ko_KR.UTF-8" }, "darwin", "auto", true],
    ["Kölsch is not Korean", { LANG: "ksh_DE.UTF-8" }, "linux", "auto", false],
    ["the old Windows console", {}, "win32", "auto", true],
    ["Windows Terminal", { WT_SESSION: "1" }, "win32", "auto", false],
    ["a terminal of an editor on Windows", { TERM_PROGRAM: "vscode" }, "win32", "auto", false],
    ["Git Bash on Windows", { TERM: "xterm-256color" }, "win32", "auto", false],
    ["--ascii", { LANG: "en_US.UTF-8" }, "linux", "on", true],
    ["ascii off by setting", { LANG: "C" }, "linux", "off", false],
  ];

  it.each(cases)("%s", (_, env, platform, ascii, isAscii) => {
    expect(chooseSymbols(env, platform, { ascii })).toBe(isAscii ? ASCII_SYMBOLS : UNICODE_SYMBOLS);
  });

  it("has only ASCII in the ASCII ones", () => {
    expect(JSON.stringify(ASCII_SYMBOLS)).toMatch(/^[ -~]*$/);
  });
});

describe("colourLevel", () => {
  const cases: readonly (readonly [name: string, env: Record<string, string>, isTerminal: boolean, color: Switch, level: number])[] = [
    ["a terminal", { TERM: "xterm" }, true, "auto", 1],
    ["256 colours", { TERM: "xterm-256color" }, true, "auto", 2],
    ["all colours", { TERM: "xterm-256color", COLORTERM: "truecolor" }, true, "auto", 3],
    ["a pipe", { TERM: "xterm-256color" }, false, "auto", 0],
    ["TERM=dumb", { TERM: "dumb" }, true, "auto", 0],
    ["NO_COLOR", { TERM: "xterm", NO_COLOR: "1" }, true, "auto", 0],
    ["NO_COLOR, empty", { TERM: "xterm", NO_COLOR: "" }, true, "auto", 1],
    ["NO_COLOR before the setting", { TERM: "xterm", NO_COLOR: "0" }, true, "on", 0],
    ["NO_COLOR before FORCE_COLOR", { NO_COLOR: "1", FORCE_COLOR: "3" }, true, "auto", 0],
    ["--no-color", { TERM: "xterm", FORCE_COLOR: "1" }, true, "off", 0],
    ["FORCE_COLOR through a pipe", { FORCE_COLOR: "1" }, false, "auto", 1],
    ["FORCE_COLOR=0", { TERM: "xterm", FORCE_COLOR: "0" }, true, "auto", 0],
    ["FORCE_COLOR=3", { FORCE_COLOR: "3" }, false, "auto", 3],
    ["FORCE_COLOR, empty", { FORCE_COLOR: "" }, false, "auto", 0],
    ["on by setting", { TERM: "dumb" }, false, "on", 1],
  ];

  it.each(cases)("%s", (_, env, isTerminal, color, level) => {
    expect(colourLevel(env, isTerminal, { color })).toBe(level);
  });
});

describe("loadPalettes", () => {
  it("paints nothing at level 0", async () => {
    expect((await loadPalettes())(0)).toBe(PLAIN_PALETTE);
    const { paints, ...colours } = PLAIN_PALETTE;
    expect(paints).toBe(false);
    expect(Object.values(colours).map((paint) => paint("x"))).toEqual(["x", "x", "x", "x", "x", "x"]);
  });

  it.each([1, 2, 3] as const)("gives the text back, painted, at level %i, and nothing but the text", async (level) => {
    const { paints, ...colours } = (await loadPalettes())(level);
    expect(paints).toBe(true);
    for (const paint of Object.values(colours)) expect(["x", "y"].map(paint).map(unpainted)).toEqual(["x", "y"]);
    expect(colours.accent("x")).not.toBe("x");
    expect(colours.title("x")).toBe("\u001b[1mx\u001b[22m");
  });

  it("takes the theme's own colours where there are sixteen, fixed ones where there are more", async () => {
    expect((await loadPalettes())(1).warn("x")).toBe("\u001b[31mx\u001b[39m");
    expect((await loadPalettes())(2).warn("x")).toBe("\u001b[38;5;131mx\u001b[39m");
    expect((await loadPalettes())(3).kind("x")).toBe("\u001b[38;5;29mx\u001b[39m");
  });
});

describe("styleOf", () => {
  const stream = { isTerminal: true, columns: 100 };
  const source = { env: { TERM: "xterm", LANG: "en_US.UTF-8" }, platform: "linux", palette: () => PLAIN_PALETTE };

  it("takes width, signs, colours and the screen reader from stream, machine and settings", () => {
    const levels: number[] = [];
    const settings: Readonly<Record<string, string>> = { screenReader: "on", ascii: "on", color: "off" };
    const palette = (level: number): typeof PLAIN_PALETTE => {
      levels.push(level);
      return PLAIN_PALETTE;
    };
    expect(styleOf(stream, source, () => null)).toEqual({
      width: 100,
      palette: PLAIN_PALETTE,
      symbols: UNICODE_SYMBOLS,
      screenReader: false,
    });
    const style = styleOf(stream, { ...source, palette }, (key) => settings[key]);
    expect(style.symbols).toBe(ASCII_SYMBOLS);
    expect(style.screenReader).toBe(true);
    expect(levels).toEqual([0]);
  });
});
