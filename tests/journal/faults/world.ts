import fc from "fast-check";
import { EvenkeelError } from "../../../src/errors.ts";
import { conflicts } from "../../../src/journal/conflicts.ts";
import { knownDevice } from "../../../src/journal/device.ts";
import type { Disk } from "../../../src/journal/disk.ts";
import type { DiskJournal } from "../../../src/journal/open.ts";
import { openJournal } from "../../../src/journal/open.ts";
import { places } from "../../../src/journal/places.ts";
import { undo } from "../../../src/journal/undo.ts";
import type { Note } from "../../../src/reflection/entry.ts";
import type { Vault } from "../../../src/journal/vault.ts";
import { everything, seeded } from "../kit.ts";
import { faultyDisk, Killed } from "./faulty-disk.ts";
import { MemoryDisk } from "./memory-disk.ts";

/** Months that entries are put in. */
const SHIFTS = ["2026-10-31", "2026-11-15", "2026-12-01"];

export type Act =
  | { readonly do: "add"; readonly shift: number; readonly count: number }
  | { readonly do: "edit"; readonly pick: number; readonly shift: number | null }
  | { readonly do: "delete"; readonly pick: number }
  | { readonly do: "undo" };

export type Move =
  /** @param crash the call to the disk at which the power goes, or null */
  | { readonly device: number; readonly act: Act; readonly minute: number; readonly crash: number | null }
  /** Files of `owner` go from one device to another: all, or those whose number has its bit set. */
  | { readonly from: number; readonly to: number; readonly owner: number; readonly bits: number };

const shift = fc.nat(SHIFTS.length - 1);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant("add" as const), shift, count: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant("edit" as const), pick: fc.nat(9), shift: fc.option(shift) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("delete" as const), pick: fc.nat(9) }) },
  { weight: 2, arbitrary: fc.constant({ do: "undo" as const }) },
);

export const ALL_FILES = 0xffff;

/** @param partly whether a sync may bring some files of a device and not others */
export function moves(devices: number, partly: boolean, length: number): fc.Arbitrary<readonly Move[]> {
  const device = fc.nat(devices - 1);
  const bits = partly ? fc.oneof(fc.constant(ALL_FILES), fc.nat(ALL_FILES)) : fc.constant(ALL_FILES);
  const write = fc.record({ device, act, minute: fc.nat(500), crash: fc.option(fc.nat(110), { freq: 6 }) });
  const sync = fc.record({ from: device, to: device, owner: device, bits });
  return fc.array(fc.oneof({ weight: 3, arbitrary: write }, { weight: 2, arbitrary: sync }), {
    maxLength: length,
    size: "max",
  });
}

/** One machine: a disk of its own, with a copy of the shared folder on it. */
export class Machine {
  disk = new MemoryDisk();
  private processes = 0;

  constructor(
    readonly name: string,
    private readonly salt: number,
    private readonly vault?: () => Vault,
  ) {
    // Files are older than any clock of the moves: between a power cut and the next start, time passes.
    this.disk.now = Date.parse("2026-11-20T00:00:00Z");
  }

  journal(disk: Disk = this.disk, minute = 0): DiskJournal {
    this.processes += 1;
    const clock = (): number => Date.parse("2026-11-22T00:00:00Z") + minute * 60_000;
    return openJournal({
      places: places({ EVENKEEL_HOME: "/home" }, "linux", "/nowhere"),
      clock,
      hostname: this.name,
      pid: 4_194_305 + this.processes,
      random: seeded(this.salt * 100_000 + this.processes),
      sleep: () => undefined,
      uid: 0,
      disk,
      ...(this.vault !== undefined && { vault: this.vault() }),
    });
  }

  /** The next start of the program with something to save: what a crash left is finished. */
  settle(): void {
    this.journal().write("settle", momentOf(0), () => undefined);
  }

  device(): string | null {
    return knownDevice(this.journal().store);
  }

  /** The machine's own files in the shared folder, or copies it has of another's. */
  filesOf(device: string): ReadonlyMap<string, Buffer> {
    return new Map([...this.disk.files("/home/journal")].filter(([path]) => path.endsWith(`.${device}.json`)));
  }

