import { EvenkeelError, journalError } from "../errors.ts";
import { codeOf } from "./disk.ts";

/** What a file could not be used for, as the middle of a sentence: "could not be read". */
export type Doing = "read" | "saved";

type Sentence = (what: string, doing: Doing) => readonly [string, string];

const full: Sentence = (what) => [
  `The disk is full: ${what} could not be saved. What was there before is unharmed.`,
  "Free some space, then try again.",
];
const refused: Sentence = (what, doing) => [
  `evenkeel is not allowed to ${doing === "read" ? "read" : "write to"} ${what}.`,
  "Check who owns it and its permissions, or set EVENKEEL_HOME to a folder of your own.",
];
const notFolder: Sentence = (what) => [
  `${what} is in the way: a folder is needed there, and something else has that name.`,
  "Move it to another place, or set EVENKEEL_HOME to another folder.",
];
const failing: Sentence = (what, doing) => [
  `The disk reported an error: ${what} could not be ${doing}.`,
  "Make a copy of your journal, check the disk, then run: evenkeel doctor",
];

const SENTENCES: Readonly<Record<string, Sentence>> = {
  ENOSPC: full,
  EDQUOT: (what) => [
    `Your share of the disk is used up: ${what} could not be saved. What was there before is unharmed.`,
    "Free some space, then try again.",
  ],
  EFBIG: (what) => [
    `${what} could not be saved: it would be larger than this system allows. What was there before is unharmed.`,
    "Raise the limit for file sizes (ulimit -f), then try again.",
  ],
  EACCES: refused,
  EPERM: refused,
  EROFS: (what) => [
    `The disk is read-only: ${what} could not be saved.`,
    "Make the disk writable, or set EVENKEEL_HOME to a folder that is.",
  ],
  ENOENT: (what, doing) => [
    `${what} could not be ${doing}: it, or the folder it belongs in, is not there.`,
    "Check the name, then try again.",
  ],
  ENOTDIR: notFolder,
  EEXIST: (what) => [`${what} could not be saved: other files are in its way.`, "Run: evenkeel doctor"],
  EISDIR: (what) => [
    `${what} is a folder, and a file is needed there.`,
    "Move the folder to another place, then try again.",
  ],
  ELOOP: (what) => [`${what} is a link that leads nowhere.`, "Remove the link or mend it, then try again."],
  EIO: failing,
  EMFILE: (what, doing) => [
    `Too many files are open on this computer: ${what} could not be ${doing}.`,
    "Close some programs, then try again.",
  ],
};

/** Control characters of a path would reach the terminal with the sentence. */
export function harmlessPath(path: string): string {
  // Compiling the second pattern takes longer than reading a month, and most paths do not need it.
  return /^[ -~]*$/.test(path) ? path : path.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "?");
}

/** The sentence for an error of the file system; anything else comes back as it is. */
export function trouble(error: unknown, what: string, doing: Doing): unknown {
  const code = codeOf(error);
  if (code === null || error instanceof EvenkeelError) return error;
  const sentence = SENTENCES[code === "ENFILE" ? "EMFILE" : code];
  const [message, next] = sentence?.(what, doing) ?? [
    `${what} could not be ${doing} (${code}).`,
    "Run: evenkeel doctor",
  ];
  return journalError(message, next);
}

/** For what can be done without: a failure gives null. */
export function ifPossible<T>(act: () => T): T | null {
  try {
    return act();
  } catch (error) {
    if (codeOf(error) === null && !(error instanceof EvenkeelError)) throw error;
    return null;
  }
}

/** Runs `act`; an error of the file system becomes a sentence about `what`. */
export function telling<T>(what: string, doing: Doing, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw trouble(error, what, doing);
  }
}
