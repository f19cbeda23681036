import { spawnSync } from "node:child_process";
import { failure, usageError } from "../errors.ts";
import { harmless } from "../views/harmless.ts";

/** How a program ended. `status` is null where it was stopped. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program without a shell and waits for it. Null where there is no such program. */
export type RunProgram = (program: string, args: readonly string[]) => Ended | null;

/** Finding network printers can take CUPS some seconds. */
const PATIENCE_MS = 20_000;

/** Runs programs on this machine, in English so that their answers can be read. */
export function programRunner(env: Readonly<Record<string, string | undefined>>): RunProgram {
  return (program, args) => {
    const ended = spawnSync(program, args, {
      env: { ...env, LC_ALL: "C", LANGUAGE: "C" },
      stdio: ["ignore", "pipe", "pipe"],
      encoding: "utf8",
      timeout: PATIENCE_MS,
      shell: false,
      windowsHide: true,
    });
    const code = (ended.error as NodeJS.ErrnoException | undefined)?.code;
    if (code === "ENOENT" || code === "EACCES") return null;
    return { status: ended.status, stdout: ended.stdout, stderr: ended.stderr };
  };
}

/** The printers of this machine, the default first. */
export interface Printers {
  readonly names: readonly string[];
  readonly standard: string | null;
}

function linesOf(ended: Ended | null): readonly string[] {
  return ended?.status === 0 ? ended.stdout.split("\n").map((line) => line.trim()).filter((line) => line !== "") : [];
}

function namesOf(run: RunProgram): readonly string[] {
  const names = linesOf(run("lpstat", ["-e"]));
  if (names.length > 0) return names;
  // Before CUPS 2.1 and in other spoolers: "HP-Floor3 accepting requests since …".
  return linesOf(run("lpstat", ["-a"])).flatMap((line) => line.split(/\s+/).slice(0, 1));
}

/** The printers that `lpstat` knows, the default first; null where this machine has no `lp`. */
export function findPrinters(run: RunProgram): Printers | null {
  const told = run("lpstat", ["-d"]);
  if (told === null) return null;
  const named = /: (\S+)\s*$/m.exec(told.stdout)?.[1] ?? null;
  const names = namesOf(run);
  const standard = named !== null && names.includes(named) ? named : null;
  return { names: standard === null ? names : [standard, ...names.filter((name) => name !== standard)], standard };
}

function shown(name: string): string {
  return harmless(name, "?").replaceAll("\n", " ");
}

function list({ names, standard }: Printers): string {
  return names.map((name) => (name === standard ? `${shown(name)} (the default)` : shown(name))).join(", ");
}

/**
 * The printer to use: the one that was named, else the default, else the only one there is.
 *
 * @throws a usage failure that lists the printers where the name is none of them, or where nothing says which
 */
export function choosePrinter(wanted: string | null, printers: Printers): string {
  if (wanted !== null) {
    if (printers.names.includes(wanted)) return wanted;
    throw usageError(`there is no printer "${shown(wanted)}"`, `Printers here: ${list(printers)}.`);
  }
  const [only, ...others] = printers.names;
  if (printers.standard !== null) return printers.standard;
  if (only !== undefined && others.length === 0) return only;
  throw usageError("there is no default printer", `Say which one: --print <printer>. Printers here: ${list(printers)}.`);
}

export interface PrintJob {
  /** Absolute path of a PDF. */
  readonly file: string;
  readonly printer: string;
  /** The value of `lp -o media=`. */
  readonly media: string;
  /** Front and back on one sheet, turned about the short edge as a badge is. */
  readonly bothSides: boolean;
  /** Shown in the printer's queue; others may see it. */
  readonly title: string;
}

/**
 * What `lp` is started with: the sheet as it is, at 100 %. Copies are pages of the file, since some printers overlook
 * `-n`, and front and back stay together that way.
 */
export function lpArguments(job: PrintJob): readonly string[] {
  const { file, printer, media, bothSides, title } = job;
  const sides = bothSides ? "two-sided-short-edge" : "one-sided";
  const options = [`media=${media}`, "print-scaling=none", `sides=${sides}`].flatMap((option) => ["-o", option]);
  return ["-d", printer, "-t", title, ...options, "--", file];
}

/**
 * Hands a file to the printer's queue. CUPS keeps a copy of its own.
 *
 * @returns what `lp` calls the job ("HP-Floor3-12"), or null where it did not say
 * @throws a failure where `lp` is gone or refuses: the file is left where it is
 */
export function printFile(run: RunProgram, job: PrintJob): string | null {
  const ended = run("lp", lpArguments(job));
  if (ended?.status === 0) return /request id is (\S+)/.exec(ended.stdout)?.[1] ?? null;
  const why = shown((ended?.stderr ?? "").trim().replace(/^lp: /, "").slice(0, 200)).replace(/\.$/, "");
  throw failure(`${shown(job.printer)} did not take the card${why === "" ? "" : `: ${why}`}`);
}
