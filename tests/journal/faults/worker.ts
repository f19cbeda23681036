import { writeSync } from "node:fs";
import { EvenkeelError } from "../../../src/errors.ts";
import { openJournal } from "../../../src/journal/open.ts";
import { places } from "../../../src/journal/places.ts";
import { undo } from "../../../src/journal/undo.ts";

/**
 * One run of a program that saves, for tests that kill it, starve it or run many of it at once.
 *
 * Arguments: home, name, what to do, how often. Each save that was acknowledged is a line on stdout; a failure that is
 * told is a line `refused …`. Exit code 0 when all was said.
 */
const [home = "", name = "", what = "add", count = "1"] = process.argv.slice(2);
const AT = "2026-11-22T03:40:00+01:00";
const journal = openJournal({ places: places({ EVENKEEL_HOME: home }, "linux", "/"), clock: () => Date.now() });

function say(line: string): void {
  writeSync(1, `${line}\n`);
}

function entry(n: number, shift = "2026-11-22") {
  return { id: `${name}-${n}`, kind: "note" as const, at: AT, shift, what: `${name} ${n} ${"words ".repeat(40)}` };
}

function act(n: number): void {
  if (what === "undo") undo(journal, AT);
  else if (what === "move")
    journal.write("edit", AT, (_, change) => {
      change.put(entry(n, n % 2 === 0 ? "2026-11-22" : "2026-12-22"));
    });
  else if (what === "months") {
    journal.write("import", AT, (_, change) => {
      for (let month = 1; month <= 6; month += 1)
        change.put({ ...entry(n, `2026-0${month}-10`), id: `${name}-${n}-${month}` });
    });
  } else
    journal.write("reflect", AT, (_, change) => {
      change.put(entry(n));
    });
}

for (let n = 0; n < Number(count); n += 1) {
  try {
    act(n);
    say(`${name}-${n}`);
  } catch (error) {
    if (!(error instanceof EvenkeelError)) throw error;
    say(`refused ${name}-${n} ${error.kind} ${error.message}`);
  }
}
