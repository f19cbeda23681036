import type { Style } from "../views/style.ts";

export type StopSignal = "SIGINT" | "SIGTERM" | "SIGHUP" | "SIGQUIT" | "SIGBREAK" | "end";

/** Where keys come from: standard input, or a test. */
export interface KeyInput {
  /** `data` brings bytes or text; `end`, `close` and `error` bring nothing that matters here. */
  on(event: "data" | "end" | "close" | "error", listener: (data: Buffer) => void): unknown;
  off(event: "data" | "end" | "close" | "error", listener: (data: Buffer) => void): unknown;
  resume(): unknown;
  pause(): unknown;
  setRawMode?(on: boolean): unknown;
}

/** Where prompts go: standard error, or a test. */
export interface Screen {
  readonly columns: number;
  readonly rows: number;
  /** Writes all of it before it returns; silent where the terminal is gone. */
  write(text: string): void;
  /** Asks the terminal for its size, which may have changed while the process was stopped; listeners hear of it. */
  measure(): void;
  /** Gives back what takes the listener away. */
  onResize(listener: () => void): () => void;
}

/** The process's signals, or a test's. */
export interface Signals {
  on(signal: NodeJS.Signals | "exit", listener: () => void): unknown;
  off(signal: NodeJS.Signals | "exit", listener: () => void): unknown;
  /** Stops this process and its group, as Ctrl-Z does; returns when it goes on. */
  suspend(): void;
}

/** Gives back what takes the appointment away. */
export interface Timers {
  after(ms: number, action: () => void): () => void;
}

/** A terminal to talk to a person on. */
export interface Terminal {
  readonly input: KeyInput;
  readonly screen: Screen;
  readonly signals: Signals;
  readonly timers: Timers;
  /** Colours and signs; its width is read from the screen. */
  readonly style: Style;
  /** Nothing is repainted and no cursor moves: for a screen reader, or where the terminal cannot. */
  readonly plain: boolean;
  /** The terminal understands escape sequences. */
  readonly escapes: boolean;
}
