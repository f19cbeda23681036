import type { Kind } from "./entry.ts";
import {
  CHANNELS,
  CONTROLS,
  CUSTOMER_OUTCOMES,
  FEELINGS,
  GRADES,
  HABITS,
  NEEDS,
  PLAN_USES,
  REACTIONS,
  RESPONSES,
  STAGES,
  WIN_TYPES,
  WIN_WHO,
} from "./vocabulary.ts";

/** What a field of an entry accepts. `trigger` is open: built-in, personal and pack triggers. */
export type FieldType =
  | { readonly type: "text" }
  | { readonly type: "tag" }
  | { readonly type: "tags" }
  | { readonly type: "trigger" }
  | { readonly type: "id"; readonly of: readonly string[] }
  | { readonly type: "ids"; readonly of: readonly string[]; readonly most: number }
  | { readonly type: "scale"; readonly from: number; readonly to: number }
  | { readonly type: "plan" };

export type Field = FieldType & { readonly required?: true };

const text: Field = { type: "text" };
const tags: Field = { type: "tags" };
const id = (of: readonly string[]): Field => ({ type: "id", of });
const scale = (from: number, to: number): Field => ({ type: "scale", from, to });

/** The fields of each kind in the order in which they are asked, printed and exported. */
export const FIELDS: Readonly<Record<Kind, Readonly<Record<string, Field>>>> = {
  reflection: {
    trigger: { type: "trigger", required: true },
    stage: id(STAGES),
    channel: id(CHANNELS),
    what: text,
    strength: scale(0, 10),
    reactions: { type: "ids", of: REACTIONS, most: 3 },
    planUse: id(PLAN_USES),
    held: scale(1, 5),
    thought: text,
    habits: { type: "ids", of: HABITS, most: HABITS.length },
    theirSide: text,
    need: id(NEEDS),
    teammate: text,
    feeling: id(FEELINGS),
    control: id(CONTROLS),
    plan: { type: "plan" },
    response: id(RESPONSES),
    wantIt: scale(1, 5),
    line: text,
    customer: id(CUSTOMER_OUTCOMES),
    after: scale(0, 10),
    carry: scale(0, 3),
    tags,
  },
  win: {
    what: { ...text, required: true },
    why: text,
    who: id(WIN_WHO),
    type: id(WIN_TYPES),
    tags,
  },
  start: {
    energy: scale(1, 5),
    aside: { type: "tag" },
    helped: text,
    customersDay: text,
    intention: text,
    trigger: { type: "trigger" },
  },
  end: { learned: text, carry: scale(0, 3) },
  rehearsal: {
    trigger: { type: "trigger", required: true },
    grade: { ...id(GRADES), required: true },
  },
  note: { what: { ...text, required: true }, tags },
};
