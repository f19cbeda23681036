import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import {
  choosePrinter,
  type Ended,
  findPrinters,
  lpArguments,
  printFile,
  type PrintJob,
  programRunner,
  type RunProgram,
} from "../../src/terminal/printer.ts";

const fine = (stdout: string): Ended => ({ status: 0, stdout, stderr: "" });
const failed = (stderr: string): Ended => ({ status: 1, stdout: "", stderr });

/** Programs that answer by their command line; one that is not named here is not on the machine. */
function machine(answers: Readonly<Record<string, Ended>>): RunProgram & { readonly asked: string[] } {
  const asked: string[] = [];
  const run = (program: string, args: readonly string[]): Ended | null => {
    const line = [program, ...args].join(" ");
    asked.push(line);
    return answers[line] ?? (Object.keys(answers).some((key) => key.startsWith(program)) ? failed("") : null);
  };
  return Object.assign(run, { asked });
}

const OFFICE = machine({
  "lpstat -d": fine("system default destination: HP-Floor3-East\n"),
  "lpstat -e": fine("Brother-2\nHP-Floor3-East\n"),
});

const JOB: PrintJob = {
  file: "/tmp/card.pdf",
  printer: "HP-Floor3-East",
  media: "Custom.85.6x54mm",
  bothSides: true,
  title: "Reminder card",
};

describe("findPrinters", () => {
  it("names the default first", () => {
    expect(findPrinters(OFFICE)).toEqual({ names: ["HP-Floor3-East", "Brother-2"], standard: "HP-Floor3-East" });
  });

  it("knows that there is no default, and no printer", () => {
    const none = machine({ "lpstat -d": fine("no system default destination\n"), "lpstat -e": fine("") });
    expect(findPrinters(none)).toEqual({ names: [], standard: null });
  });

  it("does not believe in a default that is gone", () => {
    const gone = machine({ "lpstat -d": fine("system default destination: Old\n"), "lpstat -e": fine("New\n") });
    expect(findPrinters(gone)).toEqual({ names: ["New"], standard: null });
  });

  it("asks in the old way where lpstat knows no other", () => {
    const old = machine({
      "lpstat -d": fine("no system default destination\n"),
      "lpstat -a": fine("Laser accepting requests since Mon 16 Nov 2026\nInk accepting requests since Mon\n"),
    });
    expect(findPrinters(old)?.names).toEqual(["Laser", "Ink"]);
  });

  it("says that there is no lp at all", () => {
    expect(findPrinters(machine({}))).toBeNull();
  });
});

describe("choosePrinter", () => {
  const two = { names: ["HP", "Brother"], standard: "HP" };

  it("takes the one that was named, else the default, else the only one", () => {
    expect(choosePrinter("Brother", two)).toBe("Brother");
    expect(choosePrinter(null, two)).toBe("HP");
    expect(choosePrinter(null, { names: ["Ink"], standard: null })).toBe("Ink");
  });

  it("lists the printers where the name is wrong, also where it is nearly right", () => {
    const wrong = { kind: "usage", message: 'there is no printer "hp"', next: "Printers here: HP (the default), Brother." };
    expect(() => choosePrinter("hp", two)).toThrow(expect.objectContaining(wrong) as Error);
  });

  it("does not guess among several", () => {
    expect(() => choosePrinter(null, { names: ["HP", "Brother"], standard: null })).toThrow(
      expect.objectContaining({ kind: "usage", next: "Say which one: --print <printer>. Printers here: HP, Brother." }) as Error,
    );
  });

  it("shows a hostile name harmless", () => {
    expect(() => choosePrinter("\u001b[2J", two)).toThrow('there is no printer "?[2J"');
  });
});

describe("printFile", () => {
  it("asks lp for the sheet at its size, unscaled, with a name and a file that are no options", () => {
    expect(lpArguments(JOB)).toEqual([
      ...["-d", "HP-Floor3-East", "-t", "Reminder card"],
      ...["-o", "media=Custom.85.6x54mm", "-o", "print-scaling=none", "-o", "sides=two-sided-short-edge"],
      ...["--", "/tmp/card.pdf"],
    ]);
    expect(lpArguments({ ...JOB, bothSides: false })).toContain("sides=one-sided");
  });

  it("gives the name of the job", () => {
    const run = machine({ [`lp ${lpArguments(JOB).join(" ")}`]: fine("request id is HP-Floor3-East-12 (1 file(s))\n") });
    expect(printFile(run, JOB)).toBe("HP-Floor3-East-12");
  });

  it("tells what lp said where the printer has vanished", () => {
    const run = machine({ [`lp ${lpArguments(JOB).join(" ")}`]: failed("lp: The printer or class does not exist.\n") });
    expect(() => printFile(run, JOB)).toThrow(
      expect.objectContaining({ kind: "failure", message: "HP-Floor3-East did not take the card: The printer or class does not exist" }) as Error,
    );
    expect(() => printFile(machine({}), JOB)).toThrow("HP-Floor3-East did not take the card");
  });
});

describe("programRunner", () => {
  const folder = mkdtempSync(join(tmpdir(), "evenkeel-lp-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("starts a program without a shell and in English", () => {
    const lp = join(folder, "lp");
    writeFileSync(lp, `#!/bin/sh\nprintf '%s|' "$LC_ALL" "$@" > "${folder}/seen"\necho "request id is A-1 (1 file(s))"\n`);
    chmodSync(lp, 0o755);
    const run = programRunner({ PATH: `${folder}:/usr/bin:/bin`, LC_ALL: "de_DE.UTF-8" });
    const printer = "$(touch here); `id` & 'x'";
    expect(printFile(run, { ...JOB, printer })).toBe("A-1");
    expect(readFileSync(join(folder, "seen"), "utf8")).toBe(`C|${lpArguments({ ...JOB, printer }).join("|")}|`);
  });

  it("tells a program that is missing from one that fails", () => {
    const run = programRunner({ PATH: `${folder}/nowhere` });
    expect(run("lp", [])).toBeNull();
    expect(programRunner({ PATH: "/usr/bin:/bin" })("false", [])?.status).toBe(1);
  });
});
