import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Act, pictured } from "./terminal.ts";
import { terminalPicture } from "./terminal-picture.ts";

const BIN = join(import.meta.dirname, "../bin/evenkeel.js");
const NOW = "2026-11-22T21:40";

/** Six weeks of one agent, as a file of entries. */
const WEEKS = [
  '{"at":"2026-11-03T22:10","trigger":"saying_no","stage":"limit_no","strength":6,"held":3,"reactions":["gave_in"],"plan":{"if":"I have to say no","then":"first say what I can do"}}',
  '{"at":"2026-11-05T02:20","trigger":"rude_tone","stage":"limit_no","strength":8,"held":2,"reactions":["tight_body","took_personally"],"plan":{"if":"a caller shouts","then":"breathe out, and slow down"}}',
  '{"at":"2026-11-09T23:30","trigger":"saying_no","stage":"limit_no","strength":5,"held":4,"planUse":"used","reactions":["held_steady"]}',
  '{"at":"2026-11-11T01:15","trigger":"rude_tone","stage":"limit_no","strength":7,"held":3,"planUse":"forgot","reactions":["tight_body"]}',
  '{"at":"2026-11-12T00:40","trigger":"tools_process","stage":"hold_research","strength":4,"control":"not_mine"}',
  '{"at":"2026-11-16T23:10","trigger":"saying_no","stage":"limit_no","strength":5,"held":4,"planUse":"used","reactions":["held_steady"]}',
  '{"at":"2026-11-18T03:00","trigger":"already_angry","stage":"greeting","strength":7,"held":3,"reactions":["argued"],"plan":{"if":"they start loud","then":"let them finish"}}',
  '{"at":"2026-11-19T00:15","trigger":"tools_process","stage":"hold_research","strength":5,"control":"not_mine"}',
  '{"at":"2026-11-20T01:45","trigger":"rude_tone","stage":"limit_no","strength":6,"held":4,"planUse":"used","reactions":["tight_body"]}',
  '{"kind":"win","at":"2026-11-20T05:50","what":"Stayed on the line till her card worked. She laughed."}',
].join("\n");

const REFLECT: readonly Act[] = [
  { wait: "What set it off?" },
  { keys: "they kept shouting at me over the bill" },
  { wait: "Enter takes the first" },
  { keep: "words" },
  { keys: "Enter" },
  { wait: "How hard did it hit you?" },
  { keys: "8" },
  { wait: "What happened in you?" },
  { keys: "Ctrl-C" },
];

interface Sample {
  readonly env: Readonly<Record<string, string>>;
  readonly run: (args: readonly string[], input?: string) => string;
}

/** A journal with those weeks in a folder of its own. */
function sampleIn(folder: string): Sample {
  const { PATH = "", HOME = "" } = process.env;
  const env = { PATH, HOME, TZ: "Europe/Berlin", LANG: "C.UTF-8", TERM: "xterm-256color", EVENKEEL_HOME: folder };
  const run = (args: readonly string[], input = ""): string => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { encoding: "utf8", input, env });
    if (status !== 0) throw new Error(`${args.join(" ")} ended with ${String(status)}: ${stderr}`);
    return stdout;
  };
  run(["reflect", "--from", "-"], WEEKS);
  run(["config", "set", "words", "calm, fair, clear"]);
  run(["config", "set", "goal", "I want callers to feel that they were heard."]);
  return { env, run };
}

/** The week as a page. */
export function weekPage(): string {
  const folder = mkdtempSync(join(tmpdir(), "evenkeel-pictures-"));
  try {
    return sampleIn(folder).run(["review", "--format", "html", "--as-of", NOW]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The pictures of README and docs by file name, made from real runs: the same bytes each time. */
export async function pictures(): Promise<ReadonlyMap<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "evenkeel-pictures-"));
  const { env, run } = sampleIn(folder);
  const screen = async (args: readonly string[], kept: string, title: string, acts: readonly Act[] = []): Promise<string> => {
    const picture = (await pictured({ bin: BIN, args, columns: 80, env }, acts)).get(kept)?.picture;
    if (picture === undefined) throw new Error(`${args.join(" ")} kept no ${kept}`);
    return terminalPicture(picture, 80, title);
  };
  try {
    const reflect = await screen(["reflect", "--at", "2026-11-21T03:40"], "words", "A reflection: a few words are typed, and the list of triggers ranks itself", REFLECT);
    run(["reflect", "--discard"]);
    return new Map([
      ["reflect.svg", reflect],
      ["roadmap.svg", await screen(["roadmap", "--as-of", NOW], "end", "The roadmap in the terminal: where cases go off course, and the plan for each")],
      ["week.svg", await screen(["review", "--show", "--as-of", NOW], "end", "The week in the terminal: this week beside the one before")],
      ["road.svg", run(["roadmap", "--format", "svg", "--as-of", NOW])],
    ]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
