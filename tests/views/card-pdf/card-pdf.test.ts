import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { fontBytes as font } from "../../../scripts/copy-fonts.ts";
import { cardPdf, type CardPdf } from "../../../src/views/card-pdf/card-pdf.ts";
import type { CardSheet } from "../../../src/views/paper/pieces.ts";
import { spokenReport } from "../../../src/views/paper/report.ts";
import { paperSize, SIZE_NAMES, type SizeName } from "../../../src/views/paper/sizes.ts";
import { QUOTE, say, sheet, someSheet, STARTER } from "../paper/sheets.ts";
import { hasTool, tool } from "../paper/tools.ts";

const folder = mkdtempSync(join(tmpdir(), "evenkeel-card-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function make(of: CardSheet, size: SizeName = "wallet", copies = 1): Promise<CardPdf> {
  return cardPdf(of, paperSize(size), copies, font);
}

function told({ report }: CardPdf): readonly string[] {
  return spokenReport(report, say, "en");
}

/** Pages by their exact size, from the file's own objects. */
function pageBoxes(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes).toString("latin1");
  return [...text.matchAll(/\/Type \/Page\n[\s\S]*?\/MediaBox \[([^\]]+)\]/g)].map(([, box = ""]) => box);
}

function streams(bytes: Uint8Array): readonly string[] {
  const text = Buffer.from(bytes).toString("latin1");
  return [...text.matchAll(/\/Filter \/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g)].map(([, data = ""]) =>
    inflateSync(Buffer.from(data, "latin1")).toString("latin1"),
  );
}

/** Glyph numbers that the pages draw; 0 is the box that stands for a letter the font lacks. */
function glyphs(bytes: Uint8Array): readonly number[] {
  const drawn = streams(bytes).flatMap((stream) => [...stream.matchAll(/\[([^\]]*)\] TJ/g)].map(([, run = ""]) => run));
  const codes = drawn.flatMap((run) => [...run.matchAll(/<([0-9a-f]+)>/g)].map(([, hex = ""]) => hex.match(/.{4}/g) ?? []));
  return codes.flat().map((code) => Number.parseInt(code, 16));
}

const WORST = sheet(
  {
    goal: "I want every one of them to hang up with the feeling that somebody listened, told them what is possible, ".repeat(4).slice(0, 400),
    words: ["unerschütterlich", "x".repeat(80), "gerecht"],
    plans: [
      { trigger: "a", if: "x".repeat(80), then: "y".repeat(80) },
      { trigger: "b", if: "they say 你好 first", then: "smile 🎉" },
      { trigger: "c", if: "they shout 🔥", then: "breathe 🦩 out" },
    ],
    lines: [{ issue: "مرحبا", line: "שלום" }, { issue: "Łódź", line: "ẹ́ q̃ Ελλάδα Україна → ½ €" }],
    contact: "x".repeat(300),
    quote: QUOTE,
  },
  { focus: "z ".repeat(200) },
);

describe("the card as a PDF", () => {
  it("has pages of exactly the size, two for the wallet and one for the others", async () => {
    for (const size of SIZE_NAMES) {
      const { width, height, pages } = paperSize(size);
      const { bytes } = await make(sheet(), size);
      const boxes = pageBoxes(bytes).map((box) => box.split(" ").map(Number));
      expect(boxes).toHaveLength(pages);
      for (const [left, top, right = 0, bottom = 0] of boxes) {
        expect([left, top]).toEqual([0, 0]);
        expect(Math.abs(right - width) + Math.abs(bottom - height)).toBeLessThan(0.001);
      }
    }
  });

  it("repeats the pages for copies", async () => {
    expect(pageBoxes((await make(sheet(), "wallet", 3)).bytes)).toHaveLength(6);
    expect(pageBoxes((await make(sheet(), "a6", 3)).bytes)).toHaveLength(3);
  });

  it("gives the same bytes for the same card", async () => {
    for (const size of ["wallet", "letter"] as const) {
      const [first, second] = [await make(WORST, size, 2), await make(WORST, size, 2)];
      expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
    }
    expect(Buffer.from((await make(sheet())).bytes).equals(Buffer.from((await make(sheet({ date: "2026-11-23" }))).bytes))).toBe(false);
  });

  it("holds everything of a usual card at every size, and of a starter card", async () => {
    for (const size of SIZE_NAMES) {
      expect(told(await make(sheet(), size))).toEqual([]);
      expect(told(await make(sheet(STARTER), size))).toEqual([]);
    }
  });

  it("says what it left out and what stands in place of signs", async () => {
    expect(told(await make(WORST, "wallet"))).toEqual([
      "No room at this size: the three words, the focus of the week, plan 1, and the help line.",
      "Too long for this size, so shortened: the goal.",
      "The card's fonts have no letters for 你 好 م ر ح ب ا ש …. Left out: plan 2 and kind line 1.",
      "The web page prints with your computer's own fonts (card --format html).",
      'The card\'s fonts have no sign 🔥: the word "fire" stands there.',
      "The card's fonts have no sign 🦩: the text stands without it.",
    ]);
  });

  it("never adds a page, never draws a box for a letter, never throws", async () => {
    await fc.assert(
      fc.asyncProperty(someSheet, fc.constantFrom(...SIZE_NAMES), async (of, size) => {
        const { bytes } = await make(of, size);
        expect(pageBoxes(bytes)).toHaveLength(paperSize(size).pages);
        expect(glyphs(bytes)).toContain(1);
        expect(glyphs(bytes)).not.toContain(0);
      }),
      { numRuns: 25 },
    );
  });

  it("draws faces, ticks and letters of the second font, and no others", async () => {
    const { bytes, report } = await make(sheet({ goal: "☺ ✓ ★ შენ Հայ" }), "a6");
    expect(report.replaced).toEqual([]);
    expect(Buffer.from(bytes).toString("latin1")).toContain("DejaVuSansCondensed");
    expect(Buffer.from((await make(sheet(), "a6")).bytes).toString("latin1")).not.toContain("DejaVu");
  });

  it("starts nothing and opens nothing when it is read", async () => {
    const text = Buffer.from((await make(WORST, "a5")).bytes).toString("latin1");
    expect(text).not.toMatch(/\/(JavaScript|JS|OpenAction|Launch|URI|EmbeddedFile|AA)\b/);
  });
});

