import { dirname, join } from "node:path";
import { ensureFolder, replaceFile } from "./atomic.ts";
import { unlessCode } from "./disk.ts";
import type { Holder } from "./holder.ts";
import { holderHere, isHolder, isRunning } from "./holder.ts";
import { localFile, readLocal, setAside } from "./local.ts";
import type { Store } from "./store.ts";
import { telling } from "./trouble.ts";

/** A conversation that is not finished yet. */
export interface Draft {
  /** Becomes the id of the entry, so that an entry saved just before a crash is not saved twice. */
  readonly id: string;
  /** "reflect", "end" */
  readonly command: string;
  /** ISO 8601 */
  readonly startedAt: string;
  /** ISO 8601 */
  readonly updatedAt: string;
  /** Plain data, by field. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** The half-typed answer to one question. */
  readonly typed?: { readonly question: string; readonly text: string };
}

export interface WaitingDraft extends Draft {
  /** Another process that still runs is writing it. */
  readonly inUse: boolean;
}

/** Makes words fit to be kept. `finished` is false while they are still being typed. */
export type Sanitize = (text: string, finished: boolean) => string;

export interface Drafts {
  /** Drafts of all commands, newest first. One that cannot be understood is put aside and reported as a problem. */
  list(): readonly WaitingDraft[];
  find(id: string): WaitingDraft | null;
  /**
   * Keeps a draft. After `answered` it survives a power cut, after `typed` the end of this process.
   *
   * Throws a `journal` failure when it cannot be kept; what was kept before is then unharmed.
   */
  save(draft: Draft, because: "typed" | "answered"): void;
  /** Takes a draft away; one that is not there is no error. */
  discard(id: string): void;
}

type Bag = Readonly<Record<string, unknown>>;

const isBag = (value: unknown): value is Bag => typeof value === "object" && value !== null && !Array.isArray(value);

function isTyped(value: unknown): boolean {
  return (
    value === undefined || (isBag(value) && typeof value["question"] === "string" && typeof value["text"] === "string")
  );
}

function isKept(value: unknown): value is { draft: Draft; holder: Holder } {
  if (!isBag(value) || !isBag(value["draft"]) || !isHolder(value["holder"])) return false;
  const { id, command, startedAt, updatedAt, answers, typed } = value["draft"];
  return (
    [id, command, startedAt, updatedAt].every((text) => typeof text === "string") && isBag(answers) && isTyped(typed)
  );
}

function clean(value: unknown, sanitize: Sanitize): unknown {
  if (typeof value === "string") return sanitize(value, true);
  if (Array.isArray(value)) return value.map((item) => clean(item, sanitize));
  if (!isBag(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, clean(item, sanitize)]));
}

function cleanDraft(draft: Draft, sanitize: Sanitize): Draft {
  const { typed, answers, ...rest } = draft;
  return {
    ...rest,
    answers: clean(answers, sanitize) as Draft["answers"],
    ...(typed !== undefined && { typed: { ...typed, text: sanitize(typed.text, false) } }),
  };
}

const newestFirst = (a: Draft, b: Draft): number =>
  Date.parse(b.updatedAt) - Date.parse(a.updatedAt) || (a.id < b.id ? 1 : -1);

function fileOf(store: Store, id: string): { path: string; words: boolean } {
  if (!/^[\w-]{1,100}$/.test(id)) throw new Error("a draft's id must be letters and digits");
  return localFile(store, join("drafts", `${id}.json`), true);
}

/** What stands in a draft's file: null where there is none, undefined where it cannot be understood. */
function readKept(store: Store, id: string): { draft: Draft; holder: Holder } | null | undefined {
  const file = fileOf(store, id);
  if (telling(store.shown(file.path), "read", () => store.options.disk.facts(file.path))?.kind !== "file") return null;
  const kept = readLocal(store, file);
  if (kept === null) return null;
  return isKept(kept) && kept.draft.id === id ? kept : undefined;
}

function readDraft(store: Store, id: string): WaitingDraft | null {
  const { disk, hostname, pid } = store.options;
  const kept = readKept(store, id);
  if (kept === null) return null;
  if (kept === undefined) {
    const { path } = fileOf(store, id);
    const aside = setAside(store, path);
    store.report(path, "A draft could not be read.", `It was kept as ${store.shown(aside ?? path)}`);
    return null;
  }
  const own = kept.holder.pid === pid && kept.holder.host === hostname;
  return { ...kept.draft, inUse: !own && isRunning(disk, kept.holder, hostname) === true };
}

function draftIds(store: Store): readonly string[] {
  const folder = join(store.options.places.local, "drafts");
  const names = telling(store.shown(folder), "read", () =>
    unlessCode(["ENOENT"], () => store.options.disk.list(folder), []),
  );
  return names.flatMap((name) => /^([\w-]{1,100})\.json$/.exec(name)?.[1] ?? []);
}

/** How many drafts there are, whatever stands in them. */
export function draftFiles(store: Store): number {
  return draftIds(store).length;
}

/** Files of drafts that cannot be understood. */
export function damagedDrafts(store: Store): readonly string[] {
  return draftIds(store)
    .filter((id) => readKept(store, id) === undefined)
    .map((id) => fileOf(store, id).path);
}

/** The drafts of this machine, beside the journal. @param sanitize what every text passes before it reaches the disk */
export function draftsOf(store: Store, sanitize: Sanitize = (text) => text): Drafts {
  const { disk, vault, random, pid, hostname } = store.options;
  const holder = holderHere(disk, pid, hostname);
  return {
    list: () =>
      draftIds(store)
        .flatMap((id) => readDraft(store, id) ?? [])
        .sort(newestFirst),
    find: (id) => readDraft(store, id),
    save: (draft, because) => {
      const { path } = fileOf(store, draft.id);
      const bytes = Buffer.from(`${JSON.stringify({ version: 1, holder, draft: cleanDraft(draft, sanitize) })}\n`);
      telling(store.shown(path), "saved", () => {
        ensureFolder(disk, dirname(path));
        replaceFile(disk, path, vault.seal(bytes), { owner: "draft", random, durable: because === "answered" });
      });
    },
    discard: (id) => {
      const { path } = fileOf(store, id);
      telling(store.shown(path), "saved", () => {
        unlessCode(
          ["ENOENT"],
          () => {
            disk.unlink(path);
          },
          undefined,
        );
      });
    },
  };
}
