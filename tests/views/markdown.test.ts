import { describe, expect, it } from "vitest";
import { document, escapeMarkdown, table } from "../../src/views/markdown.ts";

describe("escapeMarkdown", () => {
  it.each([
    ["plain words, a (bracket) and 9 of 10.", "plain words, a (bracket) and 9 of 10."],
    ["*a* _b_ `c` ~~d~~", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~"],
    ["[link](http://x.org) <b>", "\\[link\\](http\\://x.org) \\<b\\>"],
    ["# no title | no cell", "\\# no title \\| no cell"],
    ["&lt; \\ x", "\\&lt; \\\\ x"],
    ["- no list", "\\- no list"],
    ["+ no list", "\\+ no list"],
    ["=====", "\\====="],
    ["1. no list", "1\\. no list"],
    ["12) no list", "12\\) no list"],
    ["6.5", "6.5"],
    ["a - b + 1. c", "a - b + 1. c"],
    ["www.x.org me@x.org", "www\\.x.org me\\@x.org"],
  ])("%j becomes %j", (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});

describe("table and document", () => {
  it("lines figures up at the right and keeps cells whole", () => {
    expect(table([" ", "now"], [["a | b", "1"]])).toEqual(["|   | now |", "| --- | ---: |", "| a \\| b | 1 |"]);
  });

  it("puts a blank line between blocks and leaves out empty ones", () => {
    expect(document([["# a"], [], ["b", "c"]])).toBe("# a\n\nb\nc\n");
  });
});
