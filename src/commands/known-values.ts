import type { Candidate, KnownKind } from "../completion/wanted.ts";
import type { Entry } from "../reflection/entry.ts";
import type { Session } from "../session.ts";
import { SETTINGS, settingKey } from "../settings/keys.ts";
import { clockText, fullDay } from "../views/dates.ts";
import { entryWords } from "../views/entry-words.ts";
import { handles } from "../views/handles.ts";
import { labelIn, triggerLabel } from "../views/names.ts";
import type { Telling } from "../views/telling.ts";
import { reminderList } from "./reminders.ts";

/** Entries that a shell offers: the newest. */
const MOST = 30;

type Read = (session: Session, typed: string, before: readonly string[]) => readonly Candidate[];

/** When it was and what kind: never the words of an entry, since anybody may look at the screen while Tab is pressed. */
function entryCandidate(entry: Entry, t: Telling): Candidate {
  return { word: entry.id, about: `${fullDay(entry.at.slice(0, 10), "short", t)} ${clockText(entry.at)}, ${entryWords(entry, t).name}` };
}

function newest(session: Session): readonly Entry[] {
  const found: Entry[] = [];
  for (const month of session.journal().backwards()) {
    found.push(...month.toReversed());
    if (found.length >= MOST) break;
  }
  return found.slice(0, MOST);
}

function entries(session: Session, typed: string): readonly Candidate[] {
  const found = typed === "" ? newest(session) : session.journal().withIdPrefix(typed, MOST).toReversed();
  return found.map((entry) => entryCandidate(entry, session.telling()));
}

function triggers(session: Session): readonly Candidate[] {
  const t = session.telling();
  const own = session.journal().book("triggers").filter(({ retired, mergedInto }) => retired !== true && mergedInto === undefined);
  return [...session.content().triggers, ...own].map(({ id }) => ({ word: id, about: triggerLabel(id, t) }));
}

function reminders(session: Session): readonly Candidate[] {
  const list = reminderList(session);
  const names = handles(list, session.content());
  return list.map(({ id, trigger }) => ({ word: names.get(id) ?? id, about: trigger === null ? "" : triggerLabel(trigger, session.telling()) }));
}

/** A setting's words where it takes one of a few: "on, off". */
function settingValues({ runtime }: Session, key: string): readonly Candidate[] {
  if (key === "lang") return runtime.languages().map((word) => ({ word, about: "" }));
  const accepted = settingKey(key)?.accepts.split(", ") ?? [];
  return accepted.length > 1 && accepted.every((word) => /^\w+$/.test(word)) ? accepted.map((word) => ({ word, about: "" })) : [];
}

function labelled(list: readonly { readonly id: string; readonly label: string }[], session: Session): readonly Candidate[] {
  return list.map(({ id }) => ({ word: id, about: labelIn(list, id, session.telling()) }));
}

const READERS: Readonly<Record<Exclude<KnownKind, `choice:${string}`>, Read>> = {
  trigger: triggers,
  entry: entries,
  reminder: reminders,
  stage: (session) => labelled(session.content().stages, session),
  reaction: (session) => labelled(session.content().reactions, session),
  channel: (session) => labelled(session.content().channels, session),
  pack: ({ runtime }) => runtime.packs.packs.map(({ name, about }) => ({ word: name, about: about ?? "" })),
  language: ({ runtime }) => runtime.languages().map((word) => ({ word, about: "" })),
  setting: () => SETTINGS.map(({ key, about }) => ({ word: key, about })),
  settingValue: (session, _typed, [key = ""]) => settingValues(session, key),
};

/** The words of one list, as the content, the settings, the packs and the journal have them now. */
export function knownValues(session: Session, of: KnownKind, typed: string, before: readonly string[]): readonly Candidate[] {
  if (of.startsWith("choice:")) return labelled(session.content().choices[of.slice("choice:".length)] ?? [], session);
  return READERS[of as keyof typeof READERS](session, typed, before);
}
