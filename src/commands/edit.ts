import type { Command } from "commander";
import { usageError } from "../errors.ts";
import type { Entry } from "../reflection/entry.ts";
import type { DraftEntry } from "../reflection/validate.ts";
import type { Session } from "../session.ts";
import { type Act, writing } from "./act.ts";
import { findEntry } from "./find-entry.ts";
import { maskingOf } from "./masking.ts";
import { readFlags } from "./read-context.ts";
import { sayMasked } from "./say-masked.ts";
import { answersOf, FLAGS, type ReflectOptions, withAnswers } from "./reflect-flags.ts";

/** The edited entry: the same record, with its shift kept unless another one is given. */
function edited(before: Entry, { id: _id, at, shift, ...fields }: DraftEntry): Entry {
  return { ...fields, id: before.id, kind: before.kind, at: at ?? before.at, shift: shift ?? before.shift } as Entry;
}

async function fromSheet(session: Session, entry: Entry, from: string): Promise<DraftEntry> {
  const [{ decodeText, parseEntries, readInput }, { readContext }] = [await import("./entries-from.ts"), await import("./read-context.ts")];
  const name = from === "-" ? "standard input" : from;
  const drafts = parseEntries(decodeText(await readInput(from, session.runtime), name), name, readContext(session, entry.kind));
  const [draft, another] = drafts;
  if (draft === undefined || another !== undefined) throw usageError(`${name} must hold one entry`);
  if (draft.kind !== entry.kind) throw usageError(`${name}: an entry keeps its kind`, `Accepted: kind: ${entry.kind}.`);
  return draft;
}

/** The entry's own fields with those that flags give on top. */
function fromFlags(session: Session, entry: Entry, given: Readonly<Record<string, unknown>>): DraftEntry {
  const { id: _id, at: _at, shift: _shift, ...fields } = entry as Entry & Readonly<Record<string, unknown>>;
  const before = "plan" in entry ? (entry.plan ?? {}) : {};
  const plan = typeof given["plan"] === "object" ? { plan: { ...before, ...given["plan"] } } : {};
  const after = Object.entries({ ...fields, ...given, ...plan });
  // A flag with an empty value takes the answer out.
  return readFlags(session, entry.kind, Object.fromEntries(after.filter(([, value]) => value !== "")), FLAGS);
}

async function newFields(session: Session, entry: Entry, options: ReflectOptions): Promise<DraftEntry | null> {
  if (options.from !== undefined) return fromSheet(session, entry, options.from);
  const given = answersOf(options, "");
  if (Object.keys(given).length > 0) return fromFlags(session, entry, given);
  const { env } = session.runtime;
  const editorNamed = (env["VISUAL"] ?? env["EDITOR"] ?? "") !== "";
  if (!session.globals.input || (!session.canAsk && !editorNamed)) {
    throw usageError("what shall it say? Missing: a flag such as --strength, or --from <file or ->", "In a terminal, it opens in your editor.");
  }
  const { editEntry } = await import("./edit-sheet.ts");
  return editEntry(session, entry);
}

async function runEdit(session: Session, options: ReflectOptions, [typed]: readonly unknown[]): Promise<undefined> {
  const before = findEntry(session, String(typed));
  session.journal().assertWritable(before.shift);
  const draft = await newFields(session, before, options);
  const masking = await maskingOf(session);
  const after = draft === null ? before : edited(before, masking.entry(draft));
  if (JSON.stringify(after) === JSON.stringify(before)) {
    session.note(`${session.say("kept.unchanged")}\n`);
    if (session.globals.json) session.printJson([]);
    return;
  }
  session.journal().write("edit", session.now().at, (_journal, change) => {
    change.put(after);
  });
  sayMasked(session, masking.counts);
  if (session.globals.json) session.printJson([after]);
  else session.note(`${session.say("kept.edited")}\n`);
}

export function register(program: Command, act: Act): void {
  withAnswers(program.command("edit").description("change one entry, in your editor or by flags"))
    .argument("<id>", "its id, or the start of it")
    .option("--from <file>", "the whole entry anew, as JSON or YAML, from a file or - for standard input")
    .action(act(writing(runEdit)));
}
