import type { PlanToRehearse } from "../practice/rehearse.ts";
import { dayText } from "./dates.ts";
import { finish, heading, indented, MARGIN, paragraph, readAloud, spread } from "./lines.ts";
import { closed, planSentence } from "./plan-words.ts";
import type { Telling } from "./telling.ts";
import { wrap } from "./wrap.ts";

export interface Scene {
  readonly scene: string;
  /** From 0. */
  readonly place: number;
  readonly total: number;
  /** The plan, once it is shown. */
  readonly plan: { readonly if: string; readonly then: string } | null;
}

const RIGHT = 75;
/** The line under the scene is as wide as those of the questions. */
const RULE_RIGHT = 78;

function head({ place, total }: Scene, t: Telling): readonly string[] {
  const title = t.say("daily.rehearse.title");
  const progress = t.say("prompts.progress", { number: place + 1, total });
  const line = spread([title.toUpperCase(), t.style.palette.title], [progress, t.style.palette.quiet], Math.min(RIGHT, t.style.width - 1) - MARGIN);
  return line === null ? heading(title, t) : [" ".repeat(MARGIN) + line];
}

/** The moment to see before one; once it is shown, the plan under a line. */
export function sceneLines(data: Scene, t: Telling): readonly string[] {
  const { scene, plan } = data;
  const { style } = t;
  if (style.screenReader) {
    const shown = plan === null ? [t.line(scene)] : [planSentence(plan, t)];
    const number = closed(`${t.say("daily.rehearse.title")} ${t.say("prompts.progress", { number: data.place + 1, total: data.total })}`);
    return [...(plan === null ? [number] : []), ...shown].flatMap((line) => readAloud(line, style));
  }
  const right = Math.max(MARGIN + 1, Math.min(RULE_RIGHT, style.width - 1));
  const rule = " ".repeat(MARGIN) + "-".repeat(right - MARGIN);
  const revealed = plan === null ? [] : ["", rule, ...indented(wrap(planSentence(plan, t), right - MARGIN), MARGIN, style.palette.kind)];
  return [...head(data, t), "", ...paragraph(t.line(scene), t), ...paragraph(t.say("daily.rehearse.then"), t), ...revealed];
}

/** Plans with the day on which each is due; without one, why there is nothing to do. */
export function dueView(plans: readonly PlanToRehearse[], total: number, now: { readonly at: string }, t: Telling): string {
  const paint = t.style.palette.kind;
  const fold = (text: string, kind?: (line: string) => string): readonly string[] =>
    t.style.screenReader ? readAloud(text, t.style) : paragraph(text, t, kind);
  if (plans.length === 0) {
    const why = total === 0 ? t.say("daily.rehearse.noPlans") : t.say("daily.rehearse.nothingDue", { command: "evenkeel rehearse --all" });
    return finish(fold(why));
  }
  const rows = plans.flatMap((plan) => [
    "",
    ...fold(planSentence(plan, t), paint),
    ...fold(t.say("daily.rehearse.due", { day: dayText(plan.due, now.at.slice(0, 4), "short", t) }), t.style.palette.quiet),
  ]);
  const title = t.say("daily.rehearse.dueTitle");
  return finish(t.style.screenReader ? [...readAloud(closed(title), t.style), ...rows.filter((row) => row !== "")] : [...heading(title, t), ...rows]);
}
