import type { SyncAdapter } from "lowdb";
import type { Staged } from "./atomic.ts";
import type { Disk } from "./disk.ts";
import { unlessCode } from "./disk.ts";
import type { Document } from "./document.ts";
import { parseDocument, serialise } from "./document.ts";
import type { Format } from "./migrate.ts";
import { letterFor } from "./letter.ts";
import type { FileName } from "./names.ts";
import type { Vault } from "./vault.ts";

/** How a file is put down: in place at once, or staged until the other files of the same change are ready. */
export type PutDown = (path: string, bytes: Uint8Array) => void;

/** The bytes of one file; null where there is none. */
export function bytesOf(disk: Disk, path: string, putDown: PutDown): SyncAdapter<Buffer> {
  return {
    // Looking first: an error for each file that is not there would cost more than all that is read.
    read: () => (disk.target(path) === null ? null : unlessCode(["ENOENT"], () => disk.read(path), null)),
    write: (bytes) => {
      putDown(path, bytes);
    },
  };
}

/** The same bytes on the other side of a vault. */
export function sealed(inner: SyncAdapter<Buffer>, vault: Vault, path: string): SyncAdapter<Buffer> {
  return {
    read: () => {
      const kept = inner.read();
      return kept === null ? null : vault.open(kept, path);
    },
    write: (plain) => {
      inner.write(Buffer.from(vault.seal(plain)));
    },
  };
}

/** A file of records. Reading never throws for what stands in it; see `Document`. */
export function recordsIn(inner: SyncAdapter<Buffer>, { place, letter }: FileName, format: Format): SyncAdapter<Document> {
  return {
    read: () => {
      const bytes = inner.read();
      if (bytes === null) return null;
      return letter === true ? letterFor(bytes, place) : parseDocument(bytes, place, format);
    },
    write: (document) => {
      inner.write(Buffer.from(serialise(document.records, place, format.version)));
    },
  };
}

/** For files that are only read. */
export const readOnly: PutDown = (path) => {
  throw new Error(`${path} was opened for reading only`);
};

/** Keeps what was staged, so that all of it can be put in place, or none. */
export function staging(stage: (path: string, bytes: Uint8Array) => Staged, into: Staged[]): PutDown {
  return (path, bytes) => {
    into.push(stage(path, bytes));
  };
}
