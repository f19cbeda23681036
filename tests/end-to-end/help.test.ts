import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/command-list.ts";
import { EXAMPLES } from "../../src/commands/examples.ts";
import { wordsOf } from "../../src/commands/help-page.ts";
import { TOPICS } from "../../src/commands/help-topics.ts";
import { helpText } from "../../src/help.ts";
import { displayWidth } from "../../src/views/width.ts";
import { newJournal } from "../run.ts";

/** Every command and what stands below it, by its words. */
async function allWords(): Promise<readonly string[]> {
  const program = new Command("evenkeel");
  const found: string[] = [];
  const visit = (command: Command): void => {
    if (command.parent !== null) found.push(wordsOf(command));
    command.commands.forEach(visit);
  };
  for (const { name, load } of COMMANDS) if (name !== "home") (await load()).register(program, () => () => Promise.resolve());
  visit(program);
  return found;
}

function widest(text: string): number {
  return Math.max(...text.split("\n").map(displayWidth));
}

const words = await allWords();

describe("help", () => {
  it("knows an example for every command, and none for a command that is gone", () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual([...words].sort());
    for (const [name, examples] of Object.entries(EXAMPLES)) {
      for (const [typed] of examples) expect(typed).toMatch(name === "support" ? /^evenkeel (support|config)/ : new RegExp(`^evenkeel ${name}\\b`));
    }
  });

  it("of the program fits 80 and 40 columns, with every command in it", () => {
    for (const columns of [80, 40]) {
      const text = helpText(columns);
      expect(widest(text)).toBeLessThanOrEqual(columns);
      for (const { name } of COMMANDS) if (name !== "home") expect(text).toMatch(new RegExp(`^  ${name}\\b`, "m"));
    }
    expect(helpText(40)).toContain("  roadmap\n    where your cases go off course, and\n    what you want there\n");
  });

  it.each(COMMANDS.map(({ name }) => name).filter((name) => name !== "home"))("of %s begins with an example, at 80 and 40 columns", (name) => {
    const { run } = newJournal();
    for (const columns of ["80", "40"]) {
      const { code, out, err } = run([name, "--help"], { env: { COLUMNS: columns } });
      expect({ code, err }).toEqual({ code: 0, err: "" });
      const [example = ""] = EXAMPLES[name]?.[0] ?? [];
      expect(out.replace(/\s+/g, " ")).toContain(`. Try ${example}`);
      expect(out.indexOf("Try")).toBeLessThan(out.indexOf("Usage: "));
      if (name !== "completion") expect(widest(out)).toBeLessThanOrEqual(Number(columns));
    }
  });

  it("of what stands below a command is found both ways", () => {
    const { run } = newJournal();
    const page = run(["reminders", "add", "--help"]).out;
    expect(page).toContain('Try\n  evenkeel reminders add "New caller, new start."\n    a line\n');
    expect(run(["help", "reminders", "add"]).out).toBe(page);
    expect(run(["home", "--help"]).out).toBe(helpText(80));
  });

  it.each(TOPICS.map(({ name }) => name))("on %s fits 80 and 40 columns", (name) => {
    const { run } = newJournal();
    for (const columns of ["80", "40"]) {
      const { code, out } = run(["help", ...name.split("-")], { env: { COLUMNS: columns } });
      expect(code).toBe(0);
      expect(widest(out)).toBeLessThanOrEqual(Number(columns));
      expect(out.split(/\s+/).join(" ")).toContain(TOPICS.find((topic) => topic.name === name)?.title);
    }
  });

  it("suggests the topic that was meant", () => {
    const { run } = newJournal();
    expect(run(["help", "privcy"])).toEqual({ code: 2, out: "", err: "evenkeel: there is no help on that. Did you mean privacy?\nTopics: keys, privacy, sealing, formats, environment, exit-codes. Or a command's name.\n" });
  });
});
