import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readWalk, walked, writeWalk } from "./walk.ts";

const FOLDER = join(import.meta.dirname, "walks");
/** Set to draw the screens anew; look at what changed before it is kept. */
const DRAWS = process.env["DRAW"] === "1";

/** Goes the walks of these names; each screen has to be exactly as its file shows it. */
export function goWalks(names: RegExp): void {
  const files = readdirSync(FOLDER).filter((name) => names.test(name));
  describe("key by key, in a real terminal", () => {
    it.each(files)("%s", async (file) => {
      const text = readFileSync(join(FOLDER, file), "utf8");
      const { walk, raw } = await walked(readWalk(text), DRAWS);
      if (DRAWS) writeFileSync(join(FOLDER, file), writeWalk(walk));
      else expect(writeWalk(walk)).toBe(text);
      if (walk.env["EVENKEEL_SCREEN_READER"] !== "on") return;
      expect(raw.replaceAll(/\x1b\[\?2004[hl]/g, "")).not.toMatch(/[\x1b\x08]|\r(?!\r?\n)/);
    });
  });
}
