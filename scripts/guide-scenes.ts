import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Act, played } from "./terminal.ts";

const BIN = join(import.meta.dirname, "../bin/evenkeel.js");

/** Texts of the guide's blocks by name, as the built program prints them. */
export type Scenes = Map<string, string>;

const keys = (sent: string): Act => ({ keys: sent });
const wait = (text: string | RegExp): Act => ({ wait: text });
const keep = (name: string): Act => ({ keep: name });

/** Ten cases as an agent keeps them: one a line. The guide shows the first lines of it. */
export const TEN_CASES = [
  '{"at":"2026-11-16T23:10","trigger":"saying_no","stage":"limit_no","strength":5,"held":4,"planUse":"used","reactions":["held_steady"]}',
  '{"at":"2026-11-17T01:30","trigger":"rude_tone","stage":"limit_no","strength":7,"held":2,"planUse":"forgot","reactions":["tight_body"]}',
  '{"at":"2026-11-17T23:05","trigger":"tools_process","stage":"hold_research","strength":4,"control":"not_mine","reactions":["rushed"]}',
  '{"at":"2026-11-18T02:20","trigger":"saying_no","stage":"limit_no","strength":6,"held":4,"planUse":"used","reactions":["gave_in"]}',
  '{"at":"2026-11-18T22:40","trigger":"already_angry","stage":"greeting","strength":6,"held":3,"reactions":["rushed"]}',
  '{"at":"2026-11-19T00:15","trigger":"tools_process","stage":"hold_research","strength":5,"control":"not_mine"}',
  '{"at":"2026-11-19T03:00","trigger":"already_angry","stage":"greeting","strength":7,"held":3,"reactions":["argued"],"plan":{"if":"they start loud","then":"let them finish"}}',
  '{"at":"2026-11-20T23:20","trigger":"saying_no","stage":"limit_no","strength":4,"held":5,"planUse":"used","reactions":["held_steady"]}',
  '{"at":"2026-11-21T01:45","trigger":"rude_tone","stage":"limit_no","strength":6,"held":4,"planUse":"used","reactions":["tight_body"]}',
  '{"at":"2026-11-21T04:10","trigger":"team_mood","strength":3,"held":4}',
].join("\n");

/** Two screens beside each other, the second from a column on. */
function beside(left: string, right: string, column: number): string {
  const [lefts, rights] = [left.split("\n"), right.split("\n")];
  const rows = Array.from({ length: Math.max(lefts.length, rights.length) }, (_, row) => `${(lefts[row] ?? "").padEnd(column)}${rights[row] ?? ""}`.trimEnd());
  return rows.join("\n");
}

/** One case, as \`show\` tells it, beside the top of the card it becomes: both as a narrow terminal has them. */
function caseAndCard(run: (name: string, args: readonly string[]) => void, scenes: Scenes): void {
  const words = "they kept shouting at me over the bill";
  run("one.kept", ["reflect", words, "--trigger", "rude_tone", "--strength", "8", "--if", "a caller shouts", "--then", "breathe out, and slow down", "--at", "2026-11-20T03:40", "--no-input"]);
  run("one.list", ["list", "--json"]);
  const id = /"id": "([^"]+)"/.exec(scenes.get("one.list") ?? "")?.[1] ?? "";
  run("one.case", ["show", id]);
  run("one.card", ["card", "--as-of", "2026-11-20T04:00"]);
  const told = (scenes.get("one.case") ?? "").split(/\n +Id\b/)[0]?.trimEnd() ?? "";
  const card = (scenes.get("one.card") ?? "").split("\n");
  const top = card.slice(0, card.findIndex((row) => row.includes('"')));
  scenes.set("one", beside(told, top.join("\n"), 40));
}

/** Three entries as jrnl keeps them. The guide shows them. */
const OLD_JOURNAL = `[2025-03-03 18:20] Long day on the phones.
Someone kept shouting at me because the parcel was late. @parcel

[2025-03-04 09:05] Quiet morning, tea with the team.

[2025-03-04 17:40] I had to say no to a refund again.
`;

