import { parseYaml, writeYaml } from "../content/parse.ts";
import type { Entry } from "../reflection/entry.ts";
import { type DraftEntry, readEntry } from "../reflection/validate.ts";
import type { Session } from "../session.ts";
import { entrySheet } from "../views/entry-sheet.ts";
import { inEditor, type SheetRead } from "./in-editor.ts";
import { readContext } from "./read-context.ts";

function read(session: Session, entry: Entry, text: string): SheetRead<DraftEntry | null> {
  if (text.replace(/^\s*(#.*)?$/gm, "").trim() === "") return { read: null };
  const parsed = parseYaml(text, "entry");
  if (parsed.problems.length > 0) return { problems: parsed.problems };
  const result = readEntry(parsed.value, readContext(session, entry.kind));
  if ("draft" in result && result.draft.kind === entry.kind) return { read: result.draft };
  if ("draft" in result) {
    return { problems: [{ line: parsed.positionOf(["kind"]).line, what: "an entry keeps its kind", accepted: entry.kind }] };
  }
  return {
    problems: result.problems.map(({ path, what, accepted }) => ({ line: parsed.positionOf(path, "key").line, what, accepted })),
  };
}

/**
 * Opens an entry in the person's editor until what they leave can be read. Null where they emptied it; throws as
 * `inEditor` does.
 */
export function editEntry(session: Session, entry: Entry): Promise<DraftEntry | null> {
  return inEditor(session, {
    text: entrySheet(entry, writeYaml, session.talk()),
    read: (text) => read(session, entry, text),
    unharmed: "The entry is as it was.",
    next: (file) => `Mend it there, then: evenkeel edit ${entry.id} --from ${file}`,
  });
}
