import { copyFileSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { FontName } from "../src/views/card-pdf/faces.ts";

const root = join(import.meta.dirname, "..");
const require = createRequire(import.meta.url);
const FIRA = dirname(require.resolve("@expo-google-fonts/fira-sans/package.json"));
const DEJAVU = dirname(require.resolve("dejavu-fonts-ttf/package.json"));

/** The fonts of the card, by the name that it asks for. */
const FONTS: Readonly<Record<FontName, string>> = {
  regular: join(FIRA, "400Regular/FiraSans_400Regular.ttf"),
  bold: join(FIRA, "600SemiBold/FiraSans_600SemiBold.ttf"),
  fallbackRegular: join(DEJAVU, "ttf/DejaVuSansCondensed.ttf"),
  fallbackBold: join(DEJAVU, "ttf/DejaVuSansCondensed-Bold.ttf"),
};

/** Licences have to travel with their fonts. */
const LICENCES: Readonly<Record<string, string>> = {
  "LICENSE-Fira-Sans.txt": join(FIRA, "LICENSE_FONT"),
  "LICENSE-DejaVu.txt": join(DEJAVU, "LICENSE"),
};

export interface FontFile {
  readonly from: string;
  readonly to: string;
}

/** Where each font file comes from, and where the built package has it. */
export function fontFiles(): readonly FontFile[] {
  const fonts = Object.entries(FONTS).map(([name, from]): [string, string] => [`${name}.ttf`, from]);
  return [...fonts, ...Object.entries(LICENCES)].map(([name, from]) => ({ from, to: join(root, "dist", "fonts", name) }));
}

/** The bytes of a font, where nothing has been built yet. */
export function fontBytes(name: FontName): Uint8Array {
  return readFileSync(FONTS[name]);
}

export function copyFonts(): void {
  for (const { from, to } of fontFiles()) {
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) copyFonts();