/** An older journal brought in, and taken out again. */
async function carried(home: string, env: Readonly<Record<string, string>>, scenes: Scenes): Promise<void> {
  const own = { ...env, EVENKEEL_HOME: `${home}-old` };
  const file = `${home}-old.txt`;
  writeFileSync(file, OLD_JOURNAL);
  const run = (name: string, args: readonly string[]): void => {
    const { stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { encoding: "utf8", env: own });
    scenes.set(name, `${stdout}${stderr}`.trimEnd());
  };
  run("old.look", ["import", file, "--dry-run"]);
  const acts = [wait("1 of 3"), keep("question"), keys("1"), wait("2 of 3"), keys("none"), wait("keep it as a note"), keys("Enter"), wait("3 of 3"), keys("1"), wait("Brought in"), keep("done")];
  for (const [part, screen] of await played({ bin: BIN, args: ["import", file], columns: 80, env: own }, acts)) scenes.set(`old.${part}`, screen);
  run("old.out", ["export", "--kind", "reflection", "--limit", "1"]);
}

/** Plays the guide on a fresh journal in `home` and gives what stood on the screen. */
export async function playGuide(home: string): Promise<Scenes> {
  const { PATH = "", HOME = "" } = process.env;
  const env = { PATH, HOME, TZ: "Europe/Berlin", LANG: "C.UTF-8", EVENKEEL_HOME: home, NO_COLOR: "1" };
  const scenes: Scenes = new Map();
  const run = (name: string, args: readonly string[], input = "", more: Readonly<Record<string, string>> = {}): void => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { encoding: "utf8", input, env: { ...env, ...more } });
    if (status !== 0) throw new Error(`${args.join(" ")} ended with ${String(status)}: ${stderr}`);
    scenes.set(name, `${stdout}${stderr}`.trimEnd());
  };
  const talk = async (name: string, args: readonly string[], acts: readonly Act[], columns = 80): Promise<void> => {
    for (const [part, screen] of await played({ bin: BIN, args, columns, env }, acts)) scenes.set(`${name}.${part}`, screen);
  };
  caseAndCard((name, args) => {
    run(name, args, "", { EVENKEEL_HOME: `${home}-one`, COLUMNS: "40" });
  }, scenes);
  await carried(home, env, scenes);
  const asOf = ["--as-of", "2026-11-22T21:40"];

  await talk("first", ["reflect", "--at", "2026-11-16T03:40"], [
    wait("What set it off?"),
    keep("question"),
    keys("they kept shouting at me over the bill"),
    wait("Enter takes the first"),
    keep("ranked"),
    keys("Enter"),
    wait("How hard did it hit you?"),
    keep("strength"),
    keys("8"),
    wait("What happened in you?"),
    keys("2"),
    keys("5"),
    wait("I took it to heart.   Enter"),
    keep("reactions"),
    keys("Enter"),
    wait("How close did you stay"),
    keys("3"),
    wait("what do you want to do?"),
    keep("plan"),
    keys("1"),
  ]);
  await talk("own", ["reflect", "--at", "2026-11-16T05:10"], [
    wait("What set it off?"),
    keys("zxq parcels"),
    wait("None of these"),
    keep("words"),
    keys("\x1b[A"),
    wait(/> +None of these/),
    keys("Enter"),
    wait("What do you want to call it?"),
    keep("name"),
    keys("Late parcels"),
    keys("Enter"),
    wait("How hard did it hit you?"),
    keys("4"),
    wait("What happened in you?"),
    keys("Ctrl-C"),
  ]);
  await talk("resumed", ["reflect", "--resume"], [
    wait("What happened in you?"),
    keep("question"),
    keys("1"),
    keys("Enter"),
    wait("How close did you stay"),
    keys("4"),
    wait("what do you want to do?"),
    keys("Tab"),
  ]);
  await talk("narrow", ["reflect"], [wait("What set it off?"), keep("question"), keys("Ctrl-C")], 40);
  run("ten", ["reflect", "--from", "-"], TEN_CASES);
  run("win", ["win", "Stayed on the line till her card worked. She laughed.", "--why", "I did not rush her", "--who", "customer", "--at", "2026-11-18T05:50"]);
  await talk("close", ["end", "--at", "2026-11-21T05:10"], [
    wait("How much do you have in you?"),
    keep("question"),
    keys("1"),
    wait("coming home with you?"),
    keep("carry"),
    keys("1"),
    wait("The screen is cleared"),
    keep("night"),
    keys("Enter"),
  ]);
  run("words", ["config", "set", "words", "calm, fair, clear"]);
  run("goal", ["config", "set", "goal", "I want callers to feel that they were heard."]);
  run("roadmap", ["roadmap", ...asOf]);
  run("reminders", ["reminders", ...asOf]);
  run("card", ["card", ...asOf]);
  run("review", ["review", ...asOf]);
  run("undo", ["undo"]);
  return scenes;
}
