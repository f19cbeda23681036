import { type FileProblem, problemLine } from "../content/file-problem.ts";
import type { Kind } from "../reflection/entry.ts";
import { KINDS } from "../reflection/entry.ts";
import { spanText } from "./dates.ts";
import { finish, heading, paragraph, readAloud } from "./lines.ts";
import type { Telling } from "./telling.ts";

/** What an import brings. */
export interface ImportPlan {
  readonly formats: readonly string[];
  /** All that could be read. */
  readonly entries: number;
  /** New ones whose kind is known. */
  readonly kinds: ReadonlyMap<Kind, number>;
  /** In the journal already. */
  readonly there: number;
  /** Stood in the input more than once. */
  readonly repeated: number;
  /** New ones of which nobody knows yet what set them off. */
  readonly undecided: number;
  readonly undated: number;
  /** After now. */
  readonly future: number;
  /** The first and the last day of what is new. */
  readonly from: string | null;
  readonly to: string | null;
  /** How many numbers and the like are masked. */
  readonly masked: number;
  /** Columns that are not taken. */
  readonly leftOut: readonly string[];
  readonly problems: readonly FileProblem[];
}

function kindsText(kinds: ImportPlan["kinds"], t: Telling): string {
  return KINDS.flatMap((kind) => {
    const count = kinds.get(kind);
    return count === undefined ? [] : [t.say(`carry.kind.${kind}`, { count })];
  }).join(", ");
}

/** What people should know of it, a sentence each. */
function remarks(plan: ImportPlan, t: Telling): readonly string[] {
  const { repeated, undated, future, leftOut } = plan;
  return [
    ...(plan.there > 0 ? [t.say("kept.there", { count: plan.there })] : []),
    ...(repeated > 0 ? [t.say("carry.repeated", { count: repeated })] : []),
    ...(undated > 0 ? [t.say("carry.undated", { count: undated })] : []),
    ...(future > 0 ? [t.say("carry.future", { count: future })] : []),
    ...(leftOut.length > 0 ? [t.say("carry.leftOut", { columns: leftOut.join(", ") })] : []),
  ];
}

function told(lines: readonly string[], t: Telling): string {
  if (t.style.screenReader) return finish(lines.filter((line) => line !== "").flatMap((line) => readAloud(line, t.style)));
  return finish(lines.flatMap((line) => (line === "" ? [""] : paragraph(line, t))));
}

/** What came in, after it did. */
export function broughtInView(plan: ImportPlan, t: Telling): string {
  const count = [...plan.kinds.values()].reduce((sum, many) => sum + many, 0);
  if (count === 0) return told([t.say(plan.entries === 0 ? "carry.empty" : "carry.nothingNew"), ...remarks(plan, t)], t);
  return told([t.say("carry.broughtIn", { kinds: kindsText(plan.kinds, t) }), ...remarks(plan, t), "", t.say("views.next", { command: "evenkeel list" })], t);
}

/** What would come in: nothing was written. */
export function importPlanView(plan: ImportPlan, most: number, t: Telling): string {
  const { from, to, problems } = plan;
  const known = kindsText(plan.kinds, t);
  const length = t.style.screenReader ? "long" : "short";
  const lines = [
    t.say("carry.planFormat", { format: plan.formats.join(", "), count: plan.entries }),
    ...(from === null || to === null ? [] : [t.say("carry.planSpan", { span: spanText(from, to, length, t) })]),
    ...(known === "" ? [] : [t.say("carry.planKinds", { kinds: known })]),
    ...(plan.undecided > 0 ? [t.say("carry.planUndecided", { count: plan.undecided })] : []),
    ...remarks(plan, t),
    ...(plan.masked > 0 ? [t.say("carry.planMasked", { count: plan.masked })] : []),
    ...(problems.length === 0 ? [] : ["", t.say("carry.planProblems", { count: problems.length })]),
    ...problems.slice(0, most).map((problem) => t.line(problemLine(problem))),
    "",
    t.say("carry.planNothing"),
  ];
  return t.style.screenReader ? told(lines, t) : finish([...heading(t.say("carry.planTitle"), t), "", told(lines, t).trimEnd()]);
}
