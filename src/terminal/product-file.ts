import { randomBytes } from "node:crypto";
import { accessSync, closeSync, constants, fsyncSync, linkSync, openSync, renameSync, unlinkSync, writeSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { EvenkeelError } from "../errors.ts";
import { cannotWrite, errorCode, isTaken, statusOf, taken } from "./output-place.ts";

export interface WriteOptions {
  /** Write over a file that is there. */
  readonly force: boolean;
}

/** A file on its way: under a name of its own beside its place until it is whole. */
export interface ProductFile {
  write(part: string | Uint8Array): void;
  /** Puts it in its place and gives the absolute path. */
  commit(): string;
  /** Leaves nothing behind. */
  discard(): void;
}

function removeIfThere(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It has its name already, or the disk is gone: the first error is the one to tell.
  }
}

/** Gives the temporary file its name, and never to something that came there in the meantime. */
function nameNew(temporary: string, path: string): void {
  try {
    linkSync(temporary, path);
  } catch (error) {
    if (errorCode(error) === "EEXIST") throw taken(path);
    // A file system without links: the moment between looking and naming stays.
    if (statusOf(path) !== null) throw taken(path);
    renameSync(temporary, path);
    return;
  }
  unlinkSync(temporary);
}

/** Writes all of it: a disk takes fewer bytes than given before it says that it is full. */
export function writeBytes(descriptor: number, part: string | Uint8Array): void {
  const bytes = typeof part === "string" ? Buffer.from(part) : part;
  for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
}

/** A name beside the place, which nobody can have put a link at. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.evenkeel-${randomBytes(8).toString("hex")}.tmp`);
}

/** Runs one step of a write; what the disk says becomes a failure, and `discard` is called first. */
export function attempted<R>(path: string, discard: () => void, act: () => R): R {
  try {
    return act();
  } catch (error) {
    discard();
    throw error instanceof EvenkeelError ? error : cannotWrite(path, error);
  }
}

/**
 * Begins a product (export, card, roadmap) that is written part by part: it is there whole or not at all, for nobody else
 * to read (0600). To be ended with `commit` or `discard`; a write that fails has discarded it.
 *
 * @param path as the person typed it, relative to the working folder; `-` is for the caller to handle
 * @throws as `writeProduct`
 */
export function openProduct(path: string, { force }: WriteOptions): ProductFile {
  if (isTaken(path) && !force) throw taken(path);
  const whole = resolve(path);
  const temporary = temporaryBeside(whole);
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL;
  let descriptor: number | null = attempted(path, () => undefined, () => openSync(temporary, flags, 0o600));
  const close = (): void => {
    if (descriptor !== null) closeSync(descriptor);
    descriptor = null;
  };
  const discard = (): void => {
    close();
    removeIfThere(temporary);
  };
  return {
    discard,
    write: (part) => {
      attempted(path, discard, () => {
        if (descriptor !== null) writeBytes(descriptor, part);
      });
    },
    commit: () =>
      attempted(path, discard, () => {
        if (descriptor !== null) fsyncSync(descriptor);
        close();
        if (force) renameSync(temporary, whole);
        else nameNew(temporary, whole);
        return whole;
      }),
  };
}

/** Throws what `openProduct` would throw for a name that cannot be written to, before anything is made. */
export function assertFree(path: string, { force }: WriteOptions): void {
  if (isTaken(path) && !force) throw taken(path);
  attempted(path, () => undefined, () => {
    accessSync(dirname(resolve(path)), constants.W_OK | constants.X_OK);
  });
}