const poppler = hasTool("pdfinfo");
if (!poppler) console.warn("Left out: what pdfinfo, pdffonts and pdftotext say of the card. They come with poppler-utils.");

function asked(program: string, args: readonly string[], bytes: Uint8Array): string {
  const file = join(folder, "card.pdf");
  writeFileSync(file, bytes);
  const { status, stdout, stderr } = tool(program, [...args, file, ...(program === "pdftotext" ? ["-"] : [])]);
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return stdout;
}

describe.skipIf(!poppler)("the PDF as poppler reads it (poppler-utils)", () => {
  it("agrees on size, pages, title, author and tags", async () => {
    const sizes: Record<SizeName, string> = {
      wallet: "242.646 x 153.071 pts",
      index: "216 x 360 pts",
      a6: "297.638 x 419.528 pts",
      a5: "419.528 x 595.276 pts",
      letter: "612 x 792 pts",
    };
    for (const size of SIZE_NAMES) {
      const info = asked("pdfinfo", [], (await make(sheet(), size)).bytes);
      const value = (name: string): string | undefined => new RegExp(`^${name}:\\s+(.*)$`, "m").exec(info)?.[1];
      expect(value("Page size")?.replace(/ \(.*\)$/, "")).toBe(sizes[size]);
      expect(value("Pages")).toBe(String(paperSize(size).pages));
      expect([value("Title"), value("Author"), value("Tagged"), value("JavaScript")]).toEqual(["Reminder card", "evenkeel", "yes", "no"]);
    }
  });

  it("finds every font embedded, in part, with its letters named", async () => {
    const rows = asked("pdffonts", [], (await make(WORST, "a5")).bytes).split("\n").slice(2).filter((row) => row !== "");
    expect(rows.length).toBeGreaterThanOrEqual(2);
    for (const row of rows) expect(row).toMatch(/\+(FiraSans|DejaVuSansCondensed)\S* .* yes yes yes /);
  });

  it("reads the text back, accents and all", async () => {
    const text = asked("pdftotext", ["-layout"], (await make(WORST, "a5")).bytes);
    for (const word of ["UNERSCHÜTTERLICH", "Łódź", "ẹ́", "q̃", "Ελλάδα", "Україна", "½", "€", "(fire)"]) expect(text).toContain(word);
    expect(text.replace(/\s/g, "")).toContain("y".repeat(80));
    expect(text).not.toMatch(/[你好\ufffd🔥]/u);
  });

  it("reads the usual card in its order", async () => {
    const text = asked("pdftotext", [], (await make(sheet(), "wallet")).bytes).replace(/\s+/g, " ");
    expect(text.trim()).toBe(
      "CALM · FAIR · CLEAR If I have to say no, then I will first say what I can do. If a caller shouts, then I will breathe " +
        'out and slow down. If they start loud, then I will let them finish, and ask: "How can I help?" ' +
        "I want callers to feel that they were heard. Rude words They are loud at the problem, not at me. Saying no A clear " +
        "no, said kindly, is good service. Not listening Say back what they want. Then speak. My mistake Say it, mend it, " +
        "move on. Slow tools Tell them what I am doing while they wait. Breathe in, and out for longer. Once. " +
        "Help: my lead, desk 12, ext. 4410 22 Nov 2026",
    );
  });

  it("names headings, paragraphs and the table for screen readers", async () => {
    const tree = asked("pdfinfo", ["-struct-text"], (await make(sheet({ quote: QUOTE }), "letter")).bytes);
    const spoken = [...tree.matchAll(/^\s+"(.*)"$/gm)].map(([, text]) => text);
    expect(spoken.slice(0, 4)).toEqual([
      "CALM · FAIR · CLEAR",
      "I want callers to feel that they were heard.",
      "If I have to say no,",
      "then I will first say what I can do.",
    ]);
    expect(spoken.slice(-3)).toEqual([QUOTE.text, "King James Bible, Proverbs 15:1", "22 Nov 2026"]);
    expect([...tree.matchAll(/\b(H1|Table|TR|TH|TD|BlockQuote)\b/g)].map(([, tag]) => tag).join(" ")).toBe(
      `H1 Table ${Array.from({ length: 5 }, () => "TR TH TD").join(" ")} BlockQuote`,
    );
  });
});
