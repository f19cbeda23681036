import { randomBytes } from "node:crypto";
import { accessSync, closeSync, constants, fsyncSync, linkSync, lstatSync, openSync, renameSync, type Stats, unlinkSync, writeSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { failure, usageError, type EvenkeelError } from "../errors.ts";
import { harmless } from "../views/harmless.ts";
import { wrongName } from "./file-name.ts";

export interface WriteOptions {
  /** Write over a file that is there. */
  readonly force: boolean;
}

/** The name is to blame, not the machine. */
const WRONG_NAME = ["ENOENT", "ENOTDIR", "ENAMETOOLONG", "EINVAL", "ELOOP"];

const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  ELOOP: ["links on its way lead in a circle", "Name another place."],
  ENOENT: ["its folder is not there", "Make the folder first, or name another place."],
  ENOTDIR: ["a part of its path is a file, not a folder", "Name another place."],
  EACCES: ["you may not write there", "Name a folder of your own."],
  EPERM: ["you may not write there", "Name a folder of your own."],
  EROFS: ["that disk can only be read", "Name another place."],
  ENOSPC: ["the disk is full", "Make room, or name another disk."],
  EDQUOT: ["your share of the disk is full", "Make room, or name another disk."],
  ENAMETOOLONG: ["the name is too long", "Name a shorter one."],
  EINVAL: ["that is no name for a file here", "Name another one."],
};

function shown(path: string): string {
  return harmless(path, "?").replaceAll("\n", " ");
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "";
}

function cannotWrite(path: string, error: unknown): EvenkeelError {
  const [what, next] = REASONS[codeOf(error)] ?? [`the system says ${codeOf(error) || "no"}`, "Name another place."];
  const because = WRONG_NAME.includes(codeOf(error)) ? usageError : failure;
  return because(`${shown(path)} was not written: ${what}`, next);
}

function taken(path: string): EvenkeelError {
  return usageError(`${shown(path)} is there already`, "Add --force to write over it, or name another file.");
}

function statusOf(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw cannotWrite(path, error);
  }
}

/** Throws where something else than an ordinary file stands at the name. */
function refuseSpecial(path: string, status: Stats): void {
  if (status.isDirectory()) throw usageError(`${shown(path)} is a folder`, "Name a file in it.");
  if (status.isSymbolicLink()) {
    throw usageError(`${shown(path)} is a link to another place`, "Name that place itself, so that nothing is written over by mistake.");
  }
  if (!status.isFile()) throw usageError(`${shown(path)} is no ordinary file`, "For standard output write -");
}

/**
 * Whether an ordinary file stands at the name, so that it has to be asked or said before it is written over.
 *
 * @throws a usage failure for a folder, a link or a device, which are never written over
 */
export function isTaken(path: string, platform: string = process.platform): boolean {
  const wrong = wrongName(path, platform);
  if (wrong !== null) throw usageError(path === "" ? wrong : `${shown(path)}: ${wrong}`, "Name a file, like card.pdf");
  const status = statusOf(path);
  if (status !== null) refuseSpecial(path, status);
  return status !== null;
}

/**
 * Throws what `writeProduct` would throw for a name that cannot be written to, before anything is made.
 */
export function assertFree(path: string, { force }: WriteOptions): void {
  if (isTaken(path) && !force) throw taken(path);
  const folder = dirname(resolve(path));
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw cannotWrite(path, error);
  }
}

function writeWhole(path: string, bytes: Uint8Array): void {
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(descriptor, bytes, done);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
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
    if (codeOf(error) === "EEXIST") throw taken(path);
    // A file system without links: the moment between looking and naming stays.
    if (statusOf(path) !== null) throw taken(path);
    renameSync(temporary, path);
    return;
  }
  unlinkSync(temporary);
}

/** Writes beside the name, where nobody can have put a link, and then takes the name. */
function put(path: string, bytes: Uint8Array, force: boolean): void {
  const temporary = join(dirname(path), `.evenkeel-${randomBytes(8).toString("hex")}.tmp`);
  try {
    writeWhole(temporary, bytes);
    if (force) renameSync(temporary, path);
    else nameNew(temporary, path);
  } catch (error) {
    removeIfThere(temporary);
    throw error;
  }
}

/**
 * Writes a product (card, roadmap, review, export) to a file: whole or not at all, for nobody else to read (0600).
 *
 * @param path as the person typed it, relative to the working folder; `-` is for the caller to handle
 * @returns the absolute path
 * @throws a usage failure where a file is there and `force` is not set, where the name is a folder, a link or a device,
 *   or where its folder is missing; a failure where it cannot be written. Nothing is changed then.
 */
export function writeProduct(path: string, product: string | Uint8Array, { force }: WriteOptions): string {
  if (isTaken(path) && !force) throw taken(path);
  const whole = resolve(path);
  try {
    put(whole, typeof product === "string" ? Buffer.from(product) : product, force);
  } catch (error) {
    if (error instanceof Error && error.name === "EvenkeelError") throw error;
    throw cannotWrite(path, error);
  }
  return whole;
}

/**
 * Writes a product beside others of its kind: `card.pdf`, or where that is taken `card-2.pdf` and so on.
 * @returns the absolute path
 */
export function writeProductAside(folder: string, name: string, extension: string, product: Uint8Array): string {
  for (let number = 1; ; number++) {
    const path = join(folder, `${name}${number === 1 ? "" : `-${number}`}${extension}`);
    if (statusOf(path) === null) return writeProduct(path, product, { force: false });
  }
}
