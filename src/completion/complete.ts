import { type CommandNode, type CommandTree, commandUnder, type FlagNode } from "./command-tree.ts";
import { type Candidate, type KnownKind, NOTHING, type Wanted, wantedByCommand, wantedByFlag } from "./wanted.ts";

/** What a shell may offer: words, or the names of files. */
export type Offer = { readonly kind: "files"; readonly behind: string } | { readonly kind: "words"; readonly words: readonly Candidate[] };

/** Looks up what is known at run time only. `before` holds the values before this one (the key before its value). */
export type LookUp = (of: KnownKind, typed: string, before: readonly string[]) => Promise<readonly Candidate[]>;

/** Where on the command line the words before the cursor have led to. */
interface Place {
  readonly node: CommandNode;
  /** "reminders add"; empty at the root. */
  readonly path: string;
  readonly values: readonly string[];
  readonly given: ReadonlySet<string>;
  /** The flag whose value comes next. */
  readonly open: FlagNode | null;
  /** `--` stood before: flags are over. */
  readonly plain: boolean;
}

function flagsAt(tree: CommandTree, node: CommandNode): readonly FlagNode[] {
  if (node === tree) return tree.flags;
  return [...node.flags, ...tree.flags.filter(({ long }) => long !== "--version" && node.flags.every((flag) => flag.long !== long))];
}

function flagNamed(tree: CommandTree, node: CommandNode, word: string): FlagNode | undefined {
  return flagsAt(tree, node).find(({ long, short }) => long === word || (short !== null && short === word));
}

function stepFlag(tree: CommandTree, place: Place, word: string): Place {
  const [name = word, value] = word.split("=", 2);
  const flag = flagNamed(tree, place.node, name);
  if (flag === undefined) return place;
  return { ...place, given: new Set([...place.given, flag.long]), open: flag.value === null || value !== undefined ? null : flag };
}

function step(tree: CommandTree, place: Place, word: string): Place {
  const looksLikeFlag = !place.plain && word.startsWith("-") && word !== "-";
  if (place.open !== null && (place.open.value?.required === true || !looksLikeFlag)) return { ...place, open: null };
  if (word === "--" && !place.plain) return { ...place, open: null, plain: true };
  if (looksLikeFlag) return stepFlag(tree, { ...place, open: null }, word);
  const node = place.values.length === 0 ? commandUnder(place.node, word) : undefined;
  if (node === undefined) return { ...place, values: [...place.values, word] };
  return { ...place, node, path: place.path === "" ? word : `${place.path} ${word}` };
}

/** A flag that may stand once is not offered again; those that take a value of a list may come again and again. */
const AGAIN = ["--reaction", "--tag", "--kind"];

function flagWords(tree: CommandTree, { node, given }: Place): readonly Candidate[] {
  return flagsAt(tree, node)
    .filter(({ long }) => !given.has(long) || AGAIN.includes(long))
    .map(({ long, about }) => ({ word: long, about }));
}

async function wordsOf(wanted: Wanted, typed: string, before: readonly string[], lookUp: LookUp): Promise<Offer> {
  if (wanted.kind === "files") return { kind: "files", behind: "" };
  return { kind: "words", words: wanted.kind === "words" ? wanted.words : await lookUp(wanted.of, typed, before) };
}

/** What may stand behind the command, or go on with it. */
async function valuesAt(tree: CommandTree, { node, path, values }: Place, typed: string, lookUp: LookUp): Promise<Offer> {
  const slot = node.values[values.length] ?? (node.values.at(-1)?.many === true ? node.values.at(-1) : undefined);
  const wanted = slot === undefined ? NOTHING : wantedByCommand(path, slot);
  const offer = await wordsOf(wanted, typed, values, lookUp);
  if (offer.kind === "files" || values.length > 0) return offer;
  const commands = node.commands.map(({ name, summary }) => ({ word: name, about: summary }));
  const helped = path === "help" ? tree.commands.filter(({ name }) => name !== "help").map(({ name, summary }) => ({ word: name, about: summary })) : [];
  return { kind: "words", words: [...commands, ...helped, ...offer.words] };
}

/** `--trigger=ru`: the words with the flag before them, since a shell replaces all of it. */
async function behindFlag(tree: CommandTree, place: Place, current: string, lookUp: LookUp): Promise<Offer> {
  const at = current.indexOf("=") + 1;
  const [head, typed] = [current.slice(0, at), current.slice(at)];
  const flag = flagNamed(tree, place.node, head.slice(0, -1));
  const offer = await wordsOf(flag === undefined ? NOTHING : wantedByFlag(place.path, flag), typed, [], lookUp);
  if (offer.kind === "files") return { kind: "files", behind: head };
  return { kind: "words", words: offer.words.map(({ word, about }) => ({ word: head + word, about })) };
}

/** Words that a shell would take apart or run are left out. */
const HARMLESS = /^[\p{L}\p{N}_.:@%+,=/-]+$/u;

function matching(offer: Offer, current: string): Offer {
  if (offer.kind === "files") return offer;
  return { kind: "words", words: offer.words.filter(({ word }) => word.startsWith(current) && HARMLESS.test(word)) };
}

/**
 * What can be typed next.
 *
 * @param before the words behind the command's name that are finished
 * @param current the word at the cursor, perhaps empty
 */
export async function complete(tree: CommandTree, before: readonly string[], current: string, lookUp: LookUp): Promise<Offer> {
  const start: Place = { node: tree, path: "", values: [], given: new Set(), open: null, plain: false };
  const place = before.reduce((at, word) => step(tree, at, word), start);
  const isValue = place.open?.value?.required === true || !current.startsWith("-");
  if (place.open !== null && isValue) return matching(await wordsOf(wantedByFlag(place.path, place.open), current, [], lookUp), current);
  if (!place.plain && /^--[\w-]+=/.test(current)) return matching(await behindFlag(tree, place, current, lookUp), current);
  if (!place.plain && current.startsWith("-")) return matching({ kind: "words", words: flagWords(tree, place) }, current);
  const offer = await valuesAt(tree, place, current, lookUp);
  const isEmpty = offer.kind === "words" && offer.words.length === 0;
  return isEmpty && current === "" && !place.plain ? { kind: "words", words: flagWords(tree, place) } : matching(offer, current);
}
