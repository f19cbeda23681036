import type { Reflection, Win } from "../reflection/entry.ts";

/** One case or win of the sample journal, before it has a date and words. */
interface Timed {
  /** Shift-days before the day on which the journal is looked at. */
  readonly back: number;
  /** Minutes after the shift began, at 22:00. */
  readonly minute: number;
  /** The words of it, in the content. */
  readonly text: string;
}

type Answers = Omit<Reflection, "id" | "at" | "shift" | "kind" | "plan" | "what" | "trigger">;
export type SampleCase = Timed & { readonly trigger: string; readonly plans?: true; readonly answers: Answers };
export type SampleWin = Timed & Pick<Win, "who" | "type">;

/** Shift-days on which somebody worked, with the energy before, what came home after, and the first case's minute. */
export const SAMPLE_SHIFTS: readonly { readonly back: number; readonly energy: number; readonly carry: number }[] = [
  { back: 41, energy: 3, carry: 1 },
  { back: 38, energy: 4, carry: 1 },
  { back: 36, energy: 4, carry: 0 },
  { back: 33, energy: 2, carry: 1 },
  { back: 31, energy: 3, carry: 0 },
  { back: 29, energy: 3, carry: 2 },
  { back: 26, energy: 4, carry: 0 },
  { back: 24, energy: 2, carry: 1 },
  { back: 22, energy: 4, carry: 0 },
  { back: 20, energy: 4, carry: 0 },
  { back: 18, energy: 3, carry: 2 },
  { back: 16, energy: 4, carry: 0 },
  { back: 15, energy: 3, carry: 0 },
  { back: 13, energy: 3, carry: 2 },
  { back: 12, energy: 2, carry: 1 },
  { back: 10, energy: 3, carry: 2 },
  { back: 9, energy: 4, carry: 0 },
  { back: 7, energy: 4, carry: 0 },
  { back: 5, energy: 4, carry: 0 },
  { back: 3, energy: 3, carry: 1 },
  { back: 2, energy: 2, carry: 2 },
  { back: 1, energy: 4, carry: 0 },
];

function no(back: number, minute: number, text: string, answers: Answers): SampleCase {
  return { back, minute, text, trigger: "saying_no", answers: { stage: "limit_no", channel: "phone", ...answers } };
}

function rude(back: number, minute: number, text: string, answers: Answers): SampleCase {
  return { back, minute, text, trigger: "rude_tone", answers: { stage: "limit_no", channel: "phone", ...answers } };
}

function angry(back: number, minute: number, text: string, answers: Answers): SampleCase {
  return { back, minute, text, trigger: "already_angry", answers: { stage: "greeting", channel: "phone", ...answers } };
}

function tools(back: number, minute: number, text: string, answers: Answers): SampleCase {
  return { back, minute, text, trigger: "tools_process", answers: { stage: "hold_research", ...answers } };
}

const used = { planUse: "used", response: "can_cannot" } as const;
const forgot = { planUse: "forgot" } as const;
const STEADY = ["held_steady"] as const;

const NOES: readonly SampleCase[] = [
  no(41, 95, "refund_too_late", { ...used, strength: 3, held: 3, reactions: ["tight_body", "gave_in"] }),
  no(36, 210, "no_third_voucher", { ...used, strength: 8, held: 4, reactions: STEADY }),
  no(31, 60, "no_early_upgrade", { ...used, strength: 4, held: 4, reactions: ["rushed"] }),
  no(26, 300, "no_discount_twice", { ...used, strength: 6, held: 5, reactions: STEADY, customer: "same" }),
  no(22, 140, "no_refund_for_parcel", { ...used, strength: 6, held: 4, reactions: STEADY, customer: "better" }),
  no(16, 255, "no_free_month", { ...used, strength: 9, held: 4, reactions: STEADY, customer: "better" }),
  no(12, 330, "no_extra_credit", { ...used, strength: 7, held: 4, reactions: ["gave_in"] }),
  no(9, 190, "no_cash_payout", { ...used, strength: 6, held: 4, reactions: STEADY }),
  no(3, 320, "no_late_fee_waiver", { ...forgot, strength: 6, held: 2, reactions: ["gave_in"] }),
  no(1, 240, "no_swap_without_receipt", { ...used, strength: 5, held: 4, reactions: STEADY, customer: "better" }),
];

