import { decode, flush, type Key } from "./keys.ts";
import type { StopSignal, Terminal } from "./terminal.ts";

const PASTE_ON = "\x1b[?2004h";
const PASTE_OFF = "\x1b[?2004l";
const ESCAPE_MS = 40;
const PASTE_MS = 1000;
const ENDS = ["end", "close", "error"] as const;
const STOPS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

export interface KeyHandlers {
  readonly keys: (keys: readonly Key[]) => void;
  readonly stopped: (signal: StopSignal) => void;
  readonly resized: () => void;
  /** The process goes on after it was stopped; the modes are set again. */
  readonly continued: () => void;
}

/** The keys of a terminal, with its modes set for as long as it is held. */
export class Keyboard {
  private readonly terminal: Terminal;
  private readonly handlers: KeyHandlers;
  private readonly decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  private rest = "";
  private cancelFlush: (() => void) | null = null;
  private held = false;
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
    const { keys, rest } = decode(this.rest, text);
    this.rest = rest;
    if (rest !== "") {
      const ms = rest.startsWith("\x1b[200~") ? PASTE_MS : ESCAPE_MS;
      this.cancelFlush = this.terminal.timers.after(ms, () => {
        this.flushed();
      });
    }
    if (keys.length > 0) this.handlers.keys(keys);
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
    this.handlers.continued();
  }

  /** As Ctrl-Z does where a terminal is not in raw mode. */
  suspend(): void {
    this.release();
    this.terminal.signals.suspend();
    this.take();
    this.handlers.continued();
  }

  close(): void {
    this.cancelFlush?.();
    for (const undo of this.undo.splice(0)) undo();
    this.release();
  }
}
