import { withoutEnd } from "../reflection/ends.ts";
import type { Fold } from "../conversations/question.ts";
import { displayWidth, padEnd, truncate } from "../views/width.ts";
import { foldText, isNarrow, packed, right, textRight } from "./layout.ts";
import { safeFold } from "./safe.ts";
import type { Speaking } from "./speaking.ts";
import type { Place } from "../conversations/walk.ts";

const GAP = 3;
const NARROW_ROWS = 2;

/** The answered steps that leave a line, oldest first; `latest` where nothing was answered after it. */
function foldsOf(place: Place, t: Speaking): readonly { readonly fold: Fold; readonly latest: boolean }[] {
  const here = place.flow.steps.findIndex(({ id }) => id === place.at);
  const passed = place.flow.steps.slice(0, here).filter((step) => {
    const given = place.answers[step.id];
    return given !== undefined && given !== null && (step.when?.(place.answers) ?? true);
  });
  const shown = passed.filter(({ folded }) => folded !== true);
  return passed.flatMap((step) => {
    const fold = step.fold?.(place.answers) ?? null;
    return fold === null ? [] : [{ fold: safeFold(fold, t.style.symbols), latest: step === shown.at(-1) }];
  });
}

/** What was answered before, for the ear: "How hard: 8." */
export function foldsSpoken(place: Place, t: Speaking): readonly string[] {
  return foldsOf(place, t).map(({ fold }) => `${fold.label}: ${withoutEnd(fold.text, /[.\s]/)}.`);
}

function oneLine(text: string, columns: number, t: Speaking): string {
  return truncate(text, columns, t.style.symbols.ellipsis);
}

function wideRows(
  { fold, latest }: { readonly fold: Fold; readonly latest: boolean },
  indent: number,
  t: Speaking,
): readonly string[] {
  const lead = padEnd(`  ${fold.label}`, indent);
  const blanks = " ".repeat(indent);
  const text = lead + oneLine(fold.text, right(t.style) - indent, t);
  if (!latest) return [text];
  const change = fold.change ?? "";
  const beside = `${text}  ${change}`;
  const fits = change === "" || displayWidth(beside) <= right(t.style);
  const changed = change === "" ? [text] : fits ? [beside] : [text, blanks + change];
  const under = fold.under === undefined ? [] : foldText(fold.under, textRight(t.style) - indent);
  return [...changed, ...under.map((row) => blanks + t.style.palette.kind(row))];
}

function narrowRows(
  folds: readonly { readonly fold: Fold; readonly latest: boolean }[],
  t: Speaking,
): readonly string[] {
  const columns = textRight(t.style) - 2;
  const shorts = folds.map(({ fold }) => oneLine(fold.short, columns, t));
  const rows = packed(shorts, t.style.symbols.between, columns).slice(-NARROW_ROWS);
  const latest = folds.at(-1);
  const more = latest?.latest === true ? [latest.fold.change, latest.fold.under] : [];
  return [...rows, ...more.flatMap((text) => (text === undefined ? [] : foldText(text, columns)))].map(
    (row) => `  ${row}`,
  );
}

/** What was answered before, each folded to a line. */
export function foldRows(place: Place, t: Speaking): readonly string[] {
  const folds = foldsOf(place, t);
  if (isNarrow(t.style)) return narrowRows(folds, t);
  const indent = 2 + Math.max(0, ...folds.map(({ fold }) => displayWidth(fold.label))) + GAP;
  return folds.flatMap((fold) => wideRows(fold, indent, t));
}
