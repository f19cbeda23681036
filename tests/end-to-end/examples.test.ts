import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { commandTree } from "../../scripts/command-tree.ts";
import { TEN_CASES } from "../../scripts/guide-scenes.ts";
import { type CommandNode, commandUnder } from "../../src/completion/command-tree.ts";
import { Pty } from "../pty.ts";
import { BIN, scratch } from "../run.ts";

const ROOT = join(import.meta.dirname, "../..");
const DOCUMENTS = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", ...readdirSync(join(ROOT, "docs")).filter((name) => name.endsWith(".md")).map((name) => `docs/${name}`)];
const tree = await commandTree();

function read(name: string): string {
  return readFileSync(join(ROOT, name), "utf8");
}

/** Words of a line as a shell parts them; comments, redirections and what follows a pipe are left out. */
function words(line: string): readonly string[] {
  const [first = ""] = line.split(/\s#\s|\s[|<>]{1,2}\s|\s&&\s/);
  return [...first.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(([, double, single, bare]) => double ?? single ?? bare ?? "");
}

/** What is wrong with a line that names evenkeel: a command or a flag that it does not have. */
function wrongIn(line: string): string | null {
  const [, ...typed] = words(line);
  let node: CommandNode = tree;
  for (const word of typed) {
    if (word.startsWith("-") && word !== "-" && word !== "--") {
      const name = word.split("=")[0];
      const known = [...node.flags, ...tree.flags].some(({ long, short }) => long === name || short === name);
      if (!known) return `${node.name} has no ${String(name)}`;
      continue;
    }
    const under = commandUnder(node, word);
    if (under !== undefined) node = under;
    else if (node === tree && /^[a-z]+$/.test(word) && !["complete", "home"].includes(word)) return `there is no command ${word}`;
  }
  return null;
}

describe.each(DOCUMENTS)("%s", (name) => {
  const text = read(name);

  it("names only commands and flags that are there", () => {
    const prose = text.replace(/^```[^]*?^```$/gm, "");
    const named = [...prose.matchAll(/`(evenkeel [^`\n]+)`/g)].map(([, line = ""]) => line);
    expect(named.flatMap((line) => wrongIn(line) ?? []).map((wrong) => `${name}: ${wrong}`)).toEqual([]);
  });

  it("links only to files that are there", () => {
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, link = ""]) => link);
    const folder = resolve(ROOT, name, "..");
    const missing = links.filter((link) => {
      try {
        readdirSync(resolve(folder, link, ".."));
        return !readdirSync(resolve(folder, link, "..")).includes(link.split("/").at(-1) ?? "") && !link.endsWith("/");
      } catch {
        return true;
      }
    });
    expect(missing).toEqual([]);
  });
});

/** Commands that may ask: they are stopped with Ctrl-C at the first question. */
const MAY_ASK = /^evenkeel($| (reflect|win|start|end|card|review|rehearse)\b(?!.*(--no-input|--json|--output|--from)))/;

/** Commands that ask for a yes. */
const ASKS_YES = /^evenkeel pack share \S+\.yaml/;

/** Lines that are not run here, and why. */
const NOT_RUN: readonly (readonly [RegExp, string])[] = [
  [/^(\w+=\w+ )?np[mx] /, "the build, the tests and the installation run them"],
  [/^(age|awk) /, "sealed.test.ts runs them where there is something sealed"],
  [/^evenkeel card --print/, "needs a printer"],
  [/^evenkeel reflect (--from )?-$/, "waits for what is typed"],
];

/** What stands for a place that everybody fills in. */
const FILLED: readonly (readonly [string, string])[] = [["<a private repository>", "~/private.git"]];

/** Files that the documents take from elsewhere. */
const FILES: Readonly<Record<string, string>> = {
  "cases.jsonl": TEN_CASES,
  "old.txt": "[2026-10-01 09:00] A quiet morning.\nNobody shouted.\n",
  "calls.csv": "Date,Time,Notes,Category\n2026-10-02,10:15,kept asking the same,saying_no\n",
};

/** What a document takes for granted: done before its first line. */
const BEFORE: Readonly<Record<string, readonly string[]>> = {
  "docs/guide.md": ['evenkeel triggers add "Late parcels"', 'evenkeel triggers add "Lost parcels"'],
  "docs/packs.md": ['evenkeel reflect --trigger saying_no --if "I have to say no" --then "say what I can do" --no-input'],
  "docs/sync.md": ["evenkeel win x", "git init -q --bare ~/private.git", "git config --global user.email me@example.org", "git config --global user.name Me", "mkdir ~/Dropbox"],
};

/** The lines of a document's shell blocks, each block in a new terminal. A line of JSON or dots is what a command prints. */
function shellLines(text: string): readonly string[] {
  const lines: string[] = [];
  let fence: string | null = null;
  for (const line of text.split("\n")) {
    if (line.startsWith("```")) {
      fence = fence === null ? line.slice(3) : null;
      if (fence === "sh") lines.push("cd ~");
    } else if (fence === "sh" && line !== "" && !/^(\{|\.\.\.)/.test(line)) lines.push(line);
  }
  return lines;
}

/** Without the comment behind it. */
function bare(line: string): string {
  return line.split(/\s+#/)[0]?.trim() ?? "";
}

/** A shell in a home of its own, one line at a time. */
function shellIn(home: string): (line: string) => Promise<{ readonly code: number; readonly screen: string }> {
  mkdirSync(join(home, "bin"), { recursive: true });
  symlinkSync(BIN, join(home, "bin", "evenkeel"));
  const env = { HOME: home, PATH: `${join(home, "bin")}:${process.env["PATH"] ?? ""}`, XDG_DATA_HOME: "", XDG_CONFIG_HOME: "", XDG_STATE_HOME: "", XDG_CACHE_HOME: "" };
  let cwd = home;
  return async (line) => {
    const moved = /^cd (\S+)$/.exec(line)?.[1];
    if (moved !== undefined) {
      cwd = resolve(cwd, moved.replace(/^~/, home));
      readdirSync(cwd);
      return { code: 0, screen: "" };
    }
    const pty = new Pty("bash", ["-c", line], { columns: 80, rows: 60, env, cwd });
    const ended = pty.exit();
    if (MAY_ASK.test(bare(line)) || ASKS_YES.test(line)) {
      const stop = pty.waitFor("words", () => pty.screen().trim() !== "").then(() => pty.quiet()).then(() => {
        pty.send(ASKS_YES.test(line) ? "y\r" : "\x03");
      });
      await Promise.race([ended, stop.catch(() => undefined)]);
    }
    const { code } = await ended;
    return { code: MAY_ASK.test(bare(line)) && code === 130 ? 0 : code, screen: pty.everything() };
  };
}

describe("examples run as they stand", () => {
  const withBlocks = DOCUMENTS.filter((name) => name !== "CHANGELOG.md").filter((name) => shellLines(read(name)).length > 0);

  it("are found", () => {
    expect(withBlocks).toEqual(expect.arrayContaining(["README.md", "docs/guide.md", "docs/packs.md", "docs/paper.md", "docs/privacy.md", "docs/sync.md"]));
  });

  it.each(withBlocks)("in %s", async (name) => {
    const home = join(scratch(), "home");
    const shell = shellIn(home);
    for (const [file, text] of Object.entries(FILES)) writeFileSync(join(home, file), text);
    for (const line of BEFORE[name] ?? []) expect({ line, ...(await shell(line)) }).toMatchObject({ code: 0 });
    const failed: string[] = [];
    for (const line of shellLines(read(name))) {
      const meant = FILLED.reduce((text, [from, to]) => text.replaceAll(from, to), line);
      if (NOT_RUN.some(([pattern]) => pattern.test(bare(meant)))) continue;
      const { code, screen } = await shell(meant);
      if (code !== 0) failed.push(`${line}\n  ended with ${code}: ${screen}`);
    }
    expect(failed.join("\n\n")).toBe("");
  });

  it("name npm scripts that are there", () => {
    const { scripts } = JSON.parse(read("package.json")) as { readonly scripts: Readonly<Record<string, string>> };
    const named = DOCUMENTS.flatMap((name) => [...read(name).matchAll(/npm run (?:--silent )?([a-z]+)/g)].map(([, script = ""]) => script));
    expect([...new Set(named)].filter((script) => scripts[script] === undefined)).toEqual([]);
  });
});
