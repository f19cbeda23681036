import { Writable } from "node:stream";
import type { Say } from "../content/message.ts";
import { cancelled, failure } from "../errors.ts";
import { askLine } from "./line.ts";
import type { Terminal } from "./terminal.ts";

export interface Asking {
  readonly terminal: Terminal;
  readonly say: Say;
}

const same = (text: string): string => text;
/** Nothing before the question, and no colours: inquirer's own do not ask whether they are wanted. */
const THEME = {
  prefix: { idle: " ", done: " " },
  style: {
    answer: same,
    message: same,
    error: same,
    help: same,
    highlight: same,
    key: same,
    defaultAnswer: (text: string) => `(${text})`,
    maskedText: "",
  },
};

/** What Inquirer paints, on its way to the screen. */
function outputOf({ screen }: Terminal): NodeJS.WritableStream {
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      screen.write(chunk.toString());
      done();
    },
  });
  return Object.assign(stream, { columns: screen.columns, rows: screen.rows, isTTY: true });
}

interface KeyPress {
  readonly ctrl?: boolean;
  readonly name?: string;
}

/** Everything that must end a question: Inquirer handles Ctrl-C alone. Gives back what takes the listeners away. */
function onStop({ input, signals }: Terminal, stop: () => void): () => void {
  const pressed = (_text: string | undefined, key: KeyPress): void => {
    if (key.ctrl === true && key.name === "d") stop();
  };
  const keys = input as unknown as NodeJS.EventEmitter;
  keys.on("keypress", pressed);
  for (const event of ["end", "close", "error"] as const) input.on(event, stop);
  for (const signal of ["SIGTERM", "SIGHUP"] as const) signals.on(signal, stop);
  return () => {
    keys.off("keypress", pressed);
    for (const event of ["end", "close", "error"] as const) input.off(event, stop);
    for (const signal of ["SIGTERM", "SIGHUP"] as const) signals.off(signal, stop);
  };
}

type Questions = Readonly<Record<string, unknown>> & { readonly type: "confirm" | "input" | "password" };

/**
 * Asks one question with Inquirer. Throws `cancelled` where it was stopped; the exit code is set beforehand, since the
 * process may end before a stop is seen.
 */
async function ask(question: Questions, { terminal }: Asking): Promise<unknown> {
  const { default: inquirer } = await import("inquirer");
  const prompt = inquirer.createPromptModule({
    input: terminal.input as unknown as NodeJS.ReadableStream,
    output: outputOf(terminal),
  });
  const code = process.exitCode;
  process.exitCode = 130;
  const asked = prompt<{ answer: unknown }>([{ theme: THEME, ...question, name: "answer" } as never]);
  const undo = onStop(terminal, () => {
    asked.ui.close();
  });
  try {
    const { answer } = await asked;
    process.exitCode = code;
    return answer;
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    if (name === "ExitPromptError" || name === "AbortPromptError") throw cancelled("");
    throw failure("The question could not be asked.");
  } finally {
    undo();
    terminal.input.pause();
  }
}

function isYes(line: string, say: Say): boolean {
  const typed = line.trim().toLowerCase();
  const words = [say("prompts.confirm.yes").toLowerCase(), "yes"];
  return typed !== "" && words.some((word) => word.startsWith(typed));
}

/** Asks y/N: Enter alone is no. */
export async function confirm(question: string, asking: Asking): Promise<boolean> {
  const { terminal, say } = asking;
  if (terminal.plain) return isYes(await askLine(`${question} (${say("prompts.confirm.hint")}) `, terminal), say);
  const yes = say("prompts.confirm.yes");
  const no = say("prompts.confirm.no");
  const keywords = { yes, no, error: () => say("prompts.confirm.error", { yes, no }) };
  return (
    (await ask({ type: "confirm", message: question, default: false, theme: { ...THEME, keywords } }, asking)) === true
  );
}

/** Asks for a name to be typed, as a guard before something large: true where it was the one. */
export async function typedName(question: string, name: string, asking: Asking): Promise<boolean> {
  const typed = asking.terminal.plain
    ? await askLine(`${question} `, asking.terminal)
    : await ask({ type: "input", message: question }, asking);
  return typeof typed === "string" && typed.trim() === name;
}

/** Asks for a passphrase; nothing of it is shown. */
export async function passphrase(question: string, asking: Asking): Promise<string> {
  const typed = asking.terminal.plain
    ? await askLine(`${question} `, asking.terminal, true)
    : await ask({ type: "password", message: question, toggleMask: false }, asking);
  return typeof typed === "string" ? typed : "";
}
