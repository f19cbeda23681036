import { renewDevice } from "../device.ts";
import { attempt } from "../disk.ts";
import { givenText, rawText } from "../lines.ts";
import { setAside } from "../local.ts";
import type { FileName } from "../names.ts";
import { FOLDERS } from "../names.ts";
import { idOf } from "../record.ts";
import { hasMergeMarks } from "../salvage.ts";
import type { Store } from "../store.ts";
import { knownDevice } from "../device.ts";
import type { Finding, Mending } from "./finding.ts";
import { counted } from "./finding.ts";
import type { Placed } from "./fold.ts";
import { everyWholeRecord, fold, isKnown } from "./fold.ts";

function isNewer(store: Store, file: FileName): boolean {
  return store.document(file).version > store.options.format.version;
}

/** Whether a record is in a file of the journal that no sync program made. */
function isSafe(store: Store, placed: Placed, device: string): boolean {
  const real = store.filesOf(placed.place).filter((file) => !file.copy);
  const known = real.flatMap((file) =>
    store.document(file).records.map((record) => ({ record, device: record.by ?? file.device, place: file.place })),
  );
  const same = known.filter(({ record }) => idOf(record) === idOf(placed.record));
  return isKnown(same, placed, placed.record.by ?? device);
}

function mendCopy(mending: Mending, file: FileName): string {
  const { store } = mending;
  const path = store.pathOf(file.relative);
  const { records, broken } = everyWholeRecord(givenText(store, file), file);
  const missing = records.filter((placed) => !isSafe(store, placed, file.device));
  fold(
    mending,
    missing.map((placed) => ({ ...placed, from: file.device })),
  );
  if (!records.every((placed) => isSafe(store, placed, file.device)))
    return "It could not be taken in yet; nothing was changed.";
  const taken =
    missing.length === 0
      ? "It held nothing new"
      : `${counted(missing.length, "record was", "records were")} taken in from it`;
  if (broken > 0) {
    const aside = setAside(store, path);
    return `${taken}; ${counted(broken, "line was", "lines were")} damaged, so it stays as ${store.shown(aside ?? path)}`;
  }
  attempt(() => {
    store.options.disk.unlink(path);
  });
  store.forgetRead();
  return `${taken}, and it was taken away.`;
}

/** Files that a sync program made because a file changed in two places. Readers take them in already. */
export function findCopies(store: Store): readonly Finding[] {
  const copies = FOLDERS.flatMap((folder) => store.files(folder)).filter((file) => file.copy);
  return copies.map((file) => ({
    file: store.shown(store.pathOf(file.relative)),
    what: "A sync program made this copy because the file was changed in two places.",
    ...(isNewer(store, file)
      ? { repair: "Update evenkeel on this computer." }
      : {
          repair: "evenkeel doctor --repair takes in what is new in it.",
          mend: (mending: Mending) => mendCopy(mending, file),
        }),
  }));
}

/** Signs that two machines write under one device id: copies by sync programs, and files git could not merge. */
export function findSharedDevices(store: Store): readonly Finding[] {
  const files = FOLDERS.flatMap((folder) => store.files(folder));
  const twice = files.filter((file) => file.copy || hasMergeMarks(rawText(store, file) ?? ""));
  const own = knownDevice(store);
  return [...new Set(twice.map((file) => file.device))].map((device) => {
    const file = store.shown(store.options.places.journal);
    if (device !== own) {
      const what = `Two computers seem to write to it under one name (${device}).`;
      return { file, what, repair: "Run evenkeel doctor --repair on those two computers." };
    }
    const mend = ({ store: mended }: Mending): string =>
      `This computer now writes under the name ${renewDevice(mended)}.`;
    const what = `This computer and another one seem to write to it under one name (${device}).`;
    return { file, what, repair: "evenkeel doctor --repair gives this computer a name of its own.", mend };
  });
}
