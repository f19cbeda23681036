import type { Symbols } from "./style.ts";

export const UNICODE_SYMBOLS: Symbols = {
  ascii: false,
  stop: "●",
  once: "○",
  pinned: "▲",
  bar: "█",
  road: "│",
  dash: "–",
  dot: "·",
  between: " · ",
  ellipsis: "…",
  box: {
    topLeft: "╭",
    topRight: "╮",
    bottomLeft: "╰",
    bottomRight: "╯",
    teeLeft: "├",
    teeRight: "┤",
    horizontal: "─",
    vertical: "│",
  },
};

export const ASCII_SYMBOLS: Symbols = {
  ascii: true,
  stop: "(*)",
  once: "( )",
  pinned: "^",
  bar: "#",
  road: "|",
  dash: "-",
  dot: "*",
  between: ", ",
  ellipsis: "...",
  box: {
    topLeft: "+",
    topRight: "+",
    bottomLeft: "+",
    bottomRight: "+",
    teeLeft: "+",
    teeRight: "+",
    horizontal: "-",
    vertical: "|",
  },
};

type Environment = Readonly<Record<string, string | undefined>>;

/** Terminals without the signs we draw: `dumb`, and the Linux console with its 256 glyphs. */
const WITHOUT_GLYPHS = /^(dumb|linux)$/;
/** Languages whose fonts draw `●` and `│` two columns wide. */
const EAST_ASIAN = /^(zh|ja|ko|chinese|japanese|korean)([_.@-]|$)/i;
/** Terminals on Windows that show Unicode; the old console window sets none of these. */
const MODERN_WINDOWS = ["WT_SESSION", "ConEmuTask", "TERM_PROGRAM", "TERMINAL_EMULATOR", "TERMINUS_SUBLIME"];

function localeOf(env: Environment): string {
  return [env["LC_ALL"], env["LC_CTYPE"], env["LANG"]].find((value) => value !== undefined && value !== "") ?? "";
}

function needsAscii(env: Environment, platform: string): boolean {
  const locale = localeOf(env);
  if (WITHOUT_GLYPHS.test(env["TERM"] ?? "") || EAST_ASIAN.test(locale)) return true;
  if (platform === "win32") {
    return MODERN_WINDOWS.every((name) => !env[name]) && !/^(xterm|alacritty|cygwin)/.test(env["TERM"] ?? "");
  }
  // No locale at all says nothing: containers and macOS have UTF-8 terminals then.
  return locale !== "" && !/utf-?8/i.test(locale);
}

/**
 * Which signs to draw with.
 * @param platform `process.platform`
 * @param flags `ascii`: `on` or `off` by flag or setting, `auto` where the environment decides
 */
export function chooseSymbols(env: Environment, platform: string, flags: { readonly ascii: "on" | "off" | "auto" }): Symbols {
  const ascii = flags.ascii === "auto" ? needsAscii(env, platform) : flags.ascii === "on";
  return ascii ? ASCII_SYMBOLS : UNICODE_SYMBOLS;
}
