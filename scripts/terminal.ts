import { spawn } from "@lydell/node-pty";
import { Terminal } from "@xterm/headless";

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

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * Runs the command in a real pseudo-terminal and gives the screens that were kept, by name, and the last one as `end`.
 * Rejects where a text that is waited for never comes.
 */
export async function played({ node = process.execPath, bin, args, columns, env }: Show, acts: readonly Act[]): Promise<ReadonlyMap<string, string>> {
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
  const until = async (what: string, holds: () => boolean): Promise<void> => {
    const end = Date.now() + WAIT_MS;
    while (state.pending > 0 || !holds()) {
      if (Date.now() > end) throw new Error(`never came: ${what}\n${screen()}`);
      await pause(POLL_MS);
    }
  };
  const kept = new Map<string, string>();
  for (const act of acts) {
    if ("keys" in act) pty.write(KEYS[act.keys] ?? act.keys);
    else if ("wait" in act) await until(String(act.wait), () => (typeof act.wait === "string" ? screen().includes(act.wait) : act.wait.test(screen())));
    else kept.set(act.keep, screen());
  }
  await until("the end", () => state.ended);
  return kept.set("end", screen());
}
