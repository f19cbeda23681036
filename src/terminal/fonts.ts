import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { failure } from "../errors.ts";

/** Folders above a file, nearest first. */
function above(folder: string): readonly string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...above(parent)];
}

/**
 * Reads the font files that the package carries in `dist/fonts`: from a clone as from an installed package, since both
 * have that folder at their root.
 *
 * @param from a folder inside of the package
 * @throws a failure where the package has no such font
 */
export function packagedFonts(from = __dirname): (name: string) => Uint8Array {
  const folder = above(from)
    .flatMap((each) => [join(each, "fonts"), join(each, "dist", "fonts")])
    .find((each) => existsSync(join(each, "regular.ttf")));
  return (name) => {
    try {
      if (folder === undefined) throw new Error("no folder");
      return readFileSync(join(folder, `${name}.ttf`));
    } catch {
      throw failure(
        "The fonts for the card are missing from this installation.",
        "Install evenkeel again, or in a clone run: npm run build",
      );
    }
  };
}
