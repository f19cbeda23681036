import { ownDevice } from "../device.ts";
import { EvenkeelError } from "../../errors.ts";
import type { JournalProblem } from "../journal.ts";
import type { DiskJournal } from "../open.ts";
import type { Store } from "../store.ts";
import { Store as FreshStore } from "../store.ts";
import { waitingRecords } from "../steps.ts";
import { telling } from "../trouble.ts";
import { withLock } from "../write.ts";
import { findCopies, findSharedDevices } from "./copies-of-sync.ts";
import { findDamaged } from "./damaged.ts";
import { findConflicts, findSkew } from "./devices.ts";
import { findDoubles } from "./doubles.ts";
import type { Finding, Mending } from "./finding.ts";
import { findForgotten } from "./forgotten.ts";
import { findMissing } from "./missing.ts";
import { findModes } from "./modes.ts";
import { findSeal } from "./seal.ts";
import { findDamagedOwn, findLeftovers, findPending } from "./own-files.ts";

export interface Diagnosis {
  readonly ok: boolean;
  readonly problems: readonly JournalProblem[];
  /** Whether `repair` can put at least one of them right; the others need the person. */
  readonly mendable: boolean;
}

/** What `repair` did to one file. */
export interface Done {
  readonly file: string;
  readonly what: string;
}

export interface Repair extends Diagnosis {
  /** In the order in which it was done. `problems` are those that are left. */
  readonly done: readonly Done[];
}

type Check = (store: Store) => readonly Finding[];

/** Each round needs what the one before put right. */
const ROUNDS: readonly (readonly Check[])[] = [
  [findModes, findLeftovers, findSeal],
  [findSharedDevices, findDamaged, findDamagedOwn],
  [findPending],
  [findCopies, findMissing],
  [findDoubles, findForgotten],
];

const LOOKS: readonly Check[] = [findSkew, findConflicts];

const fresh = (store: Store): Store => new FreshStore(store.options, waitingRecords);

function look(store: Store, checks: readonly Check[]): readonly Finding[] {
  const own = fresh(store);
  return checks.flatMap((check) => {
    try {
      return telling(own.shown(own.options.places.journal), "read", () => check(own));
    } catch (error) {
      if (!(error instanceof EvenkeelError)) throw error;
      return [{ file: own.shown(own.options.places.journal), what: error.message, repair: error.next ?? "" }];
    }
  });
}

function distinct(findings: readonly Finding[]): readonly JournalProblem[] {
  const problems = new Map(findings.map(({ file, what, repair }) => [`${file}\n${what}`, { file, what, repair }]));
  return [...problems.values()];
}

/** Looks at everything and changes nothing. Reads the whole journal, a month at a time. */
export function doctor(journal: DiskJournal): Diagnosis {
  const findings = look(journal.store, [...ROUNDS.flat(), ...LOOKS]);
  const problems = distinct(findings);
  return { ok: problems.length === 0, problems, mendable: findings.some(({ mend }) => mend !== undefined) };
}

function mendOne(finding: Finding, mending: Mending): Done | null {
  if (finding.mend === undefined) return null;
  try {
    return { file: finding.file, what: finding.mend(mending) };
  } catch (error) {
    if (!(error instanceof EvenkeelError)) throw error;
    return { file: finding.file, what: `It could not be mended: ${error.message}` };
  }
}

function mendRound(store: Store, checks: readonly Check[], at: string): readonly Done[] {
  const findings = look(store, checks);
  const seen = new Set<string>();
  return findings.flatMap((finding) => {
    const key = `${finding.file}\n${finding.what}`;
    if (seen.has(key)) return [];
    seen.add(key);
    store.forgetRead();
    return mendOne(finding, { store, device: ownDevice(store), at }) ?? [];
  });
}

/** Mends damaged files only. To be called under the lock. */
export function mendDamage(store: Store, at: string): readonly Done[] {
  return mendRound(store, [findDamaged, findDamagedOwn], at);
}

/**
 * Mends what can be mended, under the lock, and looks again.
 *
 * A damaged file is kept under another name before anything is written in its place.
 */
export function repair(journal: DiskJournal, at: string): Repair {
  const { store } = journal;
  const done = withLock(store, () => {
    return ROUNDS.flatMap((round) => {
      store.forgetRead();
      return mendRound(store, round, at);
    });
  });
  store.problems.clear();
  return { ...doctor(journal), done };
}
