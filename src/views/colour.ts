/** 0 none, 1 sixteen colours, 2 256, 3 all. */
export type ColourLevel = 0 | 1 | 2 | 3;

type Environment = Readonly<Record<string, string | undefined>>;

function forced(value: string | undefined): ColourLevel | null {
  if (value === undefined || value === "") return null;
  if (value === "0" || value === "false") return 0;
  return value === "2" ? 2 : value === "3" ? 3 : 1;
}

function depth(env: Environment): ColourLevel {
  if (/^(truecolor|24bit)$/.test(env["COLORTERM"] ?? "") || env["WT_SESSION"]) return 3;
  return /256|kitty|ghostty|alacritty|direct/.test(env["TERM"] ?? "") ? 2 : 1;
}

/**
 * How much colour a stream gets: `--no-color` and `NO_COLOR` (not empty) before the setting, before `FORCE_COLOR`,
 * before what the stream is.
 * @param flags `color`: `off` by flag or setting, `on` by setting, `auto` where the stream decides
 */
export function colourLevel(
  env: Environment,
  isTerminal: boolean,
  flags: { readonly color: "on" | "off" | "auto" },
): ColourLevel {
  if (flags.color === "off" || (env["NO_COLOR"] ?? "") !== "") return 0;
  const asked = forced(env["FORCE_COLOR"]);
  if (flags.color === "on") return Math.max(1, asked ?? depth(env)) as ColourLevel;
  if (asked !== null) return asked;
  return isTerminal && env["TERM"] !== "dumb" ? depth(env) : 0;
}
