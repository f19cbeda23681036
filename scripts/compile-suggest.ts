import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Phrasings } from "../src/content/content.ts";
import { trainSuggest } from "../src/content/suggest/train.ts";
import { escapedAscii } from "./ascii.ts";

/** For each language folder of `out` that has phrasings.json, learns suggest.json from it. */
export function compileSuggest(out: string): void {
  for (const lang of readdirSync(out)) {
    const phrasings = JSON.parse(readFileSync(join(out, lang, "phrasings.json"), "utf8")) as Phrasings;
    writeFileSync(join(out, lang, "suggest.json"), escapedAscii(JSON.stringify(trainSuggest(phrasings, lang))));
  }
}
