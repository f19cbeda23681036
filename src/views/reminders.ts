import type { Reminder } from "../practice/shapes.ts";
import { handles } from "./handles.ts";
import { finish, heading, indented, isNarrow, MARGIN, paragraph, readAloud, spread, textRight, unpainted } from "./lines.ts";
import { reminderGroups, reminderKind, reminderWords } from "./reminder-words.ts";
import type { Telling } from "./telling.ts";
import { displayWidth, padEnd } from "./width.ts";
import { hang, wrap } from "./wrap.ts";

const HANDLE_RIGHT = 77;
const HEAD_RIGHT = 73;
const NARROW_MARGIN = 6;

interface Item {
  /** The number in the list, or the sign of a pinned one. */
  readonly sign: string;
  readonly handle: string;
  readonly reminder: Reminder;
}

function edges({ style }: Telling): { readonly head: number; readonly handle: number; readonly text: number } {
  const { width } = style;
  if (!isNarrow(style)) {
    return { head: Math.min(HEAD_RIGHT, width - 1), handle: Math.min(HANDLE_RIGHT, width - 1), text: textRight(style, MARGIN + 3) };
  }
  const right = width < 32 ? textRight(style) : width - NARROW_MARGIN;
  return { head: right, handle: right, text: right };
}

function itemLines({ sign, handle, reminder }: Item, signs: number, t: Telling): readonly string[] {
  const { palette } = t.style;
  const narrow = isNarrow(t.style);
  const edge = edges(t);
  const lead = " ".repeat(MARGIN) + padEnd(sign, signs) + (narrow ? " " : "  ");
  const indent = displayWidth(lead);
  const { title, body } = reminderWords(reminder, t);
  const end = narrow ? handle : `[${reminderKind(reminder, t)}] ${handle}`;
  const line = spread([title, palette.strong], [end, palette.quiet], edge.handle - indent);
  const head =
    line === null
      ? [...hang(lead, title, edge.text), ...indented([palette.quiet(end)], indent)]
      : [lead + line];
  const paint = reminder.source === "plan" ? palette.kind : unpainted;
  return [...head, ...body.flatMap((text) => indented(wrap(text, edge.text - indent), indent, paint))];
}

function tail(first: Item, t: Telling): readonly string[] {
  const { accent, quiet } = t.style.palette;
  if (isNarrow(t.style)) return paragraph(t.say("reminders.printNarrow"), t, quiet);
  const { handle, reminder } = first;
  const change = reminder.source === "pack" ? t.say("reminders.changeLine", { handle }) : t.say("reminders.change", { handle });
  return [
    ...indented([`${accent("evenkeel card")}         ${t.say("reminders.printNote")}`]),
    ...paragraph(change, t, quiet),
  ];
}

function nothing(t: Telling): readonly string[] {
  return [t.say("reminders.empty"), t.say("reminders.emptyNext", { command: "evenkeel reminders add" })];
}

function empty(t: Telling): readonly string[] {
  return [...heading(t.say("reminders.title"), t), "", ...nothing(t).flatMap((line) => paragraph(line, t))];
}

function aloud(reminders: readonly Reminder[], t: Telling): string {
  const names = handles(reminders, t.content);
  const lines = reminders.flatMap((reminder, index) => {
    const { title, body } = reminderWords(reminder, t);
    const values = { number: index + 1, kind: reminderKind(reminder, t), handle: names.get(reminder.id) ?? "", title };
    const head = reminder.pinned ? t.say("reminders.readPinned", values) : t.say("reminders.readItem", values);
    return ["", head, ...body.map((text) => text.replace(/["“”„]/g, ""))];
  });
  const head = reminders.length === 0 ? nothing(t) : [t.say("reminders.readHead", { count: reminders.length })];
  return finish([...head, ...lines].flatMap((line) => (line === "" ? [""] : readAloud(line, t.style))));
}

/** The reminders in the terminal, in the order given: pinned first, then what stands best. */
export function remindersView(reminders: readonly Reminder[], t: Telling): string {
  if (t.style.screenReader) return aloud(reminders, t);
  if (reminders.length === 0) return finish(empty(t));
  const { palette, symbols } = t.style;
  const names = handles(reminders, t.content);
  let number = 0;
  const items: Item[] = [];
  const lines = reminderGroups(reminders, t).flatMap(([title, group]) => [
    "",
    ...(isNarrow(t.style) ? [] : heading(title, t)),
    ...group.flatMap((reminder, index) => {
      const sign = reminder.pinned ? symbols.pinned : String((number += 1));
      const item = { sign, handle: names.get(reminder.id) ?? "", reminder };
      items.push(item);
      const signs = Math.max(1, String(reminders.length).length);
      return [...(index === 0 ? [] : [""]), ...itemLines(item, signs, t)];
    }),
  ]);
  const title = t.say("reminders.title").toUpperCase();
  const order = t.say("reminders.order");
  const head = spread([title, palette.title], [order, palette.quiet], edges(t).head - MARGIN);
  const first = items.find(({ reminder }) => reminder.source === "plan") ?? items[0];
  return finish([
    ...(head === null ? [...paragraph(title, t, palette.title), ...paragraph(order, t, palette.quiet)] : indented([head])),
    ...lines,
    "",
    ...(first === undefined ? [] : tail(first, t)),
  ]);
}
