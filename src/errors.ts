/** What kind of failure it is; `main` alone maps a kind to an exit code. */
export type FailureKind = "failure" | "usage" | "journal" | "cancelled";

/**
 * A failure that is told to the person as one or more sentences.
 *
 * `message` says what is wrong and where; `next`, when given, says what to do now.
 * Neither may quote journal text.
 */
export class EvenkeelError extends Error {
  readonly kind: FailureKind;
  readonly next: string | undefined;

  constructor(kind: FailureKind, message: string, next?: string) {
    super(message);
    this.name = "EvenkeelError";
    this.kind = kind;
    this.next = next;
  }
}

/** Wrong option, command, id or value, or an answer that is missing off a terminal: exit 2. */
export function usageError(message: string, next?: string): EvenkeelError {
  return new EvenkeelError("usage", message, next);
}

/** The journal is damaged, locked, read-only, sealed or newer than this program: exit 3. */
export function journalError(message: string, next?: string): EvenkeelError {
  return new EvenkeelError("journal", message, next);
}

/** Anything else that kept the command from doing its work: exit 1. */
export function failure(message: string, next?: string): EvenkeelError {
  return new EvenkeelError("failure", message, next);
}

/** The person stopped (Ctrl-C, Ctrl-D, SIGTERM, SIGHUP): exit 130. */
export function cancelled(message: string, next?: string): EvenkeelError {
  return new EvenkeelError("cancelled", message, next);
}
