import { importAnswer, type ImportAsking, importConversation, type Unsorted } from "../conversations/import.ts";
import { usageError } from "../errors.ts";
import type { DraftEntry } from "../reflection/validate.ts";
import type { Session } from "../session.ts";
import { fullDay } from "../views/dates.ts";
import { finish, paragraph } from "../views/lines.ts";
import { converse } from "./converse.ts";
import type { OpenEntry } from "./import-sort.ts";
import { type Masking, maskingOf } from "./masking.ts";
import { waitingDrafts } from "./waiting-draft.ts";

interface Decided {
  readonly drafts: readonly DraftEntry[];
  /** Takes the answers away, once what they belong to is on the disk. */
  readonly discard: () => void;
}

const MOST_CHARACTERS = 280;

function cut(text: string): string {
  const signs = Array.from(text);
  return signs.length > MOST_CHARACTERS ? `${signs.slice(0, MOST_CHARACTERS).join("").trimEnd()} ...` : text;
}

function unsorted(session: Session, masking: Masking, { id, what, category, asReflection: { at }, asNote }: OpenEntry): Unsorted {
  const t = session.talk();
  const day = at === undefined ? [] : [`${fullDay(at.slice(0, 10), "short", t)}, ${at.slice(11, 16)}`];
  const words = masking.text(what).replace(/\s+/g, " ").trim();
  return { id, what, category, canBeNote: asNote !== null, lines: [...day, cut(words)] };
}

function placeOf({ from }: OpenEntry): string {
  const { line, column } = from.position(["trigger"]);
  return `${from.file}:${line}:${column}`;
}

/** As a note where nobody was asked; what says more than a note can hold is missing its trigger. */
function asNotes(open: readonly OpenEntry[]): readonly DraftEntry[] {
  const lacking = open.filter(({ asNote }) => asNote === null);
  if (lacking.length > 0) {
    const lines = lacking.slice(0, 10).map((one) => `${placeOf(one)}: "trigger" is missing; accepted: a reflection needs trigger`);
    throw usageError(["nothing was brought in, since the input is not right:", ...lines].join("\n  "));
  }
  return open.flatMap(({ asNote }) => (asNote === null ? [] : [asNote]));
}

async function ranking(session: Session): Promise<ImportAsking["rank"]> {
  const { suggester } = await import("./suggested.ts");
  const { sureEnough } = await import("./reflect-context.ts");
  const rank = suggester(session);
  const sure = sureEnough(rank);
  return (text) => ({ ids: rank(text).map(({ trigger }) => trigger), isSure: sure(text).length > 0 });
}

async function asked(session: Session, open: readonly OpenEntry[], typed: readonly string[]): Promise<Decided | null> {
  session.journal().assertWritable(session.now().shift);
  const { choices } = await import("./reflect-context.ts");
  const masking = await maskingOf(session);
  const asking = open.map((one) => unsorted(session, masking, one));
  const flow = importConversation({ script: { say: session.say }, unsorted: asking, triggers: choices(session), rank: await ranking(session) });
  const steps = new Set(flow.steps.map(({ id }) => id));
  const draft = waitingDrafts(session, "import").find(({ answers }) => Object.keys(answers).some((id) => steps.has(id)));
  if (draft !== undefined) session.note(finish(paragraph(session.say("carry.resumed", { count: Object.keys(draft.answers).length }), session.talk())));
  const goOn = `evenkeel import ${typed.join(" ")}`;
  const finished = await converse(session, { command: "import", flow, goOn, ...(draft === undefined ? {} : { draft }) });
  if (finished === null) return null;
  const drafts = open.map((one): DraftEntry => {
    const trigger = importAnswer(one, finished.answers);
    return trigger === null && one.asNote !== null ? one.asNote : { ...one.asReflection, trigger: trigger ?? one.asReflection["trigger"] };
  });
  return { drafts, discard: finished.discard };
}

/**
 * Finds out what set off each entry that does not say it: asks where somebody can be asked; with `--no-input` they become
 * notes. Null where the person left without an answer. Nothing is written before the last answer; what was answered waits
 * in a draft.
 */
export async function answered(session: Session, open: readonly OpenEntry[], typed: readonly string[]): Promise<Decided | null> {
  if (open.length === 0) return { drafts: [], discard: () => undefined };
  if (!session.globals.input) return { drafts: asNotes(open), discard: () => undefined };
  if (session.canAsk) return asked(session, open, typed);
  const [first] = open;
  const place = first === undefined ? "" : ` (the first at ${placeOf(first)})`;
  throw usageError(
    `what set it off? ${open.length === 1 ? "One entry names" : `${open.length} entries name`} no trigger${place}. Nothing was brought in.`,
    "In a terminal they are asked one by one; --no-input keeps them as notes.",
  );
}
