import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { paperCard, type PaperOptions } from "../../src/commands/card-paper.ts";
import { speaker, type Values } from "../../src/content/message.ts";
import type { Session } from "../../src/session.ts";
import { CONTENT, tell } from "../views/sample.ts";
import { SAMPLE } from "../views/paper/sheets.ts";

let folder = "";
let out: Uint8Array[] = [];
let err = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "evenkeel-paper-"));
  mkdirSync(join(folder, "home"));
  mkdirSync(join(folder, "bin"));
  vi.stubEnv("HOME", join(folder, "home"));
  out = [];
  err = "";
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

interface Machine {
  readonly terminal?: boolean;
  readonly yes?: true;
  readonly printer?: string;
}

/** As much of a session as a card on paper needs: nobody can be asked. */
function session({ terminal = false, yes, printer }: Machine = {}): Session {
  const t = tell();
  const write = (text: string | Uint8Array): void => {
    err += String(text);
  };
  const made = {
    runtime: {
      env: { PATH: join(folder, "bin") },
      out: { isTerminal: terminal, columns: 80, write: (bytes: Uint8Array) => out.push(bytes) },
      err: { isTerminal: terminal, columns: 80, write },
    },
    globals: { input: false, color: true, ...(yes === undefined ? {} : { yes }) },
    canAsk: false,
    value: (key: string) => (key === "printer" ? (printer ?? null) : null),
    content: () => CONTENT,
    telling: () => t,
    say: (key: string, values?: Values) => speaker(CONTENT)(key, values),
    note: write,
  };
  return made as unknown as Session;
}

function paper(options: PaperOptions, machine?: Machine, card = SAMPLE): Promise<void> {
  return paperCard(session(machine), card, options);
}

/** Puts programs on the machine that note what they were started with. */
function program(name: string, script: string): void {
  writeFileSync(join(folder, "bin", name), `#!/bin/sh\nPATH=/usr/bin${delimiter}/bin\n${script}\n`);
  chmodSync(join(folder, "bin", name), 0o755);
}

/** Two printers, and an lp that keeps what it was given. */
function office(lp = 'echo "$@" > "${0%/*}/seen"; for last; do :; done; cp "$last" "${0%/*}/spooled"'): void {
  program("lpstat", 'case $1 in -d) echo "system default destination: HP";; -e) echo Ink; echo HP;; esac');
  program("lp", lp);
}

const usage = (message: string): Error => expect.objectContaining({ kind: "usage", message }) as Error;
const file = (...names: string[]): string => join(folder, ...names);
const pages = (bytes: Uint8Array): number => Buffer.from(bytes).toString("latin1").match(/\/Type \/Page\n/g)?.length ?? 0;

