import type { Fold, Question } from "../conversations/question.ts";
import { asciiFold, harmless } from "../views/harmless.ts";
import type { Symbols } from "../views/style.ts";

/** Names of a question's parts that are compared, never shown. */
const IDS = ["id", "kind", "default", "layout", "words"];

/** Text that cannot steer a terminal, in the signs that it can show. */
export function safeText(text: string, symbols: Symbols): string {
  const shown = harmless(text, symbols.ascii ? "?" : "\ufffd");
  return symbols.ascii ? asciiFold(shown) : shown;
}

/** Line ends, with the blanks around them, as one blank each. */
function onOneLine(text: string): string {
  if (!text.includes("\n")) return text;
  const lines = text.split("\n");
  const [first = "", last = ""] = [lines.shift(), lines.pop()];
  return [first.trimEnd(), ...lines.map((line) => line.trim()).filter((line) => line !== ""), last.trimStart()].join(" ");
}

function safeValue(value: unknown, symbols: Symbols): unknown {
  if (typeof value === "string") return onOneLine(safeText(value, symbols));
  if (Array.isArray(value)) return value.map((item) => safeValue(item, symbols));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, IDS.includes(key) ? part : safeValue(part, symbols)]),
  );
}

/** The fold with every text in it safe to show, on one line. */
export function safeFold(fold: Fold, symbols: Symbols): Fold {
  return safeValue(fold, symbols) as Fold;
}

/** The question with every text in it safe to show. */
export function safeQuestion<Q extends Question>(question: Q, symbols: Symbols): Q {
  return safeValue(question, symbols) as Q;
}
