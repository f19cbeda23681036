import { EvenkeelError, type FailureKind } from "./errors.ts";
import { ClosedPipe, type Runtime } from "./runtime.ts";
import { harmless } from "./views/harmless.ts";

const EXIT_CODES: Readonly<Record<FailureKind, number>> = { failure: 1, usage: 2, journal: 3, cancelled: 130 };

function tell(error: unknown, runtime: Runtime): number {
  // Names of files, arguments and values of the environment may stand in it.
  const write = (line: string): void => {
    runtime.err.write(`${harmless(line, "?")}\n`);
  };
  if (runtime.env["DEBUG"] && error instanceof Error) write(error.stack ?? error.message);
  if (!(error instanceof EvenkeelError)) {
    write("evenkeel: something went wrong inside the program. Nothing you kept is lost.");
    write("Run it again with DEBUG=1 to see where, and please report it.");
    return 1;
  }
  if (error.message !== "") write(error.kind === "cancelled" ? error.message : `evenkeel: ${error.message}`);
  if (error.next !== undefined) write(error.next);
  return EXIT_CODES[error.kind];
}

/**
 * Runs a command line and gives the exit code: 0 done, 1 failure, 2 usage or input needed, 3 the journal,
 * 130 cancelled. The only place where a failure becomes a sentence on stderr and a code.
 */
export async function run(argv: readonly string[], runtime: Runtime): Promise<number> {
  try {
    const { runDirect } = await import("./direct.ts");
    return (await runDirect(argv, runtime)) ?? (await (await import("./program.ts")).runProgram(argv, runtime));
  } catch (error) {
    if (error instanceof ClosedPipe) return 0;
    try {
      return tell(error, runtime);
    } catch {
      return error instanceof EvenkeelError ? EXIT_CODES[error.kind] : 1;
    }
  }
}
