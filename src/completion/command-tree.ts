/** What stands behind a flag or a command: `<id>`, `[printer]`, `<words...>`. */
export interface ValueSlot {
  /** The word between the brackets: "id", "file", "0-10". */
  readonly name: string;
  readonly required: boolean;
  readonly about: string;
  /** It takes all words that are left. */
  readonly many: boolean;
}

export interface FlagNode {
  /** `--trigger` */
  readonly long: string;
  /** `-h`, where there is one. */
  readonly short: string | null;
  readonly about: string;
  /** What the flag takes; null for a switch. */
  readonly value: Pick<ValueSlot, "name" | "required"> | null;
}

/** One command with everything that may stand behind it, as it registers itself. */
export interface CommandNode {
  readonly name: string;
  /** One line for a list of commands. */
  readonly summary: string;
  /** What its own help says it does. */
  readonly about: string;
  readonly values: readonly ValueSlot[];
  readonly flags: readonly FlagNode[];
  readonly commands: readonly CommandNode[];
}

/** The whole command line: the flags of the root may stand anywhere. */
export interface CommandTree extends CommandNode {
  /** Commands by the moment they belong to, in the order of the help. */
  readonly groups: readonly { readonly heading: string; readonly commands: readonly string[] }[];
}

/** The command of that name under another, or undefined. */
export function commandUnder(node: CommandNode, name: string): CommandNode | undefined {
  return node.commands.find((command) => command.name === name);
}

/** A slot as help writes it: `<id>`, `[words...]`. */
export function slotText({ name, required, many = false }: Pick<ValueSlot, "name" | "required"> & { readonly many?: boolean }): string {
  const word = `${name}${many ? "..." : ""}`;
  return required ? `<${word}>` : `[${word}]`;
}
