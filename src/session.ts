import { problemLine } from "./content/file-problem.ts";
import type { Content, DeepContent } from "./content/content.ts";
import type { Say } from "./content/message.ts";
import type { SuggestModel } from "./content/suggest/model.ts";
import { mergeDeepPacks, mergePacks } from "./content/pack-merge.ts";
import { usageError } from "./errors.ts";
import type { DiskJournal } from "./journal/open.ts";
import { type TallyKind, tallies } from "./journal/tallies.ts";
import type { Now } from "./practice/moments.ts";
import type { PersonalTrigger } from "./practice/records.ts";
import { openShift } from "./practice/shift.ts";
import { isSlim, SLIM_VERSION } from "./practice/slim.ts";
import type { PracticeSettings } from "./practice/shapes.ts";
import { personalTriggers } from "./practice/triggers.ts";
import type { Entry } from "./reflection/entry.ts";
import { addDays, isoAt, type MomentContext, MOMENTS, parseMoment, shiftDay } from "./reflection/moment.ts";
import type { Runtime } from "./runtime.ts";
import type { SettingValue } from "./settings/keys.ts";
import { languageFor } from "./settings/languages.ts";
import { environmentLayer, practiceSettings, type Resolved, resolveAll } from "./settings/settings.ts";
import { styleOf } from "./views/choose-style.ts";
import { harmless } from "./views/harmless.ts";
import { escapedControls } from "./views/json.ts";
import { type Telling, telling } from "./views/telling.ts";

/** The global flags of one command line. */
export interface Globals {
  readonly json?: true;
  readonly input: boolean;
  readonly yes?: true;
  readonly asOf?: string;
  readonly quiet?: true;
  readonly color: boolean;
  readonly ascii?: true;
  readonly lang?: string;
  /** Numbers that may point to a customer are kept on purpose; card numbers and codes never are. */
  readonly keepNumbers?: true;
  /** A file with the passphrase of a sealed journal in its first line. */
  readonly passphraseFile?: string;
  /** The number of an open file with the same. */
  readonly passphraseFd?: string;
}

