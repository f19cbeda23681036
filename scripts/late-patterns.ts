import type { Plugin } from "rolldown";
import ts from "typescript";

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The patterns that a file names at its top and shows nobody: `const DIGIT = /\p{Nd}/u;`. */
function namedPatterns(file: ts.SourceFile): ReadonlyMap<string, ts.VariableDeclaration> {
  const found = new Map<string, ts.VariableDeclaration>();
  for (const statement of file.statements) {
    if (!ts.isVariableStatement(statement) || statement.modifiers !== undefined) continue;
    for (const one of statement.declarationList.declarations) {
      if (ts.isIdentifier(one.name) && one.initializer?.kind === ts.SyntaxKind.RegularExpressionLiteral) found.set(one.name.text, one);
    }
  }
  return found;
}

/** Whether a name stands for the value: it does not name a property or something declared there, and is no type. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  return !("name" in parent && parent.name === node) && !ts.isTypeQueryNode(parent);
}

/** The same file with its named patterns made at their first use. */
export function withLatePatterns(source: string, name: string): string {
  if (!/^(const|let) \w+.* = \//m.test(source)) return source;
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true);
  const patterns = namedPatterns(file);
  if (patterns.size === 0) return source;
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && patterns.has(node.text)) {
      const declared = patterns.get(node.text);
      if (declared?.name === node) {
        const pattern = declared.initializer?.getText(file) ?? "";
        edits.push({ from: declared.getStart(file), to: declared.end, text: `${node.text} = ((made?: RegExp) => () => made ??= ${pattern})()` });
        return;
      }
      const isTwice = ts.isShorthandPropertyAssignment(node.parent) || ts.isVariableDeclaration(node.parent) || ts.isParameter(node.parent);
      if (isTwice && !isUse(node)) throw new Error(`${name}: ${node.text} names something else too`);
      if (isUse(node)) edits.push({ from: node.getStart(file), to: node.end, text: `${node.text}()` });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  edits.sort((a, b) => b.from - a.from);
  return edits.reduce((text, { from, to, text: put }) => text.slice(0, from) + put + text.slice(to), source);
}

/**
 * Patterns are made at their first use: making a class of Unicode signs takes up to half a millisecond, and a start
 * needs few of them. Written into the bundle only, so that the sources stay plain.
 */
export const latePatterns: Plugin = {
  name: "late-patterns",
  transform: {
    filter: { id: /\/src\/.*\.ts$/ },
    handler: (code, id) => ({ code: withLatePatterns(code, id) }),
  },
};
