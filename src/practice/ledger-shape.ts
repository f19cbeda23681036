import type { Ledger } from "./ledger.ts";

type Bag = Readonly<Record<string, unknown>>;

const isBag = (value: unknown): value is Bag => typeof value === "object" && value !== null && !Array.isArray(value);
const isTime = (value: unknown): boolean => value === null || typeof value === "number";

function isHistory(value: unknown): boolean {
  if (!isBag(value) || typeof value["trigger"] !== "string" || !Array.isArray(value["strengths"])) return false;
  const { plan } = value;
  return plan === null || (isBag(plan) && typeof plan["since"] === "string" && isBag(plan["evidence"]));
}

/** Whether plain data from a cache has the shape of a folded past. */
export function isFoldedPast(value: unknown): value is { readonly ledger: Ledger; readonly last: number | null } {
  if (!isBag(value) || !isTime(value["last"])) return false;
  const { ledger } = value;
  return isBag(ledger) && isTime(ledger["until"]) && Array.isArray(ledger["triggers"]) && ledger["triggers"].every(isHistory);
}
