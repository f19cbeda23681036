/** Something to mend, at a line of the sheet as it was edited (1 is the first). */
export interface SheetProblem {
  readonly line: number;
  readonly what: string;
  readonly accepted: string;
}

const MARK = "# >>> ";

/** Every line of a comment behind a sign, so that long lists of ids stay comments. */
export function comment(text: string): readonly string[] {
  return text.split("\n").map((line) => `# ${line}`.trimEnd());
}

/** The sheet as the person left it, with each problem marked above its line. Marks of an earlier round are taken out. */
export function markedSheet(text: string, problems: readonly SheetProblem[]): string {
  return text
    .split("\n")
    .flatMap((line, index) => [
      ...problems
        .filter((problem) => problem.line === index + 1)
        .map(({ what, accepted }) => `${MARK}${what}${accepted === "" ? "" : `; accepted: ${accepted}`}`.replace(/\n/g, " ")),
      line,
    ])
    .join("\n");
}

/** The sheet without the marks of an earlier round: what the lines of new problems are counted on. */
export function withoutMarks(text: string): string {
  return text
    .split("\n")
    .filter((line) => !line.startsWith(MARK))
    .join("\n");
}
