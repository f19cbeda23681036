import type { Command } from "commander";
import { review } from "../practice/review.ts";
import type { Session } from "../session.ts";
import { reviewView } from "../views/review.ts";
import { type Act, writing } from "./act.ts";
import { type FormatOptions, formatOf, printProduct, withFormat } from "./format.ts";
import { reviewData } from "./review-data.ts";
import { hasAnswers, type ReviewFlags, weekAsked, type WeekInput, weekInput } from "./review-input.ts";

interface ReviewOptions extends FormatOptions, ReviewFlags {
  readonly show?: true;
}

async function printReview(session: Session, options: ReviewOptions, input: WeekInput): Promise<void> {
  const format = formatOf(options, ["text", "markdown", "html"], session);
  if (session.globals.json) {
    session.printJson(review(input));
    return;
  }
  const t = session.telling();
  const shown = reviewData(session, input);
  if (format === "html") {
    const [{ reviewPage }, { pageTelling }] = await Promise.all([import("../views/review-page.ts"), import("./page-telling.ts")]);
    await printProduct(session, options, reviewPage(shown, pageTelling(session)));
    return;
  }
  const text = format === "markdown" ? (await import("../views/review-markdown.ts")).reviewMarkdown(shown, t) : reviewView(shown, t);
  await printProduct(session, options, text);
}

/** Somebody is there to be asked, and asked for nothing but the week. */
function asks(session: Session, { show, format, output }: ReviewOptions): boolean {
  const { json, asOf } = session.globals;
  return session.canAsk && session.runtime.out.isTerminal && show !== true && format === undefined && output === undefined && json !== true && asOf === undefined;
}

/** Shows the week, then asks; a week that was looked back on already is only shown. */
async function lookBack(session: Session, typed: string | undefined): Promise<number | undefined> {
  const { converseReview, settleDraft, waitingWeek } = await import("./review-conversation.ts");
  const waiting = typed === undefined ? waitingWeek(session) : null;
  const input = weekInput(session, waiting ?? weekAsked(session, typed));
  const finished = input.reviews.some(({ week, asked }) => week === input.week && asked === undefined);
  const busy = settleDraft(session, input.week, finished) === "busy";
  const data = reviewData(session, input);
  session.print(`${reviewView(data, session.telling())}\n`);
  if (finished) session.note(`  ${session.say("review.again", { command: `evenkeel review ${input.week} --focus ...` })}\n`);
  return finished || busy ? undefined : converseReview(session, input, data.review);
}

async function runReview(session: Session, options: ReviewOptions, [typed]: readonly unknown[]): Promise<number | undefined> {
  const week = typed as string | undefined;
  if (hasAnswers(options)) {
    const { answerByFlags } = await import("./review-flags.ts");
    const write = async (): Promise<undefined> => {
      await answerByFlags(session, weekInput(session, weekAsked(session, week)), options);
    };
    return writing(write)(session, options, []);
  }
  if (asks(session, options)) return lookBack(session, week);
  await printReview(session, options, weekInput(session, weekAsked(session, week)));
  return undefined;
}

/** The week of now as text. */
export function reviewText(session: Session): string {
  return reviewView(reviewData(session, weekInput(session, weekAsked(session, undefined))), session.telling());
}

export function register(program: Command, act: Act): void {
  const command = program
    .command("review")
    .description("the week: what changed, one decision, one focus")
    .argument("[week]", "2026-W47, or last")
    .option("--show", "only print it")
    .option("--better <words>", "what went better than the week before")
    .option("--off-course <trigger>", "where it went off course most: a trigger, or words")
    .option("--helped <id>", "what helped: plan, breath, teammate, break, sleep_food, or words")
    .option("--plan <decision>", "keep or drop the plan that most needs a decision")
    .option("--raise <words>", "a note about what someone else should fix")
    .option("--focus <words>", "one thing for the week after");
  withFormat(command, "text, markdown, html").action(act(runReview));
}
