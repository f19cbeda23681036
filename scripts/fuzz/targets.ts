import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Content } from "../../src/content/content.ts";
import { parseEntries } from "../../src/commands/entries-from.ts";
import { checkPack } from "../../src/content/pack.ts";
import { newPack } from "../../src/content/pack-example.ts";
import { parseYaml, writeYaml } from "../../src/content/parse.ts";
import { IMPORT_FORMATS } from "../../src/content/incoming/incoming.ts";
import { readIncoming } from "../../src/content/incoming/read.ts";
import { EvenkeelError } from "../../src/errors.ts";
import { pack, unpack } from "../../src/journal/care/archive.ts";
import { shelf } from "../../src/journal/care/shelf.ts";
import { draftsOf } from "../../src/journal/drafts.ts";
import { Store } from "../../src/journal/store.ts";
import { weekSpan } from "../../src/practice/week.ts";
import { withoutHalfCards } from "../../src/reflection/identifying/hold.ts";
import { findIdentifying } from "../../src/reflection/identifying/find.ts";
import { mask } from "../../src/reflection/identifying/mask.ts";
import { phoneCheck } from "../../src/reflection/identifying/phone-check.ts";
import { parseMoment } from "../../src/reflection/moment.ts";
import { SETTINGS } from "../../src/settings/keys.ts";
import { commandWords } from "../../src/terminal/editor.ts";
import { wordsOnly } from "../../src/terminal/field.ts";
import { decode, flush } from "../../src/terminal/keys.ts";
import { settledText } from "../../src/terminal/settled.ts";
import { harmless } from "../../src/views/harmless.ts";
import { escapeHtml } from "../../src/views/html.ts";
import { escapeMarkdown } from "../../src/views/markdown.ts";
import { reminderNamed } from "../../src/views/handles.ts";
import { PLAIN_PALETTE } from "../../src/views/palette.ts";
import { ASCII_SYMBOLS, UNICODE_SYMBOLS } from "../../src/views/symbols.ts";
import { telling, type Telling } from "../../src/views/telling.ts";
import { viewsWith } from "../../tests/views/filled.ts";
import { card, type Inputs } from "./inputs.ts";

/** Takes one input and gives what was wrong with what came of it, or null. What it throws is wrong too. */
export interface Target {
  readonly name: string;
  /** How many of a hundred inputs it gets. */
  readonly share: number;
  readonly input: (inputs: Inputs) => string;
  readonly run: (text: string, inputs: Inputs) => string | null;
}

const RAW = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/;
const isRaw = (text: string): boolean => RAW.test(text) || /[\ud800-\udfff]/u.test(text);
const NOW = { now: "2026-11-22T10:00:00+01:00", dayStartsAt: "04:00", offsetAt: () => 60 };
/** As the build wrote it. */
const CONTENT = JSON.parse(readFileSync(join(import.meta.dirname, "../../dist/content/en/content.json"), "utf8")) as Content;
const PACK = newPack();
const RIDERS = readFileSync(join(import.meta.dirname, "../../tests/fixtures/packs/delivery-riders.yaml"), "utf8");
const BACKUP = pack({
  made: NOW.now,
  files: new Map([
    ["journal/entries/2026-11.k3f9q2.json", Buffer.from('{"evenkeel":"entries","version":1,"records":[]}\n')],
    ["drafts/a1.json", Buffer.from("{}")],
  ]),
});
const CONTEXT = { triggers: ["rude_tone"], kind: "reflection", moment: (text: string) => parseMoment(text, NOW) } as const;
const READING = { triggerNamed: () => null, local: (instant: string) => instant, map: new Map<string, readonly string[]>() };

/** Bad input may end with a sentence; that sentence must be safe to show once it is made harmless. */
function refusable(act: () => unknown): string | null {
  try {
    act();
    return null;
  } catch (error) {
    if (!(error instanceof EvenkeelError)) throw error;
    return isRaw(harmless(`${error.message}${error.next ?? ""}`, "?")) ? "a raw sign in an error" : null;
  }
}

function polluted(): string | null {
  return "polluted" in {} || Object.keys(Object.prototype).length > 0 ? "an object's prototype was changed" : null;
}

/** Digits of the masked text in ASCII, all else taken out: a card's digits must not stand among them in a row. */
function digitsOf(text: string): string {
  return Array.from(text.normalize("NFKC"), (char) => {
    if (!/\p{Nd}/u.test(char)) return "";
    const point = char.codePointAt(0) ?? 0;
    let steps = 0;
    while (steps < 60 && /\p{Nd}/u.test(String.fromCodePoint(point - steps - 1))) steps += 1;
    return String(steps % 10);
  }).join("");
}

function tell({ width = 80, ascii = false, aloud = false }: { width?: number; ascii?: boolean; aloud?: boolean } = {}): Telling {
  return telling(CONTENT, { width, palette: PLAIN_PALETTE, symbols: ascii ? ASCII_SYMBOLS : UNICODE_SYMBOLS, screenReader: aloud });
}

const masked = (text: string): string => mask(text, findIdentifying(text, { country: "US", phoneCheck }));

const planted = new Map<string, string>();

