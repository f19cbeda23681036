import type { HelpRow } from "../views/help-rows.ts";

/** A paragraph, names with what they mean, or lines to type that are never folded. */
export type HelpBlock = string | { readonly rows: readonly HelpRow[] } | { readonly typed: readonly string[] };

/** One page of help that belongs to no single command. */
export interface Topic {
  readonly name: string;
  readonly title: string;
  readonly blocks: readonly HelpBlock[];
}

const KEYS: Topic = {
  name: "keys",
  title: "Keys in a conversation",
  blocks: [
    {
      rows: [
        ["digits", "pick, while nothing is typed"],
        ["Enter", "keep, or take what is marked"],
        ["Tab", "skip the question"],
        ["Esc", "go back one question"],
        ["?", "explain the question (F1 while words are typed)"],
        ["arrows", "move in a list"],
        ["Ctrl-C", "stop; what you said is kept (evenkeel reflect --resume)"],
      ],
    },
    "No letter is a hot key: letters are for words. In the question from 0 to 10, a 1 waits a moment for a 0. After three minutes without a key your words leave the screen; any key brings them back.",
    "With a screen reader: evenkeel config set screenReader on. Nothing is drawn then; answers are typed and sent with Enter. The words back, skip and help do what Esc, Tab and ? do.",
  ],
};

const PRIVACY: Topic = {
  name: "privacy",
  title: "Privacy",
  blocks: [
    "Your words lie in files on this computer that only your login may read. evenkeel never uses the network. On a work computer, the people who run it may still be able to read them, and so may backups.",
    "Leave out names and numbers of customers. evenkeel cannot know a name.",
    "Words typed behind a command can stay in the shell's history. To keep them out, let evenkeel ask (evenkeel reflect), or use standard input: type, then Ctrl-D.",
    { typed: ["evenkeel reflect --trigger rude_tone -"] },
    "evenkeel delete <id> takes an entry out; evenkeel undo brings it back. evenkeel forget <id> deletes it for good, from undo and copies too.",
    "evenkeel encrypt seals the journal with a passphrase: evenkeel help sealing.",
  ],
};

const SEALING: Topic = {
  name: "sealing",
  title: "Sealing",
  blocks: [
    "evenkeel encrypt seals everything that has your words in it. Without the passphrase nobody can read it. A recovery key is shown once: keep it on paper, and type it where the passphrase is asked for if you forget that.",
    "reflect and win go on without the passphrase, but do not know your history then. Everything else asks for it once.",
    { typed: ["evenkeel encrypt", "evenkeel list --passphrase-file p.txt", "evenkeel passphrase", "evenkeel decrypt"] },
    "The passphrase never belongs on the command line: it would stay in the shell's history.",
    "It helps against a stolen computer, a copied folder, a backup or a sync service. It does not help against somebody who watches you type, nor for copies made before. docs/privacy.md says more, and how the program age opens the files.",
  ],
};

const FORMATS: Topic = {
  name: "formats",
  title: "Formats",
  blocks: [
    "In: reflect --from <file or -> takes one JSON object, an array, JSON Lines, or YAML with one or more documents. Only a trigger is needed:",
    { typed: ["trigger: rude_tone", "strength: 7", "plan:", "  if: a caller shouts", "  then: breathe out"] },
    "One mistake, and nothing is kept; it is named as file:line:column. evenkeel schema entry prints the whole form.",
    "In, from elsewhere: evenkeel import takes these, CSV, Markdown notes, and the journals of jrnl and Day One. With --dry-run it only says what would come in; --map says which column of a table is which.",
    { typed: ["evenkeel import old.json --dry-run"] },
    "Out: evenkeel export writes JSON, JSON Lines, YAML, CSV, Markdown, a folder of notes, or a jrnl journal; the name of the file says which.",
    { typed: ["evenkeel export --output journal.csv", "evenkeel export --output notes/"] },
    "--json with every command that reads: one document, stable names. roadmap, reminders, card and review: --format, --output <file>.",
    "A moment is a date (2026-11-20), a date and time (2026-11-20T23:40), today, yesterday, yesterday 23:40, or monday. A date alone is the end of that day.",
  ],
};

const ENVIRONMENT: Topic = {
  name: "environment",
  title: "Environment",
  blocks: [
    {
      rows: [
        ["EVENKEEL_HOME", "everything under this one folder"],
        ["EVENKEEL_LANG", "language, before the setting"],
        ["EVENKEEL_SCREEN_READER", "1: plain sentences, nothing drawn"],
        ["NO_COLOR", "not empty: no colour"],
        ["COLUMNS", "width where the output is no terminal"],
        ["VISUAL, EDITOR", "the editor for long texts"],
        ["XDG_DATA_HOME, XDG_STATE_HOME, XDG_CACHE_HOME, XDG_CONFIG_HOME", "where the folders lie without EVENKEEL_HOME"],
        ["DEBUG", "not empty: show where the program failed"],
      ],
    },
    "Flags come before the environment, it before evenkeel config, and that before the defaults. evenkeel config shows where each value came from.",
  ],
};

const EXIT_CODES: Topic = {
  name: "exit-codes",
  title: "Exit codes",
  blocks: [
    {
      rows: [
        ["0", "done, also when nothing was found"],
        ["1", "failure; doctor with problems left"],
        ["2", "usage: unknown option, command or id, a wrong value, or an answer that is missing where nobody can be asked"],
        ["3", "the journal: damaged, locked by another process, read-only, written by a newer version, or sealed without the right passphrase. A view that can still show the healthy part prints it, warns, and ends with 3"],
        ["130", "stopped (Ctrl-C, Ctrl-D, or a signal); what was said is kept"],
      ],
    },
  ],
};

export const TOPICS: readonly Topic[] = [KEYS, PRIVACY, SEALING, FORMATS, ENVIRONMENT, EXIT_CODES];
