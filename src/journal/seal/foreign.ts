import type { Age } from "./age.ts";
import { KEY_STANZA } from "./sealed-vault.ts";
import { identityIn, recoveryKeyIn, wrongPassphrase } from "./unlock.ts";

/** The key under its passphrase that a backup brings in its head; null where it brings none. */
export function keyInHead(bytes: Buffer): string | null {
  const head = bytes.toString("latin1", 0, bytes.indexOf("\n---"));
  const found = new RegExp(`^-> ${KEY_STANZA}\\n((?:[A-Za-z0-9+/]+\\n?)+)`, "m").exec(`${head}\n`);
  return found === null ? null : Buffer.from((found[1] ?? "").replaceAll("\n", ""), "base64").toString("utf8");
}

/** Opens a file with the key in its own head, or with a recovery key. Throws a `journal` failure for a wrong passphrase. */
export function openAlone(age: Age, bytes: Buffer, typed: string): Buffer {
  const key = keyInHead(bytes);
  const identity = recoveryKeyIn(typed) ?? (key === null ? null : identityIn(age, key, typed));
  const plain = identity === null || age.recipientOf(identity) === null ? "other" : age.open(bytes, [identity]);
  if (!(plain instanceof Buffer)) throw wrongPassphrase();
  return plain;
}
