import { join } from "node:path";
import { LowSync } from "lowdb";
import { bytesOf, readOnly, recordsIn, sealed } from "./adapter.ts";
import type { PutDown } from "./adapter.ts";
import { EvenkeelError } from "../errors.ts";
import { attempt, codeOf } from "./disk.ts";
import type { Document } from "./document.ts";
import { emptyDocument, isSound } from "./document.ts";
import type { JournalProblem } from "./journal.ts";
import { type FolderNames, letters, listed, NO_NAMES } from "./listing.ts";
import type { FileName, Folder } from "./names.ts";
import type { Known, Place } from "./record.ts";
import { idOf } from "./record.ts";
import { type StoreOptions, withDefaults } from "./store-options.ts";
import { harmlessPath, trouble } from "./trouble.ts";

const keyOf = (file: FileName): string => `${file.place}\n${file.relative}`;

/** A record the next write must still put in its file: see `steps.ts`. */
export type Waiting = ReadonlyMap<Place, readonly Known[]>;

/**
 * The files of one journal, read at most once until `forgetRead`. Nothing here writes.
 *
 * Everything that can go wrong with a file is either a problem in `problems` or a `journal` failure.
 */
export class Store {
  readonly options: Required<StoreOptions>;
  readonly problems = new Map<string, JournalProblem>();
  /** By place and name: a letter may be for more than one place. */
  private readonly documents = new Map<string, Document>();
  private readonly byId = new Map<Place, ReadonlyMap<string, readonly Known[]>>();
  private readonly stamps = new Map<string, string>();
  private readonly refused = new Map<string, EvenkeelError>();
  private readonly names = new Map<Folder, FolderNames>();
  private waiting: Waiting | null = null;
  private unread: string | null = null;

  /** @param readWaiting reads what a broken-off write left to be done; asked once after each `forgetRead` */
  constructor(
    options: StoreOptions,
    readonly readWaiting: (store: Store) => Waiting,
  ) {
    this.options = withDefaults(options);
  }

  forgetRead(): void {
    this.documents.clear();
    this.refused.clear();
    this.stamps.clear();
    this.byId.clear();
    this.names.clear();
    this.waiting = null;
  }

  /** The whole path of a file of the journal. */
  pathOf(relative: string): string {
    return join(this.options.places.journal, relative);
  }

  shown(file: string): string {
    return harmlessPath(this.options.shown(file));
  }

  report(file: string, what: string, repair: string): void {
    this.problems.set(`${file}\n${what}`, { file: this.shown(file), what, repair });
  }

  /** The names in one folder of the journal that are not evenkeel's own are left out; none where there is no folder. */
  files(folder: Folder): readonly FileName[] {
    return this.namesIn(folder).all;
  }

  private namesIn(folder: Folder): FolderNames {
    const known = this.names.get(folder);
    if (known !== undefined) return known;
    const names = this.options.vault.state === "writing" ? NO_NAMES : listed(this, folder);
    this.names.set(folder, names);
    return names;
  }

  /** What devices wrote while their journal was sealed and have not put in its place yet. */
  letters(): readonly FileName[] {
    return letters(this).filter(({ device }) => device !== this.unread);
  }

  /** Leaves out the letters of one device, which are being put in their places; null ends that. */
  leaveOut(device: string | null): void {
    this.unread = device;
    this.forgetRead();
  }

  filesOf(place: Place): readonly FileName[] {
    return this.namesIn(place.startsWith("entries/") ? "entries" : "books").byPlace.get(place) ?? [];
  }

  /** lowdb over one file of the journal. */
  low(file: FileName, putDown: PutDown = readOnly): LowSync<Document> {
    const whole = this.pathOf(file.relative);
    const { disk, vault, format } = this.options;
    const bytes = sealed(bytesOf(disk, whole, putDown), vault, this.shown(whole));
    return new LowSync(recordsIn(bytes, file, format), emptyDocument());
  }

  document(file: FileName): Document {
    const key = keyOf(file);
    const known = this.documents.get(key);
    if (known !== undefined) return known;
    const whole = this.pathOf(file.relative);
    this.stampOf(file);
    const document = this.readDocument(file, whole);
    this.documents.set(key, document);
    return document;
  }

