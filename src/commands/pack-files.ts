import { basename, join } from "node:path";
import type { Content } from "../content/content.ts";
import { type FileProblem, problemLine } from "../content/file-problem.ts";
import { checkPack, type PackResult } from "../content/pack.ts";
import { newPack } from "../content/pack-example.ts";
import { PACK_NAME } from "../content/pack-shape.ts";
import type { Session } from "../session.ts";
import { type InstalledPacks, installedPacks } from "../settings/packs.ts";
import { writeProduct } from "../terminal/output-file.ts";
import { readInput } from "./entries-from.ts";

/** The built-in content in a language, else in English: without any pack. */
export function builtIn({ runtime }: Session): (lang: string) => Content {
  return (lang) => {
    const base = lang.split("-")[0] ?? "en";
    return runtime.content([lang, base].find((tag) => runtime.languages().includes(tag)) ?? "en");
  };
}

/** The packs that are there. */
export function packsHere(session: Session): Promise<InstalledPacks> {
  return installedPacks(session.runtime.places, builtIn(session), session.journal().store.options.vault);
}

export function packPath({ runtime }: Session, name: string): string {
  return join(runtime.places.packs, `${name}.yaml`);
}

/** `pack new` */
export function writeExample(session: Session, file: string | null, force: boolean): void {
  if (file === null || file === "-") {
    session.print(newPack());
    return;
  }
  const name = basename(file).replace(/\.ya?ml$/i, "");
  const fits = PACK_NAME[0].test(name);
  writeProduct(file, newPack(fits ? name : undefined), { force });
  session.note(`${session.say("pack.written", { file })}\n`);
}

/** Reads and checks a pack from a file or standard input; `around` is what it could clash with. */
export async function checked(session: Session, file: string, around: Omit<Parameters<typeof checkPack>[2], "contentFor"> = {}): Promise<PackResult> {
  const bytes = await readInput(file, session.runtime);
  return checkPack(bytes, file === "-" ? "standard input" : file, { contentFor: builtIn(session), ...around });
}

/** Problems as lines, made harmless: they may hold words of the file. */
export function problemText(problems: readonly FileProblem[], session: Session): string {
  const t = session.telling();
  return problems.map((problem) => `${t.line(problemLine(problem))}\n`).join("");
}

/** `pack check`: problems are the product; 2 where there are any. */
export async function checkFile(session: Session, file: string): Promise<number> {
  const { problems } = await checked(session, file);
  if (session.globals.json) session.printJson(problems);
  else if (problems.length === 0) session.note(`${session.say("pack.fine", { file })}\n`);
  else {
    session.print(problemText(problems, session));
    session.note(`${session.say("pack.problems", { file, count: problems.length })}\n`);
  }
  return problems.length === 0 ? 0 : 2;
}
