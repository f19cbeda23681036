import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  writeSync,
  type Stats,
} from "node:fs";

/** What is known of a file without opening it. */
export interface FileFacts {
  readonly kind: "file" | "folder" | "link" | "other";
  readonly size: number;
  readonly mode: number;
  /** In such a folder only a file's owner may rename or remove it. */
  readonly sticky?: boolean;
  readonly uid: number;
  readonly ino: number;
  /** Milliseconds since 1970, with fractions. */
  readonly changed: number;
}

/** The few calls to the file system that the store makes. Every one throws Node's errors with a `code`. */
export interface Disk {
  /** @param flags as in `fs.open`; `wx` never follows a link */
  open(path: string, flags: string, mode?: number): number;
  /** How many bytes were taken, which may be fewer than given. */
  write(fd: number, bytes: Uint8Array, from: number): number;
  fsync(fd: number): void;
  fchmod(fd: number, mode: number): void;
  close(fd: number): void;
  read(path: string): Buffer;
  list(folder: string): string[];
  /** Of the thing itself, also where it is a link; null where nothing is there. */
  facts(path: string): FileFacts | null;
  /** Of what the path leads to; null where nothing is there. */
  target(path: string): FileFacts | null;
  mkdir(path: string, mode: number): void;
  chmod(path: string, mode: number): void;
  rename(from: string, to: string): void;
  link(from: string, to: string): void;
  unlink(path: string): void;
  rmdir(path: string): void;
  realpath(path: string): string;
  /** Throws unless this process may write there. */
  assertWritable(path: string): void;
}

function factsOf(stats: Stats | undefined): FileFacts | null {
  if (stats === undefined) return null;
  const kind = stats.isFile() ? "file" : stats.isDirectory() ? "folder" : stats.isSymbolicLink() ? "link" : "other";
  return { kind, size: stats.size, mode: stats.mode & 0o777, sticky: (stats.mode & 0o1000) !== 0, uid: stats.uid, ino: stats.ino, changed: stats.mtimeMs };
}

export const nodeDisk: Disk = {
  open: (path, flags, mode) => openSync(path, flags, mode),
  write: (fd, bytes, from) => writeSync(fd, bytes, from),
  fsync: (fd) => {
    fsyncSync(fd);
  },
  fchmod: (fd, mode) => {
    fchmodSync(fd, mode);
  },
  close: (fd) => {
    closeSync(fd);
  },
  read: (path) => readFileSync(path),
  list: (folder) => readdirSync(folder),
  facts: (path) => factsOf(lstatSync(path, { throwIfNoEntry: false })),
  target: (path) => factsOf(statSync(path, { throwIfNoEntry: false })),
  mkdir: (path, mode) => {
    mkdirSync(path, { mode });
  },
  chmod: (path, mode) => {
    chmodSync(path, mode);
  },
  rename: (from, to) => {
    renameSync(from, to);
  },
  link: (from, to) => {
    linkSync(from, to);
  },
  unlink: (path) => {
    unlinkSync(path);
  },
  rmdir: (path) => {
    rmdirSync(path);
  },
  realpath: (path) => realpathSync(path),
  assertWritable: (path) => {
    accessSync(path, constants.W_OK | constants.X_OK);
  },
};

/** The `code` of a Node error (`ENOENT`), or null for anything else. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error) || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}

/** Runs `act`; an error with one of `codes` gives `otherwise`. */
export function unlessCode<T, U>(codes: readonly string[], act: () => T, otherwise: U): T | U {
  try {
    return act();
  } catch (error) {
    if (codes.includes(codeOf(error) ?? "")) return otherwise;
    throw error;
  }
}

/** For tidying up: what cannot be done is left for `doctor`. */
export function attempt(act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (codeOf(error) === null) throw error;
    return false;
  }
}