  /** What the disk refuses to give for one file must not hide the others. */
  private readDocument(file: FileName, whole: string): Document {
    const low = this.low(file);
    try {
      low.read();
    } catch (error) {
      const told = trouble(error, this.shown(whole), "read");
      if (codeOf(error) === null || !(told instanceof EvenkeelError)) throw told;
      this.report(whole, told.message, told.next ?? "");
      this.refused.set(file.relative, told);
      return { ...emptyDocument(), unreadable: true };
    }
    this.noteTrouble(whole, low.data);
    return low.data;
  }

  /** Throws what the disk said when it refused to give a file: that one, or any that was asked for since `forgetRead`. */
  assertGiven(file?: FileName): void {
    const told = file === undefined ? [...this.refused.values()][0] : this.refused.get(file.relative);
    if (told !== undefined) throw told;
  }

  /** The code of what the disk said when it refused to give a file; null where it gave it. */
  refusal(file: FileName): string | null {
    return codeOf(this.refused.get(file.relative));
  }

  /** Lets go of one place, so that going through all months holds one at a time. */
  forgetPlace(place: Place): void {
    this.byId.delete(place);
    for (const file of this.filesOf(place)) {
      this.documents.delete(keyOf(file));
      this.stamps.delete(file.relative);
    }
  }

  /** Name, size, inode and time of a file, taken before it was read if it was: equal stamps mean equal bytes. */
  stampOf(file: FileName): string {
    const known = this.stamps.get(file.relative);
    if (known !== undefined) return known;
    // Where nothing can be known, no two stamps may be equal.
    let stamp = `${file.relative}:${this.options.random()}`;
    attempt(() => {
      // Not pathOf: every month is asked for its stamp, and joining paths takes longer than asking.
      const facts = this.options.disk.target(`${this.options.places.journal}/${file.relative}`);
      if (facts !== null) stamp = `${file.relative}:${facts.ino}:${facts.size}:${facts.changed}`;
    });
    this.stamps.set(file.relative, stamp);
    return stamp;
  }

  /** Places of which a file was read since `forgetRead`. */
  readPlaces(): readonly Place[] {
    return [...new Set([...this.documents.keys()].map((key) => key.slice(0, key.indexOf("\n")) as Place))];
  }

  private noteTrouble(file: string, document: Document): void {
    if (document.version > this.options.format.version) {
      this.report(
        file,
        "It was written by a newer evenkeel, so it can only be read here.",
        "Update evenkeel on this computer.",
      );
    } else if (!isSound(document)) {
      const count = document.records.length;
      const whole = count === 1 ? "1 whole record was found" : `${count} whole records were found`;
      this.report(file, `It is damaged; ${whole} in it.`, "Run: evenkeel doctor --repair");
    }
  }

  /** Every record of every device that stands in a place, with what a broken-off write still has to put there. */
  records(place: Place): readonly Known[] {
    this.waiting ??= this.readWaiting(this);
    const inFiles = this.filesOf(place).flatMap((file) =>
      this.document(file).records.map((record) => ({ record, device: record.by ?? file.device, place })),
    );
    const waiting = this.waiting.get(place) ?? [];
    return waiting.length === 0 ? inFiles : [...inFiles, ...waiting];
  }

  /** Takes records for read that are about to be written, so that a change can be planned on top of them. */
  expect(waiting: Waiting): void {
    this.forgetRead();
    this.waiting = waiting;
  }

  /** Places whose files do not yet hold all that was written, so that what is derived from those files must not be kept. */
  waitingPlaces(): readonly Place[] {
    this.waiting ??= this.readWaiting(this);
    return [...this.waiting.keys()];
  }

  recordsById(place: Place): ReadonlyMap<string, readonly Known[]> {
    const known = this.byId.get(place);
    if (known !== undefined) return known;
    const byId = new Map<string, Known[]>();
    for (const known of this.records(place)) {
      const id = idOf(known.record);
      const others = byId.get(id);
      if (others === undefined) byId.set(id, [known]);
      else others.push(known);
    }
    this.byId.set(place, byId);
    return byId;
  }
}
