import type { Content } from "./content.ts";
import type { Pack } from "./pack-shape.ts";

/** One thing that a pack brings. */
export interface PackPart {
  readonly section: "triggers" | "responses" | "lines" | "quotations" | "questions" | "messages" | "phrasings";
  readonly id: string;
  /** What a person recognises it by. */
  readonly text: string;
  /** It takes the place of what is there now. */
  readonly overrides: boolean;
}

type About = Pick<Content, "triggers" | "lines" | "quotations">;

function idsOf(items: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(items.map(({ id }) => id));
}

/** What a pack adds and what it words anew, in the order of its file. */
export function describePack(pack: Pack, content: About): readonly PackPart[] {
  const [triggers, lines, quotations] = [idsOf(content.triggers), idsOf(content.lines), idsOf(content.quotations)];
  const nested = (section: "questions" | "messages"): PackPart[] =>
    Object.entries<Readonly<Record<string, unknown>>>(pack[section] ?? {}).flatMap(([area, items]) =>
      Object.keys(items).map((name) => ({ section, id: `${area}.${name}`, text: "", overrides: true })),
    );
  return [
    ...Object.entries(pack.triggers ?? {}).map(([id, { label, meaning }]): PackPart => {
      return { section: "triggers", id, text: label ?? meaning ?? "", overrides: triggers.has(id) };
    }),
    ...Object.entries(pack.responses ?? {}).map(([id, { label }]): PackPart => ({ section: "responses", id, text: label ?? "", overrides: true })),
    ...Object.entries(pack.lines ?? {}).map(([id, { text }]): PackPart => ({ section: "lines", id, text, overrides: lines.has(id) })),
    ...Object.entries(pack.quotations ?? {}).map(([id, { text }]): PackPart => {
      return { section: "quotations", id, text, overrides: quotations.has(id) };
    }),
    ...nested("questions"),
    ...nested("messages"),
    ...Object.entries(pack.phrasings ?? {}).map(([id, texts]): PackPart => {
      return { section: "phrasings", id, text: String(texts.length), overrides: false };
    }),
  ];
}
