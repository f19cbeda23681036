import { posix } from "node:path";
import type { Disk, FileFacts } from "../disk.ts";

function missing(path: string): Error {
  return Object.assign(new Error(`no ${path}`), { code: "ENOENT" });
}

function refused(): never {
  throw Object.assign(new Error("only for reading"), { code: "EROFS" });
}

/** A disk made of files in memory, for reading what a backup holds with the same eyes as the journal. */
export function shelf(files: ReadonlyMap<string, Buffer>): Disk {
  const facts = (path: string): FileFacts | null => {
    const bytes = files.get(path);
    if (bytes === undefined) return null;
    return { kind: "file", size: bytes.length, mode: 0o600, uid: 0, ino: 0, changed: 0 };
  };
  const folderFacts = (path: string): FileFacts | null =>
    [...files.keys()].some((file) => posix.dirname(file) === path) ? { kind: "folder", size: 0, mode: 0o700, uid: 0, ino: 0, changed: 0 } : null;
  return {
    read: (path) => files.get(path) ?? refuseMissing(path),
    list: (folder) => {
      const names = [...files.keys()]
        .filter((path) => posix.dirname(path) === folder)
        .map((path) => posix.basename(path));
      return names.length > 0 ? names : refuseMissing(folder);
    },
    facts,
    target: (path) => facts(path) ?? folderFacts(path),
    realpath: (path) => path,
    open: refused,
    write: refused,
    fsync: refused,
    fchmod: refused,
    close: refused,
    mkdir: refused,
    chmod: refused,
    rename: refused,
    link: refused,
    unlink: refused,
    rmdir: refused,
    assertWritable: refused,
  };
}

function refuseMissing(path: string): never {
  throw missing(path);
}
