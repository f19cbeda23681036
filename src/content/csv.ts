/** What a spreadsheet takes for the beginning of a formula, also behind blanks and in its wide forms. */
const FORMULA = /^'*\s*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** A cell that no spreadsheet reads as a formula: an apostrophe goes before what might be one. */
export function guarded(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Takes the apostrophe of `guarded` away again. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** One row after RFC 4180, with its line end. */
export function csvRow(cells: readonly string[]): string {
  const written = cells.map((cell) => {
    const text = guarded(cell);
    return /[",;\t\r\n]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${written.join(",")}\r\n`;
}

/** Several short texts in one cell: parted by a semicolon, or as a JSON list where one of them holds a semicolon. */
export function listCell(items: readonly string[]): string {
  const simple = items.every((item) => item === item.trim() && !item.includes(";") && item !== "" && !item.startsWith("["));
  return simple ? items.join("; ") : JSON.stringify(items);
}

/** The texts of such a cell. */
export function cellList(cell: string): readonly string[] {
  if (cell.trim().startsWith("[")) {
    try {
      const items: unknown = JSON.parse(cell);
      if (Array.isArray(items) && items.every((item) => typeof item === "string")) return items;
    } catch {
      // A text that only begins like a list.
    }
  }
  return cell
    .split(";")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}
