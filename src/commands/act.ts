import type { Command } from "commander";
import { usageError } from "../errors.ts";
import type { Session } from "../session.ts";

/** The work of one command. It may give an exit code other than 0. */
export type Work<O> = (
  session: Session,
  options: O,
  args: readonly unknown[],
) => Promise<number | undefined> | number | undefined;

/** Binds a command's work to its commander action: `.action(act(runList))`. */
export type Act = <O>(work: Work<O>) => (...received: unknown[]) => Promise<void>;

/** Work that needs no flag. */
export interface Direct {
  /** The words it takes: they come as one argument, a list. */
  readonly words: "none" | "any" | "some";
  readonly work: Work<object>;
}

/** What a command module exports: it adds itself to the program. */
export interface CommandModule {
  readonly register: (program: Command, act: Act) => void;
  /** The same work where no flag of its own was given: see `runDirect`. */
  readonly direct?: Direct;
}

/** `--as-of` looks back: where something is made of the journal as it is now, it is refused. */
export function assertNow(session: Session): void {
  if (session.globals.asOf === undefined) return;
  throw usageError("--as-of only looks at the journal", "To write something down for another moment, use --at.");
}

/** Marks work that changes the journal. */
export function writing<O>(work: Work<O>): Work<O> {
  return (session, options, args) => {
    assertNow(session);
    session.wrote();
    return work(session, options, args);
  };
}
