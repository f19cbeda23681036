import { copyFileSync, mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { FontName } from "../src/views/card-pdf/faces.ts";

const root = join(import.meta.dirname, "..");
const resolver = createRequire(import.meta.url);

/** The fonts of the card, and the licences that have to travel with them. */
const SOURCES: Readonly<Record<FontName | "licence" | "fallbackLicence", readonly [string, string]>> = {
  regular: ["@expo-google-fonts/fira-sans", "400Regular/FiraSans_400Regular.ttf"],
  bold: ["@expo-google-fonts/fira-sans", "600SemiBold/FiraSans_600SemiBold.ttf"],
  licence: ["@expo-google-fonts/fira-sans", "LICENSE_FONT"],
  fallbackRegular: ["dejavu-fonts-ttf", "ttf/DejaVuSansCondensed.ttf"],
  fallbackBold: ["dejavu-fonts-ttf", "ttf/DejaVuSansCondensed-Bold.ttf"],
  fallbackLicence: ["dejavu-fonts-ttf", "LICENSE"],
};

const NAMES: Readonly<Record<keyof typeof SOURCES, string>> = {
  regular: "regular.ttf",
  bold: "bold.ttf",
  licence: "LICENSE-Fira-Sans.txt",
  fallbackRegular: "fallbackRegular.ttf",
  fallbackBold: "fallbackBold.ttf",
  fallbackLicence: "LICENSE-DejaVu.txt",
};

export interface FontFile {
  readonly from: string;
  readonly to: string;
}

/** Where each font file comes from, and where the built package has it. */
export function fontFiles(): readonly FontFile[] {
  return (Object.keys(SOURCES) as (keyof typeof SOURCES)[]).map((name) => {
    const [pack, path] = SOURCES[name];
    const folder = dirname(resolver.resolve(`${pack}/package.json`));
    return { from: join(folder, path), to: join(root, "dist", "fonts", NAMES[name]) };
  });
}

export function copyFonts(): void {
  for (const { from, to } of fontFiles()) {
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) copyFonts();
