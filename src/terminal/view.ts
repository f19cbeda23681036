import type { Question } from "../conversations/question.ts";
import { displayWidth } from "../views/width.ts";
import { fit, type Frame, type Parts } from "./frame.ts";
import { foldText, isNarrow, lineRows, right, spread, textRight } from "./layout.ts";
import { safeQuestion, safeText } from "./safe.ts";
import type { Speaking } from "./speaking.ts";
import type { State } from "./state.ts";
import { foldRows } from "./view-above.ts";
import { fieldRows } from "./view-field.ts";
import { footRows, noticeRow } from "./view-foot.ts";
import { besideAsk, listBody, type Body } from "./view-list.ts";
import { scaleBody } from "./view-scale.ts";
import { progressAt, questionAt, stepAt, stepBefore } from "../conversations/walk.ts";

/** "2 of 6", or "1" while the total depends on the answer. */
export function progressText(state: State, t: Speaking): string {
  const progress = progressAt(state);
  const aside = stepAt(state).within === true && questionAt(state).kind === "pause";
  if (progress === null || aside) return "";
  const { number, total } = progress;
  return total === null ? String(number) : t.say("prompts.progress", { number, total });
}

/** The question with the progress at the end of its first line, or of its last where the first is full. */
export function askRows(ask: string, progress: string, t: Speaking): readonly string[] {
  const end = right(t.style);
  const room = textRight(t.style) - 2;
  if (progress === "") return foldText(ask, room).map((row) => `  ${row}`);
  const whole = spread(`  ${ask}`, progress, end);
  if (whole !== null) return [whole];
  const sentences = ask.split(/(?<=[.?!])\s+/);
  const first = spread(`  ${sentences[0] ?? ""}`, progress, end);
  if (first !== null) return [first, ...foldText(sentences.slice(1).join(" "), room).map((row) => `  ${row}`)];
  const rows = foldText(ask, room).map((row) => `  ${row}`);
  const last = spread(rows.at(-1) ?? "", progress, end);
  return last === null ? [...rows, progress.padStart(end)] : [...rows.slice(0, -1), last];
}

interface Head {
  readonly rows: readonly string[];
  readonly caret: { readonly row: number; readonly column: number };
}

function asked(question: Question, state: State, t: Speaking): readonly string[] {
  if (question.ask === "") return [];
  const progress = progressText(state, t);
  const beside = question.kind === "choice" || question.kind === "choices" ? besideAsk(question, state, t) : null;
  if (beside !== null) return [beside];
  if (question.title === undefined) return askRows(question.ask, progress, t);
  const title = askRows(question.title.toUpperCase(), progress, t).map(t.style.palette.title);
  return [...title, "", ...askRows(question.ask, "", t)];
}

/** The field of a question that takes words: always at a text or a ranked list, else once something is typed. */
function fieldLead(question: Question, state: State): string | null {
  if (question.kind === "text") return question.lead === undefined ? "  > " : `  ${question.lead} > `;
  return question.kind === "rank" || state.field.text !== "" ? "  > " : null;
}

function headOf(question: Question, state: State, t: Speaking): Head {
  const ask = asked(question, state, t);
  const under = (question.under ?? []).flatMap((line) => lineRows(line, t.style));
  const lead = fieldLead(question, state);
  if (lead === null) {
    const words = question.title === undefined ? question.ask : "";
    const column = Math.min(displayWidth(words) + 3, right(t.style));
    return { rows: [...ask, ...under], caret: { row: 0, column } };
  }
  const most = Math.max(3, Math.floor(t.rows / 2));
  const field = fieldRows(state.field, lead, textRight(t.style), most, state.fresh ? t.style.palette.quiet : undefined);
  const row = ask.length + under.length + field.caret.row;
  return { rows: [...ask, ...under, ...field.rows], caret: { row, column: field.caret.column } };
}

