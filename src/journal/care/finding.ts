import type { JournalProblem } from "../journal.ts";
import type { Store } from "../store.ts";

/** What a repair works with. It runs under the lock. */
export interface Mending {
  readonly store: Store;
  readonly device: string;
  /** ISO 8601 */
  readonly at: string;
}

/** A problem that `doctor` found. */
export interface Finding extends JournalProblem {
  /** Puts it right and says what was done. Left out where only the person can. */
  readonly mend?: (mending: Mending) => string;
}

export function counted(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}
