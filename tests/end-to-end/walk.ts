import { Pty } from "../pty.ts";
import { BIN, newJournal } from "../run.ts";
import { keepSample } from "../sample/sample-home.ts";

/** One screen of a walk, and the keys that lead to it. */
export interface Stop {
  /** "1a", "5c"; "exit 0" where the command has ended. */
  readonly name: string;
  readonly keys: string;
  readonly screen: string;
}

/** One run of the command. */
export interface Leg {
  readonly args: readonly string[];
  readonly stops: readonly Stop[];
}

/** A walk through screens, as a file tells it. */
export interface Walk {
  readonly journal: string;
  /** When it happens. */
  readonly clock: string;
  readonly columns: number;
  readonly env: Readonly<Record<string, string>>;
  readonly legs: readonly Leg[];
}

const HEAD = /^@ (?<journal>\w+) (?<clock>\S+) (?<columns>\d+)(?<env>(?: \w+=\S+)*)$/;
const STOP = /^--- (?<name>[\w. -]+?)(?: (?<keys>".*"))?$/;

function legOf(text: string): Leg {
  const [command = "", ...lines] = text.split("\n");
  const stops: { name: string; keys: string; lines: string[] }[] = [];
  for (const line of lines) {
    const found = STOP.exec(line)?.groups;
    if (found === undefined) stops.at(-1)?.lines.push(line);
    else stops.push({ name: found["name"] ?? "", keys: JSON.parse(found["keys"] ?? '""') as string, lines: [] });
  }
  const args = command.split(" ").slice(1);
  return { args, stops: stops.map(({ name, keys, lines: screen }) => ({ name, keys, screen: screen.join("\n").trimEnd() })) };
}

/**
 * Reads a walk: a line "@ journal clock columns NAME=value", then runs "$ evenkeel reflect", each with its screens behind
 * lines as `--- 1b "the keys that lead to it"`.
 */
export function readWalk(text: string): Walk {
  const [head = "", ...runs] = text.split(/^\$ /m);
  const found = HEAD.exec(head.trim())?.groups;
  if (found === undefined) throw new Error(`no walk begins with ${head}`);
  const env = (found["env"] ?? "").trim().split(" ").filter((pair) => pair !== "");
  return {
    journal: found["journal"] ?? "",
    clock: found["clock"] ?? "",
    columns: Number(found["columns"]),
    env: Object.fromEntries(env.map((pair) => pair.split("=") as [string, string])),
    legs: runs.map(legOf),
  };
}

/** The walk with what its screens showed. */
export function writeWalk({ journal, clock, columns, env, legs }: Walk): string {
  const pairs = Object.entries(env).map(([name, value]) => ` ${name}=${value}`);
  const runs = legs.map(({ args, stops }) => {
    const screens = stops.map(({ name, keys, screen }) => `--- ${name}${keys === "" ? "" : ` ${JSON.stringify(keys)}`}\n${screen}\n`);
    return `$ ${["evenkeel", ...args].join(" ")}\n${screens.join("")}`;
  });
  return `@ ${journal} ${clock} ${columns}${pairs.join("")}\n${runs.join("")}`;
}

const MET = ["rude_tone", "rude_tone", "rude_tone", "rude_tone", "rude_tone", "saying_no", "saying_no", "saying_no", "saying_no"]
  .concat(["already_angry", "already_angry", "already_angry", "tools_process", "tools_process", "wont_listen"]);
const PLAN = { if: "a caller shouts", then: "breathe out and slow down" };

/** Somebody who has met five kinds of cases, has a plan for one, and three words. */
function met(run: ReturnType<typeof newJournal>["run"]): void {
  const entries = MET.map((trigger, index) => ({
    trigger,
    at: `2026-11-18T2${index % 4}:1${index % 10}`,
    strength: 5,
    reactions: ["tight_body", "rushed", "argued", "took_personally"].slice(0, 1 + (index % 3)),
    ...(trigger === "rude_tone" ? { plan: PLAN, stage: "limit_no" } : {}),
  }));
  const kept = run(["reflect", "--from", "-"], { input: JSON.stringify(entries) });
  if (kept.code !== 0) throw new Error(kept.err);
  run(["config", "set", "words", "calm, fair, clear"]);
}

