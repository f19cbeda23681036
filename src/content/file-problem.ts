/** Something wrong in a file that people write by hand. Never quotes more of the file than a key or an id. */
export interface FileProblem {
  /** As it was handed in: a path that the person knows. */
  readonly file: string;
  /** 1 is the first. */
  readonly line: number;
  /** 1 is the first; counted in UTF-16 units, as editors do. */
  readonly column: number;
  readonly what: string;
  /** What would be right, as a phrase; empty where `what` says it all. */
  readonly accepted: string;
}

/** `file:line:column: what is wrong; accepted: what would be right` */
export function problemLine(problem: FileProblem): string {
  const { file, line, column, what, accepted } = problem;
  return `${file}:${line}:${column}: ${what}${accepted === "" ? "" : `; accepted: ${accepted}`}`;
}

/** Words from a file, fit for a terminal: no control characters, cut short. */
export function shown(value: unknown): string {
  if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return "this value";
  const text = String(value).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "?");
  return `"${text.length > 40 ? `${text.slice(0, 40)}...` : text}"`;
}
