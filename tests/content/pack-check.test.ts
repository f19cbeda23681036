import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkPack } from "../../src/content/pack.ts";
import { MOST_BYTES } from "../../src/content/pack-bytes.ts";
import { newPack } from "../../src/content/pack-example.ts";
import { AROUND, fixture, packOf, problemsOf, RIDERS, withHead } from "./packs.ts";

const LINES = "lines: { a: { text: b } }";

describe("a pack without problems", () => {
  it("comes back as it stands in the file", () => {
    expect(packOf(withHead(LINES))).toEqual({ name: "my-team", language: "en", author: "us", licence: "CC0-1.0", lines: { a: { text: "b" } } });
  });

  it("is the example to start from, under any name", () => {
    expect(problemsOf(newPack())).toEqual([]);
    expect(packOf(newPack("night-desk", "es"))).toMatchObject({ name: "night-desk", language: "es", version: 1 });
  });

  it("may have a byte order mark and Windows line ends", () => {
    expect(problemsOf(Buffer.from(`\ufeff${withHead(LINES).replaceAll("\n", "\r\n")}`))).toEqual([]);
  });

  it("may bring every section", () => {
    expect(Object.keys(RIDERS)).toEqual(expect.arrayContaining(["triggers", "responses", "lines", "quotations", "questions", "messages", "phrasings"]));
  });
});

