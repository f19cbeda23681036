import type { FileProblem } from "../content/file-problem.ts";
import { type Brought, type Incoming } from "../content/incoming/incoming.ts";
import { isBag } from "../content/incoming/json.ts";
import { SUPPORT_TRIGGER } from "../reflection/vocabulary.ts";
import { type DraftEntry, type Problem, type ReadContext, readEntry } from "../reflection/validate.ts";
import { importId } from "./import-id.ts";

type Fields = Readonly<Record<string, unknown>>;

/** An entry of which nobody knows yet what set it off. */
export interface OpenEntry {
  readonly id: string;
  readonly what: string;
  /** What set it off, in words that are no trigger here; null where nothing is said. */
  readonly category: string | null;
  /** As a hard case; its trigger is not the answer yet. */
  readonly asReflection: DraftEntry;
  /** As a note; null where it says more than a note can hold. */
  readonly asNote: DraftEntry | null;
  readonly from: Incoming;
}

/** What was read, sorted by what still has to be known. */
export interface SortedEntries {
  readonly ready: readonly DraftEntry[];
  readonly open: readonly OpenEntry[];
  readonly problems: readonly FileProblem[];
  /** Entries without an id that stood there more than once. */
  readonly repeated: number;
  readonly undated: number;
}

const NOTE_FIELDS = ["id", "at", "shift", "kind", "what", "tags"];

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && !(typeof value === "string" && value.trim() === "");
}

function isOpen(value: unknown): value is Fields & { readonly what: string } {
  if (!isBag(value) || isGiven(value["trigger"]) || typeof value["what"] !== "string" || value["what"].trim() === "") return false;
  return !isGiven(value["kind"]) || value["kind"] === "reflection";
}

/** The same journal is one source, whichever way it was written out. */
function sourceOf(format: string): string {
  return format === "jrnl-json" ? "jrnl" : format;
}

function withId(value: unknown, format: string, category: string | undefined): unknown {
  if (!isBag(value) || isGiven(value["id"])) return value;
  const { id: _id, at, ...rest } = value;
  const given = Object.entries(rest).filter(([name, part]) => isGiven(part) && (name !== "tags" || !isOpen(value)));
  const moment = typeof at === "string" ? at : "";
  return { ...value, id: importId(sourceOf(format), moment, JSON.stringify([category ?? null, ...given])) };
}

function problemsOf(item: Incoming, problems: readonly Problem[]): readonly FileProblem[] {
  return problems.map(({ path, what, accepted }) => ({
    file: item.file,
    ...item.position(path),
    what: path.length === 0 ? what : `${path.join(".")}: ${what}`,
    accepted,
  }));
}

/** Sorts the entries of one file after the other. */
export class Sorter implements SortedEntries {
  readonly ready: DraftEntry[] = [];
  readonly open: OpenEntry[] = [];
  readonly problems: FileProblem[] = [];
  repeated = 0;
  undated = 0;
  private readonly seen = new Map<string, boolean>();
  private readonly context: ReadContext;

  constructor(context: ReadContext) {
    this.context = context;
  }

  /** Whether an id is new in this input; where it was given by hand, twice is a mistake. */
  private isNew(id: string, given: boolean, item: Incoming): boolean {
    const before = this.seen.get(id);
    if (before === undefined) {
      this.seen.set(id, given);
      return true;
    }
    if (given || before) this.problems.push(...problemsOf(item, [{ path: ["id"], what: "this id stands there twice", accepted: "an id of its own for each entry, or none" }]));
    else this.repeated += 1;
    return false;
  }

  private read(value: unknown, item: Incoming): DraftEntry | null {
    const result = readEntry(value, this.context);
    if ("draft" in result) return result.draft;
    this.problems.push(...problemsOf(item, result.problems));
    return null;
  }

  private addOpen(value: Fields & { readonly what: string }, id: string, item: Incoming): void {
    const simple = Object.entries(value).every(([name, part]) => NOTE_FIELDS.includes(name) || !isGiven(part));
    const { kind: _kind, trigger: _trigger, tags, ...rest } = value;
    const category = item.category === undefined ? [] : [item.category.trim()];
    const own = Array.isArray(tags) ? (tags as unknown[]) : [];
    const noteTags = Array.isArray(tags) || !isGiven(tags) ? [...new Set([...own, ...category])] : tags;
    const asReflection = this.read({ ...rest, ...(isGiven(tags) ? { tags } : {}), kind: "reflection", trigger: SUPPORT_TRIGGER }, item);
    if (asReflection === null) return;
    const asNote = simple ? this.read({ ...rest, kind: "note", tags: noteTags }, item) : null;
    this.open.push({ id, what: value.what, category: item.category ?? null, asReflection, asNote, from: item });
  }

  add({ format, items, problems }: Brought, progress: (done: number) => void): void {
    this.problems.push(...problems);
    for (const [index, item] of items.entries()) {
      if (index % 200 === 0) progress(index);
      const given = isBag(item.value) && isGiven(item.value["id"]);
      const value = withId(item.value, format, item.category);
      const id = isBag(value) && typeof value["id"] === "string" ? value["id"] : null;
      if (id !== null && !this.isNew(id, given, item)) continue;
      if (isBag(value) && !isGiven(value["at"])) this.undated += 1;
      if (id !== null && isOpen(value)) this.addOpen(value, id, item);
      else {
        const draft = this.read(value, item);
        if (draft !== null) this.ready.push(draft);
      }
    }
  }
}
