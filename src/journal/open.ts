import type { Entry } from "../reflection/entry.ts";
import { assertMonthWritable } from "./guard.ts";
import { writeLetter } from "./inbox.ts";
import type { BookName, Books, Change, Journal, JournalProblem } from "./journal.ts";
import { entriesForwards } from "./forwards.ts";
import { withIdPrefix } from "./lines.ts";
import { monthsOf } from "./months.ts";
import { waitingRecords } from "./steps.ts";
import type { StoreOptions } from "./store-options.ts";
import { Store } from "./store.ts";
import { entriesOf, entriesOfAll, recordsOf } from "./union.ts";
import { locked, writeStep } from "./write.ts";

/** The journal on the disk. What is rarely needed takes its `store`: undo, doctor, backup, tallies, search. */
export class DiskJournal implements Journal {
  readonly store: Store;
  private writing = false;

  constructor(options: StoreOptions) {
    this.store = new Store(options, waitingRecords);
  }

  months(): readonly string[] {
    return monthsOf(this.store);
  }

  month(month: string): readonly Entry[] {
    return entriesOf(this.store, month);
  }

  between(from: string, to: string): readonly Entry[] {
    const first = from.slice(0, 7);
    const last = to.slice(0, 7);
    const months = this.months().filter((month) => month >= first && month <= last);
    if (months.length === 1) return this.month(months[0] ?? "").filter(({ shift }) => shift >= from && shift <= to);
    return entriesOfAll(this.store, months).filter(({ shift }) => shift >= from && shift <= to);
  }

  *backwards(): Iterable<readonly Entry[]> {
    const read = new Set(this.store.readPlaces());
    for (const month of this.months().toReversed()) {
      yield this.month(month);
      if (!read.has(`entries/${month}`)) this.store.forgetPlace(`entries/${month}`);
    }
  }

  /** The entries of some months in the order of the whole product, a month at a time in memory. */
  forwards(months: readonly string[]): Iterable<readonly Entry[]> {
    return entriesForwards(this.store, months);
  }

  withIdPrefix(prefix: string, most: number): readonly Entry[] {
    return withIdPrefix(this.store, prefix, most);
  }

  book<B extends BookName>(book: B): readonly Books[B][] {
    return recordsOf(this.store, book);
  }

  problems(): readonly JournalProblem[] {
    return [...this.store.problems.values()];
  }

  write<R>(command: string, at: string, change: (journal: Journal, change: Change) => R): R {
    if (this.writing) throw new Error("a write within a write");
    this.writing = true;
    try {
      if (this.store.options.vault.state === "writing") {
        return writeLetter(this.store, { command, at }, (collector) => change(this, collector));
      }
      return locked(this.store, (device) =>
        writeStep(this.store, device, { command, at }, (collector) => change(this, collector)),
      );
    } finally {
      this.writing = false;
    }
  }

  assertWritable(shift: string): void {
    assertMonthWritable(this.store, shift.slice(0, 7));
  }
}

/** Opens the journal of one person. Touches no file until something is read or written. */
export function openJournal(options: StoreOptions): DiskJournal {
  return new DiskJournal(options);
}
