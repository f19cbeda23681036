import { closeSync, openSync, readSync } from "node:fs";

/** Ten years of entries take a third of it. More would only fill the memory: a device, a pipe that never ends. */
export const MOST_INPUT = 100_000_000;
const CHUNK = 1 << 16;

/** More bytes than anything that evenkeel reads. */
export class TooLarge extends Error {
  readonly code = "EFBIG";
}

/** All bytes of a file or a pipe. Throws `TooLarge` past `most`, and Node's errors. */
export function readBounded(path: string, most = MOST_INPUT): Uint8Array {
  const descriptor = openSync(path, "r");
  const chunks: Buffer[] = [];
  let total = 0;
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(Math.min(CHUNK << Math.min(chunks.length, 6), most + 1));
      const read = readSync(descriptor, chunk);
      if (read === 0) return Buffer.concat(chunks, total);
      chunks.push(chunk.subarray(0, read));
      total += read;
      if (total > most) throw new TooLarge();
    }
  } finally {
    closeSync(descriptor);
  }
}
