import { writeRecord } from "../../content/plain-yaml.ts";
import type { Entry } from "../../reflection/entry.ts";
import type { Telling } from "../telling.ts";
import { entryTitle, markdownEntry } from "./markdown-entry.ts";

/** Signs that a file's name cannot hold on some system, or that a notes program reads as its own. */
const NO_NAME = /[\\/:*?"<>|#^[\]%\p{C}\p{Zl}\p{Zp}]+/gu;
const LONGEST = 60;

/** One note: where it goes in the folder, and what stands in it. */
export interface Note {
  /** With a forward slash: "2026-11/2026-11-20 23.41 Shouting or rude words.md". */
  readonly path: string;
  readonly text: string;
}

function nameOf(entry: Entry, t: Telling): string {
  const name = entryTitle(entry, t)
    .replace(/^(\S+ \d\d):/, "$1.")
    .replace(NO_NAME, " ")
    .replace(/\s+/g, " ");
  return Array.from(name).slice(0, LONGEST).join("").replace(/[ .]+$/, "");
}

/**
 * A note for each entry, in a folder for each month: its facts as front matter, which notes programs show as properties,
 * its words below. Names are told apart by a number where two are alike.
 */
export function notesExporter(t: Telling): (entry: Entry) => Note {
  let month = "";
  const taken = new Map<string, number>();
  return (entry) => {
    const folder = entry.at.slice(0, 7);
    if (folder !== month) taken.clear();
    month = folder;
    const name = nameOf(entry, t);
    const alike = `${folder}/${name.normalize("NFC").toLowerCase()}`;
    const number = (taken.get(alike) ?? 0) + 1;
    taken.set(alike, number);
    const { blocks, marked } = markdownEntry(entry, t, false);
    const { facts, words } = marked;
    const front = writeRecord({ ...facts, words: words.map(([field]) => field) });
    return {
      path: `${folder}/${name}${number === 1 ? "" : ` (${number})`}.md`,
      text: `---\n${front}---\n${blocks.map((block) => `\n${block.join("\n")}\n`).join("")}`,
    };
  };
}
