import { SUPPORT_TRIGGER, TRIGGERS } from "../reflection/vocabulary.ts";
import { checkMessages } from "./check-references.ts";
import type { Reporter } from "./check-shape.ts";
import type { Content, Message } from "./content.ts";
import { shown } from "./file-problem.ts";
import { NEW_TRIGGER, type Pack, type PackTrigger, SECTIONS } from "./pack-shape.ts";
import type { Path } from "./parse.ts";
import { namesIn } from "./shape.ts";

/** What a pack is checked against. */
export interface PackSurroundings {
  /** The built-in content in a language, else in English. */
  readonly contentFor: (lang: string) => Checked;
  /** Packs that are there already, without the one that is checked. */
  readonly others?: readonly Pack[];
  /** Personal triggers. */
  readonly personal?: readonly { readonly id: string; readonly label: string }[];
}

/** As much of the content as a pack can word anew. */
export type Checked = Pick<Content, "triggers" | "responses" | "questions" | "messages">;

type Around = Omit<PackSurroundings, "contentFor"> & { readonly content: Checked };

/** What safety and privacy rest on keeps its words. */
const KEPT_AREAS = ["support"];

function folded(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[\s\p{P}]+/gu, " ").trim();
}

function isBuiltIn(id: string): boolean {
  return (TRIGGERS as readonly string[]).includes(id);
}

function checkNewTrigger(id: string, trigger: PackTrigger, out: Reporter, { others = [], personal = [] }: Around): void {
  for (const key of NEW_TRIGGER) {
    if (trigger[key] === undefined) out.report(["triggers", id], `the new trigger needs "${key}"`, NEW_TRIGGER.join(", "), "key");
  }
  const other = others.find(({ triggers = {} }) => Object.hasOwn(triggers, id));
  if (other !== undefined) out.report(["triggers", id], `the pack ${other.name} has a trigger ${shown(id)} too`, "another id", "key");
  if (personal.some((own) => own.id === id)) out.report(["triggers", id], `a trigger of your own is called ${shown(id)}`, "another id", "key");
}

function labelsAround({ content, others = [], personal = [] }: Around): ReadonlyMap<string, string> {
  const packed = others.flatMap(({ triggers = {} }) => Object.entries(triggers).map(([id, { label = "" }]) => ({ id, label })));
  return new Map([...content.triggers, ...packed, ...personal].map(({ id, label }) => [folded(label), id]));
}

function checkTriggers(pack: Pack, out: Reporter, around: Around): void {
  const labels = new Map(labelsAround(around));
  for (const [id, trigger] of Object.entries(pack.triggers ?? {})) {
    if (!isBuiltIn(id)) checkNewTrigger(id, trigger, out, around);
    for (const key of ["plans", "scenes"] as const) {
      if (id === SUPPORT_TRIGGER && trigger[key] !== undefined) {
        out.report(["triggers", id, key], "this trigger takes no plan and is not rehearsed", "the key left out", "key");
      }
    }
    if (trigger.label === undefined) continue;
    const same = labels.get(folded(trigger.label));
    if (same !== undefined && same !== id) out.report(["triggers", id, "label"], `${shown(trigger.label)} is the label of ${same}`, "another label");
    labels.set(folded(trigger.label), id);
  }
}

function checkLines(pack: Pack, out: Reporter, { others = [] }: Around): void {
  for (const [id, line] of Object.entries(pack.lines ?? {})) {
    if (line.if !== undefined && line.then === undefined) out.report(["lines", id, "if"], `"if" has no "then"`, "both, or none", "key");
    if (line.then !== undefined && line.if === undefined) out.report(["lines", id, "then"], `"then" has no "if"`, "both, or none", "key");
    const other = others.find(({ lines = {} }) => Object.hasOwn(lines, id));
    if (other !== undefined) out.report(["lines", id], `the pack ${other.name} has a line ${shown(id)} too`, "another id", "key");
  }
}

