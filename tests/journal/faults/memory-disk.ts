import { dirname, join } from "node:path";
import type { Disk, FileFacts } from "../../../src/journal/disk.ts";

interface Inode {
  readonly number: number;
  readonly kind: "file" | "folder";
  data: Buffer;
  /** What a power cut leaves for certain. */
  durable: Buffer;
  mode: number;
  changed: number;
  /** Of a folder: names as they are, names that are certain, and what happened since. */
  readonly names: Map<string, Inode>;
  durableNames: Map<string, Inode>;
  pending: Change[];
}

interface Change {
  readonly name: string;
  readonly inode: Inode | null;
}

function fail(code: string, path: string): never {
  throw Object.assign(new Error(`${code}: ${path}`), { code });
}

/**
 * A file system in memory that forgets at a power cut what was not synced: bytes of a file without fsync may be gone or
 * cut short, and names of a folder without fsync may still be the old ones, each folder on its own.
 */
export class MemoryDisk implements Disk {
  private readonly root: Inode;
  private readonly open_ = new Map<number, Inode>();
  private count = 1;
  now = Date.parse("2026-11-22T02:40:00Z");

  constructor() {
    this.root = this.inode("folder", 0o700);
  }

  private inode(kind: Inode["kind"], mode: number): Inode {
    return {
      number: this.count++,
      kind,
      data: Buffer.alloc(0),
      durable: Buffer.alloc(0),
      mode,
      changed: this.now,
      names: new Map(),
      durableNames: new Map(),
      pending: [],
    };
  }

  private find(path: string): Inode | null {
    let at: Inode | null = this.root;
    for (const name of path.split("/").filter((part) => part !== "")) {
      if (at.kind !== "folder") fail("ENOTDIR", path);
      at = at.names.get(name) ?? null;
      if (at === null) return null;
    }
    return at;
  }

  private get(path: string): Inode {
    return this.find(path) ?? fail("ENOENT", path);
  }

  private set(path: string, inode: Inode | null): void {
    const folder = this.get(dirname(path));
    const name = path.slice(dirname(path).length).replaceAll("/", "");
    if (inode === null) folder.names.delete(name);
    else folder.names.set(name, inode);
    folder.pending.push({ name, inode });
  }

  open(path: string, flags: string, mode = 0o600): number {
    const there = this.find(path);
    if (flags === "wx" && there !== null) fail("EEXIST", path);
    if (flags === "r" && there === null) fail("ENOENT", path);
    const inode = there ?? this.inode("file", mode);
    if (there === null) this.set(path, inode);
    const fd = 100 + this.count++;
    this.open_.set(fd, inode);
    return fd;
  }

  private opened(fd: number): Inode {
    return this.open_.get(fd) ?? fail("EBADF", String(fd));
  }

  write(fd: number, bytes: Uint8Array, from: number): number {
    const inode = this.opened(fd);
    inode.data = Buffer.concat([inode.data, bytes.subarray(from)]);
    inode.changed = this.now;
    return bytes.length - from;
  }

  fsync(fd: number): void {
    const inode = this.opened(fd);
    inode.durable = inode.data;
    inode.durableNames = new Map(inode.names);
    inode.pending = [];
  }

  fchmod(fd: number, mode: number): void {
    this.opened(fd).mode = mode;
  }

  close(fd: number): void {
    this.open_.delete(fd);
  }

  read(path: string): Buffer {
    const inode = this.get(path);
    return inode.kind === "file" ? inode.data : fail("EISDIR", path);
  }

  list(path: string): string[] {
    const inode = this.get(path);
    return inode.kind === "folder" ? [...inode.names.keys()] : fail("ENOTDIR", path);
  }

  facts(path: string): FileFacts | null {
    const inode = this.find(path);
    if (inode === null) return null;
    const { kind, data, mode, number, changed } = inode;
    return { kind, size: data.length, mode, uid: 0, ino: number, changed };
  }

  target(path: string): FileFacts | null {
    return this.facts(path);
  }

