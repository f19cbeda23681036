import { join } from "node:path";
import { failure, usageError } from "../errors.ts";
import type { Session } from "../session.ts";
import { editorCommand, editText } from "../terminal/editor.ts";
import { writeProductAside } from "../terminal/output-file.ts";
import { markedSheet, type SheetProblem, withoutMarks } from "../views/sheet.ts";

/** What came of reading a sheet: what it says, or what is wrong with it. */
export type SheetRead<T> = { readonly read: T } | { readonly problems: readonly SheetProblem[] };

export interface Sheet<T> {
  /** What lies in the editor at first. */
  readonly text: string;
  readonly read: (text: string) => SheetRead<T>;
  /** "The entry is as it was." */
  readonly unharmed: string;
  /** What to do with the file in which a sheet with a mistake was kept. */
  readonly next: (file: string) => string;
}

/** A mistake is shown so often before it is given up. */
const MOST_ROUNDS = 20;

async function edited(session: Session, text: string, unharmed: string): Promise<string> {
  const { env, platform, places } = session.runtime;
  const setting = session.value("editor");
  const editor = editorCommand({ env, platform, setting: typeof setting === "string" ? setting : null });
  if (editor === null) throw failure("there is no editor", "Name one: evenkeel config set editor nano");
  const result = await editText(text, { editor, folder: join(places.local, "edit"), suffix: ".yaml", stop: new AbortController().signal });
  if (result.type === "done") return result.text;
  if (result.type === "noText") throw failure("what the editor left is not UTF-8 text", `It is in ${result.file}. ${unharmed}`);
  if (result.type === "missing") throw failure(`there is no editor called ${editor.name} here`, "Name another: evenkeel config set editor nano");
  throw failure(`${editor.name} did not end well`, unharmed);
}

/** What was typed is no good as it stands, and is kept all the same. */
function givenUp<T>(session: Session, text: string, { unharmed, next }: Sheet<T>, [problem]: readonly SheetProblem[]): Error {
  const file = writeProductAside(join(session.runtime.places.local, "edit"), "words", ".yaml", Buffer.from(`${text}\n`));
  const where = problem === undefined ? "" : `, line ${problem.line}: ${problem.what}`;
  return usageError(`a mistake is left in it${where}. ${unharmed}`, `What you wrote is in ${file}. ${next(file)}`);
}

/**
 * Opens a sheet in the person's editor until what they leave can be read; a mistake is marked at its line.
 *
 * Null where they emptied it. Throws a usage failure where the same mistake was left standing: what was typed is kept in
 * a file then. Throws a failure where the editor did not end well.
 */
export async function inEditor<T>(session: Session, sheet: Sheet<T>): Promise<T | null> {
  let { text } = sheet;
  let problems: readonly SheetProblem[] = [];
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const plain = withoutMarks(await edited(session, text, sheet.unharmed));
    if (plain.replace(/^\s*(#.*)?$/gm, "").trim() === "" && plain.trim() === "") return null;
    const result = sheet.read(plain);
    if ("read" in result) return result.read;
    ({ problems } = result);
    const marked = markedSheet(plain, problems);
    // Words of a sealed journal never go to a plain file: there the editor opens again until the mistake is mended.
    if (marked === text.trimEnd() && session.journal().store.options.vault.state === "plain") throw givenUp(session, plain, sheet, problems);
    text = marked;
  }
  throw usageError(`a mistake is left in it. ${sheet.unharmed}`);
}
