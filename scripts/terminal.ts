import { spawn } from "@lydell/node-pty";
import { type IBufferLine, Terminal } from "@xterm/headless";

const WAIT_MS = 20_000;
const POLL_MS = 10;

/** A key by its name, or text as it is. */
const KEYS: Readonly<Record<string, string>> = { Enter: "\r", Tab: "\t", Esc: "\x1b", "Ctrl-C": "\x03" };

/** What is done in a terminal: keys are sent, a text is waited for, the screen is kept. */
export type Act = { readonly keys: string } | { readonly wait: string | RegExp } | { readonly keep: string };

export interface Show {
  /** The Node that runs it: this one unless given. */
  readonly node?: string;
  readonly bin: string;
  readonly args: readonly string[];
  readonly columns: number;
  readonly env: Readonly<Record<string, string>>;
}

/** A stretch of a row in one look. Colours are those of a terminal with 256 colours. */
export interface Run {
  readonly text: string;
  /** The column it begins at. */
  readonly column: number;
  readonly colour: number | null;
  readonly bold: boolean;
  readonly dim: boolean;
}

/** The screen as it stood, row by row. */
export type Picture = readonly (readonly Run[])[];

export interface Kept {
  readonly text: string;
  readonly picture: Picture;
}

function runsIn(line: IBufferLine | undefined, columns: number): readonly Run[] {
  const runs: Run[] = [];
  for (let column = 0; column < columns; column += 1) {
    const cell = line?.getCell(column);
    if (cell === undefined || cell.getWidth() === 0) continue;
    const look = { colour: cell.isFgPalette() ? cell.getFgColor() : null, bold: cell.isBold() !== 0, dim: cell.isDim() !== 0 };
    const text = cell.getChars() || " ";
    const last = runs.at(-1);
    if (last?.colour === look.colour && last.bold === look.bold && last.dim === look.dim) {
      runs[runs.length - 1] = { ...last, text: last.text + text };
    } else runs.push({ text, column, ...look });
  }
  return runs.filter(({ text }) => text.trim() !== "");
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The texts of the screens that were kept: see `pictured`. */
export async function played(show: Show, acts: readonly Act[]): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await pictured(show, acts))].map(([name, { text }]) => [name, text]));
}

/**
 * Runs the command in a real pseudo-terminal and gives the screens that were kept, by name, and the last one as `end`.
 * Rejects where a text that is waited for never comes.
 */
export async function pictured({ node = process.execPath, bin, args, columns, env }: Show, acts: readonly Act[]): Promise<ReadonlyMap<string, Kept>> {
  const emulator = new Terminal({ cols: columns, rows: 40, allowProposedApi: true });
  const pty = spawn(node, [bin, ...args], { cols: columns, rows: 40, env: { TERM: "xterm-256color", ...env } });
  const state = { pending: 0, ended: false };
  pty.onData((data) => {
    state.pending += 1;
    emulator.write(data, () => (state.pending -= 1));
  });
  pty.onExit(() => (state.ended = true));
  const screen = (): string => {
    const { active } = emulator.buffer;
    return Array.from({ length: active.length }, (_, row) => active.getLine(row)?.translateToString(true) ?? "").join("\n").trimEnd();
  };
  const kept = new Map<string, Kept>();
  const keep = (name: string): void => {
    const { active } = emulator.buffer;
    const picture = Array.from({ length: active.length }, (_, row) => runsIn(active.getLine(row), columns));
    kept.set(name, { text: screen(), picture: picture.slice(0, picture.findLastIndex((runs) => runs.length > 0) + 1) });
  };
  const until = async (what: string, holds: () => boolean): Promise<void> => {
    const end = Date.now() + WAIT_MS;
    while (state.pending > 0 || !holds()) {
      if (Date.now() > end) throw new Error(`never came: ${what}\n${screen()}`);
      await pause(POLL_MS);
    }
  };
  for (const act of acts) {
    if ("keys" in act) pty.write(KEYS[act.keys] ?? act.keys);
    else if ("wait" in act) await until(String(act.wait), () => (typeof act.wait === "string" ? screen().includes(act.wait) : act.wait.test(screen())));
    else keep(act.keep);
  }
  await until("the end", () => state.ended);
  keep("end");
  return kept;
}
