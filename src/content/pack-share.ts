import type { Plan } from "../reflection/entry.ts";
import { SUPPORT_TRIGGER, TRIGGERS } from "../reflection/vocabulary.ts";
import { checkShape, type Reporter } from "./check-shape.ts";
import { issueOf } from "./pack-merge.ts";
import { ID, type Pack, PACK_VERSION, packShape, type PackLine, type PackTrigger } from "./pack-shape.ts";
import type { Shape } from "./shape.ts";

/** What of a person's own goes into a pack. Entries are no part of it. */
export interface Shared {
  readonly name: string;
  readonly language: string;
  readonly author: string;
  readonly licence: string;
  /** The plan in force of each trigger, with the kind line for it where there is one. */
  readonly plans: readonly { readonly trigger: string; readonly plan: Plan; readonly line: string | null }[];
  /** Own reminders that are not retired. */
  readonly reminders: readonly {
    readonly id: string;
    readonly trigger: string | null;
    readonly if: string | null;
    readonly then: string | null;
    readonly line: string | null;
  }[];
  /** Personal triggers, neither merged nor retired, and those of packs that plans are about. */
  readonly triggers: readonly { readonly id: string; readonly label: string; readonly meaning?: string; readonly if?: string }[];
  /** What stands between the cue and the label of a personal trigger: "this comes up again: {trigger}". */
  readonly cueOf: (label: string) => string;
  /** Puts forms in the place of what tells who somebody is. */
  readonly mask: (text: string) => string;
}

export interface SharedPack {
  readonly pack: Pack;
  /** Texts that are too long or cannot stand in a pack; they were left out. */
  readonly leftOut: readonly string[];
}

function fits(shape: Shape | undefined, value: unknown): boolean {
  const out: Reporter = { problems: [], report: () => out.problems.push({ file: "", line: 1, column: 1, what: "", accepted: "" }) };
  if (shape !== undefined) checkShape(shape, value, [], out);
  return out.problems.length === 0;
}

/** The shape of one item of a section. */
function itemShape(section: "triggers" | "lines", triggers: readonly string[]): Shape | undefined {
  const shape = packShape(triggers).keys[section];
  return shape?.type === "map" ? shape.of : undefined;
}

/** One line, without the stop that the sentence brings, and masked. */
function tidy(text: string, mask: (text: string) => string): string {
  return mask(text.replace(/\s+/g, " ").trim());
}

function part(text: string): string {
  return text.replace(/[.,;:\s]{1,10}$/, "").replace(/^if\s/i, "");
}

function lineOf(own: Omit<Shared["reminders"][number], "id">, { mask }: Shared): PackLine {
  const plan = own.if !== null && own.then !== null ? { if: part(tidy(own.if, mask)), then: part(tidy(own.then, mask)) } : {};
  const text = own.line ?? own.then ?? "";
  return { ...(own.trigger === null ? {} : { triggers: [own.trigger] }), text: tidy(text, mask), ...plan };
}

function linesOf(shared: Shared): ReadonlyMap<string, PackLine> {
  const plans = shared.plans.filter(({ trigger }) => trigger !== SUPPORT_TRIGGER);
  return new Map([
    ...plans.map(({ trigger, plan, line }) => [`${shared.name}-${trigger}`, lineOf({ trigger, ...plan, line }, shared)] as const),
    ...shared.reminders.map((own, index) => [`${shared.name}-own-${index + 1}`, lineOf(own, shared)] as const),
  ]);
}

function triggersOf({ triggers, cueOf, mask }: Shared): ReadonlyMap<string, PackTrigger> {
  return new Map(
    triggers.map(({ id, label: own, meaning = own, if: cue = cueOf(own) }) => {
      const label = tidy(own, mask);
      return [id, { label, meaning: tidy(meaning, mask), issue: issueOf(label), if: part(tidy(cue, mask)) }];
    }),
  );
}

function section<T>(items: ReadonlyMap<string, T>, shape: Shape | undefined, leftOut: string[], textOf: (item: T) => string): Record<string, T> {
  const kept = [...items].filter(([id, item]) => {
    const fine = fits(shape, item) && ID[0].test(id);
    if (!fine) leftOut.push(textOf(item));
    return fine;
  });
  return Object.fromEntries(kept);
}

/**
 * The person's own plans, reminders and triggers as a pack, masked. It holds no entry, no count and no date.
 *
 * What does not fit in a pack is left out and named.
 */
export function sharePack(shared: Shared): SharedPack {
  const leftOut: string[] = [];
  const triggers = section(triggersOf(shared), itemShape("triggers", []), leftOut, ({ label = "" }) => label);
  const known = [...TRIGGERS, ...Object.keys(triggers)];
  const lines = section(linesOf(shared), itemShape("lines", known), leftOut, ({ text }) => text);
  const { name, language, author, licence } = shared;
  return {
    pack: {
      name,
      language,
      author,
      licence,
      version: PACK_VERSION,
      ...(Object.keys(triggers).length === 0 ? {} : { triggers }),
      ...(Object.keys(lines).length === 0 ? {} : { lines }),
    },
    leftOut,
  };
}