function planRows(question: Extract<Question, { kind: "plan" }>, t: Speaking): readonly string[] {
  const labels = [t.say("prompts.planIf"), t.say("prompts.planThen")];
  const texts = [question.plan.if, question.plan.then];
  const { kind } = t.style.palette;
  if (isNarrow(t.style)) {
    return texts.flatMap((text, index) => [
      `  ${labels[index] ?? ""}`,
      ...foldText(text, textRight(t.style) - 4).map((row) => `    ${kind(row)}`),
    ]);
  }
  const indent = 3 + Math.max(...labels.map(displayWidth)) + 2;
  return texts.flatMap((text, index) =>
    foldText(text, textRight(t.style) - indent).map(
      (row, line) => (line === 0 ? `   ${labels[index] ?? ""}` : "").padEnd(indent) + kind(row),
    ),
  );
}

function bodyOf(question: Question, state: State, t: Speaking): Body {
  const narrow = isNarrow(t.style);
  switch (question.kind) {
    case "text":
    case "pause":
      return { lines: [], focus: 0 };
    case "scale":
      return { lines: [...(narrow ? [""] : []), ...scaleBody(question, state, t)], focus: 0 };
    case "plan": {
      const list = listBody(question, state, t);
      const plan = ["", ...planRows(question, t), "", `  ${t.say("prompts.enterKeeps")}`];
      return { lines: [...plan, ...list.lines], focus: plan.length + list.focus };
    }
    default: {
      if (besideAsk(question, state, t) !== null) return { lines: [], focus: 0 };
      const list = listBody(question, state, t);
      const headless = question.ask === "" && state.field.text === "";
      if (headless) return list;
      const apart = narrow || question.kind === "rank" || question.spaced === true || state.field.text !== "";
      return apart ? { lines: ["", ...list.lines], focus: list.focus + 1 } : list;
    }
  }
}

function isFirst(state: State): boolean {
  return stepBefore(state) === null;
}

function aboveOf(question: Question, state: State, t: Speaking): Pick<Parts, "folds" | "evidence"> {
  const intro = state.flow.intro;
  if (intro !== undefined && isFirst(state) && state.field.text === "") {
    const said = isNarrow(t.style) ? intro.narrow : [intro.wide];
    const rows = said.flatMap((text) => lineRows(safeText(text, t.style.symbols), t.style));
    return { folds: [...rows, ""], evidence: [] };
  }
  const folds = question.alone === true ? [] : foldRows(state, t);
  const above = (question.above ?? []).flatMap((line) => lineRows(line, t.style));
  const evidence = [...(question.drawn?.(t.style.width) ?? []), ...above];
  return {
    folds: folds.length === 0 ? [] : [...folds, ""],
    evidence: evidence.length === 0 || isOnlyDrawn(question) ? evidence : [...evidence, ""],
  };
}

function isOnlyDrawn({ kind, ask }: Question): boolean {
  return kind === "pause" && ask === "";
}

function helpParts(question: Question, t: Speaking): Parts {
  const help = t.help(question.text);
  const editor =
    question.kind === "text" && t.editor !== null
      ? ["", `   1  ${t.say("prompts.editorOffer", { editor: t.editor })}`]
      : [];
  const rows = [question.ask, "", help, "", t.say("prompts.keys")].flatMap((text) =>
    text === "" ? [""] : lineRows(text, t.style),
  );
  return {
    folds: [],
    evidence: rows,
    head: [...editor, "", `  ${t.say("prompts.anyKey")}`],
    body: [],
    focus: 0,
    foot: [],
    caret: { row: editor.length + 1, column: 2 },
  };
}

function pausedParts(t: Speaking): Parts {
  const rows = [t.say("prompts.paused"), t.say("prompts.anyKey")].flatMap((text) => lineRows(text, t.style));
  return { folds: [], evidence: [], head: rows, body: [], focus: 0, foot: [], caret: { row: 0, column: 2 } };
}

function partsOf(question: Question, state: State, t: Speaking): Parts {
  if (state.mode === "paused") return pausedParts(t);
  if (state.mode === "help") return helpParts(question, t);
  const head = headOf(question, state, t);
  const body = bodyOf(question, state, t);
  const foot = [...noticeRow(state, t), ...footRows(question, state, t)];
  return {
    ...aboveOf(question, state, t),
    head: head.rows,
    body: body.lines,
    focus: body.focus,
    foot,
    caret: head.caret,
  };
}

/** What the screen shows for a state. Pure. */
export function frameOf(state: State, t: Speaking): Frame {
  return fit(partsOf(safeQuestion(questionAt(state), t.style.symbols), state, t), t.rows);
}
