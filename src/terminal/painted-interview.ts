import type { Style } from "../views/style.ts";
import { DraftKeeper } from "./draft.ts";
import type { InterviewOptions, Outcome } from "./interview.ts";
import { Keyboard } from "./keyboard.ts";
import type { Key } from "./keys.ts";
import { Painter } from "./painter.ts";
import { edited, idle, reduce } from "./reduce.ts";
import { safely, type Speaking } from "./speaking.ts";
import { pressed, type State } from "./state.ts";
import type { StopSignal } from "./terminal.ts";
import { frameOf } from "./view.ts";

const IDLE_MS = 180_000;
/** So long a `1` waits for its `0`. */
const SECOND_DIGIT_MS = 600;

/** A conversation that is painted on a screen: the loop around the pure state. */
export class PaintedInterview {
  private readonly options: InterviewOptions;
  private readonly painter: Painter;
  private readonly keyboard: Keyboard;
  private readonly drafts: DraftKeeper;
  private state: State | null;
  private cancelWait: (() => void) | null = null;
  private cancelIdle: (() => void) | null = null;
  private spilled: string | null = null;
  private readonly stopEditor = new AbortController();
  private finish: (outcome: Outcome) => void = () => undefined;
  private fail: (error: unknown) => void = () => undefined;

  constructor(options: InterviewOptions, first: State) {
    const { screen } = options.terminal;
    this.options = options;
    this.painter = new Painter((text) => {
      screen.write(text);
    });
    this.state = pressed(first);
    this.drafts = new DraftKeeper(options, first);
    this.keyboard = new Keyboard(options.terminal, {
      keys: (keys) => {
        this.guarded(() => {
          this.pressed(keys);
        });
      },
      stopped: (signal) => {
        this.stopped(signal);
      },
      resized: () => {
        this.resized();
      },
      continued: (ours) => {
        if (ours) this.painter.clear();
        else this.painter.forget();
        screen.measure();
        this.paint();
      },
    });
  }

  run(): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.finish = resolve;
      this.fail = reject;
      this.guarded(() => {
        this.keyboard.open();
        this.rest();
        this.paint();
      });
    });
  }

  private guarded(action: () => void): void {
    try {
      action();
    } catch (error) {
      this.close();
      this.fail(error);
    }
  }

  private speaking(): Speaking {
    const { terminal, say, help, editing } = this.options;
    const style: Style = { ...terminal.style, width: terminal.screen.columns };
    return safely({ style, say, help, rows: terminal.screen.rows, editor: editing?.name ?? null });
  }

  private paint(): void {
    if (this.state === null || this.state.mode === "editing") return;
    const frame = frameOf(this.state, this.speaking());
    const here = `${this.state.at} ${this.state.mode}`;
    const seen = this.spilled === here;
    if (frame.spill.length > 0) this.spilled = here;
    this.painter.paint(seen ? { ...frame, spill: [] } : frame);
  }

  private pressed(keys: readonly Key[]): void {
    for (const key of keys) {
      if (this.state === null) return;
      if (key.name === "stop") {
        this.stopped("SIGINT");
        return;
      }
      if (key.name === "suspend") this.suspend();
      else if (key.name === "redraw") this.painter.clear();
      else this.state = reduce(this.state, key);
      if (this.state.outcome !== null || this.state.mode === "editing") break;
    }
    this.settle();
  }

  /** Keeps what is new, then ends or goes on. */
  private settle(): void {
    if (this.state === null) return;
    const { answers } = this.drafts.keep(this.state);
    const { outcome } = this.state;
    if (outcome === "done") {
      this.end({ type: "done", answers });
      return;
    }
    if (outcome === "left") {
      this.end({ type: "left", answers, typed: null });
      return;
    }
    this.rest();
    if (this.state.mode === "editing") void this.edit();
    else this.paint();
  }

  /** Sets the clocks for the state that was reached. */
  private rest(): void {
    const { timers } = this.options.terminal;
    this.cancelWait?.();
    this.cancelIdle?.();
    const waiting = this.state?.waiting ?? null;
    this.cancelWait =
      waiting === null
        ? null
        : timers.after(SECOND_DIGIT_MS, () => {
            this.guarded(() => {
              this.pressed([{ name: "tick" }]);
            });
          });
    this.cancelIdle = timers.after(this.options.idleMs ?? IDLE_MS, () => {
      if (this.state !== null) this.state = idle(this.state);
      this.paint();
    });
  }

  private resized(): void {
    const { columns, rows } = this.options.terminal.screen;
    this.painter.clearAt(columns, rows);
    this.paint();
  }

  private suspend(): void {
    this.painter.clear();
    this.keyboard.suspend();
  }

  private async edit(): Promise<void> {
    const { editing } = this.options;
    this.painter.clear();
    this.keyboard.release();
    const text = this.state?.field.text ?? "";
    const result = editing == null ? null : await editing.edit(text, this.stopEditor.signal);
    if (this.state === null) return;
    this.keyboard.take();
    this.state = edited(this.state, result, this.options.say, editing?.name);
    this.guarded(() => {
      this.settle();
    });
  }

  private stopped(signal: StopSignal): void {
    if (this.state === null) return;
    const state = this.state;
    this.guarded(() => {
      const { answers, typed } = this.drafts.keep(state);
      this.end({ type: "stopped", answers, typed, signal });
    });
  }

  private end(outcome: Outcome): void {
    this.close();
    this.finish(outcome);
  }

  private close(): void {
    this.cancelWait?.();
    this.cancelIdle?.();
    this.stopEditor.abort();
    this.state = null;
    this.painter.clear();
    this.keyboard.close();
  }
}
