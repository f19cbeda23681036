import { mkdirSync, readFileSync, unlinkSync } from "node:fs";
import { problemLine } from "../content/file-problem.ts";
import { describePack } from "../content/pack-describe.ts";
import { type Pack, PACK_NAME } from "../content/pack-shape.ts";
import { failure, usageError } from "../errors.ts";
import type { PersonalTrigger } from "../practice/records.ts";
import { resolver } from "../practice/triggers.ts";
import type { Session } from "../session.ts";
import { writeProduct } from "../terminal/output-file.ts";
import { packPartsView } from "../views/packs.ts";
import { confirmed } from "./confirmed.ts";
import { readInput } from "./entries-from.ts";
import { checked, packPath, packsHere } from "./pack-files.ts";

const MOST_SHOWN = 10;

function bytesThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** Throws unless the name is free; gives false where the very same pack is there. */
function isNew(session: Session, pack: Pack, bytes: Uint8Array): boolean {
  const there = bytesThere(packPath(session, pack.name));
  if (there === null) return true;
  const { vault } = session.journal().store.options;
  if (vault.open(there, packPath(session, pack.name)).equals(bytes)) return false;
  throw usageError(`there is another pack named ${pack.name}`, `Take that one out first: evenkeel pack remove ${pack.name}`);
}

async function readPack(session: Session, file: string): Promise<Pack> {
  const { packs } = await packsHere(session);
  const personal = session.ownTriggers().filter(({ retired }) => retired !== true);
  const named = await checked(session, file);
  const name = "pack" in named ? named.pack.name : "";
  const result = await checked(session, file, { personal, others: packs.filter((other) => other.name !== name) });
  if ("pack" in result) return result.pack;
  const lines = result.problems.slice(0, MOST_SHOWN).map((problem) => session.talk().line(problemLine(problem)));
  throw usageError(lines.join("\n"), `Nothing was taken in. See all problems with: evenkeel pack check ${session.talk().line(file)}`);
}

/** `pack add`: shows what a pack adds or words anew, then copies it in. */
export async function addPack(session: Session, file: string): Promise<void> {
  if (file === "-") throw usageError("pack add needs a file", "Save the pack first, and name its file.");
  const pack = await readPack(session, file);
  const bytes = await readInput(file, session.runtime);
  const parts = describePack(pack, session.runtime.content("en"));
  if (!isNew(session, pack, bytes)) session.note(`${session.say("pack.same", { name: pack.name })}\n`);
  else {
    session.note(packPartsView(parts, session.talk()));
    if (parts.some(({ overrides }) => overrides) && session.canAsk && !(await confirmed(session, session.say("pack.askAdd")))) {
      session.note(`${session.say("kept.unchanged")}\n`);
      return;
    }
    mkdirSync(session.runtime.places.packs, { recursive: true, mode: 0o700 });
    writeProduct(packPath(session, pack.name), session.journal().store.options.vault.seal(bytes), { force: false });
    session.note(`${session.say("pack.added", { name: pack.name })}\n`);
  }
  if (session.globals.json) session.printJson(parts);
}

/** Labels of the pack's triggers that entries use, so that those stay readable and can still be edited. */
function labelsToKeep(session: Session, pack: Pack, at: string): readonly PersonalTrigger[] {
  const labels = Object.entries(pack.triggers ?? {});
  const own = new Set([...session.runtime.content("en").triggers, ...session.ownTriggers()].map(({ id }) => id));
  const resolve = resolver(session.ownTriggers());
  const used = new Set<string>();
  for (const month of session.journal().backwards()) {
    for (const entry of month) if ("trigger" in entry) used.add(resolve(entry.trigger));
  }
  return labels.flatMap(([id, { label }]) => (label === undefined || own.has(id) || !used.has(id) ? [] : [{ id, at, label, retired: true as const }]));
}

/** `pack remove` */
export async function removePack(session: Session, name: string): Promise<void> {
  const { packs } = await packsHere(session);
  const path = packPath(session, name);
  const isName = PACK_NAME[0].test(name);
  if (!isName || bytesThere(path) === null) {
    const names = packs.map((pack) => pack.name).join(", ");
    throw usageError("there is no pack of that name", names === "" ? "There are no packs." : `There are: ${names}.`);
  }
  if (!(await confirmed(session, session.say("pack.askRemove", { name })))) {
    session.note(`${session.say("kept.unchanged")}\n`);
    return;
  }
  const pack = packs.find((one) => one.name === name);
  const { at } = session.now();
  const labels = pack === undefined ? [] : labelsToKeep(session, pack, at);
  if (labels.length > 0) {
    session.journal().write("pack remove", at, (_journal, change) => {
      for (const label of labels) change.putIn("triggers", label);
    });
  }
  try {
    unlinkSync(path);
  } catch {
    throw failure(`${path} cannot be removed`);
  }
  session.note(`${session.say("pack.removed", { name })}\n`);
}
