import { lstatSync, type Stats } from "node:fs";
import { failure, usageError, type EvenkeelError } from "../errors.ts";
import { harmless } from "../views/harmless.ts";
import { wrongName } from "./file-name.ts";

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

export function shownPath(path: string): string {
  return harmless(path, "?").replaceAll("\n", " ");
}

export function errorCode(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "";
}

export function cannotWrite(path: string, error: unknown): EvenkeelError {
  const [what, next] = REASONS[errorCode(error)] ?? [`the system says ${errorCode(error) || "no"}`, "Name another place."];
  const because = WRONG_NAME.includes(errorCode(error)) ? usageError : failure;
  return because(`${shownPath(path)} was not written: ${what}`, next);
}

export function taken(path: string): EvenkeelError {
  return usageError(`${shownPath(path)} is there already`, "Add --force to write over it, or name another file.");
}

export function statusOf(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch (error) {
    if (errorCode(error) === "ENOENT") return null;
    throw cannotWrite(path, error);
  }
}

/** Throws where something else than an ordinary file stands at the name. */
function refuseSpecial(path: string, status: Stats): void {
  if (status.isDirectory()) throw usageError(`${shownPath(path)} is a folder`, "Name a file in it.");
  if (status.isSymbolicLink()) {
    throw usageError(`${shownPath(path)} is a link to another place`, "Name that place itself, so that nothing is written over by mistake.");
  }
  if (!status.isFile()) throw usageError(`${shownPath(path)} is no ordinary file`, "For standard output write -");
}

/**
 * Whether an ordinary file stands at the name, so that it has to be asked or said before it is written over.
 *
 * @throws a usage failure for a folder, a link or a device, which are never written over
 */
export function isTaken(path: string, platform: string = process.platform): boolean {
  const wrong = wrongName(path, platform);
  if (wrong !== null) throw usageError(path === "" ? wrong : `${shownPath(path)}: ${wrong}`, "Name a file, like card.pdf");
  const status = statusOf(path);
  if (status !== null) refuseSpecial(path, status);
  return status !== null;
}