const pause = { planUse: "used", response: "pause" } as const;
const RUDE: readonly SampleCase[] = [
  {
    ...rude(38, 150, "shouted_at_hold_music", { strength: 7, held: 3, reactions: ["tight_body", "took_personally"] }),
    plans: true,
  },
  rude(29, 70, "called_me_a_robot", { ...pause, strength: 7, held: 3, reactions: ["tight_body", "snapped"] }),
  rude(18, 200, "shouting_over_me", { ...pause, strength: 5, held: 3, reactions: ["tight_body", "took_personally"] }),
  rude(10, 120, "swore_at_the_form", {
    ...forgot,
    strength: 9,
    held: 3,
    reactions: ["tight_body", "took_personally", "replayed"],
    habits: ["should_rules"],
    need: "heard",
    feeling: "irritated",
    control: "shared",
    after: 4,
    carry: 2,
  }),
  rude(5, 180, "shouted_for_manager", { ...pause, strength: 7, held: 4, reactions: ["tight_body"], stage: "greeting" }),
  rude(3, 110, "swore_about_wait", { ...pause, strength: 6, held: 4, reactions: STEADY }),
  rude(2, 45, "yelled_at_the_start", {
    ...forgot,
    strength: 8,
    held: 3,
    reactions: ["tight_body", "took_personally"],
    stage: "greeting",
  }),
];

const ANGRY: readonly SampleCase[] = [
  { ...angry(33, 100, "loud_from_hello", { strength: 4, held: 2, reactions: ["rushed"] }), plans: true },
  angry(20, 160, "came_in_after_transfer", {
    planUse: "used",
    response: "listen",
    strength: 5,
    held: 4,
    reactions: STEADY,
  }),
  angry(13, 35, "angry_about_outage", { ...forgot, strength: 8, held: 2, reactions: ["rushed", "argued"] }),
  angry(12, 50, "angry_second_night", { ...forgot, strength: 7, held: 3, reactions: ["argued"] }),
  angry(9, 75, "angry_about_bill", { ...forgot, strength: 6, held: 2, reactions: ["rushed"] }),
];

const notMine = { control: "not_mine" } as const;
const OTHERS: readonly SampleCase[] = [
  tools(41, 250, "search_was_down", { ...notMine, strength: 4, held: 4, reactions: ["drained"] }),
  tools(24, 230, "queue_froze", { ...notMine, strength: 3, held: 3, reactions: ["autopilot"] }),
  tools(15, 265, "login_failed_again", { control: "shared", strength: 5, held: 2, reactions: ["rushed"] }),
  tools(7, 290, "card_reader_slow", { ...notMine, strength: 3, held: 3, reactions: STEADY }),
  tools(2, 380, "notes_tool_lost_text", { ...notMine, strength: 4, held: 4, reactions: ["drained"], stage: "wrap_up" }),
  {
    back: 10,
    minute: 340,
    text: "wrong_date_booked",
    trigger: "my_mistake",
    answers: {
      stage: "confirm_next",
      strength: 5,
      held: 4,
      reactions: ["hot_or_racing"],
      habits: ["mind_reading"],
      feeling: "ashamed",
      control: "mine",
      after: 2,
      carry: 1,
      customer: "better",
    },
  },
  {
    back: 24,
    minute: 20,
    text: "team_was_low",
    trigger: "team_mood",
    answers: { stage: "before", strength: 4, held: 3, reactions: ["drained"], feeling: "sad", after: 3 },
  },
  { back: 29, minute: 280, text: "threat_on_the_line", trigger: "threat_harassment", answers: { strength: 7 } },
];

/** The thirty cases: 29 that are ranked, one that takes the support route. */
export const SAMPLE_CASES: readonly SampleCase[] = [...NOES, ...RUDE, ...ANGRY, ...OTHERS];

export const SAMPLE_WINS: readonly SampleWin[] = [
  { back: 41, minute: 330, text: "kept_the_queue", who: "team" },
  { back: 38, minute: 300, text: "slow_reader", who: "customer", type: "difference" },
  { back: 36, minute: 330, text: "laughed_about_weather", who: "me" },
  { back: 31, minute: 210, text: "first_call_solved", who: "customer", type: "skill" },
  { back: 29, minute: 310, text: "calm_after_threat", who: "me", type: "skill" },
  { back: 24, minute: 360, text: "tea_for_the_row", who: "team", type: "unseen" },
  { back: 22, minute: 150, text: "offered_repair", who: "customer", type: "turnaround" },
  { back: 20, minute: 180, text: "let_him_finish", who: "customer", type: "turnaround" },
  { back: 12, minute: 400, text: "booked_her_back", who: "customer", type: "unseen" },
  { back: 5, minute: 280, text: "card_worked", who: "customer", type: "difference" },
  { back: 3, minute: 345, text: "refund_trick", who: "team", type: "difference" },
  { back: 1, minute: 250, text: "said_no_kindly", who: "customer", type: "thanks" },
];
