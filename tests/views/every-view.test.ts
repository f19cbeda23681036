import fc from "fast-check";
import fastStringWidth from "fast-string-width";
import { describe, expect, it } from "vitest";
import { viewsWith } from "./filled.ts";
import { EVERY_STYLE, tell, unpainted } from "./sample.ts";
import { VIEWS } from "./screens.ts";

const AWKWARD: Readonly<Record<string, string>> = {
  "no text": "",
  "one long word": "x".repeat(300),
  "a huge text": "the caller shouted and shouted and I stayed on the line, ".repeat(900),
  "one huge word": "x".repeat(50_000),
  "Chinese and Japanese": "客户一直大声喊叫，我没有办法给他退款。お客様はとても怒っていました。",
  Korean: "고객이 계속 소리를 질렀고 나는 환불을 해 줄 수 없었다",
  emoji: "👩‍👩‍👧‍👦 🇬🇧🇩🇪 👍🏽 ❤️ 1️⃣ 🤬🤬🤬🤬🤬🤬🤬🤬🤬🤬🤬🤬🤬🤬🤬🤬🤬🤬🤬🤬",
  "right to left": "הלקוח צעק עליי ולא הקשיב בכלל، العميل كان غاضبا جدا",
  "Hindi and Thai": "ग्राहक लगातार चिल्लाता रहा और मैं शांत रहा ลูกค้าตะโกนใส่ฉันตลอดเวลา",
  "combining marks": `e${"\u0301".repeat(50)} a\u0308o\u0308u\u0308 ${"z\u0335\u0336".repeat(40)}`,
  "escape sequences": "\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u001b[2J\u001b[H \u009b31m \u001b]8;;http://x\u001b\\link",
  "control characters": Array.from({ length: 0xa0 }, (_, code) => String.fromCharCode(code)).join(""),
  "bidirectional overrides": "\u202eexe.gpj\u202c \u2066hidden\u2069 \u200f\u200e\u061c",
  "lone surrogates": "a\ud800b\udfffc\ud83d",
  "line ends": "one\r\ntwo\rthree\u2028four\u2029five\u0085six\n\n\nseven",
  "invisible signs": "zero\u200bwidth\ufeff soft\u00adhyphen \u2060joined",
  "wide blanks": "a\u3000b\u00a0c\u2003d\t\te",
  Markdown: "# *a* _b_ `c` [d](http://e) <b>f</b> | g ~~h~~ 1. - + > & \\ www.x.org x@y.org",
  braces: "{count} {trigger} ${x} $& $1 __proto__",
};

const STYLES = EVERY_STYLE.map((style) => [JSON.stringify(style), style] as const);
/** For texts so long that one rendering takes a while. */
const HUGE_STYLES = STYLES.filter(([, { width, ascii, colour }]) => width === 40 && !ascii && !colour);
const isMarkdown = (name: string): boolean => name.includes("markdown");

function isClean(text: string): boolean {
  return !/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/.test(text) && !/[\ud800-\udfff]/u.test(text);
}

/** Columns by the library, without the shortcuts of our own. */
function columns(line: string): number {
  if (/^[ -~]*$/.test(line)) return line.length;
  return fastStringWidth(line.replace(/[\u061c\u200c\u200e\u200f]/g, ""));
}

function tooWide(text: string, width: number): readonly string[] {
  return unpainted(text).split("\n").filter((line) => columns(line) > width);
}

describe.each(Object.entries(AWKWARD))("every view with %s", (_, text) => {
  const views = Object.entries(viewsWith(text));

  it("is clean, ends with one line end and keeps to the width", () => {
    const styles = text.length > 10_000 ? HUGE_STYLES : STYLES;
    for (const [, style] of styles) {
      for (const [name, view] of views) {
        const shown = view(tell(style));
        const where = `${name} ${JSON.stringify(style)}`;
        expect(isClean(unpainted(shown)), where).toBe(true);
        expect(shown.endsWith("\n") && !shown.endsWith("\n\n"), where).toBe(true);
        if (!isMarkdown(name)) expect(tooWide(shown, style.width ?? 80), where).toEqual([]);
      }
    }
  });
});

describe("every view", () => {
  const samples = Object.entries(VIEWS);

  it.each(STYLES)("keeps to the width on the sample journal: %s", (_, style) => {
    for (const [name, view] of samples.filter(([one]) => !isMarkdown(one))) {
      expect(tooWide(view(tell(style)), style.width ?? 80), name).toEqual([]);
    }
  });

  it("shows nothing but ASCII where ASCII is asked for and the text is ASCII", () => {
    const dirty = "plain \u001b[31m text\u0007 with \u009b controls";
    for (const width of [20, 40, 80]) {
      for (const [name, view] of [...samples.filter(([one]) => !/^(find|list|show)/.test(one)), ...Object.entries(viewsWith(dirty))]) {
        const shown = view(tell({ width, ascii: true })).replaceAll("Café", "Cafe");
        expect(/^[\n\u0020-\u007e]*$/.test(shown), name).toBe(true);
      }
    }
  });

  it("says the same with colour as without", () => {
    for (const width of [20, 40, 80]) {
      for (const [name, view] of samples.filter(([one]) => one !== "find")) {
        expect(unpainted(view(tell({ width, colour: true }))), name).toBe(view(tell({ width })));
      }
    }
  });

  it("paints something in every view but Markdown", () => {
    const spoken = new Set(["suggest-nothing-at-all", "find-nothing", "list-filtered", "kept-many"]);
    for (const [name, view] of samples.filter(([one]) => !isMarkdown(one) && !spoken.has(one))) {
      expect(view(tell({ colour: true })), name).toContain("\u001b[");
    }
  });

  it("draws nothing for a screen reader", () => {
    for (const [name, view] of samples.filter(([one]) => !isMarkdown(one))) {
      const shown = view(tell({ aloud: true, colour: true }));
      expect(/[●○▲█│─╭╮╰╯├┤·\u001b]|^ | {2}/m.test(shown), name).toBe(false);
    }
  });

  it("leaves no name of a value unfilled", () => {
    for (const [name, view] of samples) {
      for (const choice of [{}, { width: 40 }, { aloud: true }]) expect(/\{\w+\}/.test(view(tell(choice))), name).toBe(false);
    }
  });

  it("keeps the words of the trade to itself", () => {
    for (const [name, view] of samples) {
      for (const choice of [{}, { width: 40 }, { aloud: true }]) {
        expect(/\b(entitlement|verdict|median|cue|carry-over|too_early|not_yet)\b/i.test(view(tell(choice))), name).toBe(false);
      }
    }
  });

  it("stays clean and narrow whatever is written", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.string({ unit: fc.constantFrom("\u001b", "[", "3", "m", "漢", "e\u0301", "👍🏽", " ", "\n", "\u202e", "\ud800", "x", "ー", "\u200d", "\ufe0f"), maxLength: 60 }),
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...EVERY_STYLE), (words, style) => {
        for (const [name, view] of Object.entries(viewsWith(words))) {
          const shown = view(tell(style));
          if (!isClean(unpainted(shown))) throw new Error(`${name} is not clean`);
          const wide = isMarkdown(name) ? [] : tooWide(shown, style.width ?? 80);
          if (wide.length > 0) throw new Error(`${name} is too wide: ${JSON.stringify(wide[0])}`);
        }
      }),
      { numRuns: 60 },
    );
  });
});