function checkKnown(ids: readonly string[], known: readonly string[], path: Path, out: Reporter): void {
  for (const id of ids) {
    if (!known.includes(id)) out.report([...path, id], `${shown(id)} is not known here`, known.join(", "), "key");
  }
}

function checkNames(text: string, before: string, path: Path, out: Reporter): void {
  const known = namesIn(before);
  const strangers = namesIn(text).filter((name) => !known.includes(name));
  const accepted = known.length === 0 ? "the text without braces" : known.map((name) => `{${name}}`).join(", ");
  if (strangers.length > 0) out.report(path, `nothing is put in for {${strangers.join("}, {")}}`, accepted);
}

function checkQuestions(pack: Pack, out: Reporter, { content }: Around): void {
  const before = new Map(content.questions.map((question) => [question.id, question]));
  const flows = [...new Set(content.questions.map(({ id }) => id.split(".")[0] ?? ""))];
  checkKnown(Object.keys(pack.questions ?? {}), flows, ["questions"], out);
  for (const [flow, fields] of Object.entries(pack.questions ?? {})) {
    const known = content.questions.filter(({ id }) => id.startsWith(`${flow}.`)).map(({ id }) => id.slice(flow.length + 1));
    if (known.length > 0) checkKnown(Object.keys(fields), known, ["questions", flow], out);
    for (const [field, { ask, hint }] of Object.entries(fields)) {
      const was = before.get(`${flow}.${field}`);
      if (was === undefined) continue;
      if (ask !== undefined) checkNames(ask, was.ask, ["questions", flow, field, "ask"], out);
      if (hint !== undefined) checkNames(hint, `${was.ask} ${was.hint ?? ""}`, ["questions", flow, field, "hint"], out);
    }
  }
}

function textsOf(message: Message): readonly string[] {
  return typeof message === "string" ? [message] : Object.values(message);
}

function checkMessageAreas(pack: Pack, out: Reporter, { content }: Around): void {
  const keys = Object.keys(content.messages);
  const areas = [...new Set(keys.map((key) => key.split(".")[0] ?? ""))].filter((area) => !KEPT_AREAS.includes(area));
  checkKnown(Object.keys(pack.messages ?? {}), areas, ["messages"], out);
  for (const [area, messages] of Object.entries(pack.messages ?? {})) {
    if (!areas.includes(area)) continue;
    const inArea: Reporter = {
      problems: out.problems,
      report: (path, ...rest) => {
        out.report(["messages", area, ...path], ...rest);
      },
    };
    const known = keys.filter((key) => key.startsWith(`${area}.`)).map((key) => key.slice(area.length + 1));
    checkKnown(Object.keys(messages), known, [], inArea);
    checkMessages(area, messages, pack.language, inArea);
    for (const [name, message] of Object.entries(messages)) {
      const before = content.messages[`${area}.${name}`];
      if (before === undefined || !known.includes(name)) continue;
      checkNames(textsOf(message).join(" "), `${textsOf(before).join(" ")} {count}`, [name], inArea);
    }
  }
}

/** Reports what no single shape can see: unknown and clashing ids, parts that are missing, names that nothing fills. */
export function checkPackReferences(pack: Pack, out: Reporter, { contentFor, ...others }: PackSurroundings): void {
  const around: Around = { ...others, content: contentFor(pack.language) };
  if (SECTIONS.every((section) => Object.keys(pack[section] ?? {}).length === 0)) {
    out.report([], "the pack holds nothing", `any of ${SECTIONS.join(", ")}`);
  }
  checkTriggers(pack, out, around);
  checkLines(pack, out, around);
  checkKnown(Object.keys(pack.responses ?? {}), around.content.responses.map(({ id }) => id), ["responses"], out);
  checkQuestions(pack, out, around);
  checkMessageAreas(pack, out, around);
  const triggers = [...new Set([...TRIGGERS, ...Object.keys(pack.triggers ?? {})])];
  checkKnown(Object.keys(pack.phrasings ?? {}), triggers, ["phrasings"], out);
}
