import type { DiskJournal } from "../../../src/journal/open.ts";
import type { Note } from "../../../src/reflection/entry.ts";
import type { Vault } from "../../../src/journal/vault.ts";
import type { Move } from "./world.ts";
import { ALL_FILES, attemptOn, Machine, sync, undoIfPossible, wantedBy, writeWanted } from "./world.ts";

/** One version of one entry, with every version its writer knew: a history told by sets, where the store counts. */
interface Version {
  readonly id: string;
  readonly device: string;
  readonly rev: number;
  readonly minute: number;
  readonly content: Note | null;
  readonly knew: ReadonlySet<Version>;
}

interface ModelStep {
  readonly changes: readonly { readonly id: string; readonly before: Note | null; readonly after: Note | null }[];
}

/** A machine as the issue describes it: what each device has written, as far as it arrived here. */
interface ModelMachine {
  /** By device, the newest version of each id that device wrote. */
  readonly written: Map<string, ReadonlyMap<string, Version>>;
  readonly steps: ModelStep[];
}

const text = (note: Note | null): string => JSON.stringify(note);

function versions(machine: ModelMachine, id: string): readonly Version[] {
  return [...machine.written.values()].flatMap((own) => own.get(id) ?? []);
}

function winner(all: readonly Version[]): Version | null {
  const order = (a: Version, b: Version): number =>
    b.rev - a.rev ||
    Number(b.content !== null) - Number(a.content !== null) ||
    b.minute - a.minute ||
    (a.device < b.device ? 1 : -1);
  return [...all].sort(order)[0] ?? null;
}

function copies(all: readonly Version[]): readonly string[] {
  const shown = winner(all);
  const left = all.filter((one) => one !== shown && one.content !== null && !all.some((other) => other.knew.has(one)));
  return [...new Set(left.map(({ content }) => text(content)))]
    .filter((copy) => copy !== text(shown?.content ?? null))
    .sort();
}

const idsOf = (machine: ModelMachine): ReadonlySet<string> =>
  new Set([...machine.written.values()].flatMap((own) => [...own.keys()]));
const contentOf = (machine: ModelMachine, id: string): Note | null => winner(versions(machine, id))?.content ?? null;

/** What the machine must show, and keep as copies. */
function view(machine: ModelMachine): string {
  const lines = [...idsOf(machine)].sort().flatMap((id) => {
    const kept = copies(versions(machine, id));
    const content = contentOf(machine, id);
    return content === null && kept.length === 0 ? [] : [`${id}: ${text(content)} ${kept.join(" ")}`];
  });
  return lines.join("\n");
}

function real(machine: Machine): string {
  const shown = new Map(machine.shown().map((note) => [note.id, note]));
  const held = machine.conflictTexts();
  const ids = [...new Set([...shown.keys(), ...held.keys()])].sort();
  return ids
    .map((id) => `${id}: ${text(shown.get(id) ?? null)} ${[...(held.get(id) ?? [])].sort().join(" ")}`)
    .join("\n");
}

function written(
  machine: ModelMachine,
  device: string,
  minute: number,
  wanted: ReadonlyMap<string, Note | null>,
): ModelMachine {
  const own = new Map(machine.written.get(device) ?? []);
  const changes = [...wanted].flatMap(([id, after]) => {
    const all = versions(machine, id);
    const before = contentOf(machine, id);
    if (after === null && before === null) return [];
    if (text(before) === text(after) && copies(all).length === 0) return [];
    const knew = new Set(all.flatMap((one) => [one, ...one.knew]));
    own.set(id, { id, device, rev: Math.max(0, ...all.map(({ rev }) => rev)) + 1, minute, content: after, knew });
    return [{ id, before, after }];
  });
  if (changes.length === 0) return machine;
  const steps = [...machine.steps, { changes }];
  return { written: new Map([...machine.written, [device, own]]), steps };
}

function undone(machine: ModelMachine, device: string, minute: number): ModelMachine {
  const step = machine.steps.at(-1);
  if (step === undefined) return machine;
  const rest = { ...machine, steps: machine.steps.slice(0, -1) };
  if (!step.changes.every(({ id, after }) => text(contentOf(machine, id)) === text(after))) return rest;
  const back = written(rest, device, minute, new Map(step.changes.map(({ id, before }) => [id, before])));
  return { ...back, steps: rest.steps };
}

/** A crash after which nobody can tell whether the write happened: it changed nothing that shows. The play ends there. */
const AMBIGUOUS = "ambiguous";

interface Pair {
  readonly machine: Machine;
  model: ModelMachine;
}

/** Plays moves on the store and on the model, and says where they part, or null. */
export function playForModel(devices: number, moves: readonly Move[], vault?: () => Vault): string | null {
  const pairs: Pair[] = Array.from({ length: devices }, (_, n) => ({
    machine: new Machine(`desk-${n}`, n + 1, vault),
    model: { written: new Map(), steps: [] },
  }));
  for (const [number, move] of moves.entries()) {
    const found = "from" in move ? playSync(pairs, move) : playWrite(pairs[move.device], move, number);
    if (found === AMBIGUOUS) return null;
    if (found !== null) return found;
    for (const { machine, model } of pairs) {
      if (view(model) !== real(machine))
        return `lost: after move ${number}, ${machine.name} shows\n${real(machine)}\nand not\n${view(model)}`;
    }
  }
  return null;
}

function playSync(pairs: readonly Pair[], move: Extract<Move, { from: number }>): null {
  const [from, to] = [pairs[move.from], pairs[move.to]];
  if (from === undefined || to === undefined || from === to) return null;
  from.machine.settle();
  sync(from.machine, to.machine, from.machine, ALL_FILES);
  const device = from.machine.device();
  if (device === null) return null;
  const arrived = new Map(from.model.written.get(device));
  to.model = { ...to.model, written: new Map([...to.model.written, [device, arrived]]) };
  return null;
}

function playWrite(
  pair: Pair | undefined,
  { act, minute, crash }: Extract<Move, { device: number }>,
  number: number,
): string | null {
  if (pair === undefined) return null;
  const { machine, model } = pair;
  const shown = [...idsOf(model)].sort().flatMap((id) => contentOf(model, id) ?? []);
  const wanted = wantedBy(act, number, shown);
  const write = (journal: DiskJournal): void => {
    if (act.do === "undo") undoIfPossible(journal, minute);
    else writeWanted(journal, act, minute, wanted);
  };
  const done = attemptOn(machine, minute, crash, write, number);
  const device = machine.device();
  const after =
    device === null
      ? model
      : act.do === "undo"
        ? undone(model, device, minute)
        : written(model, device, minute, wanted);
  if (done || after === model) {
    pair.model = after;
    return null;
  }
  if (view(model) === view(after)) return AMBIGUOUS;
  // A crash leaves the one or the other; anything between is found by the comparison that follows.
  if (real(machine) === view(after)) pair.model = after;
  return null;
}
