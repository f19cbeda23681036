import { join } from "node:path";
import { journalError } from "../errors.ts";
import { createTemp, randomLetters } from "./atomic.ts";
import { attempt, codeOf, unlessCode } from "./disk.ts";
import type { Holder } from "./holder.ts";
import { holderHere, isHolder, isRunning } from "./holder.ts";
import type { Store } from "./store.ts";
import { telling } from "./trouble.ts";

/** Waited for another process, in milliseconds, before the person is told. */
const PATIENCE = 8000;
/** A lock of another host is taken over when it is that old, in milliseconds: it is held for moments. */
const FORGOTTEN = 10 * 60_000;
/** A dead guard of that age, in milliseconds, is removed without a guard of its own. */
const ABANDONED = 60_000;
/** A takeover is itself guarded by a lock; so many levels deep, a crash in each. */
const DEPTH = 3;

interface Found {
  /** Null where the lock holds nothing that can be understood. */
  readonly holder: Holder | null;
  readonly text: string;
  /** Milliseconds since it was made. */
  readonly age: number;
}

function look(store: Store, file: string): Found | null {
  const { disk, clock } = store.options;
  return unlessCode(
    ["ENOENT"],
    () => {
      const facts = disk.facts(file);
      if (facts === null) return null;
      const age = clock() - facts.changed;
      if (facts.kind !== "file") return { holder: null, text: facts.kind, age: Infinity };
      const text = disk.read(file).toString("utf8");
      return { holder: parse(text), text, age };
    },
    null,
  );
}

function parse(text: string): Holder | null {
  try {
    const value: unknown = JSON.parse(text);
    return isHolder(value) ? value : null;
  } catch {
    return null;
  }
}

function isDead(store: Store, found: Found): boolean {
  const { disk, hostname } = store.options;
  if (found.holder === null) return Math.abs(found.age) > 10_000;
  const running = isRunning(disk, found.holder, hostname);
  return running === null ? Math.abs(found.age) > FORGOTTEN : !running;
}

/** Makes the lock file at once with its holder in it: true when it is ours. */
function take(store: Store, file: string): boolean {
  const { disk, pid, hostname, random } = store.options;
  const text = JSON.stringify({ ...holderHere(disk, pid, hostname), token: randomLetters(random, 10) });
  const temp = createTemp(disk, file, Buffer.from(text), { owner: "lock", random, durable: false });
  try {
    disk.link(temp, file);
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === "EEXIST") return false;
    if (!["EPERM", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "EMLINK"].includes(code ?? "")) throw error;
    return takeWithoutLinks(store, file, text);
  } finally {
    attempt(() => {
      disk.unlink(temp);
    });
  }
}

/** For disks without hard links: made and filled in two steps, so an empty lock is left alone for a while. */
function takeWithoutLinks(store: Store, file: string, text: string): boolean {
  const { disk } = store.options;
  const fd = unlessCode(["EEXIST"], () => disk.open(file, "wx", 0o600), null);
  if (fd === null) return false;
  try {
    disk.write(fd, Buffer.from(text), 0);
  } finally {
    disk.close(fd);
  }
  return true;
}

/** Removes a dead lock. Only one process at a time may do that, and only after looking again: else it could remove a new one. */
function clear(store: Store, file: string, found: Found, depth: number): void {
  const remove = (): void => {
    if (look(store, file)?.text === found.text) store.options.disk.unlink(file);
  };
  if (depth === 0) {
    // A crash in each of the guards above, and nobody at work for a while: nothing is left to guard against.
    if (Math.abs(found.age) > ABANDONED) remove();
    return;
  }
  const guard = `${file}.takeover`;
  if (!tryLock(store, guard, depth - 1)) return;
  try {
    remove();
  } finally {
    store.options.disk.unlink(guard);
  }
}

function tryLock(store: Store, file: string, depth: number): boolean {
  if (take(store, file)) return true;
  const found = look(store, file);
  if (found !== null && !isDead(store, found)) return false;
  if (found !== null) clear(store, file, found, depth);
  return take(store, file);
}

function lockedError(store: Store, file: string): Error {
  const holder = look(store, file)?.holder ?? null;
  const who =
    holder === null ? "another evenkeel" : `another evenkeel (process ${holder.pid} on ${store.shown(holder.host)})`;
  return journalError(
    `The journal is being written to by ${who}.`,
    "Wait until it is done, or close it. Then try again.",
  );
}

/**
 * Takes the lock of this machine's journal and gives back what releases it.
 *
 * The holder is a process; a dead one's lock is taken over. Throws a `journal` failure after some seconds of waiting.
 */
export function lock(store: Store): () => void {
  const { places, random, disk } = store.options;
  const file = join(places.local, "lock");
  return telling(store.shown(file), "saved", () => {
    let waited = 0;
    for (let pause = 4; !tryLock(store, file, DEPTH); pause = Math.min(pause * 1.5, 100)) {
      if (waited > PATIENCE) throw lockedError(store, file);
      const moment = pause * (0.5 + random());
      store.options.sleep(moment);
      waited += moment;
    }
    const own = look(store, file)?.text;
    return () => {
      attempt(() => {
        if (look(store, file)?.text === own) disk.unlink(file);
      });
    };
  });
}