  shown(): readonly Note[] {
    return everything(this.journal()) as readonly Note[];
  }

  conflictTexts(): ReadonlyMap<string, readonly string[]> {
    return new Map(
      conflicts(this.journal().store).map(({ id, copies }) => [id, copies.map((copy) => JSON.stringify(copy))]),
    );
  }

  /** Shown words and conflict copies, by id. */
  held(): ReadonlyMap<string, readonly string[]> {
    const held = new Map<string, readonly string[]>();
    for (const { id, what } of this.shown()) held.set(id, [what]);
    for (const { id, copies } of conflicts(this.journal().store)) {
      held.set(id, [...(held.get(id) ?? []), ...copies.map((copy) => (copy as Note).what)]);
    }
    return held;
  }
}

/** Copies files of one device from one machine's folder to another's, as a sync program does: whole, newest last. */
export function sync(from: Machine, to: Machine, owner: Machine, bits: number): boolean {
  const device = owner.device();
  if (from === to || to === owner || device === null) return true;
  const files = [...from.filesOf(device)].sort();
  const chosen = files.filter((_, index) => (bits & (1 << (index % 16))) !== 0);
  for (const [path, bytes] of chosen) to.disk.place(path, bytes);
  return chosen.length === files.length;
}

export function noteIn(id: string, what: string, shift: number): Note {
  const day = SHIFTS[shift] ?? "";
  return { id, kind: "note", at: `${day}T12:00:00Z`, shift: day, what };
}

/** Runs `act` on a machine; with `crash`, the power goes at that call. Whether it was acknowledged. */
export function attemptOn(
  machine: Machine,
  minute: number,
  crash: number | null,
  act: (journal: DiskJournal) => void,
  seed: number,
): boolean {
  const disk = machine.disk;
  let left = disk;
  const cut = (): void => {
    left = disk.afterPowerCut(seeded(seed));
  };
  const faulty = crash === null ? disk : faultyDisk(disk, crash, { kind: "killed" }, cut).disk;
  try {
    act(machine.journal(faulty, minute));
  } catch (error) {
    if (!(error instanceof Killed)) throw error;
    machine.disk = left;
    return false;
  }
  if (crash !== null) machine.disk = disk.afterPowerCut(seeded(seed));
  return true;
}

/** What a write of entries wants: each id with its new content, or null to have it gone. @param shown what can be picked from */
export function wantedBy(act: Act, number: number, shown: readonly Note[]): ReadonlyMap<string, Note | null> {
  if (act.do === "undo") return new Map();
  if (act.do === "add") {
    const ids = Array.from({ length: act.count }, (_, n) => [`id-${number}-${n}`, `w${number}.${n}`] as const);
    return new Map(ids.map(([id, what]) => [id, noteIn(id, what, act.shift)]));
  }
  const picked = shown[act.pick % Math.max(shown.length, 1)];
  if (picked === undefined) return new Map();
  if (act.do === "delete") return new Map([[picked.id, null]]);
  const what = `w${number}`;
  return new Map([[picked.id, act.shift === null ? { ...picked, what } : noteIn(picked.id, what, act.shift)]]);
}

/** Writes what is wanted as one step. */
export function writeWanted(
  journal: DiskJournal,
  act: Act,
  minute: number,
  wanted: ReadonlyMap<string, Note | null>,
): void {
  journal.write(act.do, momentOf(minute), (_, change) => {
    for (const [id, note] of wanted) {
      if (note === null) change.remove(id);
      else change.put(note);
    }
  });
}

/** Undo, where being told that it cannot be taken back is an answer too. */
export function undoIfPossible(journal: DiskJournal, minute: number): void {
  try {
    undo(journal, momentOf(minute));
  } catch (error) {
    if (!(error instanceof EvenkeelError)) throw error;
  }
}

export function momentOf(minute: number): string {
  return new Date(Date.parse("2026-11-22T00:00:00Z") + minute * 60_000).toISOString();
}
