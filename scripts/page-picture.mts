import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { weekPage } from "./pictures.ts";

/** The picture of the week's page that the README shows, as a real browser draws it. Not the same bytes on each machine. */
const PICTURE = join(import.meta.dirname, "../docs/pictures/week-page.png");

const folder = mkdtempSync(join(tmpdir(), "evenkeel-page-"));
const browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
try {
  writeFileSync(join(folder, "week.html"), weekPage());
  const page = await browser.newPage({ viewport: { width: 1000, height: 850 } });
  await page.goto(`file://${join(folder, "week.html")}`);
  await page.screenshot({ path: PICTURE, fullPage: false });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