describe("a card to a file", () => {
  it("writes the wallet card as a PDF and says where", async () => {
    await paper({ format: "pdf", output: file("card.pdf") });
    expect(pages(readFileSync(file("card.pdf")))).toBe(2);
    expect(err).toBe(`Written to ${file("card.pdf")}\n`);
  });

  it("writes to standard output, and beside earlier cards where that is a terminal", async () => {
    await paper({ format: "pdf", size: "a6", copies: "3" });
    expect(out.map(pages)).toEqual([3]);
    await paper({ format: "pdf" }, { terminal: true });
    await paper({ format: "pdf" }, { terminal: true });
    expect(out).toHaveLength(1);
    expect(readdirSync(file("home")).toSorted()).toEqual(["evenkeel-card-2.pdf", "evenkeel-card.pdf"]);
    await paper({ format: "html" }, { terminal: true });
    expect(Buffer.from(out[1] ?? []).toString()).toMatch(/^<!doctype html>/);
  });

  it("writes over a file only with --force or --yes", async () => {
    writeFileSync(file("card.pdf"), "mine");
    const options = { format: "pdf", output: file("card.pdf") };
    await expect(paper(options)).rejects.toThrow(usage(`${file("card.pdf")} is there already`));
    expect(readFileSync(file("card.pdf"), "utf8")).toBe("mine");
    await paper(options, { yes: true });
    expect(pages(readFileSync(file("card.pdf")))).toBe(2);
    writeFileSync(file("card.pdf"), "mine");
    await paper({ ...options, force: true });
    expect(pages(readFileSync(file("card.pdf")))).toBe(2);
  });

  it("refuses a link before it makes anything, also with --yes", async () => {
    symlinkSync(file("elsewhere"), file("link.pdf"));
    await expect(paper({ format: "pdf", output: file("link.pdf") }, { yes: true })).rejects.toThrow(
      usage(`${file("link.pdf")} is a link to another place`),
    );
    expect(existsSync(file("elsewhere"))).toBe(false);
  });

  it("tells what the paper lacks", async () => {
    await paper({ format: "pdf", output: file("card.pdf") }, {}, { ...SAMPLE, goal: "你好" });
    expect(err).toContain("The card's fonts have no letters for 你 好. Left out: the goal.\n");
  });

  it("refuses sizes, copies and pairs of flags that it does not know", async () => {
    await expect(paper({ format: "pdf", size: "a3\u001b[m" })).rejects.toThrow(usage('there is no card size "a3?[m"'));
    for (const copies of ["0", "-1", "100", "two", "1.5", ""]) {
      await expect(paper({ format: "pdf", copies })).rejects.toThrow(usage("--copies is no number of copies"));
    }
    await expect(paper({ format: "html", print: true })).rejects.toThrow(usage("--print prints the PDF"));
  });
});

describe("a card to a printer", () => {
  it("hands the default printer every copy at the card's size, and leaves no file behind", async () => {
    office();
    await paper({ print: true, copies: "2" });
    expect(readFileSync(file("bin", "seen"), "utf8")).toMatch(
      /^-d HP -t Reminder card -o media=Custom\.85\.6x54mm -o print-scaling=none -o sides=two-sided-short-edge -- (\S+)\/card\.pdf\n$/,
    );
    expect(pages(readFileSync(file("bin", "spooled")))).toBe(4);
    expect(err).toBe("On its way to HP: 2 cards, 85.6 × 54 mm, both sides.\n");
    expect(readdirSync(file("home"))).toEqual([]);
  });

  it("prints on the printer that was named or set, and keeps the file that was asked for", async () => {
    office();
    await paper({ print: "Ink", size: "a5", output: file("card.pdf") });
    expect(readFileSync(file("bin", "seen"), "utf8")).toMatch(/^-d Ink .*media=A5 .*sides=one-sided/);
    expect(err).toBe(`On its way to Ink: one card, 148 × 210 mm.\nWritten to ${file("card.pdf")}\n`);
    await paper({ print: true }, { printer: "Ink" });
    expect(readFileSync(file("bin", "seen"), "utf8")).toMatch(/^-d Ink /);
  });

  it("lists the printers where the name is wrong", async () => {
    office();
    await expect(paper({ print: "HQ" })).rejects.toThrow(
      expect.objectContaining({ kind: "usage", next: "Printers here: HP (the default), Ink." }) as Error,
    );
  });

  it("keeps the card and says where, without a printer, without lp, and where the printer vanishes", async () => {
    const kept = (message: string, name: string): Error =>
      expect.objectContaining({ kind: "failure", message, next: `The card is here, to print at 100 %: ${file("home", name)}` }) as Error;
    await expect(paper({ print: true })).rejects.toThrow(
      kept("this computer has no lp, which hands files to printers", "evenkeel-card.pdf"),
    );
    program("lpstat", "exit 1");
    await expect(paper({ print: true })).rejects.toThrow(kept("no printer is set up on this computer", "evenkeel-card-2.pdf"));
    office("echo 'lp: The printer or class does not exist.' >&2; exit 1");
    await expect(paper({ print: true })).rejects.toThrow(
      kept("HP did not take the card: The printer or class does not exist", "evenkeel-card-3.pdf"),
    );
    expect(pages(readFileSync(file("home", "evenkeel-card-3.pdf")))).toBe(2);
  });
});
