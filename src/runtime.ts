import type { Content, DeepContent } from "./content/content.ts";
import type { SuggestModel } from "./content/suggest/model.ts";
import type { DiskJournal } from "./journal/open.ts";
import type { Places } from "./journal/places.ts";
import type { SealedVault } from "./journal/seal/sealed-vault.ts";
import type { InstalledPacks } from "./settings/packs.ts";
import type { SettingValue } from "./settings/keys.ts";
import type { ColourLevel } from "./views/colour.ts";
import type { Palette } from "./views/style.ts";

/** A stream of text. */
export interface Output {
  readonly isTerminal: boolean;
  /** Columns: of the terminal, else COLUMNS, else 80. */
  readonly columns: number;
  /** Writes all of it before it returns. Throws `ClosedPipe` where nobody reads any more. */
  write(text: string | Uint8Array): void;
}

/** Nobody reads the output any more (`| head`): no error, the run ends with 0. */
export class ClosedPipe extends Error {}

/** How the journal of this run is sealed. */
export interface Seal {
  /** Null where it is not sealed. */
  readonly vault: SealedVault | null;
  /** The file with the part of the program that seals and opens. */
  readonly worker: string;
  /** To be called once it is unlocked: what was not read before is read now. */
  readonly unlocked: () => Promise<void>;
}

/**
 * The machine a run happens on. Everything here can be put in place by a test; expensive things are functions and are
 * made at the first call.
 */
export interface Runtime {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly places: Places;
  /** The product. */
  readonly out: Output;
  /** Prompts, notices, errors. */
  readonly err: Output;
  /** stdin is a terminal. */
  readonly stdinIsTerminal: boolean;
  readonly stdin: () => NodeJS.ReadStream;
  /** All of standard input, as bytes. */
  readonly readStdin: () => Promise<Uint8Array>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** Minutes east of UTC at an instant. */
  readonly offsetAt: (instant: number) => number;
  /** A new sortable id for something that happened at that instant. */
  readonly newId: (instant: number) => string;
  readonly journal: () => DiskJournal;
  readonly seal: Seal;
  readonly content: (lang: string) => Content;
  readonly deepContent: (lang: string) => DeepContent;
  /** The packs of this person, checked. */
  readonly packs: InstalledPacks;
  readonly suggestModel: (lang: string) => SuggestModel;
  /** Languages that have content. */
  readonly languages: () => readonly string[];
  readonly palette: (level: ColourLevel) => Palette;
  /** The settings of this machine. */
  readonly machineSettings: () => Readonly<Record<string, SettingValue>>;
  readonly keepMachineSettings: (values: Readonly<Record<string, SettingValue>>) => void;
}
