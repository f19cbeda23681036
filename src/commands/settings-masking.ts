import type { MaskCounts } from "../reflection/identifying/entry-mask.ts";
import { findIdentifying } from "../reflection/identifying/find.ts";
import { alwaysMasked, type Identifying } from "../reflection/identifying/span.ts";
import type { Session } from "../session.ts";
import type { SettingValue } from "../settings/keys.ts";
import { maskingOf } from "./masking.ts";
import { sayMasked } from "./say-masked.ts";

/** Settings that hold words of the person, and what is wanted in them. */
const WORDED: Readonly<Record<string, readonly Identifying[]>> = {
  goal: [],
  words: [],
  contact: ["phone", "email", "reference"],
};

/**
 * A setting's words as they may be kept. Card numbers and codes are taken out; the rest stays as it was typed and is
 * only pointed out, since it is the person's own; in `contact` a telephone number is what is wanted.
 */
export async function settingMasked(session: Session, key: string, value: SettingValue): Promise<SettingValue> {
  const wanted = WORDED[key];
  if (wanted === undefined || typeof value === "number") return value;
  const { text, counts } = await maskingOf(session, { keeps: "others" });
  const masked = typeof value === "string" ? text(value) : value.map(text);
  const left = typeof masked === "string" ? masked : masked.join(" ");
  const seen: MaskCounts = new Map();
  for (const { kind } of findIdentifying(left)) {
    if (!alwaysMasked(kind) && !wanted.includes(kind)) seen.set(kind, (seen.get(kind) ?? 0) + 1);
  }
  sayMasked(session, counts);
  if (seen.size > 0) session.note(`${session.say("identifying.inSetting", { key })}\n`);
  return masked;
}
