import axe from "axe-core";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "../../src/reflection/moment.ts";
import { json, newJournal, scratch } from "../run.ts";
import { keepSample } from "../sample/sample-home.ts";

const CHROMIUM = "/usr/bin/chromium";
const TODAY = "2026-11-22";
const AS_OF = ["--as-of", `${TODAY}T21:40:00+01:00`];

if (!existsSync(CHROMIUM)) console.warn(`The pages are not looked at in a browser: ${CHROMIUM} is not there.`);

interface Finding {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe-core finds on a page, its best practices and the contrast of 7:1 included. */
async function findings(page: Page): Promise<readonly Finding[]> {
  await page.evaluate(axe.source);
  const rules = '{ rules: { "color-contrast-enhanced": { enabled: true } } }';
  return (await page.evaluate(`axe.run(document, ${rules}).then(({ violations }) => violations)`));
}

function pagesIn(folder: string): Readonly<Record<string, string>> {
  const sample = newJournal();
  keepSample(sample.home, TODAY);
  const empty = newJournal();
  const full = newJournal();
  const triggers = ["rude_tone", "saying_no", "already_angry", "wont_listen", "my_mistake"];
  const cases = Array.from({ length: 60 }, (_, at) => {
    const shift = addDays(TODAY, -(at % 50));
    const plan = { if: `<b>${"long-word".repeat(12)}</b>`, then: "say 日本語 & </svg><script>alert(1)</script> once more, ".repeat(3) };
    return { trigger: triggers[at % 5], strength: at % 11, held: 1 + (at % 5), plan, at: `${shift}T12:00:00+01:00`, shift };
  });
  json(full.run(["reflect", "--from", "-", "--json"], { input: JSON.stringify(cases) }));
  const made = Object.entries({ sample, empty, full }).flatMap(([name, { run }]) =>
    [
      ["review", "html"],
      ["roadmap", "html"],
      ["roadmap", "svg"],
    ].map(([command = "", format = ""]) => {
      const file = join(folder, `${name}-${command}.${format}`);
      writeFileSync(file, run([command, "--format", format, ...AS_OF]).out);
      return [`${name} ${command} ${format}`, file] as const;
    }),
  );
  return Object.fromEntries(made);
}

describe.skipIf(!existsSync(CHROMIUM))("in a real browser", () => {
  const files: Record<string, string> = {};
  let browser: Browser;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--headless", "--disable-gpu"] });
  });
  afterAll(() => browser.close());

  const folder = scratch();
  beforeAll(() => {
    Object.assign(files, pagesIn(folder));
  });

  /** Opens a page; whatever it complains about or asks the network for is returned with it. */
  async function open(name: string, width: number, colorScheme: "light" | "dark"): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, bypassCSP: false });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    page.on("request", (request) => {
      if (!/^(file|data):/.test(request.url())) complaints.push(request.url());
    });
    page.on("dialog", (dialog) => {
      complaints.push("a dialog");
      void dialog.dismiss();
    });
    await page.goto(`file://${files[name] ?? ""}`);
    return { page, complaints };
  }

  const looks = ["sample", "empty", "full"].flatMap((name) =>
    ["review html", "roadmap html"].flatMap((page) => [
      [`${name} ${page}`, 390, "light"] as const,
      [`${name} ${page}`, 1280, "dark"] as const,
    ]),
  );

  it("axe-core sees what is wrong with a page", async () => {
    const page = await browser.newPage();
    await page.setContent('<p style="color:#666;background:#fff">grey</p><svg role="img"></svg>');
    const found = (await findings(page)).map(({ id }) => id);
    expect(found).toEqual(expect.arrayContaining(["color-contrast-enhanced", "svg-img-alt", "html-has-lang"]));
    await page.close();
  });

  it.each(looks)("axe-core finds nothing on %s at %i pixels, %s, and nothing is wider than the screen", async (name, width, scheme) => {
    const { page, complaints } = await open(name, width, scheme);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
    expect(complaints).toEqual([]);
    const found = await findings(page);
    expect(found.map(({ id, nodes }) => [id, ...nodes.map(({ html, failureSummary }) => `${html}: ${failureSummary}`)])).toEqual([]);
    await page.context().close();
  });

  it.each(["sample roadmap html", "full roadmap html"])("no text of the picture overlaps another, or leaves it: %s", async (name) => {
    const { page } = await open(name, 390, "light");
    await page.evaluate("document.fonts.ready");
    const boxes = JSON.parse(
      String(await page.evaluate('JSON.stringify(Array.from(document.querySelectorAll("svg.road text:not(.rank)"), (text) => { const { x, y, width, height } = text.getBBox(); return { x, y, width, height }; }))')),
    ) as { x: number; y: number; width: number; height: number }[];
    expect(boxes.length).toBeGreaterThan(5);
    for (const { x, width } of boxes) expect(x + width).toBeLessThanOrEqual(390.5);
    // The boxes are as high as the font's lines, which may touch; no more than that.
    boxes.slice(1).forEach(({ y }, at) => { expect(y).toBeGreaterThan((boxes[at]?.y ?? 0) + (boxes[at]?.height ?? 0) * 0.6); });
    await page.context().close();
  });

  it.each(["sample", "empty", "full"])("the picture of its own is sound and shows itself: %s", async (name) => {
    const { page, complaints } = await open(`${name} roadmap svg`, 390, "light");
    expect(await page.evaluate("document.documentElement.localName + document.querySelectorAll('parsererror').length")).toBe("svg0");
    expect(await page.evaluate("getComputedStyle(document.querySelector('text')).fontFamily")).toContain("Road");
    expect(complaints).toEqual([]);
    await page.context().close();
  });
});
