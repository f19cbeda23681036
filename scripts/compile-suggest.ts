import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Phrasings } from "../src/content/content.ts";
import { trainSuggest } from "../src/content/suggest/train.ts";
import { escapedAscii } from "./ascii.ts";

/** For each language folder of `out`, learns suggest.json from phrasings.json, which nothing needs any more then. */
export function compileSuggest(out: string): void {
  for (const lang of readdirSync(out)) {
    const examples = join(out, lang, "phrasings.json");
    const phrasings = JSON.parse(readFileSync(examples, "utf8")) as Phrasings;
    writeFileSync(join(out, lang, "suggest.json"), escapedAscii(JSON.stringify(trainSuggest(phrasings, lang))));
    rmSync(examples);
  }
}
