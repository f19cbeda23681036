import { burstOf, isBurst } from "./burst.ts";
import { decode, flush, type Key, PASTE_START } from "./keys.ts";
import type { StopSignal, Terminal } from "./terminal.ts";

const PASTE_ON = "\x1b[?2004h";
const PASTE_OFF = "\x1b[?2004l";
const ESCAPE_MS = 40;
const PASTE_MS = 1000;
/** What follows a paste without marks so soon belongs to it. */
const BURST_MS = 60;
/** So long after Ctrl-Z and `fg` the signal that it goes on is news of the same. */
const BACK_MS = 1000;
const ENDS = ["end", "close", "error"] as const;
const STOPS = ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK"] as const;

export interface KeyHandlers {
  readonly keys: (keys: readonly Key[]) => void;
  readonly stopped: (signal: StopSignal) => void;
  readonly resized: () => void;
  /**
   * The process goes on after it was stopped; the modes are set again. `ours`: nobody has written to the terminal since
   * this was called before, so that what was painted then is still there.
   */
  readonly continued: (ours: boolean) => void;
}

/** The keys of a terminal, with its modes set for as long as it is held. */
export class Keyboard {
  private readonly terminal: Terminal;
  private readonly handlers: KeyHandlers;
  private readonly decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  private rest = "";
  private cancelFlush: (() => void) | null = null;
  private cancelBurst: (() => void) | null = null;
  private burstRest = "";
  private held = false;
  private cancelBack: (() => void) | null = null;
  private readonly tstp = (): void => {
    if (this.held) this.handlers.keys([{ name: "suspend" }]);
    else this.stopHere();
  };
  private readonly undo: (() => void)[] = [];

  constructor(terminal: Terminal, handlers: KeyHandlers) {
    this.terminal = terminal;
    this.handlers = handlers;
  }

  /** Listens, and sets the modes. */
  open(): void {
    const { input, screen } = this.terminal;
    const data = (chunk: Uint8Array | string): void => {
      this.received(chunk);
    };
    const end = (): void => {
      this.handlers.stopped("end");
    };
    input.on("data", data);
    for (const event of ENDS) input.on(event, end);
    this.undo.push(() => {
      input.off("data", data);
      for (const event of ENDS) input.off(event, end);
    });
    for (const signal of STOPS)
      this.onSignal(signal, () => {
        this.handlers.stopped(signal);
      });
    this.onSignal("SIGTSTP", this.tstp);
    this.onSignal("SIGCONT", () => {
      this.again();
    });
    this.onSignal("exit", () => {
      this.release();
    });
    this.undo.push(screen.onResize(this.handlers.resized));
    this.take();
  }

  private onSignal(signal: NodeJS.Signals | "exit", listener: () => void): void {
    const { signals } = this.terminal;
    signals.on(signal, listener);
    this.undo.push(() => {
      signals.off(signal, listener);
    });
  }

  private received(chunk: Uint8Array | string): void {
    this.cancelFlush?.();
    const text = typeof chunk === "string" ? chunk : this.decoder.decode(chunk, { stream: true });
    const marked = this.rest !== "" || text.includes(PASTE_START);
    if (!marked && (this.cancelBurst !== null || isBurst(text))) this.burst(text);
    else this.decoded(text);
  }

  private decoded(text: string): void {
    this.burstRest = "";
    const { keys, rest } = decode(this.rest, text);
    this.rest = rest;
    if (rest !== "") {
      const ms = rest.startsWith(PASTE_START) ? PASTE_MS : ESCAPE_MS;
      this.cancelFlush = this.terminal.timers.after(ms, () => {
        this.flushed();
      });
    }
    if (keys.length > 0) this.handlers.keys(keys);
  }

  /** What was pasted without marks is one key, so that its lines do not answer several questions. */
  private burst(text: string): void {
    this.cancelBurst?.();
    this.cancelBurst = this.terminal.timers.after(BURST_MS, () => {
      this.cancelBurst = null;
    });
    const { words, stops, rest } = burstOf(this.burstRest + text);
    this.burstRest = rest;
    this.handlers.keys([{ name: "paste", text: words }, ...(stops ? [{ name: "stop" } as const] : [])]);
  }

  private flushed(): void {
    const keys = flush(this.rest);
    this.rest = "";
    this.handlers.keys(keys);
  }

  /** Sets the modes and lets keys come. */
  take(): void {
    const { input, screen, escapes } = this.terminal;
    this.held = true;
    input.setRawMode?.(true);
    if (escapes) screen.write(PASTE_ON);
    input.resume();
  }

  /** Gives the terminal back as it was, for an editor or a shell. */
  release(): void {
    if (!this.held) return;
    const { input, screen, escapes } = this.terminal;
    this.held = false;
    if (escapes) screen.write(PASTE_OFF);
    input.setRawMode?.(false);
    input.pause();
  }

  /** A shell may have set the modes of its own meanwhile: setting ours again needs a change. */
  private again(): void {
    if (!this.held) return;
    this.terminal.input.setRawMode?.(false);
    this.take();
    this.handlers.continued(this.cancelBack !== null);
  }

  /** Stops the process; returns when it goes on. The signal does so only while nobody listens to it. */
  private stopHere(): void {
    const { signals } = this.terminal;
    signals.off("SIGTSTP", this.tstp);
    signals.suspend();
    signals.on("SIGTSTP", this.tstp);
  }

  /** As Ctrl-Z does where a terminal is not in raw mode. */
  suspend(): void {
    this.release();
    this.stopHere();
    this.take();
    this.cancelBack?.();
    this.cancelBack = this.terminal.timers.after(BACK_MS, () => {
      this.cancelBack = null;
    });
    this.handlers.continued(false);
  }

  close(): void {
    this.cancelFlush?.();
    this.cancelBack?.();
    this.cancelBurst?.();
    for (const undo of this.undo.splice(0)) undo();
    this.release();
  }
}
