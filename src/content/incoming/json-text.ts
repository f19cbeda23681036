import type { Path } from "../parse.ts";

const BLANK = /[ \t\r\n]*/y;
const TEXT = /"(?:[^"\\\x00-\x1f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const PLAIN = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const MOST_LEVELS = 200;

/** Where a text stops being JSON. */
class Break extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super("not JSON");
    this.offset = offset;
  }
}

/** Reads JSON without keeping it, to find where things stand. */
class Scanner {
  at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) throw new Break(this.at);
    this.at = pattern.lastIndex;
    return found[0];
  }

  blank(): string {
    this.take(BLANK);
    return this.text.charAt(this.at);
  }

  private sign(wanted: string): void {
    if (this.blank() !== wanted) throw new Break(this.at);
    this.at += 1;
  }

  /** Calls `item` at each item or value of a list or object; `item` has to read it. */
  private inside(close: "]" | "}", item: (name: string | number) => void): void {
    this.at += 1;
    if (this.blank() === close) {
      this.at += 1;
      return;
    }
    for (let index = 0; ; index += 1) {
      this.blank();
      const name = close === "]" ? index : (JSON.parse(this.take(TEXT)) as string);
      if (close === "}") this.sign(":");
      this.blank();
      item(name);
      const next = this.blank();
      if (next !== close && next !== ",") throw new Break(this.at);
      this.at += 1;
      if (next === close) return;
    }
  }

  value(level = 0): void {
    if (level > MOST_LEVELS) throw new Break(this.at);
    const first = this.blank();
    if (first === "{" || first === "[") {
      this.inside(first === "{" ? "}" : "]", () => {
        this.value(level + 1);
      });
    } else this.take(first === '"' ? TEXT : PLAIN);
  }

  /** The offset of the value at a path; of the nearest thing around it where there is none. */
  find(path: Path): number {
    const [step, ...rest] = path;
    const first = this.blank();
    const here = this.at;
    if (step === undefined || (first !== "{" && first !== "[")) return here;
    const found: number[] = [];
    this.inside(first === "{" ? "}" : "]", (name) => {
      if (name === step) found.push(this.at);
      this.value();
    });
    // Of a name that stands there twice, the last one counts.
    const last = found.at(-1);
    if (last === undefined) return here;
    this.at = last;
    return this.find(rest);
  }
}

/** The offset at which a text stops being JSON (its length where it ends too early), or null where it is JSON. */
export function jsonBreak(text: string): number | null {
  const scanner = new Scanner(text);
  try {
    scanner.value();
    return scanner.blank() === "" && scanner.at >= text.length ? null : scanner.at;
  } catch (error) {
    if (error instanceof Break) return error.offset;
    throw error;
  }
}

/** Where the value at a path stands in a text that is JSON. */
export function jsonOffset(text: string, path: Path): number {
  try {
    return new Scanner(text).find(path);
  } catch (error) {
    if (error instanceof Break) return error.offset;
    throw error;
  }
}
