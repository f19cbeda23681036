import { MOST_DAYS, type NextInterval } from "./rehearse.ts";

const RETENTION = 0.9;
/** The schedule of FSRS, whole days only. The library is loaded here and nowhere else. */
export async function loadSchedule(): Promise<NextInterval> {
  const { createEmptyCard, fsrs, Rating } = await import("ts-fsrs");
  const scheduler = fsrs({ enable_short_term: false, request_retention: RETENTION, maximum_interval: MOST_DAYS });
  const ratings = { forgot: Rating.Again, hard: Rating.Hard, good: Rating.Good, easy: Rating.Easy } as const;
  return (since, practised) => {
    let card = createEmptyCard(new Date(since));
    for (const { at, grade } of practised) card = scheduler.next(card, new Date(at), ratings[grade]).card;
    return card.scheduled_days;
  };
}
