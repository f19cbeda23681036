import type { PackPart } from "../content/pack-describe.ts";
import type { Pack } from "../content/pack-shape.ts";
import { finish, heading, indented, MARGIN, paragraph, readAloud } from "./lines.ts";
import type { Telling } from "./telling.ts";

/** The person's packs, or how to begin one. */
export function packsView(packs: readonly Pack[], t: Telling): string {
  if (packs.length === 0) return finish(t.style.screenReader ? readAloud(t.say("pack.none"), t.style) : paragraph(t.say("pack.none"), t));
  const lines = packs.flatMap(({ name, about, language, author, licence }) => {
    const who = t.say("pack.about", { language, author, licence });
    if (t.style.screenReader) return readAloud([`${t.line(name)}.`, t.line(about ?? ""), who].join(" "), t.style);
    const more = about === undefined ? [] : paragraph(t.line(about), t, undefined, MARGIN + 2);
    return ["", ...indented([t.style.palette.strong(t.line(name))]), ...more, ...paragraph(who, t, t.style.palette.quiet, MARGIN + 2)];
  });
  return finish([...heading(t.say("pack.title"), t), ...lines]);
}

function partLine({ section, id, text }: PackPart, t: Telling): string {
  return t.say(`pack.part.${section}`, { text: text === "" || section === "phrasings" ? id : text });
}

/** What a pack adds, and what it words anew. */
export function packPartsView(parts: readonly PackPart[], t: Telling): string {
  const group = (title: string, some: readonly PackPart[]): readonly string[] => {
    if (some.length === 0) return [];
    const lines = some.flatMap((part) => paragraph(partLine(part, t), t, undefined, MARGIN + 2));
    return ["", ...paragraph(t.say(title), t, t.style.palette.title), ...lines];
  };
  const added = group("pack.adds", parts.filter(({ overrides }) => !overrides));
  return finish([...added, ...group("pack.overrides", parts.filter(({ overrides }) => overrides))].slice(1));
}
