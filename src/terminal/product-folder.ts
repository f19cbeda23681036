import { closeSync, constants, mkdirSync, openSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { usageError } from "../errors.ts";
import { wrongName } from "./file-name.ts";
import { shownPath, statusOf } from "./output-place.ts";
import { attempted, temporaryBeside, writeBytes, type WriteOptions } from "./product-file.ts";

/** A folder of files on its way: it stands beside its place until it is whole. */
export interface ProductFolder {
  /** @param name with forward slashes; its folders are made */
  write(name: string, text: string): void;
  /** Puts it in its place and gives the absolute path. */
  commit(): string;
  /** Leaves nothing behind. */
  discard(): void;
}

/** Whether there is a folder already; throws where something else stands there, or files and no `force`. */
function hasFiles(path: string, force: boolean): boolean {
  const wrong = wrongName(path, process.platform);
  if (wrong !== null) throw usageError(`${shownPath(path)}: ${wrong}`, "Name a folder, like notes/");
  const status = statusOf(path);
  if (status === null) return false;
  if (!status.isDirectory()) throw usageError(`${shownPath(path)} is there already, and it is no folder`, "Name a new folder.");
  const filled = readdirSync(path).length > 0;
  if (filled && !force) {
    throw usageError(`${shownPath(path)} is there already and holds files`, "Name a new folder, or add --force to write over notes of the same name.");
  }
  return filled;
}

function writeFile(path: string, text: string, made: Set<string>): void {
  const folder = dirname(path);
  if (!made.has(folder)) mkdirSync(folder, { recursive: true, mode: 0o700 });
  made.add(folder);
  const descriptor = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL, 0o600);
  try {
    // Not forced to the disk one by one: that would take a minute for ten years, and the journal has all of it.
    writeBytes(descriptor, text);
  } finally {
    closeSync(descriptor);
  }
}

/** Puts each file in a folder that is there. What else lies in it is not touched; a link in its way is not followed. */
function putInto(temporary: string, target: string, names: readonly string[]): void {
  for (const name of names) {
    const place = join(target, name);
    const folder = dirname(place);
    const status = statusOf(folder);
    if (status === null) mkdirSync(folder, { recursive: true, mode: 0o700 });
    else if (!status.isDirectory()) throw usageError(`${shownPath(folder)} is no folder`, "Name a new folder.");
    renameSync(join(temporary, name), place);
  }
  rmSync(temporary, { recursive: true, force: true });
}

/**
 * Begins a folder of files: there whole or not at all, for nobody else to read (0700, 0600).
 *
 * With `force`, files go into a folder that is there; all of them are on the disk before the first takes its place.
 * @throws a usage failure where something stands at the name already; a failure where it cannot be written
 */
export function openProductFolder(path: string, { force }: WriteOptions): ProductFolder {
  const target = resolve(path);
  const temporary = temporaryBeside(target);
  const names: string[] = [];
  const made = new Set<string>();
  const discard = (): void => {
    rmSync(temporary, { recursive: true, force: true });
  };
  const isFilled = attempted(path, discard, () => hasFiles(target, force));
  attempted(path, discard, () => {
    mkdirSync(temporary, { mode: 0o700 });
  });
  return {
    discard,
    write: (name, text) => {
      attempted(path, discard, () => {
        writeFile(join(temporary, name), text, made);
      });
      names.push(name);
    },
    commit: () =>
      attempted(path, discard, () => {
        if (isFilled) putInto(temporary, target, names);
        else {
          if (statusOf(target) !== null) rmdirSync(target);
          renameSync(temporary, target);
        }
        return target;
      }),
  };
}
