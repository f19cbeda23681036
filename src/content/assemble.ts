import type { Control, Stage } from "../reflection/vocabulary.ts";
import type { Content, DeepContent, Labelled, Message, Phrasings, QuestionText, Trigger } from "./content.ts";
import { dateWords } from "./date-words.ts";
import type { ById, MessageFile, Source } from "./source.ts";

/** A language, ready to be loaded: in the three parts that are loaded apart. */
export interface CompiledContent {
  readonly content: Content;
  readonly deep: DeepContent;
  readonly phrasings: Phrasings;
}

function withId<T extends object>(items: ById<T>): readonly (T & { readonly id: string })[] {
  return Object.entries(items).map(([id, item]) => ({ id, ...item }));
}

function labelled(items: ById<string>): readonly Labelled[] {
  return Object.entries(items).map(([id, label]) => ({ id, label }));
}

function triggersOf(source: Source): readonly Trigger[] {
  return Object.entries(source.triggers).map(([id, trigger]) => ({
    id,
    label: trigger.label,
    meaning: trigger.meaning,
    issue: trigger.issue,
    stage: trigger.stage as Stage,
    if: trigger.if,
    plans: trigger.plans ?? [],
    ...(trigger.control === undefined ? {} : { control: trigger.control as Control }),
    kind: trigger.kind,
  }));
}

function questionsOf(source: Source): readonly QuestionText[] {
  return Object.entries(source.questions).flatMap(([flow, fields]) =>
    Object.entries(fields).map(([field, { ask, hint }]) => ({
      id: `${flow}.${field}`,
      ask,
      ...(hint === undefined ? {} : { hint }),
    })),
  );
}

function helpsOf(source: Source): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(source.questions).flatMap(([flow, fields]) =>
      Object.entries(fields).map(([field, { help }]) => [`${flow}.${field}`, help]),
    ),
  );
}

function messagesOf(files: ById<MessageFile>): Readonly<Record<string, Message>> {
  return Object.fromEntries(
    Object.entries(files).flatMap(([area, messages]) =>
      Object.entries(messages).map(([name, message]) => [`${area}.${name}`, message]),
    ),
  );
}

function hotContent(lang: string, source: Source, messages: ById<MessageFile>): Content {
  return {
    lang,
    dates: dateWords(lang),
    triggers: triggersOf(source),
    reactions: withId(source.reactions),
    feelings: labelled(source.feelings),
    stages: withId(source.stages),
    channels: labelled(source.channels),
    responses: withId(source.responses),
    habits: Object.entries(source.habits).map(([id, { label, meaning }]) => ({ id, label, meaning })),
    needs: labelled(source.needs),
    choices: Object.fromEntries(Object.entries(source.choices).map(([field, items]) => [field, labelled(items)])),
    questions: questionsOf(source),
    lines: withId(source.lines).map((line) => ({ ...line, triggers: line.triggers ?? [] })),
    quotations: withId(source.quotations),
    closings: source.closings,
    messages: messagesOf(messages),
  };
}

/** Puts checked files together. */
export function assemble(lang: string, source: Source, messages: ById<MessageFile>): CompiledContent {
  const scenes = Object.entries(source.triggers).flatMap(([id, trigger]) =>
    trigger.scenes === undefined ? [] : [[id, trigger.scenes] as const],
  );
  return {
    content: hotContent(lang, source, messages),
    deep: {
      scenes: Object.fromEntries(scenes),
      helps: helpsOf(source),
      habits: Object.entries(source.habits).map(([id, { examples, instead }]) => ({ id, examples, instead })),
      support: source.support,
      sample: source.sample,
    },
    phrasings: source.phrasings,
  };
}