describe("what is wrong in a pack, with line and column", () => {
  it.each([
    ["a second key of one name", "name: x\n", 'p.yaml:5:1: this key stands there twice; accepted: each key once'],
    ["a tab", "lines:\n\ta: b\n", "p.yaml:6:1: a tab stands where the line is set in; accepted: blanks, two for each step inwards"],
    ["an alias", "about: &x b\nlines: { a: *x }\n", "p.yaml:5:11: an anchor (&) cannot stand here; accepted: the value without it"],
    ["__proto__", "lines: { __proto__: { text: b } }\n", "p.yaml:5:10: this key is not allowed; accepted: another name"],
    ["constructor", "triggers: { constructor: { label: b } }\n", "p.yaml:5:13: this key is not allowed; accepted: another name"],
    ["an unknown key", "color: red\nlines: { a: { text: b } }\n", 'p.yaml:5:1: the key "color" is not known here; accepted: name, language, author, licence, version, about, triggers, responses, lines, quotations, questions, messages, phrasings'],
    ["nothing in it", "about: x\n", "p.yaml:1:1: the pack holds nothing; accepted: any of triggers, responses, lines, quotations, questions, messages, phrasings"],
    ["a later format", "version: 2\nwhatever: [1]\n", "p.yaml:5:10: this pack is of a newer format than this evenkeel knows; accepted: version 1, or a newer evenkeel"],
    ["a format that is none", "version: new\nlines: { a: { text: b } }\n", 'p.yaml:5:10: "new" stands here; accepted: a whole number from 1 to 1'],
    ["an unknown trigger of a line", "lines: { a: { text: b, triggers: [angry] } }\n", 'p.yaml:5:35: "angry" is not known here; accepted: rude_tone,'],
    ["an if without then", "lines: { a: { text: b, if: c } }\n", 'p.yaml:5:24: "if" has no "then"; accepted: both, or none'],
    ["a then without if", "lines: { a: { text: b, then: c } }\n", 'p.yaml:5:24: "then" has no "if"; accepted: both, or none'],
    ["a frame word", "lines: { a: { text: b, if: If they shout, then: c } }\n", 'p.yaml:5:28: "If they shout" does not fit here; accepted: words without If before and without a stop at the end'],
    ["an escape sequence", 'lines: { a: { text: "b\\u001b[2J" } }\n', "p.yaml:5:21: the text holds a control character; accepted: signs that can be seen, and blanks"],
    ["a new trigger without its parts", "triggers: { app_rating: { label: Stars } }\n", 'p.yaml:5:13: the new trigger needs "meaning"; accepted: label, meaning, if'],
    ["a label that is taken", "triggers: { stars: { label: label SAYING_NO, meaning: m, if: c } }\n", 'p.yaml:5:29: "label SAYING_NO" is the label of saying_no; accepted: another label'],
    ["an id that answers use", "triggers: { own: { label: b } }\n", 'p.yaml:5:13: the key "own" does not fit here; accepted: small letters, digits, _ and -, beginning with a letter, at most 100'],
    ["a plan against threats", "triggers: { threat_harassment: { plans: [{ response: pause, then: b }] } }\n", "p.yaml:5:34: this trigger takes no plan and is not rehearsed; accepted: the key left out"],
    ["a line about threats", "lines: { a: { text: b, triggers: [threat_harassment] } }\n", 'p.yaml:5:35: "threat_harassment" is not known here; accepted: rude_tone,'],
    ["a quotation for the insulted", "quotations: { a: { text: b, author: c, work: d, use: personal_insult } }\n", 'p.yaml:5:54: "personal_insult" is not known here; accepted: rude_tone,'],
    ["an unknown response", "responses: { shout_back: { label: b } }\n", 'p.yaml:5:14: "shout_back" is not known here; accepted: pause,'],
    ["an unknown flow", "questions: { sing: { a: { ask: b } } }\n", 'p.yaml:5:14: "sing" is not known here; accepted: reflect, win'],
    ["an unknown question", "questions: { win: { song: { ask: b } } }\n", 'p.yaml:5:21: "song" is not known here; accepted: what'],
    ["a name in a question that nothing fills", "questions: { reflect: { held: { ask: 'You are {name}?' } } }\n", "p.yaml:5:38: nothing is put in for {name}; accepted: {words}"],
    ["an unknown area", "messages: { songs: { a: b } }\n", 'p.yaml:5:13: "songs" is not known here; accepted: suggest, roadmap, pack'],
    ["an unknown sentence", "messages: { suggest: { song: b } }\n", 'p.yaml:5:24: "song" is not known here; accepted: title'],
    ["words of support", "messages: { support: { title: b } }\n", 'p.yaml:5:13: "support" is not known here; accepted: suggest, roadmap, pack'],
    ["a name in a sentence that nothing fills", "messages: { suggest: { title: 'Hello {you}' } }\n", "p.yaml:5:31: nothing is put in for {you}; accepted: {count}"],
    ["a plural that the language does not have", "messages: { roadmap: { times: { few: 'a {when}', other: 'b {when}' } } }\n", 'p.yaml:5:33: "few" is no plural form of en; accepted: one, other'],
    ["phrasings for nobody", "phrasings: { stars: [a] }\n", 'p.yaml:5:14: "stars" is not known here; accepted: rude_tone,'],
  ])("%s", (_name, body, problem) => {
    const [first] = problemsOf(withHead(body.trimEnd()));
    expect(first?.slice(0, problem.length)).toBe(problem);
  });

  it.each(["../evil", "..", "a/b", "a\\\\b", "/etc/passwd", "CON", "con", "nul", "lpt1", "", "a b", "-a", "ä", "a".repeat(41), "a.yaml"])("a pack named %j", (name) => {
    const [first] = problemsOf(withHead(LINES).replace("name: my-team", `name: "${name}"`));
    expect(first).toMatch(/^p\.yaml:1:7: /);
  });

  it("every problem at once, and no more than a hundred", () => {
    const many = Array.from({ length: 300 }, (_, at) => `  l${at}: { text: "" }`);
    expect(problemsOf(withHead("lines:", ...many))).toHaveLength(100);
  });
});

