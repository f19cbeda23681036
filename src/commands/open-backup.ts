import { ageIn } from "../journal/seal/age.ts";
import { openAlone } from "../journal/seal/foreign.ts";
import type { Vault } from "../journal/vault.ts";
import type { Session } from "../session.ts";
import { givenPassphrase } from "./unlock.ts";

/** Whether the journal's own key opens it. */
export function opensWith(vault: Vault, bytes: Buffer): boolean {
  if (vault.state !== "open") return false;
  try {
    vault.open(bytes, "");
    return true;
  } catch {
    return false;
  }
}

/** Asks for the passphrase a backup was sealed with. Throws a `journal` failure for a wrong one. */
export async function askToOpen(session: Session, bytes: Buffer): Promise<Pick<Vault, "open">> {
  const typed = await givenPassphrase(session, session.say("sealing.askBackup"));
  const plain = openAlone(ageIn(session.runtime.seal.worker), bytes, typed);
  return { open: () => plain };
}