  mkdir(path: string, mode: number): void {
    if (this.find(path) !== null) fail("EEXIST", path);
    this.set(path, this.inode("folder", mode));
  }

  chmod(path: string, mode: number): void {
    this.get(path).mode = mode;
  }

  rename(from: string, to: string): void {
    const inode = this.get(from);
    if (this.find(to)?.kind === "folder") fail("EISDIR", to);
    this.set(to, inode);
    this.set(from, null);
  }

  link(from: string, to: string): void {
    if (this.find(to) !== null) fail("EEXIST", to);
    this.set(to, this.get(from));
  }

  unlink(path: string): void {
    this.get(path);
    this.set(path, null);
  }

  rmdir(path: string): void {
    this.unlink(path);
  }

  realpath(path: string): string {
    this.get(path);
    return path;
  }

  assertWritable(path: string): void {
    this.get(path);
  }

  /** Every file below a folder with its bytes. */
  files(folder = "/"): Map<string, Buffer> {
    const found = new Map<string, Buffer>();
    for (const [name, inode] of this.find(folder)?.names ?? []) {
      const path = join(folder, name);
      if (inode.kind === "file") found.set(path, inode.data);
      else for (const [below, data] of this.files(path)) found.set(below, data);
    }
    return found;
  }

  /** Puts a whole file there, as a sync program would. */
  place(path: string, bytes: Buffer): void {
    if (this.find(dirname(path)) === null) this.mkdirs(dirname(path));
    const inode = this.inode("file", 0o600);
    inode.data = bytes;
    inode.durable = bytes;
    this.set(path, inode);
    this.keep(dirname(path));
  }

  private keep(folder: string): void {
    const inode = this.get(folder);
    inode.durableNames = new Map(inode.names);
    inode.pending = [];
    if (folder !== "/") this.keep(dirname(folder));
  }

  private mkdirs(path: string): void {
    if (this.find(path) !== null) return;
    this.mkdirs(dirname(path));
    this.mkdir(path, 0o700);
  }

  /** The same files on a disk of their own, all of them synced. */
  clone(): MemoryDisk {
    return this.copy(
      (inode) => inode.data,
      (inode) => inode.names,
    );
  }

  /** What may be found after the power went: `random` decides about everything that was not synced. */
  afterPowerCut(random: () => number): MemoryDisk {
    return this.copy(
      (inode) => cut(inode, random),
      (inode) => surviving(inode, random),
    );
  }

  private copy(data: (inode: Inode) => Buffer, names: (inode: Inode) => Map<string, Inode>): MemoryDisk {
    const after = new MemoryDisk();
    after.now = this.now;
    const copies = new Map<Inode, Inode>();
    const survive = (inode: Inode): Inode => {
      const known = copies.get(inode);
      if (known !== undefined) return known;
      const copy = after.inode(inode.kind, inode.mode);
      copies.set(inode, copy);
      copy.data = data(inode);
      copy.durable = copy.data;
      for (const [name, child] of names(inode)) copy.names.set(name, survive(child));
      copy.durableNames = new Map(copy.names);
      return copy;
    };
    for (const [name, child] of names(this.root)) after.root.names.set(name, survive(child));
    after.root.durableNames = new Map(after.root.names);
    return after;
  }
}

/** A file's bytes after the cut: those synced, or any beginning of the new ones, or zeros in their place. */
function cut(inode: Inode, random: () => number): Buffer {
  if (inode.data === inode.durable) return inode.data;
  const choice = random();
  if (choice < 0.3) return inode.durable;
  if (choice < 0.5) return inode.data;
  const length = Math.floor(random() * inode.data.length);
  return choice < 0.8 ? inode.data.subarray(0, length) : Buffer.alloc(length);
}

/** The names of a folder after the cut: those synced, and the changes since up to some point. */
function surviving(inode: Inode, random: () => number): Map<string, Inode> {
  const names = new Map(inode.durableNames);
  const count = Math.floor(random() * (inode.pending.length + 1));
  for (const { name, inode: child } of inode.pending.slice(0, count)) {
    if (child === null) names.delete(name);
    else names.set(name, child);
  }
  return names;
}
