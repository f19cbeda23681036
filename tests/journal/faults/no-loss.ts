import { nextUndo } from "../../../src/journal/undo.ts";
import type { Note } from "../../../src/reflection/entry.ts";
import type { Vault } from "../../../src/journal/vault.ts";
import type { Move } from "./world.ts";
import { ALL_FILES, attemptOn, Machine, sync, undoIfPossible, wantedBy, writeWanted } from "./world.ts";

/** Words that must be somewhere in the end: shown, or kept as a conflict copy. By id. */
type Owed = Map<string, Set<string>>;

/** Everything of everyone reaches everyone. */
export function syncAll(machines: readonly Machine[]): void {
  for (const machine of machines) machine.settle();
  for (const owner of machines) for (const to of machines) sync(owner, to, owner, ALL_FILES);
}

/** Plays moves on real journals and says what was lost, or null. Syncs may bring files in any order, some and not others. */
export function playForLoss(devices: number, moves: readonly Move[], vault?: () => Vault): string | null {
  const machines = Array.from({ length: devices }, (_, n) => new Machine(`desk-${n}`, n + 1, vault));
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
    for (const [id, words] of owed)
      for (const word of words)
        if (held.get(id)?.includes(word) !== true) return `lost: ${id} ${word} on ${machine.name}`;
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

type Write = Extract<Move, { device: number }>;

function play(machine: Machine, move: Write, number: number, owed: Owed): void {
  const { act, minute, crash } = move;
  const before = machine.held();
  if (act.do === "undo") {
    if (nextUndo(machine.journal().store) === null) return;
    attemptOn(
      machine,
      minute,
      crash,
      (journal) => {
        undoIfPossible(journal, minute);
      },
      number,
    );
    oweChanges(owed, before, machine.held());
    return;
  }
  const wanted = wantedBy(act, number, machine.shown());
  const done = attemptOn(
    machine,
    minute,
    crash,
    (journal) => {
      writeWanted(journal, act, minute, wanted);
    },
    number,
  );
  const after = machine.held();
  const isThere = (id: string, note: Note | null): boolean =>
    note === null ? !after.has(id) : after.get(id)?.includes(note.what) === true;
  for (const [id, note] of wanted) {
    // A write that was broken off happened wholly or not at all; other properties see to that.
    if (!done && !isThere(id, note)) continue;
    settle(owed, id, before);
    if (note !== null) owe(owed, id, note.what);
  }
}

/** Undo may only take back what still stands; what it brings back is owed again. */
function oweChanges(owed: Owed, before: ReturnType<Machine["held"]>, after: ReturnType<Machine["held"]>): void {
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    if (JSON.stringify(before.get(id)) === JSON.stringify(after.get(id))) continue;
    settle(owed, id, before);
    for (const word of after.get(id) ?? []) owe(owed, id, word);
  }
}
