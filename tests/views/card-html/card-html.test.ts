import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { fontBytes as font } from "../../../scripts/copy-fonts.ts";
import { cardHtml } from "../../../src/views/card-html/card-html.ts";
import type { CardSheet } from "../../../src/views/paper/pieces.ts";
import { spokenReport } from "../../../src/views/paper/report.ts";
import { paperSize, SIZE_NAMES, type SizeName } from "../../../src/views/paper/sizes.ts";
import { QUOTE, say, sheet, someSheet, STARTER } from "../paper/sheets.ts";
import { hasTool, tool } from "../paper/tools.ts";

const folder = mkdtempSync(join(tmpdir(), "evenkeel-page-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function page(of: CardSheet, size: SizeName = "wallet", copies = 1): string {
  return cardHtml(of, paperSize(size), copies, font).html;
}

function styleOf(html: string): string {
  return /<style>([\s\S]*)<\/style>/.exec(html)?.[1] ?? "";
}

/** Everything between tags outside of the head, entities resolved. */
function textOf(html: string): string {
  return html
    .replace(/^[\s\S]*<main>/, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/&(lt|gt|quot|#39|amp);/g, (whole) => ({ "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" })[whole] ?? "&")
    .replace(/\s+/g, " ")
    .trim();
}

/** Tags and the attributes that may stand in them; nothing here runs or loads anything. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  html: ["lang"],
  meta: ["charset", "http-equiv", "content", "name"],
  svg: ["aria-hidden", "width", "height", "viewBox"],
  path: ["class", "d"],
  rect: ["class", "x", "y", "width", "height"],
  div: ["class", "aria-hidden"],
  th: ["scope", "dir"],
  time: ["datetime"],
};
const OTHERS = ["head", "title", "style", "body", "header", "main", "section", "h1", "p", "ul", "li", "b", "span", "table", "tbody", "tr", "td", "blockquote", "footer"];

const TAG = /<([a-z0-9]+)((?:\s+[^\s=>"]+="[^"<]*")*)\s*\/?>/gi;

/** Tags and attributes that the page should not have, and anything that begins like a tag and is none. */
function strange(html: string): readonly string[] {
  const bare = html.replace(/<style>[\s\S]*<\/style>/, "").replace(/^<!doctype html>/, "");
  const wrong = [...bare.matchAll(TAG)].flatMap(([whole, name = "", inside = ""]) => {
    const attributes = [...inside.matchAll(/\s([^\s=]+)="[^"]*"/g)].map(([, attribute = ""]) => attribute);
    const known = ALLOWED[name] ?? (OTHERS.includes(name) ? ["class", "dir"] : []);
    const fine = (name in ALLOWED || OTHERS.includes(name)) && attributes.every((attribute) => known.includes(attribute));
    return fine ? [] : [whole];
  });
  return [...wrong, ...(bare.replace(TAG, "").replace(/<\/[a-z0-9]+>/g, "").match(/<.{0,20}/g) ?? [])];
}

describe("the card as a page", () => {
  it("says its language, title, paper and how to print it", () => {
    const html = page(sheet(), "a6");
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(html).toContain("<title>Reminder card</title>");
    expect(styleOf(html)).toContain("@page{size:105mm 148mm;margin:0}");
    expect(html).toContain("To print this card: paper 105 × 148 mm, scale 100 %, no margins, no headers and footers.");
  });

  it("lets the browser load nothing but its own style and letters", () => {
    const html = page(sheet());
    const hash = createHash("sha256").update(styleOf(html)).digest("base64");
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'"`,
    );
    expect([...styleOf(html).matchAll(/url\(([^)]{0,20})/g)].map(([, url]) => url)).toEqual([
      "data:font/ttf;base64",
      "data:font/ttf;base64",
    ].map((url) => `${url},`.slice(0, 20)));
    expect(html).not.toMatch(/https?:|<script|<link|<img|\son\w+=/i);
  });

  it("holds the whole card in reading order", () => {
    expect(textOf(page(sheet({ quote: QUOTE }), "a5"))).toBe(
      "CALM · FAIR · CLEAR I want callers to feel that they were heard. If I have to say no, then I will first say what I " +
        "can do. If a caller shouts, then I will breathe out and slow down. If they start loud, then I will let them " +
        'finish, and ask: "How can I help?" Rude words They are loud at the problem, not at me. Saying no A clear no, ' +
        "said kindly, is good service. Not listening Say back what they want. Then speak. My mistake Say it, mend it, " +
        "move on. Slow tools Tell them what I am doing while they wait. Breathe in, and out for longer. Once. " +
        "Help: my lead, desk 12, ext. 4410 A soft answer turneth away wrath: but grievous words stir up anger. " +
        "King James Bible, Proverbs 15:1 22 Nov 2026",
    );
  });

  it("holds everything of a usual card at every size, and of a starter card", () => {
    for (const size of SIZE_NAMES) {
      for (const of of [sheet(), sheet(STARTER)]) {
        const { report } = cardHtml(of, paperSize(size), 1, font);
        expect(spokenReport(report, say, "en")).toEqual([]);
      }
    }
    expect(textOf(page(sheet(STARTER)))).toContain("Starter card: your own plans take these places.");
  });

  it("keeps what the PDF has no letters for", () => {
    const html = page(sheet({ goal: "你好 and שלום 🎉" }), "a6");
    expect(textOf(html)).toContain("你好 and שלום 🎉");
  });

  it("keeps a right-to-left part from turning the sentence round", () => {
    const html = page(sheet({ plans: [{ trigger: "x", if: "هم يصرخون", then: "breathe" }] }), "a6");
    expect(html).toContain("If \u2068هم يصرخون\u2069,");
  });

  it("repeats the pages for copies and reads them out once", () => {
    const html = page(sheet(), "wallet", 3);
    expect(html.match(/<div class="page">/g)).toHaveLength(2);
    expect(html.match(/<div class="page" aria-hidden="true">/g)).toHaveLength(4);
  });

  it("shows markup as text", () => {
    const hostile = `</style><script>alert(1)</script><img src=x onerror="y">&amp;'`;
    const html = page(sheet({ goal: hostile, lines: [{ issue: hostile, line: hostile }] }), "a5");
    expect(strange(html)).toEqual([]);
    expect(textOf(html)).toContain(hostile);
  });

  it("makes no tag or attribute of anybody's words", () => {
    fc.assert(
      fc.property(someSheet, fc.constantFrom(...SIZE_NAMES), (of, size) => {
        const html = page(of, size);
        expect(strange(html)).toEqual([]);
        expect(html.match(/<style>/g)).toHaveLength(1);
        expect(html.match(/class="page"/g)).toHaveLength(paperSize(size).pages);
      }),
      { numRuns: 60 },
    );
  });

  it("stays small: it carries only the letters that it uses", () => {
    expect(page(sheet()).length).toBeLessThan(60_000);
  });
});

const chromium = ["chromium", "chromium-browser", "google-chrome"].find((name) => tool(name, ["--version"]).status === 0);
const poppler = hasTool("pdfinfo");
if (chromium === undefined || !poppler) console.warn("Left out: the page printed by a browser. It needs Chromium and poppler-utils.");

describe.skipIf(chromium === undefined || !poppler)("the page printed by Chromium", () => {
  it("has the sheet's size, the PDF's number of pages, and its own letters", () => {
    for (const size of ["wallet", "letter"] as const) {
      const [source, printed] = [join(folder, `${size}.html`), join(folder, `${size}.pdf`)];
      writeFileSync(source, page(sheet(), size));
      const args = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", `--print-to-pdf=${printed}`, `file://${source}`];
      expect(tool(chromium ?? "", args).status).toBe(0);
      const info = tool("pdfinfo", [printed]).stdout;
      const [, width = 0, height = 0] = (/Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(info) ?? []).map(Number);
      const paper = paperSize(size);
      // Chromium rounds a sheet to whole units of 1/300 inch.
      expect(Math.abs(width - paper.width)).toBeLessThan(0.5);
      expect(Math.abs(height - paper.height)).toBeLessThan(0.5);
      expect(/Pages:\s+(\d+)/.exec(info)?.[1]).toBe(String(paper.pages));
      const fonts = tool("pdffonts", [printed]).stdout.split("\n").slice(2).filter((row) => row !== "");
      for (const row of fonts) expect(row).toMatch(/FiraSans-(Regular|SemiBold).* yes yes yes /);
      expect(fonts).toHaveLength(2);
    }
  });
});
