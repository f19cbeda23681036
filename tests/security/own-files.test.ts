import { spawnSync } from "node:child_process";
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { BIN, newJournal, scratch } from "../run.ts";
import { makePrograms, makeWorkshop, type Line, readingLines, writingLines } from "./every-command.ts";

const ID = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

function inUmask(umask: string, { args, input = "", env = {} }: Line, home: string, programs: string): number | null {
  const { PATH = "" } = process.env;
  const quoted = ["exec", '"$0"', '"$@"'].join(" ");
  return spawnSync("sh", ["-c", `umask ${umask}; ${quoted}`, process.execPath, BIN, ...args], {
    input,
    env: { PATH: `${programs}:${PATH}`, HOME: dirname(home), EVENKEEL_HOME: home, LANG: "C.UTF-8", ...env },
  }).status;
}

/** Everything under a folder that somebody else could open, or that its owner could not. */
function wrong(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).flatMap((name) => {
    const status = lstatSync(join(folder, name));
    const mode = (status.mode & 0o777).toString(8);
    const right = status.isDirectory() ? "700" : "600";
    return mode === right ? [] : [`${name} ${mode}`];
  });
}

describe.skipIf(process.platform === "win32").each(["000", "0777"])("under umask %s", (umask) => {
  it("every writing command leaves folders 0700 and files 0600, in the journal and where it was told to write", () => {
    const folder = scratch();
    const home = join(folder, "home");
    const programs = makePrograms(folder);
    const workshop = makeWorkshop(join(folder, "work"), "they shouted at me about the bill");
    const given = readdirSync(workshop.folder);
    for (const line of writingLines(workshop, ID)) {
      expect(inUmask(umask, line, home, programs), line.args.join(" ")).toBe(0);
      expect(wrong(home), line.args.join(" ")).toEqual([]);
    }
    if (umask === "000") for (const line of readingLines(workshop, ID)) inUmask(umask, line, home, programs);
    expect(wrong(home)).toEqual([]);
    expect(wrong(workshop.folder).filter((name) => !given.includes(name.split(" ")[0] ?? ""))).toEqual([]);
  });
});

describe("links that somebody planted", () => {
  const target = (folder: string): string => {
    const file = join(folder, "victim");
    writeFileSync(file, "unharmed");
    return file;
  };

  it("at outputs are never written through, with --force either", () => {
    const { run } = newJournal();
    const folder = scratch();
    const victim = target(folder);
    for (const [name, args] of [
      ["card.pdf", ["card", "--format", "pdf", "--output"]],
      ["road.svg", ["roadmap", "--format", "svg", "--output"]],
      ["mine.yaml", ["pack", "new"]],
      ["backup.json", ["backup"]],
    ] as const) {
      const link = join(folder, name);
      symlinkSync(victim, link);
      expect(run([...args, link]).code, name).not.toBe(0);
      if (name !== "backup.json") expect(run([...args, link, "--force"]).code, name).not.toBe(0);
      expect(lstatSync(link).isSymbolicLink(), name).toBe(true);
    }
    expect(readFileSync(victim, "utf8")).toBe("unharmed");
  });

  it("at the lock, the drafts, the machine's settings, the caches and the packs are not written through", () => {
    const { home, run } = newJournal();
    const folder = scratch();
    const victim = target(folder);
    run(["win", "it worked"]);
    for (const name of ["local/lock", "config/config.json", "cache/packs.json", "packs/night-shift.yaml", "local/drafts/x.json"]) {
      mkdirSync(dirname(join(home, name)), { recursive: true });
      symlinkSync(victim, join(home, name));
    }
    const { pack } = makeWorkshop(join(folder, "work"), "x");
    run(["win", "again"]);
    run(["config", "set", "color", "off"]);
    run(["pack", "add", pack]);
    run(["list"]);
    run(["doctor", "--repair"]);
    expect(readFileSync(victim, "utf8")).toBe("unharmed");
  });
});

describe("who else gets at the folder", () => {
  const told = (folder: string): string => {
    mkdirSync(folder, { recursive: true });
    const { status, stderr } = spawnSync(process.execPath, [BIN, "doctor"], { encoding: "utf8", env: { PATH: process.env["PATH"] ?? "", EVENKEEL_HOME: folder } });
    expect(status).toBe(0);
    return stderr;
  };

  it.each([
    ["Dropbox", "Dropbox"], ["OneDrive - Contoso", "OneDrive"], ["Nextcloud", "Nextcloud"], ["com~apple~CloudDocs", "iCloud"], ["Google Drive", "Google Drive"],
  ])("%s is named by doctor", (name, service) => {
    expect(told(join(scratch(), name, "evenkeel"))).toContain(`synced by ${service}`);
  });

  it("Syncthing is known by its mark, a linked folder by where it leads", () => {
    const folder = scratch();
    mkdirSync(join(folder, ".stfolder"));
    expect(told(join(folder, "evenkeel"))).toContain("synced by Syncthing");
    const home = join(scratch(), "home");
    const cloud = join(scratch(), "Dropbox", "journal");
    mkdirSync(cloud, { recursive: true, mode: 0o700 });
    mkdirSync(home);
    symlinkSync(cloud, join(home, "journal"));
    expect(told(home)).toContain("synced by Dropbox");
  });

  it("git is told only where it has somewhere to send to", () => {
    const folder = scratch();
    mkdirSync(join(folder, ".git"));
    writeFileSync(join(folder, ".git", "config"), "[core]\n\tbare = false\n");
    expect(told(join(folder, "evenkeel"))).toBe("");
    writeFileSync(join(folder, ".git", "config"), '[core]\n\tbare = false\n[remote "origin"]\n\turl = x\n');
    expect(told(join(folder, "evenkeel"))).toContain("sent elsewhere by git");
  });

  it.skipIf(process.platform === "win32")("a folder in which others may write is told, /tmp is not", () => {
    const folder = join(scratch(), "shared");
    mkdirSync(folder);
    chmodSync(folder, 0o777);
    expect(told(folder)).toContain("Other users of this computer");
    chmodSync(folder, 0o1777);
    expect(told(folder)).toBe("");
  });

  it("is told at the first start, and not again", () => {
    const home = join(scratch(), "Dropbox", "evenkeel");
    const run = (...args: readonly string[]): string =>
      spawnSync(process.execPath, [BIN, ...args], { encoding: "utf8", env: { PATH: process.env["PATH"] ?? "", EVENKEEL_HOME: home, LANG: "C.UTF-8" } }).stdout;
    expect(run()).toContain("That folder is synced by Dropbox");
    run("win", "it worked");
    expect(run()).not.toContain("Dropbox");
  });
});
