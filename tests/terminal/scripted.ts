import { EventEmitter } from "node:events";
import type { CompiledContent } from "../../src/content/assemble.ts";
import { speaker } from "../../src/content/message.ts";
import type { Flow } from "../../src/conversations/flow.ts";
import { interview, type InterviewOptions, type Outcome } from "../../src/terminal/interview.ts";
import type { KeyInput, Screen, Signals, Terminal } from "../../src/terminal/terminal.ts";
import { UNICODE_SYMBOLS } from "../../src/views/symbols.ts";
import { NO_COLOUR } from "./screens.ts";

class FakeInput extends EventEmitter implements KeyInput {
  raw = false;
  flowing = false;

  setRawMode(on: boolean): void {
    this.raw = on;
  }

  resume(): void {
    this.flowing = true;
  }

  pause(): void {
    this.flowing = false;
  }
}

class FakeScreen extends EventEmitter implements Screen {
  columns: number;
  rows: number;
  text = "";

  constructor(columns: number, rows: number) {
    super();
    this.columns = columns;
    this.rows = rows;
  }

  write(text: string): void {
    this.text += text;
  }

  measure(): void {
    this.emit("measured");
  }

  onResize(listener: () => void): () => void {
    this.on("resize", listener);
    return () => {
      this.off("resize", listener);
    };
  }
}

class FakeSignals extends EventEmitter implements Signals {
  suspended = 0;

  suspend(): void {
    this.suspended += 1;
  }
}

/** Appointments that come when the test says so. */
class Clock {
  private readonly due: { at: number; action: () => void }[] = [];
  private now = 0;

  after = (ms: number, action: () => void): (() => void) => {
    const one = { at: this.now + ms, action };
    this.due.push(one);
    return () => {
      const at = this.due.indexOf(one);
      if (at >= 0) this.due.splice(at, 1);
    };
  };

  pass(ms: number): void {
    this.now += ms;
    for (const one of this.due.filter(({ at }) => at <= this.now)) {
      this.due.splice(this.due.indexOf(one), 1);
      one.action();
    }
  }
}

export interface Script extends Partial<Omit<InterviewOptions, "terminal" | "flow">> {
  readonly plain?: boolean;
  readonly escapes?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}

export interface Session {
  readonly outcome: Promise<Outcome>;
  /** Sends keys. A key after the end fails, unless it may be too much. */
  readonly type: (keys: string, tooMuch?: boolean) => void;
  readonly written: () => string;
  readonly input: FakeInput;
  readonly screen: FakeScreen;
  readonly signals: FakeSignals;
  readonly clock: Clock;
  /** True once every listener is gone and the modes are as they were. */
  readonly restored: () => boolean;
}

function listeners(emitter: EventEmitter): number {
  return emitter.eventNames().reduce((sum, name) => sum + emitter.listenerCount(name), 0);
}

/** A conversation on a scripted terminal: no clock of the machine, no streams of the process. */
export function talk({ content, deep }: CompiledContent, flow: Flow, script: Script = {}): Session {
  const { plain = false, escapes = true, columns = 80, rows = 24, ...options } = script;
  const [input, screen, signals, clock] = [
    new FakeInput(),
    new FakeScreen(columns, rows),
    new FakeSignals(),
    new Clock(),
  ];
  const terminal: Terminal = {
    input,
    screen,
    signals,
    timers: clock,
    style: { width: columns, palette: NO_COLOUR, symbols: UNICODE_SYMBOLS, screenReader: plain },
    plain,
    escapes,
  };
  let over = false;
  const waiting: string[] = [];
  const send = (keys: string): void => {
    input.emit("data", Buffer.from(keys));
  };
  const outcome = interview({
    flow,
    terminal,
    say: speaker(content),
    help: (text) => deep.helps[text] ?? "",
    ...options,
  }).finally(() => {
    over = true;
  });
  // The conversation is loaded at use: what is typed before it listens waits, as it does in a terminal.
  const listening = setInterval(() => {
    if (input.listenerCount("data") === 0 && !over) return;
    clearInterval(listening);
    for (const keys of waiting.splice(0)) send(keys);
  }, 0);
  return {
    outcome,
    type: (keys, tooMuch = false) => {
      if (over && !tooMuch) throw new Error(`the conversation was over before ${JSON.stringify(keys)}`);
      if (input.listenerCount("data") === 0 || waiting.length > 0) waiting.push(keys);
      else send(keys);
    },
    written: () => screen.text,
    input,
    screen,
    signals,
    clock,
    restored: () =>
      !input.raw && !input.flowing && listeners(input) <= 1 && listeners(signals) === 0 && listeners(screen) === 0,
  };
}
