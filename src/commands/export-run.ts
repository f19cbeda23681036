import { cancelled } from "../errors.ts";
import type { Entry } from "../reflection/entry.ts";
import type { MaskCounts } from "../reflection/identifying/entry-mask.ts";
import type { Session } from "../session.ts";
import type { ProductFile } from "../terminal/product-file.ts";
import type { ProductFolder } from "../terminal/product-folder.ts";
import type { FileFormat } from "../views/export/exporter.ts";
import { EXPORTERS } from "../views/export/formats.ts";
import { notesExporter } from "../views/export/notes.ts";
import { type Filter, monthsOf } from "./filters.ts";
import { maskingOf } from "./masking.ts";
import { progressOf } from "./progress.ts";
import { untilStopped } from "./until-stopped.ts";

export type ExportTarget =
  | { readonly type: "file"; readonly format: FileFormat; readonly file: ProductFile }
  | { readonly type: "folder"; readonly folder: ProductFolder };

interface Asked {
  readonly filter: Filter;
  /** Only card numbers and codes are masked. */
  readonly raw: boolean;
  readonly target: ExportTarget;
}

export interface Exported {
  /** The absolute path; empty for standard output. */
  readonly file: string;
  readonly entries: number;
  readonly masked: MaskCounts;
}

/** Where entries go, one by one. */
interface Sink {
  readonly add: (entry: Entry) => void;
  /** Called after each month. */
  readonly flush: () => void;
  readonly finish: () => string;
}

function sinkOf(session: Session, target: ExportTarget): Sink {
  const t = session.telling();
  if (target.type === "folder") {
    const { folder } = target;
    const noteOf = notesExporter(t);
    const add = (entry: Entry): void => {
      const { path, text } = noteOf(entry);
      folder.write(path, text);
    };
    return { add, flush: () => undefined, finish: () => folder.commit() };
  }
  const { file } = target;
  const exporter = EXPORTERS[target.format](t);
  let parts = [exporter.begin()];
  const flush = (): void => {
    const part = parts.join("");
    parts = [];
    if (part !== "") file.write(part);
  };
  return {
    flush,
    add: (entry) => parts.push(exporter.entry(entry)),
    finish: () => {
      parts.push(exporter.end());
      flush();
      return file.commit();
    },
  };
}

/** The months to go through, and how many of the entries that fit to leave out at the beginning, where a limit is set. */
function fromWhere(session: Session, filter: Filter): { readonly months: readonly string[]; readonly skip: number } {
  const newest = monthsOf(session.journal(), filter);
  if (filter.limit === null) return { months: newest, skip: 0 };
  const months: string[] = [];
  let count = 0;
  for (const month of newest) {
    months.push(month);
    for (const part of session.journal().forwards([month])) count += session.seen(part).filter(filter.matches).length;
    if (count >= filter.limit) break;
  }
  return { months, skip: Math.max(0, count - filter.limit) };
}

async function writeAll(session: Session, { filter, raw }: Asked, sink: Sink, isStopped: () => boolean): Promise<Omit<Exported, "file">> {
  const { months, skip } = fromWhere(session, filter);
  const masking = await maskingOf(session, raw ? { keeps: "others" } : {});
  const progress = progressOf(session, "carry.writing", months.length);
  let seen = 0;
  let done = 0;
  for (const part of session.journal().forwards(months)) {
    for (const entry of session.seen(part).filter(filter.matches)) {
      seen += 1;
      if (seen > skip) sink.add(masking.entry(entry));
    }
    sink.flush();
    progress.show((done += 1));
    await new Promise((resolve) => setImmediate(resolve));
    if (isStopped()) throw cancelled(session.say("carry.exportStopped"));
  }
  progress.end();
  return { entries: Math.max(0, seen - skip), masked: masking.counts };
}

/** Writes entries to a file, a folder or standard output, a month at a time. Where it fails, nothing stands at the place. */
export async function exported(session: Session, asked: Asked): Promise<Exported> {
  const { target } = asked;
  const discard = (): void => {
    if (target.type === "folder") target.folder.discard();
    else target.file.discard();
  };
  return untilStopped(async (isStopped) => {
    try {
      const sink = sinkOf(session, target);
      const done = await writeAll(session, asked, sink, isStopped);
      return { file: sink.finish(), ...done };
    } catch (error) {
      discard();
      throw error;
    }
  });
}
