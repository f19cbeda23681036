import type { Content } from "../content/content.ts";
import type { Reminder } from "../practice/shapes.ts";

/** What a handle is made from. */
export type HandleSource = Pick<Reminder, "id" | "source">;

function place(list: readonly { readonly id: string }[], id: string): number {
  const at = list.findIndex((item) => item.id === id);
  return at < 0 ? 0 : at + 1;
}

/** Ids of the same source that the content does not know are counted on behind those it knows, in order of id. */
function numbered(ids: readonly string[], known: readonly { readonly id: string }[]): ReadonlyMap<string, number> {
  const strangers = ids.filter((id) => place(known, id) === 0).sort();
  return new Map(ids.map((id) => [id, place(known, id) || known.length + 1 + strangers.indexOf(id)]));
}

/**
 * The short names that reminders have on the screen, by reminder id: `p6` for the plan of the sixth trigger in
 * vocabulary order, `t7` for the seventh line of the content, `k1`… for own ones, oldest first.
 *
 * Own ids sort by the moment they were made. Give retired ones too where the numbers of the others must not move.
 */
export function handles(
  reminders: readonly HandleSource[],
  content: { readonly triggers: readonly Pick<Content["triggers"][number], "id">[]; readonly lines: readonly Pick<Content["lines"][number], "id">[] },
): ReadonlyMap<string, string> {
  const bare = (source: Reminder["source"], prefix: string): readonly string[] =>
    reminders.filter((one) => one.source === source).map(({ id }) => id.slice(prefix.length));
  const plans = numbered(bare("plan", "plan:"), content.triggers);
  const lines = numbered(bare("pack", "pack:"), content.lines);
  const own = numbered(bare("own", ""), []);
  return new Map(
    reminders.map(({ id, source }) => {
      if (source === "plan") return [id, `p${plans.get(id.slice("plan:".length)) ?? 0}`];
      if (source === "pack") return [id, `t${lines.get(id.slice("pack:".length)) ?? 0}`];
      return [id, `k${own.get(id) ?? 0}`];
    }),
  );
}

/** The id of the reminder with that handle or that id, or null. */
export function reminderNamed(
  typed: string,
  reminders: readonly HandleSource[],
  content: Parameters<typeof handles>[1],
): string | null {
  const wanted = typed.trim();
  if (reminders.some(({ id }) => id === wanted)) return wanted;
  for (const [id, handle] of handles(reminders, content)) if (handle === wanted.toLowerCase()) return id;
  return null;
}
