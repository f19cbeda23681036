import { join } from "node:path";
import { draftMasking, type DraftMasking } from "./masking.ts";
import { sayMasked } from "./say-masked.ts";
import type { Flow } from "../conversations/flow.ts";
import { type Answers, SEEN, type Typed } from "../conversations/question.ts";
import { cancelled } from "../errors.ts";
import { type Draft, type Drafts, draftsOf } from "../journal/drafts.ts";
import { isoAt } from "../reflection/moment.ts";
import type { Session } from "../session.ts";
import type { Editing } from "../terminal/editing.ts";
import { editingIn } from "../terminal/editor.ts";
import { interview, type InterviewOptions, type Outcome } from "../terminal/interview.ts";
import { thisTerminal } from "../terminal/this-terminal.ts";
import { harmless } from "../views/harmless.ts";

export interface Conversation {
  /** "reflect", "win", "end": names the draft, and the command that goes on with it. */
  readonly command: string;
  readonly flow: Flow;
  /** Answers that came by flags. */
  readonly given?: Answers;
  /** The draft it goes on with. */
  readonly draft?: Draft;
  /** Left out: a conversation that keeps no draft. */
  readonly keepsDraft?: false;
  /** "cards": only card numbers and codes are masked, since a telephone number is wanted. Left out: everything is. */
  readonly masks?: "cards";
  /** Goes on with what was begun: where it is read aloud, its keys were named already. */
  readonly goesOn?: true;
  /** How to go on with it. Left out: the command with `--resume`. */
  readonly goOn?: string;
}

/** A conversation that was answered to its end. */
export interface Finished {
  readonly answers: Answers;
  /** Becomes the entry's id, so that an entry saved just before a crash is not saved twice. */
  readonly id: string;
  readonly startedAt: string;
  /** Takes the draft away, once what it became is on the disk. */
  readonly discard: () => void;
}

/** Drafts of this machine. */
export function draftsIn(session: Session): Drafts {
  return draftsOf(session.journal().store);
}

function newDraft(session: Session, command: string): Draft {
  const { runtime } = session;
  const instant = runtime.clock();
  const at = isoAt(instant, runtime.offsetAt);
  return { id: runtime.newId(instant), command, startedAt: at, updatedAt: at, answers: {} };
}

/** The person's editor for long texts. */
function editing({ runtime, value }: Session): Editing | null {
  const setting = value("editor");
  const { env, platform, places } = runtime;
  return editingIn(join(places.local, "edit"), { env, platform, setting: typeof setting === "string" ? setting : null });
}

/** The last resort: words that could not be kept anywhere are shown, so that the person can copy them. */
function showWords(session: Session, answers: Answers, typed: Typed | null): void {
  const words = [...Object.values(answers).filter((answer) => typeof answer === "string"), typed?.text ?? ""];
  const text = words.filter((word) => word.includes(" ")).map((word) => harmless(word, "?"));
  session.runtime.err.write(["Your words, since they could not be kept:", ...text, ""].join("\n"));
}

/** Questions that were answered: not what was filled in for the person, nor what belongs to another question. */
function answeredIn({ steps }: Flow, answers: Answers): number {
  return steps.filter(({ id, folded, within }) => folded !== true && within !== true && (answers[id] ?? null) !== null && answers[id] !== SEEN).length;
}

/** Up to here numbers are written as words. */
const MOST_IN_WORDS = 10;

function stopped(session: Session, { command: name, flow, goOn, keepsDraft }: Conversation, answers: Answers, typed: Typed | null): Error {
  const { say } = session;
  const line = (text: string): Error => cancelled(session.talk().style.screenReader ? text.replace(/ +/g, " ") : `  ${text}`);
  if (keepsDraft === false) return line(say("converse.stoppedPlain"));
  const count = answeredIn(flow, answers);
  const command = goOn ?? `evenkeel ${name} --resume`;
  if (count === 0) return line(typed === null || typed.text === "" ? say("converse.stoppedEmpty") : say("converse.stoppedWords", { command }));
  const number = count <= MOST_IN_WORDS ? say(`converse.number.${count}`) : String(count);
  return line(say("converse.stopped", { count, number, command }));
}

/** Nothing that identifies a customer reaches the disk with a draft; what was taken out is told once. */
function masking(session: Session, { masks }: Conversation): DraftMasking {
  const tell: Parameters<typeof draftMasking>[1] = (kinds) => {
    process.once("beforeExit", () => { sayMasked(session, kinds); });
  };
  return draftMasking(session, tell, masks === "cards" ? { keeps: "others" } : {});
}

/** Loads what judges telephone numbers once the first question is painted. */
function loadAfterPaint({ load }: DraftMasking): Promise<void> {
  return new Promise((resolve, reject) => {
    setImmediate(() => {
      load().then(resolve, reject);
    });
  });
}

type OnDraft = NonNullable<InterviewOptions["onDraft"]>;

/** Asks the questions. The exit code is set beforehand: the process may end before a stop is seen. */
async function ask(session: Session, conversation: Conversation, onDraft: OnDraft): Promise<Outcome> {
  const { flow, given = {}, draft, goesOn } = conversation;
  const code = process.exitCode;
  process.exitCode = 130;
  const masks = masking(session, conversation);
  const asked = interview({
    flow,
    answers: { ...(draft?.answers as Answers | undefined), ...given },
    typed: draft?.typed ?? null,
    terminal: thisTerminal(session.talk().style, session.runtime.env),
    say: session.say,
    help: (id) => session.deepContent().helps[id] ?? "",
    editing: editing(session),
    ...(goesOn === undefined ? {} : { goesOn }),
    onDraft,
    mask: masks.text,
  });
  const [outcome] = await Promise.all([asked, loadAfterPaint(masks)]);
  process.exitCode = code;
  return outcome;
}

/**
 * Leads a conversation in the person's terminal and keeps its draft.
 *
 * Null where the person left at the first question without an answer. Throws `cancelled` where it was stopped: what was
 * said is in the draft then, and the message says how to go on.
 */
export async function converse(session: Session, conversation: Conversation): Promise<Finished | null> {
  const { command, given = {}, draft, keepsDraft } = conversation;
  const drafts = draftsIn(session);
  let kept = draft;
  const own = (): Draft => (kept ??= newDraft(session, command));
  const last: { answers: Answers; typed: Typed | null } = { answers: given, typed: null };
  const outcome = await ask(session, conversation, (answers, typed, because) => {
    Object.assign(last, { answers, typed });
    if (keepsDraft === false) return;
    const updatedAt = isoAt(session.runtime.clock(), session.runtime.offsetAt);
    drafts.save({ ...own(), updatedAt, answers, ...(typed === null ? {} : { typed }) }, because);
  }).catch((error: unknown) => {
    showWords(session, last.answers, last.typed);
    throw error;
  });
  const discard = (): void => {
    if (keepsDraft !== false) drafts.discard(own().id);
  };
  const isLeft = outcome.type === "left" && Object.keys(outcome.answers).length === 0;
  if (isLeft) {
    discard();
    return null;
  }
  if (outcome.type !== "done") throw stopped(session, conversation, outcome.answers, outcome.typed);
  const { id, startedAt } = own();
  return { answers: outcome.answers, id, startedAt, discard };
}
