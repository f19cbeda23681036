import { unlessCode } from "../disk.ts";
import { folderKey, readPin, writeFolderKey } from "../seal/pin.ts";
import { goOnSealing } from "../seal/switch.ts";
import { wordFiles } from "../seal/word-files.ts";
import type { Store } from "../store.ts";
import { isSealed, keyPath } from "../vault.ts";
import type { Finding } from "./finding.ts";
import { counted } from "./finding.ts";

function findKey(store: Store, key: string): readonly Finding[] {
  const there = folderKey(store);
  if (there === key) return [];
  const file = store.shown(keyPath(store.options.places));
  const mend = (): string => {
    writeFolderKey(store, key);
    return "The key this computer knows is there again.";
  };
  if (there !== null) {
    const what = "It is not the key that this computer opened the journal with.";
    return [{ file, what, repair: "evenkeel doctor --repair puts the one back that this computer knows.", mend }];
  }
  const what = "The key is not there. Another computer took the seal off, or the file was lost.";
  return [{ file, what, repair: "To take the seal off here too: evenkeel decrypt. evenkeel doctor --repair puts the key back.", mend }];
}

/** Plain files in a sealed journal: a sync program may have brought them from a computer that does not seal yet. */
function findPlain(store: Store): readonly Finding[] {
  const { disk, places } = store.options;
  const isPlain = (path: string): boolean => {
    const bytes = unlessCode(["ENOENT", "EACCES", "EISDIR", "EIO"], () => disk.read(path), null);
    return bytes !== null && !isSealed(bytes);
  };
  const plain = wordFiles(store).filter(isPlain);
  if (plain.length === 0) return [];
  return [
    {
      file: store.shown(places.journal),
      what: `${counted(plain.length, "file is", "files are")} not sealed: ${plain.map((path) => store.shown(path)).join(", ")}`,
      repair: "evenkeel doctor --repair seals them.",
      mend: () => {
        const pin = readPin(store);
        const done = pin === null ? 0 : goOnSealing(store, pin).files;
        return `${counted(done, "file was", "files were")} sealed.`;
      },
    },
  ];
}

/** What is wrong with the seal of a journal. None where it is not sealed. */
export function findSeal(store: Store): readonly Finding[] {
  const pin = readPin(store);
  if (pin === null || store.options.vault.state !== "open") return [];
  return [...findKey(store, pin.key), ...(folderKey(store) === null ? [] : findPlain(store))];
}
