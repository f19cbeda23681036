import { join } from "node:path";
import { parseYaml, writeYaml } from "../content/parse.ts";
import { failure } from "../errors.ts";
import type { Entry } from "../reflection/entry.ts";
import { type DraftEntry, readEntry } from "../reflection/validate.ts";
import type { Session } from "../session.ts";
import { editorCommand, editText } from "../terminal/editor.ts";
import { entrySheet, markedSheet, type SheetProblem, withoutMarks } from "../views/entry-sheet.ts";
import { readContext } from "./read-context.ts";

/** A mistake is shown so often before the entry is left as it was. */
const MOST_ROUNDS = 20;

type Read = { readonly draft: DraftEntry } | { readonly problems: readonly SheetProblem[] };

function read(session: Session, entry: Entry, text: string): Read {
  const parsed = parseYaml(text, "entry");
  if (parsed.problems.length > 0) return { problems: parsed.problems };
  const result = readEntry(parsed.value, readContext(session, entry.kind));
  if ("draft" in result && result.draft.kind === entry.kind) return { draft: result.draft };
  if ("draft" in result) {
    return { problems: [{ line: parsed.positionOf(["kind"]).line, what: "an entry keeps its kind", accepted: entry.kind }] };
  }
  return {
    problems: result.problems.map(({ path, what, accepted }) => ({ line: parsed.positionOf(path, "key").line, what, accepted })),
  };
}

/**
 * Opens an entry in the person's editor until what they leave can be read; a mistake is marked at its line.
 *
 * Null where they emptied it or left the same mistake standing. Throws a failure where the editor did not end well: the
 * entry is as it was then.
 */
export async function inEditor(session: Session, entry: Entry): Promise<DraftEntry | null> {
  const { env, platform, places } = session.runtime;
  const setting = session.value("editor");
  const editor = editorCommand({ env, platform, setting: typeof setting === "string" ? setting : null });
  if (editor === null) throw failure("there is no editor", "Name one: evenkeel config set editor nano");
  let text = entrySheet(entry, writeYaml, session.talk());
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const result = await editText(text, { editor, folder: join(places.local, "edit"), suffix: ".yaml", stop: new AbortController().signal });
    if (result.type === "noText") throw failure("what the editor left is not UTF-8 text", `It is in ${result.file}. The entry is as it was.`);
    if (result.type === "missing") throw failure(`there is no editor called ${editor.name} here`, "Name another: evenkeel config set editor nano");
    if (result.type !== "done") throw failure(`${editor.name} did not end well`, "The entry is as it was.");
    const plain = withoutMarks(result.text);
    if (plain.replace(/^\s*(#.*)?$/gm, "").trim() === "") return null;
    const entryRead = read(session, entry, plain);
    if ("draft" in entryRead) return entryRead.draft;
    const marked = markedSheet(plain, entryRead.problems);
    if (marked === text.trimEnd()) return null;
    text = marked;
  }
  return null;
}