/** Words around a card number; a letter on both sides parts it from other digits. */
function withCard(inputs: Inputs): string {
  const { digits, typed } = card(inputs.chance);
  const quiet = (text: string): string => text.replace(/[\p{N}\ud800-\udfff]/gu, "");
  const text = `${quiet(inputs.text())} so ${typed} ok ${quiet(inputs.text())}`;
  planted.clear();
  planted.set(text, digits);
  return text;
}

function entriesOf(text: string): string | null {
  return refusable(() => parseEntries(text, "input", CONTEXT)) ?? polluted();
}

function draftsIn(text: string): string | null {
  const places = { journal: "/journal", local: "/local", cache: "/cache", config: "/config", packs: "/packs" };
  const disk = shelf(new Map([["/local/drafts/a1.json", Buffer.from(text)]]));
  return refusable(() => draftsOf(new Store({ places, disk, clock: () => 0 }, () => new Map())).list()) ?? polluted();
}

function everyView(text: string, inputs: Inputs): string | null {
  const style = inputs.chance.pick([{}, { width: 40 }, { ascii: true }, { aloud: true }, { width: 20 }]);
  for (const [name, view] of Object.entries(viewsWith(text))) if (isRaw(view(tell(style)))) return `a raw sign in ${name}`;
  return null;
}

/** A number is typed key by key, the caret moves away and back: what a draft would keep never holds most of it. */
function typing(text: string, inputs: Inputs): string | null {
  const { digits, typed } = card(inputs.chance);
  const lead = text.replace(/[\p{N}]/gu, "").slice(-60);
  for (let end = 1; end <= typed.length; end += 1) {
    const so = `${lead} ok ${typed.slice(0, end)}`;
    const caret = inputs.chance.next() < 0.8 ? so.length : inputs.chance.below(so.length + 1);
    const kept = digitsOf(withoutHalfCards(masked(settledText(so, caret))));
    if (digits.length - 1 <= kept.length && kept.includes(digits.slice(0, -1))) return "a draft holds a card number";
  }
  return null;
}

const text = (inputs: Inputs): string => inputs.text();

export const TARGETS: readonly Target[] = [
  {
    name: "masking: card numbers",
    share: 16,
    input: withCard,
    run: (words) => (digitsOf(masked(words)).includes(planted.get(words) ?? "none") ? "a card number can be read" : null),
  },
  {
    name: "masking: any text",
    share: 12,
    input: text,
    run: (words) => {
      const once = masked(words);
      return masked(once) === once ? null : "masking twice is not masking once";
    },
  },
  { name: "drafts while typing", share: 2, input: text, run: typing },
  { name: "drafts on the disk", share: 4, input: (inputs) => inputs.mutated('{"version":1,"holder":{"pid":1,"host":"h"},"draft":{"id":"a1","command":"reflect","answers":{}}}'), run: draftsIn },
  { name: "text made harmless", share: 14, input: text, run: (words) => (isRaw(harmless(words, "?")) || /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/.test(wordsOnly(words)) ? "a raw sign" : null) },
  { name: "HTML and Markdown", share: 8, input: text, run: (words) => (/[<>"']/.test(escapeHtml(words)) || /(^|[^\\])(\\\\)*[[\]<>`]/.test(escapeMarkdown(words.replace(/\n/g, " "))) ? "markup" : null) },
  { name: "every view", share: 0.4, input: text, run: everyView },
  { name: "YAML", share: 7, input: text, run: (words) => (parseYaml(words, "input").problems.some(({ what, accepted }) => isRaw(what + accepted)) ? "a raw sign" : polluted()) },
  { name: "YAML written and read", share: 2, input: text, run: (words) => (!/[\ud800-\udfff]/u.test(words) && JSON.stringify(parseYaml(writeYaml({ a: words.replace(/\r\n?/g, "\n") }), "x").value) !== JSON.stringify({ a: words.replace(/\r\n?/g, "\n") }) ? "it is read as something else" : null) },
  { name: "packs", share: 3, input: (inputs) => inputs.mutated(inputs.chance.next() < 0.5 ? PACK : RIDERS), run: (words) => { checkPack(Buffer.from(words, "utf8"), "input", { contentFor: () => tell().content }); return polluted(); } },
  { name: "entries from a file", share: 7, input: (inputs) => (inputs.chance.next() < 0.5 ? inputs.mutated('[{"trigger":"rude_tone","what":"x","plan":{"if":"a","then":"b"},"tags":["t"]}]') : inputs.text()), run: entriesOf },
  { name: "imports", share: 5, input: text, run: (words, inputs) => refusable(() => readIncoming(words, inputs.chance.pick(["x.csv", "x.md", "x", "x.json"]), READING, inputs.chance.next() < 0.5 ? null : inputs.chance.pick(IMPORT_FORMATS))) ?? polluted() },
  { name: "backups", share: 4, input: (inputs) => inputs.mutated(BACKUP), run: (words) => refusable(() => { for (const name of unpack(words, "input").files.keys()) if (/\.\.|^\/|\\/.test(name)) throw new Error("a path climbs"); }) },
  { name: "moments, weeks, ids, settings", share: 11, input: text, run: (words) => { parseMoment(words, NOW); weekSpan(words, "monday"); reminderNamed(words, [], tell().content); commandWords(words, "linux"); for (const { read } of SETTINGS) read(words); return null; } },
  { name: "keys", share: 4.6, input: text, run: (words) => { const { rest } = decode("", words); flush(rest); return null; } },
];
