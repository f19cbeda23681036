import { describe, expect, it } from "vitest";
import type { Answers, Question, Typed } from "../../src/conversations/question.ts";
import { takesWords } from "../../src/terminal/options.ts";
import { begin, pressed, type State } from "../../src/terminal/state.ts";
import { frameOf } from "../../src/terminal/view.ts";
import { english } from "../conversations/english.ts";
import { type Conversation, everyConversation, type Met, questionsOf } from "../conversations/every.ts";
import { after, shown, speaking } from "./screens.ts";
import { talk } from "./scripted.ts";

const compiled = english();
const conversations = everyConversation(compiled);

const STOPS = ["\x03", "\x04", "SIGINT", "SIGHUP", "SIGTERM", "SIGQUIT", "end", "SIGKILL"] as const;
type Stop = (typeof STOPS)[number];

interface Kept {
  readonly answers: Answers;
  readonly typed: Typed | null;
}

/** Keys of somebody who was interrupted in the middle of an answer. */
function half(question: Question, plain: boolean): string {
  if (question.kind === "text") return "half a th";
  if (question.kind === "scale") return plain || question.to > 9 ? "1" : "";
  if (question.kind === "pause") return "";
  if (question.kind === "choices") return plain ? "1 2" : "12";
  if (!takesWords(question)) return plain ? "1" : "";
  return question.id === "feeling" ? "zz" : question.id === "trigger" ? "zzz" : "half a th";
}

/** Breaks a conversation off at a question, and gives what was kept of it, as it comes back from the disk. */
async function broken({ flow }: Conversation, { answers, question }: Met, stop: Stop, plain: boolean): Promise<Kept> {
  let draft: Kept = { answers, typed: null };
  const talked = talk(compiled, flow, {
    plain,
    answers,
    onDraft: (now, typed) => {
      draft = { answers: now, typed };
    },
  });
  await expect.poll(() => talked.input.listenerCount("data"), { interval: 1 }).toBeGreaterThan(0);
  const keys = half(question, plain);
  if (keys !== "") talked.type(keys);
  const atKill = draft;
  if (stop === "end") talked.input.emit("end");
  else if (stop.startsWith("SIG") && stop !== "SIGKILL") talked.signals.emit(stop);
  else talked.type(stop === "\x04" ? stop : "\x03");
  const outcome = await talked.outcome;
  expect(talked.restored()).toBe(true);
  if (outcome.type !== "stopped") throw new Error(`${outcome.type} at ${question.id}`);
  const kept = stop === "SIGKILL" ? atKill : { answers: outcome.answers, typed: outcome.typed };
  return JSON.parse(JSON.stringify(kept)) as Kept;
}

/** The first state of a conversation that is gone on with. */
function again({ flow }: Conversation, { answers, typed }: Kept): State {
  const state = begin(flow, answers, typed);
  if (state === null) throw new Error("there is nothing to ask");
  return state;
}

/** What the screen shows: the same question, words and picks. */
function screenOf(state: State): string {
  return shown(frameOf(state, speaking(compiled, { columns: 80, rows: 60 })));
}

/** The last thing that a conversation read aloud says: its prompt, with what is typed already. */
async function lastLine({ flow }: Conversation, { answers, typed }: Kept): Promise<string> {
  const talked = talk(compiled, flow, { plain: true, answers, typed });
  await expect.poll(() => talked.written(), { interval: 1 }).toMatch(/: .*$/);
  const said = talked.written().split("\n").at(-1) ?? "";
  talked.type("\x03");
  await talked.outcome;
  return said;
}

describe.each(conversations)("$name, broken off at any question", (conversation) => {
  const questions = questionsOf(conversation);

  it("is met whole by these roads", () => {
    const steps = conversation.flow.steps.filter(({ folded }) => folded !== true).map(({ id }) => id);
    expect(questions.map(({ at }) => at).toSorted()).toEqual(steps.toSorted());
  });

  it.each(STOPS)("by %j goes on exactly there, with the words", async (stop) => {
    for (const met of questions) {
      const kept = await broken(conversation, met, stop, false);
      const before = after(begin(conversation.flow, met.answers), half(met.question, false));
      const resumed = again(conversation, kept);
      expect([met.at, resumed.at]).toEqual([met.at, met.at]);
      expect(screenOf(resumed)).toBe(screenOf(before));
    }
  });

  it.each(STOPS)("by %j, read aloud, goes on exactly there, with the words", async (stop) => {
    for (const met of questions) {
      const kept = await broken(conversation, met, stop, true);
      const keys = half(met.question, true);
      expect([met.at, again(conversation, kept).at]).toEqual([met.at, met.at]);
      expect(screenOf(pressed(again(conversation, kept)))).not.toMatch(/^ {2}> \d/m);
      expect(await lastLine(conversation, kept)).toMatch(new RegExp(`[: ]${keys}$`));
    }
  });
});
