import type { Disk } from "./disk.ts";
import { nodeDisk } from "./disk.ts";
import type { Format } from "./migrate.ts";
import { FORMAT } from "./migrate.ts";
import type { Places } from "./places.ts";
import type { Vault } from "./vault.ts";
import { plainVault } from "./vault.ts";

/** What the store needs from outside. */
export interface StoreOptions {
  readonly places: Places;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly hostname?: string;
  readonly pid?: number;
  /** In [0, 1), like `Math.random`. */
  readonly random?: () => number;
  readonly disk?: Disk;
  readonly vault?: Vault;
  readonly format?: Format;
  /** The user this process runs as; null where files have no owner and no modes (Windows). */
  readonly uid?: number | null;
  /** How a path is shown to the person; the whole path unless given. */
  readonly shown?: (path: string) => string;
  /** Waits so many milliseconds. */
  readonly sleep?: (milliseconds: number) => void;
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** The options with what this machine gives where they leave something out. */
export function withDefaults(options: StoreOptions): Required<StoreOptions> {
  return {
    // Only writers need it, and node:os takes a moment to start.
    get hostname() {
      return process.getBuiltinModule("node:os").hostname();
    },
    pid: process.pid,
    random: Math.random,
    disk: nodeDisk,
    vault: plainVault,
    format: FORMAT,
    shown: (file) => file,
    uid: process.getuid?.() ?? null,
    sleep,
    ...options,
  };
}
