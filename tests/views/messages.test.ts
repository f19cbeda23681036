import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { realMessages } from "./sample.ts";

const SRC = join(import.meta.dirname, "../../src");

const SOURCES = readdirSync(SRC, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => readFileSync(join(SRC, name), "utf8"));

const ALL = SOURCES.join("\n");

/** Keys spoken as they stand: `say("roadmap.title")`. */
const SPOKEN = [...ALL.matchAll(/\bsay\(\s*"([^"]+)"/g)].map(([, key]) => key ?? "");
/** Keys named in a table, to be spoken later. */
const NAMED = new Set([...ALL.matchAll(/"([a-z]+\.[\w.-]+)"/g)].map(([, key]) => key ?? ""));
/** Beginnings of keys that are put together: `say(`kept.next${…}`)`. */
const BEGUN = [...ALL.matchAll(/`([a-z]+\.[\w.-]*)\$\{/g)].map(([, key]) => key ?? "");

const MESSAGES = realMessages();

describe("the messages of content/en", () => {
  it("hold every key that is spoken", () => {
    expect([...new Set(SPOKEN)].filter((key) => !Object.hasOwn(MESSAGES, key))).toEqual([]);
    expect(SPOKEN.length).toBeGreaterThan(100);
  });

  it("are all spoken", () => {
    const unused = Object.keys(MESSAGES).filter((key) => !NAMED.has(key) && !BEGUN.some((start) => key.startsWith(start)));
    expect(unused).toEqual([]);
  });
});
