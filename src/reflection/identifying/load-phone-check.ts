import type { PhoneCheck } from "./phone-check.ts";

/** Loads the tables of telephone numbers: they are large, so nothing waits for them that can do without. */
export async function loadPhoneCheck(): Promise<PhoneCheck> {
  return (await import("./phone-check.ts")).phoneCheck;
}
