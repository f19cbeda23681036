import { dirname, join } from "node:path";
import type { Disk } from "./disk.ts";
import { attempt, codeOf, unlessCode } from "./disk.ts";

const FOLDER = 0o700;
const FILE = 0o600;
const SUFFIX = ".tmp";

export interface WriteOptions {
  /** Names the temp file together with random letters, so that leftovers can be told apart. */
  readonly owner: string;
  readonly random: () => number;
  /** Whether the bytes must survive a power cut when this returns. */
  readonly durable: boolean;
}

/** A file written whole under a temp name. `commit` puts it in place; `discard` takes it away. */
export interface Staged {
  readonly path: string;
  commit(): void;
  discard(): void;
}

export function randomLetters(random: () => number, length: number): string {
  const letters = "0123456789abcdefghjkmnpqrstvwxyz";
  return Array.from({ length }, () => letters.charAt(Math.floor(random() * letters.length))).join("");
}

/** Whether a name is one of ours for a file not yet in place; the owner is in it. */
export function tempOwner(name: string): string | null {
  return /^\.([0-9A-Za-z]+)-[0-9a-z]{10}\.tmp$/.exec(name)?.[1] ?? null;
}

/** Makes a folder and its missing parents, all 0700, and sets a wider mode of the folder itself back to that. */
export function ensureFolder(disk: Disk, folder: string): void {
  const there = disk.target(folder);
  if (there === null) {
    const parent = dirname(folder);
    if (parent !== folder) ensureParent(disk, parent);
    unlessCode(
      ["EEXIST"],
      () => {
        disk.mkdir(folder, FOLDER);
      },
      undefined,
    );
    keepFolder(disk, parent);
  } else if (there.kind !== "folder") {
    throw Object.assign(new Error("not a folder"), { code: "ENOTDIR", path: folder });
  }
  if (there?.mode !== FOLDER) {
    attempt(() => {
      disk.chmod(folder, FOLDER);
    });
  }
}

function ensureParent(disk: Disk, folder: string): void {
  if (disk.target(folder) === null) ensureFolder(disk, folder);
}

/** What systems say where a folder cannot be opened or synced (Windows, some network disks): then it is left to them. */
const NO_FOLDER_SYNC = ["EINVAL", "ENOTSUP", "EISDIR", "EPERM", "EBADF"];

/** Makes names in a folder survive a power cut. */
export function keepFolder(disk: Disk, folder: string): void {
  const fd = unlessCode(NO_FOLDER_SYNC, () => disk.open(folder, "r"), null);
  if (fd === null) return;
  try {
    unlessCode(
      NO_FOLDER_SYNC,
      () => {
        disk.fsync(fd);
      },
      undefined,
    );
  } finally {
    disk.close(fd);
  }
}

/** Makes a new file, 0600, with these bytes. A file or a link of that name is left alone: `EEXIST`. */
export function createFile(disk: Disk, path: string, bytes: Uint8Array, durable: boolean): void {
  const fd = disk.open(path, "wx", FILE);
  try {
    // The umask may have taken rights that the owner needs; some disks know no modes.
    unlessCode(
      ["EPERM", "ENOTSUP", "ENOSYS", "EINVAL"],
      () => {
        disk.fchmod(fd, FILE);
      },
      undefined,
    );
    for (let from = 0; from < bytes.length;) from += disk.write(fd, bytes, from);
    if (durable) disk.fsync(fd);
  } finally {
    disk.close(fd);
  }
}

/** Makes a temp file beside `target` with these bytes and gives its path. A name that is taken, by chance or planted, is left alone. */
export function createTemp(disk: Disk, target: string, bytes: Uint8Array, options: WriteOptions): string {
  for (let tries = 1; ; tries += 1) {
    const temp = join(dirname(target), `.${options.owner}-${randomLetters(options.random, 10)}${SUFFIX}`);
    try {
      createFile(disk, temp, bytes, options.durable);
      return temp;
    } catch (error) {
      if (codeOf(error) !== "EEXIST")
        attempt(() => {
          disk.unlink(temp);
        });
      if (codeOf(error) !== "EEXIST" || tries === 5) throw error;
    }
  }
}

/** Writes all bytes to a new file beside `target`. Throws Node's error, and leaves nothing behind, when it cannot. */
export function stage(disk: Disk, target: string, bytes: Uint8Array, options: WriteOptions): Staged {
  const temp = createTemp(disk, target, bytes, options);
  return {
    path: target,
    discard: () => {
      attempt(() => {
        disk.unlink(temp);
      });
    },
    commit: () => {
      disk.rename(temp, target);
    },
  };
}

/** Puts a whole file in the place of another, or leaves the old one as it was and throws Node's error. */
export function replaceFile(disk: Disk, target: string, bytes: Uint8Array, options: WriteOptions): void {
  const staged = stage(disk, target, bytes, options);
  try {
    staged.commit();
  } catch (error) {
    staged.discard();
    throw error;
  }
  if (options.durable) keepFolder(disk, dirname(target));
}