/** One run of one command: the machine, the global flags, and what follows from both. Made lazily, kept once made. */
export interface Session {
  readonly runtime: Runtime;
  readonly globals: Globals;
  /** stdin and stderr are terminals, and neither `--no-input` nor a reading command's `--json` forbids to ask. */
  readonly canAsk: boolean;
  readonly settings: () => ReadonlyMap<string, Resolved>;
  readonly value: (key: string) => SettingValue | null;
  readonly practice: () => PracticeSettings;
  readonly now: () => Now;
  readonly moments: () => MomentContext;
  readonly content: () => Content;
  readonly deepContent: () => DeepContent;
  readonly suggestModel: () => SuggestModel;
  /** Speaks on stderr. */
  readonly say: Say;
  /** What views of the product speak with. */
  readonly telling: () => Telling;
  /** What prompts and notices speak with. */
  readonly talk: () => Telling;
  readonly journal: () => DiskJournal;
  /** The person's own triggers, merged and retired ones too. */
  readonly ownTriggers: () => readonly PersonalTrigger[];
  /** Records as `--as-of` sees them. */
  readonly seen: <R extends { readonly at: string }>(records: readonly R[]) => readonly R[];
  readonly print: (text: string) => void;
  readonly printJson: (value: unknown) => void;
  /** Prints one array whose items come in parts, each written before the next is asked for. */
  readonly printJsonParts: (parts: Iterable<readonly unknown[]>) => void;
  /** Talk that `--quiet` silences, on stderr. */
  readonly note: (text: string) => void;
  /** What is wrong with the journal was said already. */
  readonly told: () => void;
  /** What was done was a write: it is done, whatever else is wrong with the journal. */
  readonly wrote: () => void;
  /** Says what was found wrong in the journal and gives the exit code: the command's own; 3 where a view lacked something. */
  readonly close: (code: number) => number;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function languageOf(wanted: string | null, runtime: Runtime, strict: boolean): string {
  const languages = runtime.languages();
  const { env } = runtime;
  // As in POSIX, an empty variable counts as not set.
  const locale = [env["LC_ALL"], env["LC_MESSAGES"], env["LANG"]].find((one) => one !== undefined && one !== "");
  const tag = wanted ?? locale ?? "en";
  const found = languageFor(tag, languages);
  if (found === undefined && strict) {
    throw usageError(`--lang: there is no language "${tag.slice(0, 20)}"`, `Accepted: ${languages.join(", ")}.`);
  }
  return found ?? "en";
}

/** The starts and ends of each month: what tells the shift that is going on. */
const MARKS: TallyKind<readonly Entry[]> = {
  name: "marks",
  version: SLIM_VERSION,
  compute: (entries) => entries.filter(({ kind }) => kind === "start" || kind === "end"),
  check: isSlim,
  onlyAsked: true,
};

/** The shift a moment lies in: that of a `start` still open, else the day by `dayStartsAt`. */
function shiftAt(at: string, dayStartsAt: string, journal: DiskJournal): string {
  const day = at.slice(0, 10);
  const near = new Set([addDays(day, -2), addDays(day, 1)].map((date) => date.slice(0, 7)));
  const marks = tallies(journal.store, journal.months().filter((month) => near.has(month)), MARKS);
  return openShift(at, [...marks.values()].flat())?.shift ?? shiftDay(at, dayStartsAt);
}

function momentOfNow(runtime: Runtime, globals: Globals, dayStartsAt: string, journal: () => DiskJournal): Now {
  const now = isoAt(runtime.clock(), runtime.offsetAt);
  if (globals.asOf === undefined) return { at: now, shift: shiftAt(now, dayStartsAt, journal()) };
  const at = parseMoment(globals.asOf, { now, dayStartsAt, offsetAt: runtime.offsetAt });
  if (at === null) throw usageError("--as-of is no moment", `Accepted: ${MOMENTS}.`);
  return { at, shift: shiftAt(at, dayStartsAt, journal()) };
}

function warnings(journal: DiskJournal, runtime: Runtime): boolean {
  const problems = journal.problems();
  for (const { file, what } of problems) runtime.err.write(`${harmless(`evenkeel: ${file}: ${what}`, "?")}\n`);
  if (problems.length > 0) runtime.err.write("What is healthy is shown. See: evenkeel doctor\n");
  return problems.length > 0;
}

function settingsOf(runtime: Runtime, globals: Globals, journal: () => DiskJournal): ReadonlyMap<string, Resolved> {
  const kept = journal().book("settings");
  return resolveAll({
    flags: {
      lang: globals.lang,
      ascii: globals.ascii ? "on" : undefined,
      color: globals.color ? undefined : "off",
    },
    environment: environmentLayer(runtime.env),
    journal: Object.fromEntries(kept.map(({ id, value }) => [id, value])),
    machine: runtime.machineSettings(),
  });
}

type Talking = Pick<Session, "content" | "deepContent" | "suggestModel" | "say" | "telling" | "talk">;

/** What speaks: content in the person's language, on each of the two streams. */
function talking(runtime: Runtime, globals: Globals, { value, ownTriggers }: Pick<Session, "value" | "ownTriggers">): Talking {
  const lang = once(() => {
    const wanted = value("lang");
    return languageOf(typeof wanted === "string" ? wanted : null, runtime, globals.lang !== undefined);
  });
  const content = once(() => mergePacks(runtime.content(lang()), runtime.packs.packs));
  const tellingOf = (stream: Runtime["out"]): Telling =>
    telling(content(), styleOf(stream, runtime, value), ownTriggers());
  const talk = once(() => tellingOf(runtime.err));
  return {
    content,
    deepContent: once(() => mergeDeepPacks(runtime.deepContent(lang()), lang(), runtime.packs.packs)),
    suggestModel: once(() => runtime.suggestModel(lang())),
    say: (key, values) => talk().say(key, values),
    telling: once(() => tellingOf(runtime.out)),
    talk,
  };
}

type Knowing = Pick<Session, "settings" | "value" | "practice" | "now" | "moments" | "seen" | "journal" | "ownTriggers">;

/** What is known of the journal, its settings and the moment. */
function knowing(runtime: Runtime, globals: Globals, journal: () => DiskJournal): Knowing {
  const settings = once(() => settingsOf(runtime, globals, journal));
  const value = (key: string): SettingValue | null => settings().get(key)?.value ?? null;
  const dayStartsAt = (): string => String(value("dayStartsAt"));
  const now = once(() => momentOfNow(runtime, globals, dayStartsAt(), journal));
  const limit = once(() => Date.parse(now().at));
  const { offsetAt } = runtime;
  return {
    journal,
    ownTriggers: () => personalTriggers(journal().book("triggers")),
    settings,
    value,
    now,
    practice: once(() => practiceSettings(settings())),
    moments: once(() => ({ now: now().at, dayStartsAt: dayStartsAt(), offsetAt })),
    seen: (records) =>
      globals.asOf === undefined ? records : records.filter(({ at }) => Date.parse(at) <= limit()),
  };
}

/** What is printed on standard output. */
function printing(out: Runtime["out"]): Pick<Session, "print" | "printJson" | "printJsonParts"> {
  return {
    print: (text) => {
      out.write(text);
    },
    printJson: (json) => {
      out.write(`${escapedControls(JSON.stringify(json, null, 2))}\n`);
    },
    printJsonParts: (parts) => {
      let before = "[\n";
      for (const part of parts) {
        if (part.length === 0) continue;
        out.write(before + escapedControls(JSON.stringify(part, null, 2).slice(2, -2)));
        before = ",\n";
      }
      out.write(before === "[\n" ? "[]\n" : "\n]\n");
    },
  };
}

/** Opens the session of a command line. */
export function openSession(runtime: Runtime, globals: Globals): Session {
  const opened = { journal: false, told: false, wrote: false };
  const journal = once(() => {
    opened.journal = true;
    return runtime.journal();
  });
  const known = knowing(runtime, globals, journal);
  const { out, err } = runtime;
  return {
    runtime,
    globals,
    canAsk: runtime.stdinIsTerminal && err.isTerminal && globals.input,
    ...known,
    ...talking(runtime, globals, known),
    ...printing(out),
    note: (text) => {
      if (!globals.quiet) err.write(text);
    },
    told: () => {
      opened.told = true;
    },
    wrote: () => {
      opened.wrote = true;
    },
    close: (code) => {
      for (const problem of runtime.packs.problems) err.write(`evenkeel: ${harmless(problemLine(problem), "?")}\n`);
      const isWrong = opened.journal && !opened.told && warnings(journal(), runtime);
      return isWrong && !opened.wrote && code === 0 ? 3 : code;
    },
  };
}
