/**
 * What lies between the store and the disk: bytes in, bytes out, a whole file at a time.
 *
 * Both throw a `journal` failure when they cannot.
 */
export interface Vault {
  seal(plain: Uint8Array): Uint8Array;
  /** @param file for the sentence when it cannot be opened */
  open(kept: Buffer, file: string): Buffer;
}

/** Nothing is sealed. */
export const plainVault: Vault = { seal: (plain) => plain, open: (kept) => kept };