describe("bytes that are no pack", () => {
  it("says where a character is not UTF-8", () => {
    expect(problemsOf(fixture("latin-1.yaml"))).toEqual(["p.yaml:1:10: this character is not UTF-8; accepted: the file saved as UTF-8, not as Latin-1"]);
    const after = Buffer.concat([Buffer.from("# größe\nname: a"), Buffer.from([0xc3])]);
    expect(problemsOf(after)[0]).toMatch(/^p\.yaml:2:8: this character is not UTF-8/);
  });

  it.each([
    ["overlong", [0xc0, 0xaf]],
    ["a surrogate", [0xed, 0xa0, 0x80]],
    ["beyond Unicode", [0xf4, 0x90, 0x80, 0x80]],
    ["a lone continuation", [0x80]],
  ])("refuses UTF-8 that is %s", (_name, bytes) => {
    expect(problemsOf(Buffer.from([0x61, ...bytes]))[0]).toMatch(/^p\.yaml:1:2: this character is not UTF-8/);
  });

  it("names UTF-16", () => {
    expect(problemsOf(Buffer.from("\ufeffname: a", "utf16le"))).toEqual(["p.yaml:1:1: the file is UTF-16; accepted: the same text saved as UTF-8"]);
  });

  it("does not read ten megabytes", () => {
    expect(problemsOf(Buffer.alloc(10_000_000, "a"))).toEqual([`p.yaml:1:1: the file is too large; accepted: at most ${MOST_BYTES} bytes`]);
    expect(problemsOf("a".repeat(10_000_000))[0]).toMatch(/^p\.yaml:1:1: the text is too long/);
  });

  it("does not unfold a bomb of aliases", () => {
    expect(problemsOf(fixture("bomb.yaml"))[0]).toMatch(/^p\.yaml:6:\d+: an anchor \(&\) cannot stand here/);
  });

  it("agrees with the decoder on what is UTF-8", () => {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const some = fc.uint8Array({ maxLength: 12 });
    fc.assert(
      fc.property(some, (bytes) => {
        let fine = true;
        try {
          decoder.decode(bytes);
        } catch {
          fine = false;
        }
        const says = problemsOf(bytes).some((line) => /UTF-(8|16);/.test(line));
        expect(says).toBe(!fine);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("ids that clash", () => {
  const others = [packOf(withHead("triggers: { stars: { label: Stars, meaning: m, if: c } }", LINES).replace("my-team", "other"))];

  it("with another pack's", () => {
    const text = withHead("triggers: { stars: { label: More stars, meaning: m, if: c } }", "lines: { a: { text: c } }");
    expect(problemsOf(text, { others })).toEqual([
      'p.yaml:5:13: the pack other has a trigger "stars" too; accepted: another id',
      'p.yaml:6:10: the pack other has a line "a" too; accepted: another id',
    ]);
  });

  it("with a label in another pack", () => {
    const text = withHead("triggers: { ratings: { label: STARS!, meaning: m, if: c } }");
    expect(problemsOf(text, { others })).toEqual(['p.yaml:5:31: "STARS!" is the label of stars; accepted: another label']);
  });

  it("with a trigger of one's own", () => {
    const text = withHead("triggers: { stars: { label: b, meaning: m, if: c } }");
    expect(problemsOf(text, { personal: [{ id: "stars", label: "Bad ratings" }] })).toEqual([
      'p.yaml:5:13: a trigger of your own is called "stars"; accepted: another id',
    ]);
  });
});

describe("any text and any bytes", () => {
  const pieces = fc.constantFrom("name: a\n", "language: en\n", "author: b\n", "licence: c\n", "lines:\n", "  a:\n", "    text: x\n", "triggers:\n", "  saying_no: {}\n", "- ", "? ", "&a ", "*a", "{", "}", "[", "]", "\t", "!!x ", "'", '"', "|\n", "\u0000", "é", ": ", "#", "---\n", "...\n", "%YAML 1.1\n", "messages: { suggest: { title: {} } }\n", "questions: [1]\n", "version: 9e99\n", "phrasings: { x: null }\n");
  const text = fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), fc.array(pieces, { maxLength: 20 }).map((all) => all.join("")));

  it("gives a pack or problems with a place, and never throws", () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.uint8Array({ maxLength: 200 })), (input) => {
        const result = checkPack(input, "p.yaml", AROUND);
        expect("pack" in result).toBe(result.problems.length === 0);
        for (const { line, column } of result.problems) expect(line > 0 && column > 0).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it("gives a pack or problems for any data, too", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom("name", "language", "author", "licence", "version", "about", "triggers", "responses", "lines", "quotations", "questions", "messages", "phrasings"), fc.jsonValue({ maxDepth: 4 })), (value) => {
        const result = checkPack(JSON.stringify(value), "p.yaml", AROUND);
        expect("pack" in result).toBe(result.problems.length === 0);
      }),
      { numRuns: 500 },
    );
  });
});
