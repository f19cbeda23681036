import type { PersonalTrigger } from "../practice/records.ts";
import { byText, resolver } from "../practice/triggers.ts";
import { TRIGGERS } from "../reflection/vocabulary.ts";
import { type Named, sameLabel } from "./personal.ts";
import { near } from "./suggest/typos.ts";

/** One trigger as `triggers --json` shows it. */
export interface ListedTrigger extends Named {
  readonly source: "own" | "pack" | "built_in";
  /** Only an own one can be merged or retired. */
  readonly state: "offered" | "merged" | "retired";
  /** The trigger that its entries count for; null where they count for itself. */
  readonly mergedInto: string | null;
}

const BUILT_IN: ReadonlySet<string> = new Set(TRIGGERS);

/** Own triggers in the order in which they can be picked, then those of the content in its order. */
export function listTriggers(content: readonly Named[], own: readonly PersonalTrigger[]): readonly ListedTrigger[] {
  const resolve = resolver(own);
  const mine = own.map(({ id, label, mergedInto, retired }): ListedTrigger => {
    const end = mergedInto === undefined ? null : resolve(id);
    return { id, label, source: "own", state: end !== null ? "merged" : retired === true ? "retired" : "offered", mergedInto: end };
  });
  const places = ["offered", "merged", "retired"];
  const sorted = mine.toSorted((a, b) => places.indexOf(a.state) - places.indexOf(b.state) || byText(a.id, b.id));
  const given = content
    .filter(({ id }) => !mine.some((one) => one.id === id && one.state === "offered"))
    .map(({ id, label }): ListedTrigger => {
      return { id, label, source: BUILT_IN.has(id) ? "built_in" : "pack", state: "offered", mergedInto: null };
    });
  return [...sorted.filter(({ id }) => !given.some((one) => one.id === id)), ...given];
}

/** What a typed trigger may be: one, several that begin so, or none, with those that are nearly spelled so. */
export type Found<T extends Named> = { readonly one: T } | { readonly several: readonly T[] } | { readonly near: readonly T[] };

/** Finds a trigger by its id, its label, or a beginning of its id that no other has. */
export function findTrigger<T extends Named>(typed: string, triggers: readonly T[]): Found<T> {
  const wanted = typed.trim().toLowerCase();
  const exact = triggers.find(({ id }) => id === wanted) ?? triggers.find(({ label }) => sameLabel(label, typed));
  if (exact !== undefined) return { one: exact };
  const [one, ...others] = wanted === "" ? [] : triggers.filter(({ id }) => id.startsWith(wanted));
  if (one !== undefined) return others.length === 0 ? { one } : { several: [one, ...others] };
  const most = wanted.length < 5 ? 1 : 2;
  const like = ({ id, label }: T): boolean => near(wanted, id, most) || near(wanted, label.toLowerCase(), most);
  return { near: triggers.filter(like) };
}
