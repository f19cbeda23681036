import { colourLevel, type ColourLevel } from "./colour.ts";
import type { Palette, Style } from "./style.ts";
import { chooseSymbols } from "./symbols.ts";

type Switch = "on" | "off" | "auto";

/** What the style of a stream depends on. */
export interface StyleSource {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly palette: (level: ColourLevel) => Palette;
}

function switchOf(value: unknown): Switch {
  return value === "on" || value === "off" ? value : "auto";
}

/**
 * The style of one output stream.
 * @param setting the value of a setting: `color` and `ascii` are `on`, `off` or `auto`, `screenReader` is `on` or `off`
 */
export function styleOf(
  stream: { readonly isTerminal: boolean; readonly columns: number },
  source: StyleSource,
  setting: (key: string) => unknown,
): Style {
  const { env, platform } = source;
  return {
    width: stream.columns,
    palette: source.palette(colourLevel(env, stream.isTerminal, { color: switchOf(setting("color")) })),
    symbols: chooseSymbols(env, platform, { ascii: switchOf(setting("ascii")) }),
    screenReader: setting("screenReader") === "on",
  };
}
