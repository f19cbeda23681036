import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMMANDS } from "../../src/command-list.ts";

export interface Line {
  readonly args: readonly string[];
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What the lines of a run work with. */
export interface Workshop {
  /** A folder for what is written and read beside the journal. */
  readonly folder: string;
  /** Words of the person's, in every line that takes some. */
  readonly words: string;
  /** A pack to check, add and remove. */
  readonly pack: string;
}

const PACK = `name: night-shift
language: en
author: a team
licence: CC0-1.0
version: 1
lines:
  the_bill:
    triggers: [rude_tone]
    text: The shouting is about the bill.
`;

/** A folder with programs that stand for the printer's and the editor's. */
export function makePrograms(folder: string): string {
  const programs = join(folder, "programs");
  mkdirSync(programs, { recursive: true });
  const make = (name: string, script: string): void => {
    writeFileSync(join(programs, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(programs, name), 0o755);
  };
  make("lpstat", 'case "$1" in -d) echo "system default destination: Floor3";; *) echo Floor3;; esac');
  make("lp", "echo 'request id is Floor3-1 (1 file(s))'");
  make("fake-editor", 'sed "s/strength: [0-9]*/strength: 3/" "$1" > "$1.new" && cat "$1.new" > "$1" && rm "$1.new"');
  return programs;
}

export function makeWorkshop(folder: string, words: string): Workshop {
  mkdirSync(folder, { recursive: true });
  const pack = join(folder, "night-shift.yaml");
  writeFileSync(pack, PACK);
  return { folder, words, pack };
}

/** Lines that write, in an order in which each finds what it needs. An entry's id in them is `id`. */
export function writingLines({ folder, words, pack }: Workshop, id: string): readonly Line[] {
  const file = (name: string): string => join(folder, name);
  const entry = { id, trigger: "rude_tone", strength: 7, what: words, thought: words, tags: [words.slice(0, 40)], line: words };
  return [
    { args: ["config", "set", "country", "DE"] },
    { args: ["config", "set", "goal", words] },
    { args: ["config", "set", "color", "auto"] },
    { args: ["config", "unset", "color"] },
    { args: ["start", "--intention", words] },
    { args: ["reflect", "--from", "-"], input: JSON.stringify(entry) },
    { args: ["reflect", "-", "--trigger", "saying_no", "--if", words, "--then", words, "--strength", "6"], input: words },
    { args: ["win", words, "--why", words] },
    { args: ["edit", id, "--what", words] },
    { args: ["edit", id], env: { EDITOR: "fake-editor" } },
    { args: ["reminders", "add", words] },
    { args: ["triggers", "add", "slow lift"] },
    { args: ["rehearse", "--trigger", "saying_no", "--grade", "good"] },
    { args: ["review", "--better", words, "--focus", words] },
    { args: ["end", "--learned", words, "--carry", "1"] },
    { args: ["pack", "add", pack] },
    { args: ["pack", "share", file("mine.yaml"), "--yes"] },
    { args: ["pack", "new", file("new.yaml")] },
    { args: ["card", "--output", file("card.html"), "--format", "html"] },
    { args: ["card", "--output", file("card.pdf"), "--format", "pdf"] },
    { args: ["card", "--print"] },
    { args: ["roadmap", "--output", file("road.svg"), "--format", "svg"] },
    { args: ["backup", file("backup.json")] },
    { args: ["restore", file("backup.json"), "--yes"] },
    { args: ["undo"] },
    { args: ["delete", id, "--yes"] },
    { args: ["undo"] },
    { args: ["doctor", "--repair"] },
  ];
}

/** Lines that only read, on the journal that the lines above made. */
export function readingLines({ pack }: Workshop, id: string): readonly Line[] {
  return [
    { args: [] },
    { args: ["list", "--all"] },
    { args: ["list", "--all", "--json"] },
    { args: ["show", id] },
    { args: ["show", id, "--json"] },
    { args: ["find", "shout"] },
    { args: ["suggest", "they shouted"] },
    { args: ["roadmap"] },
    ...["markdown", "html", "svg"].map((format) => ({ args: ["roadmap", "--format", format] })),
    { args: ["roadmap", "--json"] },
    { args: ["reminders"] },
    { args: ["reminders", "--format", "markdown"] },
    { args: ["card"] },
    ...["markdown", "html", "pdf"].map((format) => ({ args: ["card", "--format", format] })),
    { args: ["review", "--show"] },
    ...["markdown", "html"].map((format) => ({ args: ["review", "--show", "--format", format] })),
    { args: ["rehearse"] },
    { args: ["breathe"] },
    { args: ["triggers"] },
    { args: ["config"] },
    { args: ["config", "--json"] },
    { args: ["config", "get", "goal"] },
    { args: ["doctor"] },
    { args: ["doctor", "--json"] },
    { args: ["pack"] },
    { args: ["pack", "check", pack] },
    { args: ["pack", "new"] },
    { args: ["pack", "share"] },
    { args: ["schema", "entry"] },
    { args: ["support"] },
    { args: ["help"] },
    { args: ["demo"] },
    { args: ["--version"] },
    { args: ["--help"] },
    { args: ["no-such-command"] },
  ];
}

/** Commands that none of the lines names, as they are without arguments: a new command is never left out. */
export function otherLines(lines: readonly Line[]): readonly Line[] {
  const named = new Set(lines.map(({ args }) => args[0] ?? "home"));
  return COMMANDS.filter(({ name }) => !named.has(name)).map(({ name }) => ({ args: [name] }));
}
