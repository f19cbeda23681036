import { problemLine } from "../content/file-problem.ts";
import type { Brought, ImportFormat, ReadingContext } from "../content/incoming/incoming.ts";
import { readIncoming } from "../content/incoming/read.ts";
import { usageError } from "../errors.ts";
import { folded } from "../journal/search.ts";
import { isoAt, shiftDay } from "../reflection/moment.ts";
import type { MaskCounts } from "../reflection/identifying/entry-mask.ts";
import type { DraftEntry } from "../reflection/validate.ts";
import type { Session } from "../session.ts";
import { harmless } from "../views/harmless.ts";
import { importPlanView, type ImportPlan } from "../views/import.ts";
import { answered } from "./import-ask.ts";
import { sayBroughtIn } from "./import-say.ts";
import { type SortedEntries, Sorter } from "./import-sort.ts";
import { sourceFiles, textOf } from "./import-source.ts";
import { idsThere, keep } from "./keep.ts";
import { maskingOf } from "./masking.ts";
import { progressOf } from "./progress.ts";
import { readContext } from "./read-context.ts";
import { sayMasked } from "./say-masked.ts";

export interface ImportOptions {
  readonly format: ImportFormat | null;
  readonly encoding: string | null;
  readonly map: ReadonlyMap<string, readonly string[]>;
  /** Only card numbers and codes are masked. */
  readonly raw: boolean;
  readonly dryRun: boolean;
}

const MOST_SHOWN = 10;
/** From so many on, it is said that they are being kept. */
const MANY = 2000;

/** A trigger by its id, or by its name as it stands on the screen; case and accents do not matter. */
function triggersByName(session: Session): (name: string) => string | null {
  const own = session.ownTriggers();
  const built = session.content().triggers;
  const names = new Map<string, string>();
  for (const { id, label } of own) names.set(folded(label), id);
  for (const { id, label, issue } of built) for (const name of [issue, label]) names.set(folded(name), id);
  for (const { id } of [...own, ...built]) names.set(folded(id), id);
  return (name) => names.get(folded(name.trim())) ?? null;
}

function readingContext(session: Session, { map }: ImportOptions): ReadingContext {
  const { offsetAt } = session.runtime;
  return {
    map,
    triggerNamed: triggersByName(session),
    local: (instant) => {
      const at = Date.parse(instant);
      return Number.isNaN(at) ? null : isoAt(at, offsetAt);
    },
  };
}

interface Read {
  readonly sorted: SortedEntries;
  readonly formats: readonly ImportFormat[];
  readonly leftOut: readonly string[];
}

async function readAll(session: Session, typed: readonly string[], options: ImportOptions): Promise<Read> {
  const context = readingContext(session, options);
  const sorter = new Sorter(readContext(session, "reflection"));
  const read: Brought[] = [];
  for (const one of typed) {
    for (const file of await sourceFiles(one, session.runtime)) {
      const brought = readIncoming(textOf(file, options.encoding), harmless(file.name, "?"), context, options.format);
      const progress = progressOf(session, "carry.reading", brought.items.length);
      sorter.add(brought, progress.show);
      progress.end();
      read.push(brought);
    }
  }
  return {
    sorted: sorter,
    formats: [...new Set(read.map(({ format }) => format))],
    leftOut: [...new Set(read.flatMap(({ leftOut }) => leftOut))],
  };
}

/** Problems as lines, made harmless: what is not known may be a word of the file. */
function refuse({ problems }: SortedEntries): never {
  const lines = problems.slice(0, MOST_SHOWN).map((problem) => harmless(problemLine(problem), "?"));
  const more = problems.length > MOST_SHOWN ? [`and ${problems.length - MOST_SHOWN} more`] : [];
  throw usageError(["nothing was brought in, since the input is not right:", ...lines, ...more].join("\n  "), "To see all that it holds: --dry-run");
}

function countsOf(drafts: readonly DraftEntry[]): ImportPlan["kinds"] {
  const counts = new Map<DraftEntry["kind"], number>();
  for (const { kind } of drafts) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/** What would come in, and what is wrong with it. */
function planOf(session: Session, { sorted, formats, leftOut }: Read, there: ReadonlySet<string>, masked: MaskCounts): ImportPlan {
  const isNew = ({ id }: { readonly id?: string }): boolean => id === undefined || !there.has(id);
  const ready = sorted.ready.filter(isNew);
  const open = sorted.open.filter(isNew);
  const drafts = [...ready, ...open.map(({ asReflection }) => asReflection)];
  const moments = drafts.flatMap(({ at }) => (at === undefined ? [] : [at])).sort((a, b) => Date.parse(a) - Date.parse(b));
  const now = Date.parse(session.now().at);
  const dayOf = (at: string | undefined): string | null => (at === undefined ? null : shiftDay(at, String(session.value("dayStartsAt"))));
  return {
    formats,
    entries: sorted.ready.length + sorted.open.length,
    kinds: countsOf(ready),
    there: there.size,
    repeated: sorted.repeated,
    undecided: open.length,
    undated: sorted.undated,
    future: moments.filter((at) => Date.parse(at) > now).length,
    from: dayOf(moments[0]),
    to: dayOf(moments.at(-1)),
    masked: [...masked.values()].reduce((sum, count) => sum + count, 0),
    leftOut,
    problems: sorted.problems,
  };
}

async function dryRun(session: Session, read: Read, there: ReadonlySet<string>): Promise<number> {
  const { sorted } = read;
  const masking = await maskingOf(session);
  for (const draft of [...sorted.ready, ...sorted.open.map(({ asReflection }) => asReflection)]) masking.entry(draft);
  const plan = planOf(session, read, there, masking.counts);
  if (session.globals.json) session.printJson({ ...plan, kinds: Object.fromEntries(plan.kinds), problems: plan.problems.slice(0, MOST_SHOWN), problemCount: plan.problems.length });
  else session.print(importPlanView(plan, MOST_SHOWN, session.telling()));
  return plan.problems.length > 0 ? 2 : 0;
}

/** `--raw` is what `--keep-numbers` is elsewhere. */
function withRaw(session: Session, raw: boolean): Session {
  return raw ? { ...session, globals: { ...session.globals, keepNumbers: true } } : session;
}

/** Brings in the entries of files: all of them in one step, or none. */
export async function bringIn(given: Session, typed: readonly string[], options: ImportOptions): Promise<number | undefined> {
  const session = withRaw(given, options.raw);
  const read = await readAll(session, typed, options);
  const { sorted } = read;
  const ids = [...sorted.ready, ...sorted.open].flatMap(({ id }) => (id === undefined ? [] : [{ id, kind: "note" } as const]));
  const there = idsThere(session.journal(), ids);
  if (options.dryRun) return dryRun(session, read, there);
  if (sorted.problems.length > 0) refuse(sorted);
  const plan = planOf(session, read, there, new Map());
  const fresh = sorted.open.filter(({ id }) => !there.has(id));
  const decided = await answered(session, fresh, typed);
  if (decided === null) {
    session.note(`${session.say("kept.nothing")}\n`);
    return undefined;
  }
  const drafts = [...sorted.ready.filter(({ id }) => id === undefined || !there.has(id)), ...decided.drafts];
  const progress = progressOf(session, "carry.keeping", drafts.length, 0);
  if (drafts.length >= MANY) progress.show(0);
  const kept = drafts.length === 0 ? { saved: [], masked: new Map(), there: [] } : await keep(session, "import", drafts);
  progress.end();
  decided.discard();
  sayMasked(session, kept.masked);
  sayBroughtIn(session, plan, kept.saved);
  return undefined;
}
