/** Ids are stable: they stand in people's journals. Labels and examples are content. The order is the vocabulary order that breaks ties. */

export const TRIGGERS = [
  "rude_tone",
  "personal_insult",
  "threat_harassment",
  "blamed_for_others",
  "complaint_threat",
  "saying_no",
  "entitlement",
  "already_angry",
  "unclear_request",
  "wont_listen",
  "dishonest",
  "customer_distress",
  "my_mistake",
  "unknown_answer",
  "tools_process",
  "time_pressure",
  "team_mood",
  "own_load",
] as const;

/** The trigger that takes the support route: no score, no plan, no reframing. */
export const SUPPORT_TRIGGER = "threat_harassment";

export const REACTIONS = [
  "tight_body",
  "hot_or_racing",
  "shallow_breath",
  "drained",
  "took_personally",
  "judged_them",
  "replayed",
  "snapped",
  "argued",
  "defended",
  "rushed",
  "autopilot",
  "gave_in",
  "dismissed",
  "faked_it",
  "held_steady",
] as const;

export const FEELINGS = [
  "angry",
  "irritated",
  "anxious",
  "overwhelmed",
  "sad",
  "drained",
  "helpless",
  "numb",
  "hurt",
  "ashamed",
  "calm",
  "relieved",
  "content",
  "proud",
  "hopeful",
  "energised",
] as const;

/** In road order: the order in which a case is lived. */
export const STAGES = [
  "before",
  "greeting",
  "verify",
  "discover",
  "acknowledge",
  "hold_research",
  "explain_offer",
  "limit_no",
  "transfer",
  "confirm_next",
  "close",
  "wrap_up",
  "after_shift",
] as const;

export const CHANNELS = [
  "phone",
  "chat",
  "email",
  "ticket",
  "social",
  "messaging",
  "video",
  "in_person",
  "internal",
] as const;

export const RESPONSES = [
  "pause",
  "not_me",
  "perspective",
  "accept",
  "listen",
  "acknowledge",
  "own_it",
  "confirm",
  "ask_want",
  "can_cannot",
  "steer",
  "boundary",
  "get_help",
  "repair",
  "let_go",
  "small_extra",
] as const;

export const HABITS = [
  "personalising",
  "mind_reading",
  "worst_case",
  "all_or_nothing",
  "should_rules",
  "labelling",
  "one_bad_day",
  "discounting_wins",
  "owning_others",
] as const;

export const NEEDS = ["heard", "explained", "fast", "reassured", "fairness", "other"] as const;

export const PLAN_USES = ["used", "forgot", "not_needed"] as const;
export const CONTROLS = ["mine", "shared", "not_mine"] as const;
export const CUSTOMER_OUTCOMES = ["worse", "same", "better", "unknown"] as const;
export const WIN_WHO = ["customer", "team", "me", "company"] as const;
export const WIN_TYPES = ["turnaround", "difference", "unseen", "skill", "thanks"] as const;
export const GRADES = ["forgot", "hard", "good", "easy"] as const;

export type Stage = (typeof STAGES)[number];
export type PlanUse = (typeof PLAN_USES)[number];
export type Control = (typeof CONTROLS)[number];
export type Grade = (typeof GRADES)[number];
