import { DraftKeeper, type SoFar } from "./draft.ts";
import { EMPTY, fieldOf } from "./field.ts";
import type { InterviewOptions, Outcome } from "./interview.ts";
import { Keyboard } from "./keyboard.ts";
import type { Key } from "./keys.ts";
import { asOneLine, echo, lineAfter } from "./line.ts";
import { hear, type Heard } from "./plain-hear.ts";
import { introSpoken, promptSpoken, questionSpoken, spoken, stands } from "./plain-say.ts";
import { safely, type Speaking } from "./speaking.ts";
import { edited } from "./reduce.ts";
import type { State } from "./state.ts";
import type { StopSignal } from "./terminal.ts";

/** A conversation that is only written downwards: for a screen reader, and for terminals without cursor movement. */
export class PlainInterview {
  private readonly options: InterviewOptions;
  private readonly keyboard: Keyboard;
  private readonly stopEditor = new AbortController();
  private readonly drafts: DraftKeeper;
  private state: State | null;
  private line = "";
  private taken: Heard["taken"] = null;
  private editing = false;
  private finish: (outcome: Outcome) => void = () => undefined;
  private fail: (error: unknown) => void = () => undefined;

  constructor(options: InterviewOptions, first: State) {
    this.options = options;
    this.state = first;
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
      resized: () => undefined,
      continued: (ours) => {
        if (ours || this.state === null) return;
        this.print(questionSpoken(this.state, this.speaking()));
        this.promptAgain();
      },
    });
  }

  run(): Promise<Outcome> {
    return new Promise((resolve, reject) => {
      this.finish = resolve;
      this.fail = reject;
      this.guarded(() => {
        this.keyboard.open();
        const t = this.speaking();
        if (this.state === null) return;
        this.print([...(this.options.goesOn === true ? [] : introSpoken(this.state, t)), ""]);
        this.ask(this.state);
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
    const style = { ...terminal.style, width: terminal.screen.columns, screenReader: true };
    return safely({ style, say, help, rows: terminal.screen.rows, editor: editing?.name ?? null });
  }

  private write(text: string): void {
    this.options.terminal.screen.write(text);
  }

  private print(lines: readonly string[]): void {
    this.write(lines.map((line) => `${line}\r\n`).join(""));
  }

  private prompt(): string {
    if (this.state === null) return "";
    if (this.taken === null) return promptSpoken(this.state, this.speaking());
    return `${this.options.say("prompts.aloud.takenAs", { label: this.taken.option.label })}: `;
  }

  private promptAgain(): void {
    const lines = spoken(this.prompt().trimEnd(), this.speaking());
    this.print(lines.slice(0, -1));
    this.write(`${lines.at(-1) ?? ""} ${asOneLine(this.line)}`);
  }

  /** Says a question with everything in it, and leaves the cursor behind its prompt. */
  private ask(state: State): void {
    const isAnswer = stands(state);
    const asked = isAnswer ? state : { ...state, field: EMPTY };
    this.line = isAnswer ? "" : state.field.text;
    this.state = asked;
    this.print(questionSpoken(asked, this.speaking()));
    this.promptAgain();
  }

  private pressed(keys: readonly Key[]): void {
    for (const key of keys) {
      if (this.state === null || this.editing) return;
      if (key.name === "stop") {
        this.write("\r\n");
        this.stopped("SIGINT");
        return;
      }
      if (key.name === "suspend") {
        this.write("\r\n");
        this.keyboard.suspend();
      } else this.typed(key);
    }
    if (this.state !== null) this.kept(this.state);
  }

  private typed(key: Key): void {
    const { say } = this.options;
    const words: Readonly<Record<string, string>> = {
      enter: this.line,
      escape: say("prompts.aloud.back"),
      tab: say("prompts.aloud.skip"),
      help: say("prompts.aloud.help"),
    };
    const sent = words[key.name];
    if (sent !== undefined) {
      this.sent(sent);
      return;
    }
    const line = lineAfter(this.line, key);
    this.write(echo(this.line, line));
    this.line = line;
  }

  private sent(line: string): void {
    if (this.state === null) return;
    const t = this.speaking();
    this.write("\r\n");
    const heard = hear(this.state, line, this.taken, t);
    this.line = "";
    this.taken = heard.taken;
    this.state = heard.state;
    this.print(heard.lines.flatMap((said) => (said === "" ? [] : spoken(said, t))));
    if (heard.editor === true) void this.edit(heard.state);
    else this.goOn(heard);
  }

  /** Keeps what is new, then ends, asks the next question, or asks for the same one again. */
  private goOn({ state, anew }: Heard): void {
    const { answers } = this.kept(state);
    if (state.outcome === "done") {
      this.end({ type: "done", answers });
      return;
    }
    if (state.outcome === "left") {
      this.end({ type: "left", answers, typed: null });
      return;
    }
    if (!anew) {
      this.promptAgain();
      return;
    }
    this.print([""]);
    if (state.notice === "first") this.print(spoken(this.options.say("prompts.aloud.first"), this.speaking()));
    this.ask(state);
  }

  /** What is typed stands in the line, not in the field that an answer may have filled. */
  private kept(state: State): SoFar {
    return this.drafts.keep(this.line === "" ? state : { ...state, field: fieldOf(this.line), fresh: false });
  }

  private async edit(state: State): Promise<void> {
    const { editing } = this.options;
    this.editing = true;
    this.keyboard.release();
    const result = editing == null ? null : await editing.edit(state.field.text, this.stopEditor.signal);
    this.editing = false;
    if (this.state === null) return;
    this.keyboard.take();
    const back = edited(state, result, this.options.say, editing?.name);
    // What was written in the editor stands as an answer: the line that is typed stays empty.
    this.state = result?.type === "done" ? { ...back, answers: { ...back.answers, [back.at]: back.field.text } } : back;
    const t = this.speaking();
    this.guarded(() => {
      if (this.state?.told != null) this.print(spoken(this.state.told, t));
      if (this.state !== null) this.goOn({ state: this.state, lines: [], taken: null, anew: true });
    });
  }

  private stopped(signal: StopSignal): void {
    const { state } = this;
    if (state === null) return;
    this.guarded(() => {
      const { answers, typed } = this.kept(state);
      this.end({ type: "stopped", answers, typed, signal });
    });
  }

  private end(outcome: Outcome): void {
    this.close();
    this.finish(outcome);
  }

  private close(): void {
    this.stopEditor.abort();
    this.state = null;
    this.keyboard.close();
  }
}
