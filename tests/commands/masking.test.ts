import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { json, newJournal } from "../run.ts";

const CARD = "4111 1111 1111 1111";
/** A telephone number that nothing but the country's own tables tells from other digits. */
const NATIONAL = "0151 23456789";

/** Everything that lies under a folder, as one text. */
function everything(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, "latin1"))
    .join("\n");
}

describe("telephone numbers of the configured country", () => {
  it("are masked without a word beside them, wherever words are kept", () => {
    const { home, run } = newJournal();
    run(["config", "set", "country", "DE"]);
    run(["reflect", "--trigger", "rude_tone", "--what", `then ${NATIONAL} again`, "--if", `${NATIONAL} shows`, "--then", "breathe"]);
    run(["win", `got ${NATIONAL} sorted`]);
    run(["start", "--intention", `be kind to ${NATIONAL}`]);
    run(["reflect", "--from", "-"], { input: `trigger: rude_tone\nthought: again ${NATIONAL}\ntags: [${NATIONAL.replace(" ", "")}]\n` });
    run(["reminders", "add", `breathe, ${NATIONAL}`]);
    run(["reminders", "add", "--if", `it is ${NATIONAL}`, "--then", "slow down"]);
    run(["review", "last", "--better", `${NATIONAL} went well`]);
    const [entry] = json<readonly { id: string }[]>(run(["list", "--kind", "win", "--json"]));
    run(["edit", entry?.id ?? "", "--what", `still ${NATIONAL}`]);
    const there = everything(home);
    expect(there).toContain("[phone number]");
    expect(there).not.toMatch(/0151 ?23456789/);
  });

  it("need a word beside them where no country is set", () => {
    const { run } = newJournal();
    const kept = json<readonly { what: string }[]>(run(["win", `got ${NATIONAL} sorted`, "--json"]));
    expect(kept[0]?.what).toBe(`got ${NATIONAL} sorted`);
  });
});

describe("reminders", () => {
  it("are masked, and it is told how to keep what was masked", () => {
    const { home, run } = newJournal();
    const { err } = run(["reminders", "add", "--line", `not ${CARD}`, "--if", "order 48213377 comes", "--then", "breathe"]);
    expect(err).toContain("I took out a card number");
    expect(err).toContain("--keep-numbers");
    expect(everything(home)).not.toMatch(/4111 1111|48213377/);
  });

  it("keep what is kept on purpose, but no card number", () => {
    const { run } = newJournal();
    run(["--keep-numbers", "reminders", "add", `${CARD} order 48213377`]);
    const list = json<readonly { line: string; source: string }[]>(run(["reminders", "--json"]));
    expect(list.find(({ source }) => source === "own")?.line).toBe("[card ...1111] order 48213377");
  });
});

describe("settings", () => {
  it("keep a telephone number and an address to turn to without a word", () => {
    const { run } = newJournal();
    const { err } = run(["config", "set", "contact", "my lead, +49 151 23456789, lead@example.com, ext. 4410"]);
    expect(err).not.toMatch(/masked|as you typed it/);
    expect(run(["config", "get", "contact"]).out).toBe("my lead, +49 151 23456789, lead@example.com, ext. 4410\n");
  });

  it("point out what may be a customer's, and take out card numbers", () => {
    const { run } = newJournal();
    const { err } = run(["config", "set", "goal", `help jane@example.com with ${CARD}`]);
    expect(err).toContain("I took out a card number");
    expect(err).toContain("goal is kept as you typed it");
    expect(run(["config", "get", "goal"]).out).toBe("help jane@example.com with [card ...1111]\n");
  });
});

describe("what others may see", () => {
  it("the card and a shared pack mask what was kept on purpose", () => {
    const { run } = newJournal();
    run(["config", "set", "contact", "desk 12, +49 151 23456789"]);
    run(["--keep-numbers", "reflect", "--trigger", "rude_tone", "--if", "order 48213377 is late", "--then", "breathe"]);
    const card = run(["card"]);
    expect(card.out).toContain("order [number] is late");
    expect(card.out).toContain("+49 151 23456789");
    expect(card.err).toContain("the same command with --keep-numbers shows it");
    expect(run(["card", "--keep-numbers"]).out).toContain("order 48213377 is late");
    expect(run(["pack", "share", "--keep-numbers"]).out).toContain("order [number] is late");
  });
});

describe("numbers in words", () => {
  it("of a card are taken out of short texts too", () => {
    const { run } = newJournal();
    const words = "four one one one one one one one one one one one one one one one";
    expect(json<readonly { what: string }[]>(run(["win", words, "--json"]))[0]?.what).toBe("[card ...1111]");
  });
});
