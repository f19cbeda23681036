import { fstatSync, writeSync } from "node:fs";
import { failure } from "../errors.ts";
import { ClosedPipe, type Output } from "../runtime.ts";

const PAUSE_MS = 5;

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
}

/**
 * Writes all bytes to a file descriptor before it returns, also to a slow pipe.
 * Throws `ClosedPipe` where the other end is gone.
 */
export function writeAll(fd: number, text: string | Uint8Array): void {
  const bytes = typeof text === "string" ? Buffer.from(text) : text;
  let done = 0;
  while (done < bytes.length) {
    try {
      done += writeSync(fd, bytes, done);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === "EAGAIN") pause();
      else if (code === "EPIPE" || code === "EBADF") throw new ClosedPipe();
      else throw failure(`the output could not be written (${code ?? "unknown"})`, "What was kept before is kept.");
    }
  }
}

/** Linux gives memory devices such as /dev/null the major number 1. */
function isMemoryDevice(rdev: number): boolean {
  return process.platform === "linux" && ((rdev >> 8) & 0xfff) === 1;
}

/** Asking node:tty costs 2 ms of start-up, so it is asked only where the descriptor can be a terminal at all. */
export function isTerminal(fd: number): boolean {
  try {
    const facts = fstatSync(fd);
    if (!facts.isCharacterDevice() || isMemoryDevice(facts.rdev)) return false;
  } catch {
    return false;
  }
  return process.getBuiltinModule("node:tty").isatty(fd);
}

function columnsOf(stream: () => NodeJS.WriteStream, terminal: boolean, env: NodeJS.ProcessEnv): number {
  const asked = Number(env["COLUMNS"]);
  if (terminal) return stream().columns || 80;
  return Number.isInteger(asked) && asked > 0 ? asked : 80;
}

/** One of the two output streams of this process. */
export function outputOf(fd: 1 | 2, stream: () => NodeJS.WriteStream, env: NodeJS.ProcessEnv): Output {
  const terminal = isTerminal(fd);
  return {
    isTerminal: terminal,
    get columns() {
      return columnsOf(stream, terminal, env);
    },
    write: (text) => {
      writeAll(fd, text);
    },
  };
}
