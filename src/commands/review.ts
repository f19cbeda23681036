import type { Command } from "commander";
import { usageError } from "../errors.ts";
import { review, type ReviewInput } from "../practice/review.ts";
import type { Review } from "../practice/shapes.ts";
import { weekAfter, weekOf, weekSpan } from "../practice/week.ts";
import type { Session } from "../session.ts";
import type { Act } from "./act.ts";
import { reviewView } from "../views/review.ts";
import { type FormatOptions, formatOf, printProduct, withFormat } from "./format.ts";
import { practiceInput } from "./practice-input.ts";
import { reviewData } from "./review-data.ts";

interface ReviewOptions extends FormatOptions {
  readonly show?: true;
}

/** The week that was asked for: a name, `last`, or now's. */
export function weekAsked(session: Session, typed: string | undefined): string {
  const { weekStart } = session.practice();
  const now = weekOf(session.now().shift, weekStart);
  if (typed === undefined) return now;
  if (typed === "last") return weekAfter(now, -1);
  const name = typed.toUpperCase();
  if (weekSpan(name, weekStart) === null) throw usageError("there is no such week", "Accepted: a week like 2026-W47, or last.");
  return name;
}

export function reviewInput(session: Session, week: string): ReviewInput {
  const { plans: _plans, past: _past, ...input } = practiceInput(session);
  return { ...input, reviews: session.seen(session.journal().book("reviews")), week };
}

async function runReview(session: Session, options: ReviewOptions, [typed]: readonly unknown[]): Promise<number | undefined> {
  const format = formatOf(options, ["text", "markdown"]);
  const week = weekAsked(session, typed as string | undefined);
  const data: Review = review(reviewInput(session, week));
  if (session.globals.json) {
    session.printJson(data);
    return;
  }
  const t = session.telling();
  const shown = reviewData(session, data);
  const text = format === "markdown" ? (await import("../views/review-markdown.ts")).reviewMarkdown(shown, t) : reviewView(shown, t);
  await printProduct(session, options, text);
  return undefined;
}

/** The week of now as text. */
export function reviewText(session: Session): string {
  const data = review(reviewInput(session, weekAsked(session, undefined)));
  return reviewView(reviewData(session, data), session.telling());
}

export function register(program: Command, act: Act): void {
  const command = program
    .command("review")
    .description("the week: what changed, one decision, one focus")
    .argument("[week]", "2026-W47, or last")
    .option("--show", "only print it");
  withFormat(command, "text, markdown").action(act(runReview));
}