/** A journal of its own, as a walk finds it: its folder. */
export function journalFor({ journal, clock }: Pick<Walk, "journal" | "clock">): string {
  const { home, run } = newJournal();
  if (journal === "met") met(run);
  else if (journal === "sample") keepSample(home, "2026-11-22", "+01:00", clock);
  else if (journal !== "empty") throw new Error(`no journal ${journal}`);
  return home;
}

/** Loaded before the command: its clock begins at the moment CLOCK and goes on from there. */
const CLOCK = `const Real = Date;
const ahead = Real.parse(process.env.CLOCK) - Real.now();
globalThis.Date = class Date extends Real {
  constructor(...parts) { super(...(parts.length === 0 ? [Date.now()] : parts)); }
  static now() { return Real.now() + ahead; }
};`;

/** Where a command has ended. */
const isEnd = ({ name }: Stop): boolean => name.startsWith("exit ");

/** So long the first sign of a screen may take while it is drawn anew. */
const DRAW_MS = 1500;

/** The screen at a stop, read by `screen`: as soon as it is what the file says, else what was there in the end. */
async function shown(pty: Pty, stop: Stop, screen: () => string, draws: boolean): Promise<string> {
  if (isEnd(stop)) {
    const { code } = await pty.exit();
    return `${screen()}${`exit ${code}` === stop.name ? "" : `\nended with ${code}`}`;
  }
  if (draws) {
    const before = pty.raw.length;
    await pty.waitFor("something", () => pty.raw.length > before, DRAW_MS).catch(() => undefined);
    await pty.quiet();
    await new Promise((resolve) => setTimeout(resolve, DRAW_MS / 6));
    await pty.quiet();
  } else await pty.waitFor("the screen", () => screen() === stop.screen).catch(() => undefined);
  return screen();
}

/** The name of a folder of this run. */
const SCRATCH = /(evenkeel-test-)\w{6}/g;

/** What a stop shows: the screen; where nothing is drawn, what was said since the stop before. */
function reader(pty: Pty, aloud: boolean): { readonly at: (stop: Stop) => string; readonly passed: () => void } {
  let said = "";
  const fresh = (): string => (pty.everything().startsWith(said) ? pty.everything().slice(said.length).trimStart() : pty.everything());
  const seen = (stop: Stop): string => (aloud ? fresh() : isEnd(stop) ? pty.everything() : pty.screen());
  return {
    at: (stop) => seen(stop).replace(SCRATCH, "$1XXXXXX"),
    passed: () => {
      said = pty.everything();
    },
  };
}

/** The built command on that journal, at that time. */
export function commandIn(home: string, args: readonly string[], { clock, columns, env }: Pick<Walk, "clock" | "columns" | "env">): Pty {
  const clocked = { NODE_OPTIONS: `--import data:text/javascript,${encodeURIComponent(CLOCK)}`, CLOCK: clock };
  const rows = env["EVENKEEL_SCREEN_READER"] === "on" ? 200 : 40;
  return new Pty(process.execPath, [BIN, ...args], { columns, rows, env: { EVENKEEL_HOME: home, ...clocked, ...env } });
}

/** Walks it in a real terminal: the same walk with what was on the screen at each stop. */
export async function walked(walk: Walk, draws: boolean): Promise<{ readonly walk: Walk; readonly raw: string }> {
  const home = journalFor(walk);
  const aloud = walk.env["EVENKEEL_SCREEN_READER"] === "on";
  const legs: Leg[] = [];
  let raw = "";
  /** Nothing after a screen that is another one is waited for. */
  let lost = false;
  for (const { args, stops } of walk.legs) {
    const pty = commandIn(home, args, walk);
    const seen: Stop[] = [];
    const read = reader(pty, aloud);
    for (const stop of stops) {
      if (stop.keys !== "") pty.send(stop.keys);
      const screen = await shown(pty, stop, () => read.at(stop), draws || lost);
      lost ||= screen !== stop.screen;
      seen.push({ ...stop, screen });
      read.passed();
    }
    legs.push({ args, stops: seen });
    raw += pty.raw;
  }
  return { walk: { ...walk, legs }, raw };
}
