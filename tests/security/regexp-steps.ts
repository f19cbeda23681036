/**
 * A plain backtracking matcher for the regular expressions of this project, which counts its steps: one for each try of
 * a part at a place. V8's own engine backtracks the same way, and cannot be asked how often.
 */

type Node =
  | { readonly type: "char"; readonly test: (char: string) => boolean; readonly source: string }
  | { readonly type: "edge"; readonly source: string }
  | { readonly type: "row"; readonly parts: readonly Node[] }
  | { readonly type: "choice"; readonly options: readonly Node[] }
  | { readonly type: "repeat"; readonly part: Node; readonly least: number; readonly most: number; readonly lazy: boolean }
  | { readonly type: "look"; readonly part: Node; readonly behind: boolean; readonly negative: boolean }
  | { readonly type: "capture"; readonly part: Node; readonly index: number }
  | { readonly type: "back"; readonly index: number };

class Parser {
  private at = 0;
  private captures = 0;
  private readonly source: string;
  private readonly flags: string;

  constructor(source: string, flags: string) {
    this.source = source;
    this.flags = flags.replace(/[gyd]/g, "");
  }

  parse(): Node {
    const options = [this.row()];
    while (this.source[this.at] === "|") {
      this.at += 1;
      options.push(this.row());
    }
    const [only] = options;
    return options.length === 1 && only !== undefined ? only : { type: "choice", options };
  }

  private row(): Node {
    const parts: Node[] = [];
    while (this.at < this.source.length && !/[|)]/.test(this.source[this.at] ?? "")) parts.push(this.repeated(this.atom()));
    return { type: "row", parts };
  }

  private repeated(part: Node): Node {
    const found = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})(\?)?/.exec(this.source.slice(this.at));
    if (found === null) return part;
    this.at += found[0].length;
    const [, sign, least = "", comma, most = "", lazy] = found;
    const bounds = sign === "*" ? [0, Infinity] : sign === "+" ? [1, Infinity] : sign === "?" ? [0, 1] : [Number(least), most !== "" ? Number(most) : comma === "," ? Infinity : Number(least)];
    return { type: "repeat", part, least: bounds[0] ?? 0, most: bounds[1] ?? 0, lazy: lazy !== undefined };
  }

  private char(source: string): Node {
    const pattern = new RegExp(`^(?:${source})$`, this.flags.replace("m", ""));
    return { type: "char", source, test: (char) => pattern.test(char) };
  }

  private group(): Node {
    const open = /^\((?:\?(?:[:=!]|<[=!]|<[A-Za-z]\w*>))?/.exec(this.source.slice(this.at))?.[0] ?? "(";
    this.at += open.length;
    const index = open === "(" || open.endsWith(">") ? (this.captures += 1) : 0;
    const part = this.parse();
    this.at += 1;
    if (index > 0) return { type: "capture", part, index };
    if (!/[=!]$/.test(open)) return part;
    return { type: "look", part, behind: open.includes("<"), negative: open.endsWith("!") };
  }

  private atom(): Node {
    const rest = this.source.slice(this.at);
    if (rest.startsWith("(")) return this.group();
    const token =
      /^\[(?:\\[\s\S]|[^\]\\])*\]/.exec(rest)?.[0] ??
      /^\\(?:u\{[0-9a-f]+\}|u[0-9a-f]{4}|x[0-9a-f]{2}|[pP]\{[^}]*\}|[\s\S])/i.exec(rest)?.[0] ??
      (this.flags.includes("u") ? /^[\s\S]/u.exec(rest)?.[0] : undefined) ??
      rest.charAt(0);
    this.at += token.length;
    if (/^\\[1-9]/.test(token)) return { type: "back", index: Number(token.slice(1)) };
    if (token === "^" || token === "$" || token === "\\b" || token === "\\B") return { type: "edge", source: token };
    return this.char(token);
  }
}

class TooMany extends Error {}

export interface Counted {
  readonly steps: number;
  /** There were more steps than allowed; the rest was not counted. */
  readonly over: boolean;
  /** The text was too long for the stack; how long it may be depends on what V8 has compiled by then. */
  readonly deep: boolean;
}

type Next = (at: number) => boolean;

