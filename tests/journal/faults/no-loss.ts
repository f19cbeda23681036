import { EvenkeelError } from "../../../src/errors.ts";
import { nextUndo, undo } from "../../../src/journal/undo.ts";
import type { Act, Move } from "./world.ts";
import { ALL_FILES, attemptOn, Machine, momentOf, noteIn, sync } from "./world.ts";

/** Words that must be somewhere in the end: shown, or kept as a conflict copy. By id. */
type Owed = Map<string, Set<string>>;

/** Everything of everyone reaches everyone. */
export function syncAll(machines: readonly Machine[]): void {
  for (const machine of machines) machine.settle();
  for (const owner of machines) for (const to of machines) sync(owner, to, owner, ALL_FILES);
}

/** Plays moves on real journals and says what was lost, or null. Syncs may bring files in any order, some and not others. */
export function playForLoss(devices: number, moves: readonly Move[]): string | null {
  const machines = Array.from({ length: devices }, (_, n) => new Machine(`desk-${n}`, n + 1));
  const owed: Owed = new Map();
  moves.forEach((move, number) => {
    if ("from" in move) {
      const [from, to, owner] = [machines[move.from], machines[move.to], machines[move.owner]];
      // A sync program never takes an older version for a newer one: files come from the machine that wrote them.
      if (from !== undefined && to !== undefined && owner === from) sync(from, to, owner, move.bits);
      return;
    }
    const machine = machines[move.device];
    if (machine !== undefined) play(machine, move, number, owed);
  });
  syncAll(machines);
  const views = machines.map((machine) => ({ machine, held: machine.held() }));
  const texts = views.map(({ machine }) => JSON.stringify(machine.shown()));
  if (new Set(texts).size > 1) return `lost: machines differ after everything was synced: ${texts.join(" / ")}`;
  for (const { machine, held } of views) {
    const journal = machine.journal();
    journal.between("0000-01-01", "9999-12-31");
    if (journal.problems().length > 0) return `unreadable: ${JSON.stringify(journal.problems())}`;
    for (const [id, words] of owed) for (const word of words) if (held.get(id)?.includes(word) !== true) return `lost: ${id} ${word} on ${machine.name}`;
  }
  return null;
}

function owe(owed: Owed, id: string, word: string): void {
  owed.set(id, (owed.get(id) ?? new Set()).add(word));
}

/** Words that the machine shows or keeps for an id are known to whoever writes it now: they may go. */
function settle(owed: Owed, id: string, held: ReadonlyMap<string, readonly string[]>): void {
  for (const word of held.get(id) ?? []) owed.get(id)?.delete(word);
}

type Write = Extract<Move, { act: Act }>;

function play(machine: Machine, move: Write, number: number, owed: Owed): void {
  const held = machine.held();
  const shown = machine.shown();
  const { act, minute } = move;
  if (act.do === "undo") {
    playUndo(machine, move, number, owed);
    return;
  }
  const picked = act.do === "add" ? undefined : shown[act.pick % Math.max(shown.length, 1)];
  if (act.do !== "add" && picked === undefined) return;
  const puts =
    act.do === "add"
      ? Array.from({ length: act.count }, (_, n) => noteIn(`id-${number}-${n}`, `w${number}.${n}`, act.shift))
      : act.do === "edit" && picked !== undefined
        ? [act.shift === null ? { ...picked, what: `w${number}` } : noteIn(picked.id, `w${number}`, act.shift)]
        : [];
  const removes = act.do === "delete" && picked !== undefined ? [picked.id] : [];
  const done = attemptOn(machine, minute, move.crash, (journal) => {
    journal.write(act.do, momentOf(minute), (_, change) => {
      for (const entry of puts) change.put(entry);
      for (const id of removes) change.remove(id);
    });
  }, number);
  const after = new Set([...machine.held().values()].flat());
  const happened = done || puts.some(({ what }) => after.has(what)) || removes.some((id) => !machine.held().has(id));
  if (!happened) return;
  for (const id of [...puts.map((entry) => entry.id), ...removes]) settle(owed, id, held);
  for (const { id, what } of puts) owe(owed, id, what);
}

/** Undo may only take back what still stands; what it brings back was shown once, so it is owed again. */
function playUndo(machine: Machine, move: Write, number: number, owed: Owed): void {
  const before = machine.held();
  if (nextUndo(machine.journal().store) === null) return;
  attemptOn(machine, move.minute, move.crash, (journal) => {
    try {
      undo(journal, momentOf(move.minute));
    } catch (error) {
      if (!(error instanceof EvenkeelError)) throw error;
    }
  }, number);
  const after = machine.held();
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    if (JSON.stringify(before.get(id)) === JSON.stringify(after.get(id))) continue;
    settle(owed, id, before);
    for (const word of after.get(id) ?? []) owe(owed, id, word);
  }
}
