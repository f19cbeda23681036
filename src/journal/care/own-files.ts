import { join } from "node:path";
import { tempOwner } from "../atomic.ts";
import { finishPending } from "../commit.ts";
import { isDeviceFileDamaged, renewDevice } from "../device.ts";
import { attempt, unlessCode } from "../disk.ts";
import { damagedDrafts } from "../drafts.ts";
import { setAside } from "../local.ts";
import { damagedSteps, pendingStep } from "../steps.ts";
import type { Store } from "../store.ts";
import type { Finding } from "./finding.ts";
import { counted } from "./finding.ts";

/** A save takes moments: an hour later its temp file is a leftover. */
const LEFTOVER = 60 * 60_000;

function leftovers(store: Store, folder: string): readonly string[] {
  const { disk, clock } = store.options;
  const names = unlessCode(["ENOENT", "ENOTDIR", "EACCES"], () => disk.list(folder), []);
  return names
    .map((name) => join(folder, name))
    .filter((path, index) => {
      if (tempOwner(names[index] ?? "") === null) return false;
      const facts = disk.facts(path);
      return facts !== null && Math.abs(clock() - facts.changed) > LEFTOVER;
    });
}

export function findLeftovers(store: Store): readonly Finding[] {
  const { journal, local, cache } = store.options.places;
  const folders = [
    join(journal, "entries"),
    join(journal, "books"),
    join(journal, "inbox"),
    local,
    join(local, "drafts"),
    join(local, "undo"),
    cache,
  ];
  return folders.flatMap((folder) => {
    const found = leftovers(store, folder);
    if (found.length === 0) return [];
    const what = `${counted(found.length, "file is", "files are")} left over from a save that was broken off.`;
    const mend = (): string => {
      const gone = found.filter((path) =>
        attempt(() => {
          store.options.disk.unlink(path);
        }),
      );
      return `${counted(gone.length, "leftover was", "leftovers were")} taken away.`;
    };
    return [{ file: store.shown(folder), what, repair: "evenkeel doctor --repair takes them away.", mend }];
  });
}

/** Damaged drafts, undo steps and device ids of this machine. */
export function findDamagedOwn(store: Store): readonly Finding[] {
  const aside = [...damagedSteps(store), ...damagedDrafts(store)].map((path): Finding => ({
    file: store.shown(path),
    what: "It is damaged and cannot be used.",
    repair: "evenkeel doctor --repair puts it aside.",
    mend: () => `It was kept as ${store.shown(setAside(store, path) ?? path)}`,
  }));
  if (!isDeviceFileDamaged(store)) return aside;
  const device: Finding = {
    file: store.shown(join(store.options.places.local, "device.json")),
    what: "The name under which this computer writes cannot be read.",
    repair: "evenkeel doctor --repair gives it a new one.",
    mend: () => `This computer now writes under the name ${renewDevice(store)}.`,
  };
  return [...aside, device];
}

/** A write that was broken off after it had happened. */
export function findPending(store: Store): readonly Finding[] {
  const step = pendingStep(store);
  if (step === null) return [];
  return [
    {
      file: store.shown(join(store.options.places.local, "undo", "pending.json")),
      what: `"${step.command}" was broken off while saving. Nothing is lost: it is shown already.`,
      repair: "The next change, or evenkeel doctor --repair, puts it in its file.",
      mend: ({ device }) => {
        finishPending(store, device);
        return "The change that was broken off is in its file.";
      },
    },
  ];
}
