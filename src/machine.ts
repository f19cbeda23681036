import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ulid } from "ulid";
import type { Content, DeepContent } from "./content/content.ts";
import { contentFromLines } from "./content/in-lines.ts";
import type { SuggestModel } from "./content/suggest/model.ts";
import { nodeDisk } from "./journal/disk.ts";
import { openJournal } from "./journal/open.ts";
import { type Places, places } from "./journal/places.ts";
import { ifPossible } from "./journal/trouble.ts";
import { isSealedAt, plainVaultAt } from "./journal/vault.ts";
import type { Output, Runtime } from "./runtime.ts";
import { type InstalledPacks, installedPacks, NO_PACKS } from "./settings/packs.ts";
import { readMachineFile, writeMachineFile } from "./settings/machine-file.ts";
import { isTerminal, outputOf } from "./terminal/output.ts";
import { foldLines } from "./views/fold-lines.ts";
import { loadPalettes, type Palettes, PLAIN_PALETTE } from "./views/palette.ts";

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** The person's home folder, without starting node:os where the environment says it. */
function homeFolder({ HOME, USERPROFILE }: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  const known = platform === "win32" ? USERPROFILE : HOME;
  return known !== undefined && known !== "" ? known : process.getBuiltinModule("node:os").homedir();
}

/** In a narrow terminal sentences are folded between words; a pipe gets them as they are. */
function folding(output: Output): Output {
  if (!output.isTerminal) return output;
  return {
    isTerminal: true,
    get columns() {
      return output.columns;
    },
    write: (text) => {
      output.write(typeof text === "string" ? foldLines(text, output.columns) : text);
    },
  };
}

/** Chalk is loaded before the command runs, and only where something may be painted. */
function palettes(mayPaint: boolean): Promise<Palettes> {
  return mayPaint ? loadPalettes() : Promise.resolve(() => PLAIN_PALETTE);
}

interface KeptHere extends Pick<Runtime, "journal" | "seal"> {
  readonly packs: () => InstalledPacks;
}

/** What the person keeps here. Where it is sealed, packs are read once it is unlocked; else nothing of sealing is loaded. */
async function keptHere(where: Places, worker: string, contentFor: (lang: string) => Content): Promise<KeptHere> {
  // Where the disk does not say, what is read next tells it better; and nothing plain is written without asking again.
  const vault = ifPossible(() => isSealedAt(nodeDisk, where)) ? (await import("./journal/seal/here.ts")).vaultHere(where, worker) : null;
  let packs = vault === null ? await installedPacks(where, contentFor) : NO_PACKS;
  const unlocked = async (): Promise<void> => {
    packs = await installedPacks(where, contentFor, vault ?? undefined);
  };
  return {
    packs: () => packs,
    journal: once(() => openJournal({ places: where, clock: () => Date.now(), vault: vault ?? plainVaultAt(nodeDisk, where) })),
    seal: { vault, worker, unlocked },
  };
}

/**
 * The machine this process runs on.
 * @param dist the folder of the built program, with the compiled content in it
 */
export async function thisMachine(dist: string): Promise<Runtime> {
  const { env, platform } = process;
  // Whatever is made from here on, by this program or by an editor it starts, is for its owner alone.
  process.umask(0o077);
  const where = places(env, platform, homeFolder(env, platform), process.cwd());
  const configFile = join(where.config, "config.json");
  // Built as ASCII, and one byte a letter is read faster.
  const text = (lang: string, part: string): string => readFileSync(join(dist, "content", lang, `${part}.json`), "latin1");
  const content = (lang: string): Content => contentFromLines(text(lang, "content"));
  const languages = once(() => readdirSync(join(dist, "content")));
  const kept = await keptHere(where, join(dist, "seal-worker.cjs"), (lang) => content(languages().includes(lang) ? lang : "en"));
  const out = outputOf(1, () => process.stdout, env);
  const err = folding(outputOf(2, () => process.stderr, env));
  const machineSettings = once(() => readMachineFile(configFile));
  return {
    env,
    platform,
    places: where,
    out,
    err,
    stdinIsTerminal: isTerminal(0),
    stdin: () => process.stdin,
    readStdin: async () => (await import("./terminal/stdin.ts")).readStandardInput(),
    clock: () => Date.now(),
    offsetAt: (instant) => -new Date(instant).getTimezoneOffset(),
    newId: (instant) => ulid(instant),
    journal: kept.journal,
    seal: kept.seal,
    content,
    get packs() {
      return kept.packs();
    },
    deepContent: (lang) => JSON.parse(text(lang, "deep")) as DeepContent,
    suggestModel: (lang) => JSON.parse(text(lang, "suggest")) as SuggestModel,
    languages,
    palette: await palettes(out.isTerminal || err.isTerminal || Boolean(env["FORCE_COLOR"])),
    machineSettings,
    keepMachineSettings: (values) => {
      writeMachineFile(configFile, values);
    },
  };
}
