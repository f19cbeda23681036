import { basename } from "node:path";
import { keptCopies } from "../copies.ts";
import { unlessCode } from "../disk.ts";
import { parseName } from "../names.ts";
import { idOf } from "../record.ts";
import { keptStep, keptSteps } from "../steps.ts";
import type { Store } from "../store.ts";
import { SEAL_CODES } from "../vault.ts";
import type { Finding } from "./finding.ts";
import { counted } from "./finding.ts";
import type { Placed } from "./fold.ts";
import { everyWholeRecord, fold, isKnown } from "./fold.ts";

type Written = Placed & { readonly from: string };

/** What this machine wrote in its last steps, and what stood in its files when they were last copied. */
function written(store: Store): readonly Written[] {
  const steps = keptSteps(store).flatMap((seq) => keptStep(store, seq) ?? []);
  const inSteps = steps.flatMap((step) =>
    step.changes.map(({ place, record }) => ({ place, record, from: step.device })),
  );
  const newest = new Map(keptCopies(store).map((path) => [basename(path), path]));
  const inCopies = [...newest].flatMap(([name, path]) => {
    const folder = name.startsWith("entries-") ? "entries" : "books";
    const file = parseName(folder, name.slice(folder.length + 1));
    const bytes = unlessCode(["ENOENT", "EACCES", "EIO", "EISDIR"], () => store.options.disk.read(path), null);
    if (file === null || bytes === null) return [];
    const text = unlessCode(SEAL_CODES, () => store.options.vault.open(bytes, store.shown(path)).toString("utf8"), "");
    return everyWholeRecord(text, file).records.map((placed) => ({ ...placed, from: file.device }));
  });
  return [...inSteps, ...inCopies];
}

/** Records that this machine once wrote and that are nowhere in the journal: overwritten by a sync program, or lost with a file. */
export function missingRecords(store: Store): readonly Written[] {
  const missing = new Map<string, Written>();
  for (const one of written(store)) {
    const id = idOf(one.record);
    const device = one.record.by ?? one.from;
    if (isKnown(store.recordsById(one.place).get(id) ?? [], one, device)) continue;
    missing.set(`${one.place}\n${id}\n${device}\n${one.record.rev}`, one);
  }
  return [...missing.values()];
}

export function findMissing(store: Store): readonly Finding[] {
  const missing = missingRecords(store);
  if (missing.length === 0) return [];
  const what = `${counted(missing.length, "record that this computer saved is", "records that this computer saved are")} not in it any more.`;
  return [
    {
      file: store.shown(store.options.places.journal),
      what,
      repair: "evenkeel doctor --repair puts them back.",
      mend: (mending) => {
        const lost = missingRecords(mending.store);
        fold(mending, lost);
        return `${counted(lost.length, "record was", "records were")} put back.`;
      },
    },
  ];
}