/** Least and greatest number of units that a part takes. */
export function widths(node: Node): readonly [number, number] {
  if (node.type === "char") return [1, 2];
  if (node.type === "row") return node.parts.map(widths).reduce<readonly [number, number]>(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
  if (node.type === "choice") return node.options.map(widths).reduce(([a, b], [c, d]) => [Math.min(a, c), Math.max(b, d)] as const);
  if (node.type === "capture") return widths(node.part);
  if (node.type !== "repeat") return [0, 0];
  const [least, most] = widths(node.part);
  return [least * node.least, most === 0 ? 0 : most * node.most];
}

class Matcher {
  steps = 0;
  private readonly captured = new Map<number, string>();
  private readonly text: string;
  private readonly flags: string;
  private readonly allowed: number;

  constructor(text: string, flags: string, allowed: number) {
    this.text = text;
    this.flags = flags;
    this.allowed = allowed;
  }

  match(node: Node, at: number, next: Next): boolean {
    this.steps += 1;
    if (this.steps > this.allowed) throw new TooMany();
    if (node.type === "row") return this.row(node.parts, 0, at, next);
    if (node.type === "choice") return node.options.some((option) => this.match(option, at, next));
    if (node.type === "repeat") return this.repeat(node, 0, at, next);
    if (node.type === "look") return this.look(node, at) && next(at);
    if (node.type === "edge") return this.edge(node.source, at) && next(at);
    if (node.type === "capture") {
      const before = this.captured.get(node.index) ?? "";
      const isMatch = this.match(node.part, at, (end) => {
        this.captured.set(node.index, this.text.slice(at, end));
        return next(end);
      });
      if (!isMatch) this.captured.set(node.index, before);
      return isMatch;
    }
    if (node.type === "back") {
      const text = this.captured.get(node.index) ?? "";
      this.steps += text.length;
      return this.text.startsWith(text, at) && next(at + text.length);
    }
    const whole = this.flags.includes("u") && (this.text.codePointAt(at) ?? 0) > 0xffff ? this.text.slice(at, at + 2) : this.text.charAt(at);
    return whole !== "" && node.test(whole) && next(at + whole.length);
  }

  private row(parts: readonly Node[], index: number, at: number, next: Next): boolean {
    const part = parts[index];
    return part === undefined ? next(at) : this.match(part, at, (after) => this.row(parts, index + 1, after, next));
  }

  private repeat(node: Extract<Node, { type: "repeat" }>, done: number, at: number, next: Next): boolean {
    const more = (): boolean =>
      done < node.most && this.match(node.part, at, (after) => (after > at || done < node.least) && this.repeat(node, done + 1, after, next));
    const enough = (): boolean => done >= node.least && next(at);
    return node.lazy ? enough() || more() : more() || enough();
  }

  private look(node: Extract<Node, { type: "look" }>, at: number): boolean {
    if (!node.behind) return this.match(node.part, at, () => true) !== node.negative;
    const [least, most] = widths(node.part);
    for (let from = at - least; from >= Math.max(0, at - most); from -= 1) {
      if (this.match(node.part, from, (end) => end === at)) return !node.negative;
    }
    return node.negative;
  }

  private edge(source: string, at: number): boolean {
    const isWord = (index: number): boolean => /\w/.test(this.text.charAt(index));
    if (source === "^") return at === 0 || (this.flags.includes("m") && this.text.charAt(at - 1) === "\n");
    if (source === "$") return at === this.text.length || (this.flags.includes("m") && this.text.charAt(at) === "\n");
    return (isWord(at - 1) !== isWord(at)) === (source === "\\b");
  }
}

export function parsePattern(source: string, flags: string): Node {
  return new Parser(source, flags).parse();
}

/** Steps to find the first match of a pattern in a text, or with `g` all of them. */
export function countSteps(node: Node, flags: string, text: string, allowed: number): Counted {
  const matcher = new Matcher(text, flags, allowed);
  try {
    for (let start = 0; start <= text.length; ) {
      let end = -1;
      matcher.match(node, start, (at) => {
        end = at;
        return true;
      });
      if (end >= 0 && !flags.includes("g")) break;
      if (flags.includes("y") && end < 0) break;
      start = Math.max(start + 1, end);
    }
  } catch (error) {
    if (error instanceof TooMany) return { steps: matcher.steps, over: true, deep: false };
    if (error instanceof RangeError) return { steps: matcher.steps, over: true, deep: true };
    throw error;
  }
  return { steps: matcher.steps, over: false, deep: false };
}

const SAMPLES = Array.from({ length: 0x250 }, (_, code) => String.fromCharCode(code)).sort((a, b) => Number(/[^a-z0-9 .,-]/.test(a)) - Number(/[^a-z0-9 .,-]/.test(b)));
const MORE = ["\u200b", "\u2013", "\u2028", "\u0661", "\u202e", "\ue000", "\u4e00", "\u20ac", "\uff11", "\u0301", "\ud800"];

/** Two strings that a part takes, where it takes any: once as short as can be, once with everything twice. */
function derived(node: Node, times: number): string {
  if (node.type === "char") return [...SAMPLES, ...MORE].find(node.test) ?? "";
  if (node.type === "row") return node.parts.map((part) => derived(part, times)).join("");
  if (node.type === "capture") return derived(node.part, times);
  if (node.type === "choice") return derived(node.options[times % node.options.length] ?? node, times);
  if (node.type === "repeat") return derived(node.part, times).repeat(Math.min(node.most, Math.max(node.least, times)));
  return "";
}

/** What is repeated somewhere in a pattern, as strings, each with what the pattern wants before it. */
export function pumps(node: Node): readonly { readonly lead: string; readonly piece: string }[] {
  const found: { lead: string; piece: string }[] = [];
  const visit = (one: Node, lead: string): void => {
    if (one.type === "repeat") {
      for (const times of [1, 2]) found.push({ lead, piece: derived(one.part, times) }, { lead: "", piece: derived(one.part, times) });
      visit(one.part, lead);
    } else if (one.type === "row") {
      let before = lead;
      for (const part of one.parts) {
        visit(part, before);
        before += derived(part, 1);
      }
    } else if (one.type === "choice") for (const option of one.options) visit(option, lead);
    else if (one.type === "look" || one.type === "capture") visit(one.part, lead);
  };
  visit(node, "");
  for (const times of [1, 2]) found.push({ lead: "", piece: derived(node, times) });
  return found.filter(({ piece }) => piece !== "");
}
