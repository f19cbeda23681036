import { spawn, type IPty } from "@lydell/node-pty";
import headless from "@xterm/headless";
import { afterEach } from "vitest";

export interface PtyOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

export interface Ended {
  readonly code: number;
  /** The number of the signal that ended it, or 0. */
  readonly signal: number;
}

const WAIT_MS = 15_000;
const POLL_MS = 4;
/** Long enough for what was said to be all: used only where the point is that nothing more comes. */
const QUIET_MS = 120;

const open = new Set<IPty>();

afterEach(() => {
  for (const pty of open) {
    try {
      pty.kill("SIGKILL");
    } catch {
      // It has ended by itself.
    }
  }
  open.clear();
});

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** A command in a real pseudo-terminal, whose screen is kept by a terminal emulator. Killed after the test at the latest. */
export class Pty {
  readonly pid: number;
  /** Everything the command wrote, escape sequences and all. */
  raw = "";
  private readonly pty: IPty;
  private readonly emulator: headless.Terminal;
  private pending = 0;
  private ended: Ended | null = null;

  constructor(file: string, args: readonly string[], options: PtyOptions = {}) {
    const { columns = 80, rows = 24 } = options;
    const { PATH = "", HOME = "" } = process.env;
    this.emulator = new headless.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 2000 });
    this.pty = spawn(file, [...args], {
      cols: columns,
      rows,
      env: { PATH, HOME, TZ: "Europe/Berlin", LANG: "C.UTF-8", TERM: "xterm-256color", ...options.env },
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    });
    this.pid = this.pty.pid;
    open.add(this.pty);
    this.pty.onData((data) => {
      this.raw += data;
      this.pending += 1;
      this.emulator.write(data, () => {
        this.pending -= 1;
      });
    });
    this.pty.onExit(({ exitCode, signal }) => {
      this.ended = { code: exitCode, signal: signal ?? 0 };
      open.delete(this.pty);
    });
  }

  private rowsFrom(first: number): readonly string[] {
    const { active } = this.emulator.buffer;
    return Array.from({ length: active.length - first }, (_, row) =>
      (active.getLine(first + row)?.translateToString(true) ?? "").trimEnd(),
    );
  }

  /** What a person sees, without blanks at the ends of its rows and empty rows at its end. */
  screen(): string {
    return this.rowsFrom(this.emulator.buffer.active.baseY).join("\n").trimEnd();
  }

  /** The same with everything that has scrolled away above it. */
  everything(): string {
    return this.rowsFrom(0).join("\n").trimEnd();
  }

  /** Where the caret stands on the screen. */
  caret(): { readonly row: number; readonly column: number } {
    const { cursorX, cursorY } = this.emulator.buffer.active;
    return { row: cursorY, column: cursorX };
  }

  /** The terminal's modes that a program must leave as it found them. */
  modes(): { readonly bracketedPaste: boolean; readonly cursorShown: boolean; readonly mouse: string } {
    const { bracketedPasteMode, mouseTrackingMode } = this.emulator.modes;
    const shown = this.raw.lastIndexOf("\x1b[?25h");
    return {
      bracketedPaste: bracketedPasteMode,
      cursorShown: shown >= this.raw.lastIndexOf("\x1b[?25l"),
      mouse: mouseTrackingMode,
    };
  }

  send(keys: string): void {
    this.pty.write(keys);
  }

  /** As the terminal sends what was pasted, where the program asked for bracketed paste. */
  paste(text: string): void {
    const lines = text.replace(/\n/g, "\r");
    this.send(this.modes().bracketedPaste ? `\x1b[200~${lines}\x1b[201~` : lines);
  }

  resize(columns: number, rows: number): void {
    this.emulator.resize(columns, rows);
    this.pty.resize(columns, rows);
  }

  kill(signal: NodeJS.Signals): void {
    process.kill(this.pid, signal);
  }

  /** The terminal goes away, as when its window is closed. */
  hangUp(): void {
    (this.pty as unknown as { destroy(): void }).destroy();
  }

  async waitFor(what: string, holds: () => boolean, most = WAIT_MS): Promise<void> {
    const end = Date.now() + most;
    while (!(this.pending === 0 && holds())) {
      if (Date.now() > end)
        throw new Error(
          `never came: ${what}\n--- screen\n${this.screen()}\n--- raw\n${JSON.stringify(this.raw.slice(-2000))}`,
        );
      await pause(POLL_MS);
    }
  }

  /** Waits until the screen shows a text. */
  async shows(text: string | RegExp): Promise<void> {
    await this.waitFor(String(text), () =>
      typeof text === "string" ? this.screen().includes(text) : text.test(this.screen()),
    );
  }

  async showsNot(text: string): Promise<void> {
    await this.waitFor(`the end of: ${text}`, () => !this.screen().includes(text));
  }

  /** Waits until nothing more is written. */
  async quiet(): Promise<void> {
    let before = -1;
    while (before !== this.raw.length) {
      before = this.raw.length;
      await pause(QUIET_MS);
    }
    await this.waitFor("the last words", () => true);
  }

  async exit(): Promise<Ended> {
    await this.waitFor("the end", () => this.ended !== null);
    return this.ended ?? { code: -1, signal: 0 };
  }
}

/** The built command in a pseudo-terminal, on the journal in `home`. */
export function evenkeelIn(home: string, args: readonly string[], options: PtyOptions & { readonly bin: string }): Pty {
  return new Pty(process.execPath, [options.bin, ...args], {
    ...options,
    env: { EVENKEEL_HOME: home, ...options.env },
  });
}
