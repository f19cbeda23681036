import { ensureFolder } from "./atomic.ts";
import { Collector } from "./collector.ts";
import { commit, finishPending } from "./commit.ts";
import { ownDevice } from "./device.ts";
import type { Change } from "./journal.ts";
import { lock } from "./lock.ts";
import { planChanges } from "./plan.ts";
import { keptSteps } from "./steps.ts";
import type { Store } from "./store.ts";
import { telling } from "./trouble.ts";

/** What is written down about a write besides its records. */
export interface Intent {
  readonly command: string;
  /** ISO 8601: the clock of the revisions. */
  readonly at: string;
  /** The step this write takes back. */
  readonly undoes?: number;
}

/** Runs `act` with the lock held and nothing read before remembered. */
export function withLock<R>(store: Store, act: () => R): R {
  const { places, disk } = store.options;
  telling(store.shown(places.local), "saved", () => {
    ensureFolder(disk, places.local);
  });
  const release = lock(store);
  try {
    store.forgetRead();
    return telling(store.shown(places.journal), "saved", act);
  } finally {
    release();
    store.forgetRead();
    store.options.vault.changed?.(store);
  }
}

/** The same, with a broken-off write finished first. */
export function locked<R>(store: Store, act: (device: string) => R): R {
  return withLock(store, () => {
    const device = ownDevice(store);
    finishPending(store, device);
    return act(device);
  });
}

/** Writes what `change` asks for as one step. To be called under the lock. */
export function writeStep<R>(store: Store, device: string, intent: Intent, change: (change: Change) => R): R {
  const collector = new Collector();
  const result = change(collector);
  const changes = planChanges(store, collector.asked(), { device, at: intent.at });
  if (changes.length > 0) {
    const seq = (keptSteps(store).at(-1) ?? 0) + 1;
    commit(store, { seq, device, ...intent, changes });
  }
  return result;
}
