import type { ListedTrigger } from "../content/trigger-list.ts";
import { finish, heading, indented, isNarrow, MARGIN, paragraph, readAloud, textRight } from "./lines.ts";
import { triggerLabel } from "./names.ts";
import type { Telling } from "./telling.ts";
import { displayWidth, padEnd } from "./width.ts";
import { hang } from "./wrap.ts";

function fate({ state, mergedInto }: ListedTrigger, t: Telling): string {
  if (mergedInto !== null) return t.say("triggers.countsFor", { trigger: triggerLabel(mergedInto, t) });
  return state === "retired" ? t.say("triggers.retired") : "";
}

function aloud(title: string, some: readonly ListedTrigger[], t: Telling): readonly string[] {
  const lines = some.map((trigger) => {
    const more = fate(trigger, t);
    return t.say("triggers.readItem", { label: trigger.label, id: trigger.id, more: more === "" ? "" : `, ${more}` });
  });
  return lines.length === 0 ? [] : [`${title}.`, ...lines].flatMap((line) => readAloud(line, t.style));
}

function rows(some: readonly ListedTrigger[], column: number, t: Telling): readonly string[] {
  const { palette, width } = t.style;
  return some.flatMap((trigger) => {
    const label = t.line(trigger.label);
    const more = fate(trigger, t);
    const below = more === "" ? [] : paragraph(more, t, palette.quiet, MARGIN + 3);
    const beside = !isNarrow(t.style) && MARGIN + 1 + column + displayWidth(trigger.id) < width;
    if (beside) return [...indented([` ${padEnd(label, column)}${palette.quiet(trigger.id)}`]), ...below];
    return [...indented(hang(" ", label, textRight(t.style) - MARGIN)), ...paragraph(trigger.id, t, palette.quiet, MARGIN + 3), ...below];
  });
}

/** Every trigger with its id: the person's own first, with what became of them. */
export function triggersView(list: readonly ListedTrigger[], t: Telling): string {
  const own = list.filter(({ source }) => source === "own");
  const packs = list.filter(({ source }) => source === "pack");
  const given = list.filter(({ source }) => source === "built_in");
  const groups = [[t.say("triggers.own"), own], [t.say("triggers.pack"), packs], [t.say("triggers.given"), given]] as const;
  const [first] = own;
  const next = first === undefined ? t.say("triggers.none") : t.say("triggers.change", { id: first.id });
  if (t.style.screenReader) {
    return finish([...groups.flatMap(([title, some]) => aloud(title, some, t)), ...readAloud(next, t.style)]);
  }
  const column = Math.max(...list.map(({ label }) => displayWidth(t.line(label)))) + 3;
  const lines = groups.flatMap(([title, some]) =>
    some.length === 0 ? [] : ["", ...paragraph(title.toUpperCase(), t), ...rows(some, column, t)],
  );
  return finish([...heading(t.say("triggers.title"), t), ...lines, "", ...paragraph(next, t)]);
}
