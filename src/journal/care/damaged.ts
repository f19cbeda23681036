import { replaceFile } from "../atomic.ts";
import { knownDevice } from "../device.ts";
import type { Document } from "../document.ts";
import { isSound } from "../document.ts";
import { givenText } from "../lines.ts";
import { asideName, setAside } from "../local.ts";
import type { FileName } from "../names.ts";
import { FOLDERS } from "../names.ts";
import type { Store } from "../store.ts";
import { telling } from "../trouble.ts";
import type { Finding, Mending } from "./finding.ts";
import { counted } from "./finding.ts";
import { everyWholeRecord, fold } from "./fold.ts";

/** Keeps the bytes of a damaged file under a name that is never read. Gives that name. */
export function keepOriginal(store: Store, file: FileName): string {
  const { disk, random } = store.options;
  const path = store.pathOf(file.relative);
  const aside = asideName(store, path);
  telling(store.shown(aside), "saved", () => {
    replaceFile(disk, aside, disk.read(path), { owner: "keep", random, durable: true });
  });
  return aside;
}

/** Writes the whole records of a damaged file in its place. Those of another month go to this device's file for it. */
function mendFile(mending: Mending, file: FileName): string {
  const { store } = mending;
  const { disk, random, format } = store.options;
  const { records, broken } = everyWholeRecord(givenText(store, file), file);
  const aside = keepOriginal(store, file);
  const here = records.filter(({ place }) => place === file.place).map(({ record }) => record);
  telling(store.shown(store.pathOf(file.relative)), "saved", () => {
    const low = store.low(file, (path, bytes) => {
      replaceFile(disk, path, bytes, { owner: mending.device, random, durable: true });
    });
    low.data = { version: format.version, records: here, broken: 0, unreadable: false };
    low.write();
  });
  store.forgetRead();
  const elsewhere = records.filter(({ place }) => place !== file.place);
  fold(
    mending,
    elsewhere.map((placed) => ({ ...placed, from: file.device })),
  );
  const lost =
    broken === 0 ? "nothing was lost" : `${counted(broken, "damaged line", "damaged lines")} could not be mended`;
  return `${counted(records.length, "whole record was", "whole records were")} kept, ${lost}. The damaged file stays as ${store.shown(aside)}`;
}

/** A sealed file has no whole lines once it is damaged: it is put aside, and what this computer still knows comes back in the next round. */
function putAside({ store }: Mending, file: FileName): string {
  const aside = setAside(store, store.pathOf(file.relative));
  store.forgetRead();
  return aside === null ? "It could not be put aside." : `It cannot be read, and was kept as ${store.shown(aside)}`;
}

function unreadable(shown: string, what: string, file: FileName): Finding {
  const repair = "evenkeel doctor --repair puts it aside and brings back what this computer still knows of it.";
  return { file: shown, what, repair, mend: (mending) => putAside(mending, file) };
}

function findingFor(store: Store, file: FileName, document: Document): Finding {
  const path = store.pathOf(file.relative);
  const shown = store.shown(path);
  if (document.version > store.options.format.version) {
    const what = "It was written by a newer evenkeel, so it can only be read here.";
    return { file: shown, what, repair: "Update evenkeel on this computer." };
  }
  const refused = [...store.problems.values()].find(
    (problem) => problem.file === shown && !problem.what.startsWith("It is damaged"),
  );
  const refusal = store.refusal(file);
  // With another key only another computer can have sealed it: in a file of this one it is damage.
  const isBroken = refusal === "EBROKENSEAL" || (refusal === "ESEALED" && file.device === knownDevice(store) && store.options.vault.state === "open");
  if (refused !== undefined) return isBroken ? unreadable(shown, refused.what, file) : refused;
  if (file.letter === true) return unreadable(shown, "It is damaged and cannot be used.", file);
  return {
    file: shown,
    what: `It is damaged; ${counted(document.records.length, "whole record was", "whole records were")} found in it.`,
    repair: "evenkeel doctor --repair keeps every whole record, and the damaged file beside it.",
    mend: (mending) => mendFile(mending, file),
  };
}

/** Files of the journal that are damaged, cannot be read, or are newer than this program. Copies of sync programs are left to `findCopies`. */
export function findDamaged(store: Store): readonly Finding[] {
  return FOLDERS.flatMap((folder) =>
    store.files(folder).flatMap((file) => {
      const document = store.document(file);
      const isNewer = document.version > store.options.format.version;
      store.forgetPlace(file.place);
      return file.copy || (isSound(document) && !isNewer) ? [] : [findingFor(store, file, document)];
    }),
  );
}
