import { displayWidth } from "../views/width.ts";
import { Keyboard } from "./keyboard.ts";
import type { StopSignal, Terminal } from "./terminal.ts";

/** Between two pictures. */
export const TICK_MS = 100;

const ESC = "\x1b[";
const HIDE = `${ESC}?25l`;
const SHOW = `${ESC}?25h`;
const CLEAR_BELOW = `${ESC}J`;
const CLEAR_RIGHT = `${ESC}K`;

export interface Breathing {
  readonly terminal: Terminal;
  readonly seconds: number;
  /** The lines after so many milliseconds, for so many columns; null where nothing moves. */
  readonly frame: ((ms: number, columns: number) => readonly string[]) | null;
}

export type Breathed =
  /** To its end, or until a key. */
  { readonly type: "done" } | { readonly type: "stopped"; readonly signal: StopSignal };

/** The picture of a breath until its time is over, a key comes or a signal stops it. */
class BreathLoop {
  private readonly breathing: Breathing;
  private readonly keyboard: Keyboard;
  private readonly shown: () => void;
  private lines: readonly string[] = [];
  private ticks = 0;
  private cancelTick: () => void = () => undefined;
  private resolve: (outcome: Breathed) => void = () => undefined;

  constructor(breathing: Breathing) {
    this.breathing = breathing;
    this.shown = () => { this.write(this.breathing.frame === null ? "" : SHOW); };
    this.keyboard = new Keyboard(breathing.terminal, {
      keys: (keys) => {
        if (keys.some(({ name }) => name === "stop")) this.end({ type: "stopped", signal: "SIGINT" });
        else if (keys.some(({ name }) => name === "suspend")) this.suspend();
        else this.end({ type: "done" });
      },
      stopped: (signal) => { this.end({ type: "stopped", signal }); },
      resized: () => { this.clear(); this.paint(); },
      continued: (ours) => { this.continued(ours); },
    });
  }

  run(): Promise<Breathed> {
    return new Promise((resolve) => {
      this.resolve = resolve;
      this.breathing.terminal.signals.on("exit", this.shown);
      this.keyboard.open();
      this.paint();
      this.wait();
    });
  }

  private write(text: string): void {
    if (text !== "") this.breathing.terminal.screen.write(text);
  }

  private wait(): void {
    const { terminal, seconds } = this.breathing;
    this.cancelTick = terminal.timers.after(TICK_MS, () => {
      this.ticks += 1;
      if (this.ticks * TICK_MS >= seconds * 1000) { this.end({ type: "done" }); return; }
      this.paint();
      this.wait();
    });
  }

  /** Only lines that changed are written, in one write; the caret rests on the last line. */
  private paint(): void {
    const { frame, terminal } = this.breathing;
    if (frame === null) return;
    const lines = frame(this.ticks * TICK_MS, terminal.screen.columns);
    if (this.lines.length !== lines.length) {
      this.clear();
      this.write(HIDE + lines.join("\r\n"));
    } else {
      const text = lines.map((line, row) => (line === this.lines[row] ? "" : this.lineAt(row, line))).join("");
      this.write(text === "" ? "" : `${text}\r`);
    }
    this.lines = lines;
  }

  private lineAt(row: number, line: string): string {
    const up = this.lines.length - 1 - row;
    return up === 0 ? `\r${line}${CLEAR_RIGHT}` : `${ESC}${up}A\r${line}${CLEAR_RIGHT}${ESC}${up}B`;
  }

  /** Takes the picture off the screen, also off one that has become narrower and folded its lines. */
  private clear(): void {
    if (this.lines.length === 0) return;
    const { columns } = this.breathing.terminal.screen;
    const rows = this.lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / columns)), 0);
    this.write(`${rows > 1 ? `${ESC}${rows - 1}A` : ""}\r${CLEAR_BELOW}`);
    this.lines = [];
  }

  private suspend(): void {
    this.cancelTick();
    this.clear();
    this.shown();
    this.keyboard.suspend();
    this.wait();
  }

  /** The shell may have written meanwhile. */
  private continued(ours: boolean): void {
    if (ours) this.clear();
    this.lines = [];
    this.breathing.terminal.screen.measure();
    this.paint();
  }

  private end(outcome: Breathed): void {
    this.cancelTick();
    this.clear();
    this.shown();
    this.breathing.terminal.signals.off("exit", this.shown);
    this.keyboard.close();
    this.resolve(outcome);
  }
}

/** Shows a breath on a terminal. The picture has left the screen and the cursor is back when it resolves. */
export function breathe(breathing: Breathing): Promise<Breathed> {
  return new BreathLoop(breathing).run();
}
