/** What a value in a YAML file has to look like. Data, so that a JSON Schema can be derived from it. */
export type Shape =
  | TextShape
  | { readonly type: "number"; readonly from: number; readonly to: number }
  /** `true`, or left out. */
  | { readonly type: "mark" }
  | { readonly type: "list"; readonly of: Shape; readonly least?: number; readonly most?: number }
  | RecordShape
  | MapShape
  /** One text or a map; told apart by what stands there. */
  | { readonly type: "textOrMap"; readonly text: TextShape; readonly map: MapShape };

export interface TextShape {
  readonly type: "text";
  /** One of these and nothing else. */
  readonly of?: readonly string[];
  /** Columns of a terminal, at most; a text with a bound is one line. */
  readonly columns?: number;
  /** What it has to match, and how that is called. */
  readonly like?: readonly [pattern: RegExp, name: string];
  /** May hold `{names}` for values. */
  readonly values?: true;
}

/** An object with these keys and no others. */
export interface RecordShape {
  readonly type: "record";
  readonly keys: Readonly<Record<string, Shape>>;
  /** Keys that may be left out. */
  readonly optional?: readonly string[];
}

/** An object whose keys are ids. */
export interface MapShape {
  readonly type: "map";
  readonly of: Shape;
  /** Exactly these keys, in this order. */
  readonly ids?: readonly string[];
  /** What an open key has to match, and how that is called. */
  readonly like?: readonly [pattern: RegExp, name: string];
}

/** The `{names}` of a sentence in the order in which they stand. */
export function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
}

const WIDE = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Emoji_Presentation}\uff01-\uff60]/u;

/** Columns in a terminal, near enough for a bound on a label. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const sign of text.normalize("NFC").replace(/\p{M}/gu, "")) columns += WIDE.test(sign) ? 2 : 1;
  return columns;
}
