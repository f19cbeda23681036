import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const SRC = join(import.meta.dirname, "../src");

/** What each room may import from; every room may import from itself and from `errors`. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  errors: [],
  reflection: [],
  content: ["reflection", "practice"],
  practice: ["reflection", "content"],
  conversations: ["reflection", "content", "practice"],
  completion: [],
  journal: ["reflection", "content", "practice"],
  settings: ["reflection", "content", "practice"],
  views: ["reflection", "content", "practice"],
  terminal: ["reflection", "content", "practice", "conversations", "views", "runtime"],
  runtime: ["reflection", "content", "practice", "journal", "settings", "views"],
  session: ["reflection", "content", "practice", "journal", "settings", "views", "runtime"],
  commands: ["reflection", "content", "practice", "conversations", "completion", "journal", "settings", "views", "terminal", "runtime", "session"],
  "command-list": ["commands"],
  help: ["command-list", "views"],
  program: ["commands", "command-list", "help", "session", "runtime"],
  direct: ["command-list", "commands", "session", "runtime"],
  main: ["direct", "program", "runtime", "views"],
  machine: ["reflection", "content", "journal", "settings", "views", "terminal", "runtime"],
  prime: [],
  complete: ["completion", "commands", "machine", "prime", "session", "terminal"],
  cli: ["main", "machine", "help", "prime", "complete", "terminal", "runtime"],
};

/** One library, one owner: where each may be imported. */
const OWNERS: Readonly<Record<string, RegExp>> = {
  commander: /^(program\.ts|commands\/)/,
  inquirer: /^terminal\//,
  chalk: /^views\/palette\.ts$/,
  yaml: /^content\/parse\.ts$/,
  lowdb: /^journal\//,
  "age-encryption": /^journal\/seal\/worker\.ts$/,
  ulid: /^machine\.ts$/,
  "fast-string-width": /^views\//,
  pdfkit: /^views\/card-pdf\//,
  "ts-fsrs": /^practice\//,
  "libphonenumber-js/min": /^reflection\/identifying\//,
};

const PURE = ["reflection", "practice", "content", "conversations", "completion"];

interface Import {
  readonly file: string;
  readonly from: string;
  readonly typeOnly: boolean;
}

function files(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => name.replaceAll("\\", "/"));
}

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, readFileSync(join(SRC, file), "utf8"), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const isImport = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
    if (isImport && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
      const typeOnly = ts.isImportDeclaration(node) && node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      found.push({ file, from: node.moduleSpecifier.text, typeOnly });
    }
    const called = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword ? node.arguments[0] : undefined;
    if (called !== undefined && ts.isStringLiteral(called)) found.push({ file, from: called.text, typeOnly: false });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function roomOf(file: string): string {
  return (file.split("/")[0] ?? "").replace(/\.ts$/, "");
}

const imports = files(SRC).flatMap(importsOf);

describe("the house", () => {
  it("has no import against the direction of its layers", () => {
    const against = imports
      .filter(({ from }) => from.startsWith("."))
      .map(({ file, from }) => ({ file, target: relative(SRC, resolve(SRC, dirname(file), from)).replaceAll("\\", "/") }))
      .filter(({ file, target }) => {
        const [room, wanted] = [roomOf(file), roomOf(target)];
        return wanted !== room && wanted !== "errors" && !(ALLOWED[room] ?? []).includes(wanted);
      });
    expect(against).toEqual([]);
  });

  it("keeps node, the clock, chance and the process out of the pure rooms", () => {
    const nodes = imports.filter(({ file, from }) => PURE.includes(roomOf(file)) && from.startsWith("node:"));
    expect(nodes).toEqual([]);
    const impure = files(SRC)
      .filter((file) => PURE.includes(roomOf(file)))
      .filter((file) => /\bDate\.now\(|new Date\(\)|Math\.random\(|\bprocess\./.test(readFileSync(join(SRC, file), "utf8")));
    expect(impure).toEqual([]);
  });

  it("gives each library one owner", () => {
    const strangers = imports
      .filter(({ from }) => !from.startsWith(".") && !from.startsWith("node:"))
      .filter(({ file, from, typeOnly }) => !typeOnly && !(OWNERS[from]?.test(file) ?? false));
    expect(strangers).toEqual([]);
  });

  it("has no room for odds and ends, no default export and no enum", () => {
    const names = files(SRC).filter((file) => /(^|\/)(utils?|helpers?|common|shared|index)(\/|\.ts$)/.test(file));
    expect(names).toEqual([]);
    const odd = files(SRC).filter((file) => /^export default|^(export )?(const )?enum /m.test(readFileSync(join(SRC, file), "utf8")));
    expect(odd).toEqual([]);
  });
});
