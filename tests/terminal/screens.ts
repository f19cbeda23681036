import type { CompiledContent } from "../../src/content/assemble.ts";
import type { Flow } from "../../src/conversations/flow.ts";
import { speaker } from "../../src/content/message.ts";
import type { Frame } from "../../src/terminal/frame.ts";
import type { Key } from "../../src/terminal/keys.ts";
import { decode, flush } from "../../src/terminal/keys.ts";
import { reduce } from "../../src/terminal/reduce.ts";
import { safely, type Speaking } from "../../src/terminal/speaking.ts";
import { begin, type State } from "../../src/terminal/state.ts";
import { frameOf } from "../../src/terminal/view.ts";
import type { Palette } from "../../src/views/style.ts";
import { ASCII_SYMBOLS, UNICODE_SYMBOLS } from "../../src/views/symbols.ts";

const same = (text: string): string => text;
export const NO_COLOUR: Palette = {
  paints: false,
  title: same,
  accent: same,
  quiet: same,
  strong: same,
  kind: same,
  warn: same,
};

export interface Size {
  readonly columns: number;
  readonly rows?: number;
  readonly ascii?: boolean;
  readonly editor?: string;
}

export function speaking(
  { content, deep }: CompiledContent,
  { columns, rows = 24, ascii = false, editor }: Size,
): Speaking {
  return safely({
    style: {
      width: columns,
      palette: NO_COLOUR,
      symbols: ascii ? ASCII_SYMBOLS : UNICODE_SYMBOLS,
      screenReader: false,
    },
    say: speaker(content),
    rows,
    help: (text) => deep.helps[text] ?? "",
    editor: editor ?? null,
  });
}

/** Keys as they would be typed: `\r` is Enter, `\x1b` Esc, `\t` Tab; `wait` is the end of a wait. */
export function keysOf(typed: string): readonly Key[] {
  return typed.split(/(wait)/).flatMap((part): readonly Key[] => {
    if (part === "wait") return [{ name: "tick" }];
    const { keys, rest } = decode("", part);
    return [...keys, ...flush(rest)];
  });
}

/** The first state of a conversation that has something to ask. */
export function started(flow: Flow): State {
  return after(begin(flow, {}), "");
}

/** The state after keys. An unused key fails: the conversation had ended before. */
export function after(state: State | null, typed: string): State {
  if (state === null) throw new Error("there is nothing to ask");
  return keysOf(typed).reduce((now, key) => {
    if (now.outcome !== null) throw new Error(`the conversation had ended before ${JSON.stringify(key)}`);
    return reduce(now, key);
  }, state);
}

/** A screen as text; the caret is shown as `_` where it stands at the end of a field. */
export function shown({ lines, caret }: Frame): string {
  const typing = lines.slice(0, caret.row + 1).some((line) => /^ +(?:.* )?> ?/.test(line) && !/\d {2}/.test(line));
  return lines
    .map((line, row) =>
      typing && row === caret.row && line.length <= caret.column ? `${line.padEnd(caret.column)}_` : line,
    )
    .map((line) => line.trimEnd())
    .join("\n");
}

export function screen(state: State, t: Speaking): string {
  return shown(frameOf(state, t));
}
