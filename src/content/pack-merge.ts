import type { Control, Stage } from "../reflection/vocabulary.ts";
import type { Content, DeepContent, Line, Message, Phrasings, Quotation, QuestionText, Response, Trigger } from "./content.ts";
import type { Pack, PackLine, PackTrigger } from "./pack-shape.ts";
import { columnsOf } from "./shape.ts";

/** Columns of what the card calls a trigger, where the pack does not say it. */
const ISSUE_COLUMNS = 20;

/** The first words of a label that fit on the card. */
export function issueOf(label: string): string {
  const words = label.split(" ");
  let issue = "";
  for (const word of words) {
    const longer = issue === "" ? word : `${issue} ${word}`;
    if (columnsOf(longer) > ISSUE_COLUMNS) break;
    issue = longer;
  }
  return issue === "" ? Array.from(label).slice(0, ISSUE_COLUMNS).join("") : issue;
}

function newTrigger(id: string, given: PackTrigger, kind: string): Trigger {
  const { label = id, meaning = "", issue = issueOf(label), stage = "discover", if: cue = label, plans = [], control } = given;
  return {
    id,
    label,
    meaning,
    issue,
    stage: stage as Stage,
    if: cue,
    plans,
    ...(control === undefined ? {} : { control: control as Control }),
    kind: given.kind ?? kind,
  };
}

function reworded(trigger: Trigger, { scenes: _, stage, control, ...texts }: PackTrigger): Trigger {
  return {
    ...trigger,
    ...texts,
    ...(stage === undefined ? {} : { stage: stage as Stage }),
    ...(control === undefined ? {} : { control: control as Control }),
  };
}

function mergeTriggers(triggers: readonly Trigger[], pack: Pack, kind: string): readonly Trigger[] {
  const given = new Map(Object.entries(pack.triggers ?? {}));
  const known = new Set(triggers.map(({ id }) => id));
  const added = [...given].filter(([id]) => !known.has(id)).map(([id, trigger]) => newTrigger(id, trigger, kind));
  return [...triggers.map((trigger) => reworded(trigger, given.get(trigger.id) ?? {})), ...added];
}

function lineOf(id: string, { triggers = [], ...line }: PackLine): Line {
  return { id, triggers, ...line };
}

/** Lines of a pack stand before the ones that were there: who adds a pack wants to see its lines. */
function mergeLines(lines: readonly Line[], pack: Pack): readonly Line[] {
  const given = new Map(Object.entries(pack.lines ?? {}).map(([id, line]) => [id, lineOf(id, line)]));
  const known = new Set(lines.map(({ id }) => id));
  return [...[...given.values()].filter(({ id }) => !known.has(id)), ...lines.map((line) => given.get(line.id) ?? line)];
}

function mergeQuotations(quotations: readonly Quotation[], pack: Pack): readonly Quotation[] {
  const given = new Map(Object.entries(pack.quotations ?? {}).map(([id, quotation]) => [id, { id, ...quotation }]));
  const known = new Set(quotations.map(({ id }) => id));
  const added = [...given.values()].filter(({ id }) => !known.has(id));
  return [...quotations.map((quotation) => given.get(quotation.id) ?? quotation), ...added];
}

function mergeResponses(responses: readonly Response[], pack: Pack): readonly Response[] {
  const given = new Map(Object.entries(pack.responses ?? {}));
  return responses.map((response) => ({ ...response, ...given.get(response.id) }));
}

function questionsIn(pack: Pack): ReadonlyMap<string, { readonly ask?: string; readonly help?: string; readonly hint?: string }> {
  const flows = Object.entries(pack.questions ?? {});
  return new Map(flows.flatMap(([flow, fields]) => Object.entries(fields).map(([field, question]) => [`${flow}.${field}`, question])));
}

function mergeQuestions(questions: readonly QuestionText[], pack: Pack): readonly QuestionText[] {
  const given = questionsIn(pack);
  return questions.map((question) => {
    const { ask = question.ask, hint = question.hint } = given.get(question.id) ?? {};
    return { id: question.id, ask, ...(hint === undefined ? {} : { hint }) };
  });
}

function messagesIn(pack: Pack): Readonly<Record<string, Message>> {
  const areas = Object.entries(pack.messages ?? {});
  return Object.fromEntries(areas.flatMap(([area, messages]) => Object.entries(messages).map(([name, message]) => [`${area}.${name}`, message])));
}

function inLanguage(lang: string, packs: readonly Pack[]): readonly Pack[] {
  const base = lang.split("-")[0];
  return packs.filter(({ language }) => language.split("-")[0] === base);
}

/**
 * Puts packs into the content: what they add comes with it, what they word anew takes the place of what was there.
 *
 * Packs in another language stay out. Where two word the same thing, the later one counts.
 * @param packs checked, in the order of their names
 */
export function mergePacks(content: Content, packs: readonly Pack[]): Content {
  const kindOf = (name: string): string => {
    const message = content.messages[name];
    return typeof message === "string" ? message : "";
  };
  return inLanguage(content.lang, packs).reduce<Content>(
    (merged, pack) => ({
      ...merged,
      triggers: mergeTriggers(merged.triggers, pack, kindOf("pack.kind")),
      responses: mergeResponses(merged.responses, pack),
      lines: mergeLines(merged.lines, pack),
      quotations: mergeQuotations(merged.quotations, pack),
      questions: mergeQuestions(merged.questions, pack),
      messages: { ...merged.messages, ...messagesIn(pack) },
    }),
    content,
  );
}

/** The same for what is loaded only at use: scenes to rehearse, and the help of questions. */
export function mergeDeepPacks(deep: DeepContent, lang: string, packs: readonly Pack[]): DeepContent {
  return inLanguage(lang, packs).reduce<DeepContent>((merged, pack) => {
    const scenes = Object.entries(pack.triggers ?? {}).flatMap(([id, trigger]) => (trigger.scenes === undefined ? [] : [[id, trigger.scenes] as const]));
    const helps = [...questionsIn(pack)].flatMap(([id, { help }]) => (help === undefined || !Object.hasOwn(merged.helps, id) ? [] : [[id, help] as const]));
    return {
      ...merged,
      scenes: { ...merged.scenes, ...Object.fromEntries(scenes) },
      helps: { ...merged.helps, ...Object.fromEntries(helps) },
    };
  }, deep);
}

/** Phrasings of packs by trigger id; a new trigger's label and meaning speak for it too. */
export function packPhrasings(packs: readonly Pack[], lang: string): Phrasings {
  const phrasings: Record<string, string[]> = {};
  const add = (id: string, texts: readonly string[]): void => {
    phrasings[id] = [...(Object.hasOwn(phrasings, id) ? (phrasings[id] ?? []) : []), ...texts];
  };
  for (const pack of inLanguage(lang, packs)) {
    for (const [id, texts] of Object.entries(pack.phrasings ?? {})) add(id, texts);
    for (const [id, { label, meaning }] of Object.entries(pack.triggers ?? {})) {
      if (label !== undefined) add(id, meaning === undefined ? [label] : [label, meaning]);
    }
  }
  return phrasings;
}
