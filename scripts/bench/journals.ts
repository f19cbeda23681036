import { join } from "node:path";
import { makeJournal } from "../make-journal.ts";
import { BIN, runOnce } from "./timing.ts";

const AT_ONCE = 25_000;
/** More than one person writes in ten years: the journals above it hold seventy a day, since moments before 1970 are none. */
const ONE_PERSON = 25_000;

/** Yesterday in Berlin, where the runs are: entries of later today would lie in the future. */
function lastDay(): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Berlin" }).format(Date.now() - 86_400_000);
}

/** Writes a journal of so many entries, 1.1 KB each, by the program itself. Gives its folder. */
export function journalOf(folder: string, entries: number): string {
  const home = join(folder, `journal-${entries}`);
  const lines = makeJournal(entries, lastDay(), { perDay: entries > ONE_PERSON ? 70 : 7 }).map((entry) => JSON.stringify(entry));
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    runOnce([BIN, "reflect", "--from", "-", "--quiet"], home, lines.slice(from, from + AT_ONCE).join("\n"));
  }
  return home;
}
