import { describe, expect, it } from "vitest";
import { checkMessages } from "../../src/content/check-references.ts";
import { reporter } from "../../src/content/check-shape.ts";
import { compileContent } from "../../src/content/compile.ts";
import { problemLine } from "../../src/content/file-problem.ts";
import { parseYaml } from "../../src/content/parse.ts";
import type { MessageFile } from "../../src/content/source.ts";
import { placeOf, problemsAfter, textsOf } from "./files.ts";

describe("the files of a language", () => {
  it("are all there", () => {
    const texts = new Map([...textsOf("en")].filter(([name]) => name !== "needs.yaml"));
    expect(compileContent({ lang: "en", folder: "content/en", texts }).problems.map(problemLine)).toEqual([
      "content/en/needs.yaml:1:1: this file is missing; accepted: one file an area",
    ]);
  });

  it("are all known", () => {
    const [line] = problemsAfter(["habit.yaml", "", "a: b\n"]);
    expect(line).toMatch(/^content\/en\/habit\.yaml:1:1: this file is not known here; accepted: triggers\.yaml, /);
  });

  it("are YAML", () => {
    const place = placeOf("needs.yaml", "heard:");
    expect(problemsAfter(["needs.yaml", "heard:", "fast: x\nheard:"])).toEqual([
      `content/en/needs.yaml:${Number(place.split(":")[0]) + 3}:1: this key stands there twice; accepted: each key once`,
    ]);
  });
});

describe("a wrong reference", () => {
  it.each([
    [
      "stage of a trigger",
      ["triggers.yaml", "stage: greeting", "stage: hello"],
      `content/en/triggers.yaml:${placeOf("triggers.yaml", "greeting\n")}: "hello" is not known here`,
    ],
    [
      "response of a ready plan",
      ["triggers.yaml", "response: repair", "response: mend"],
      `content/en/triggers.yaml:${placeOf("triggers.yaml", "repair\n")}: "mend" is not known here`,
    ],
    [
      "trigger of a line",
      ["lines.yaml", "[personal_insult]\n  text: They do not know", "[insult]\n  text: They do not know"],
      `content/en/lines.yaml:${placeOf("lines.yaml", "personal_insult]\n  text: They do not know")}: "insult" is not known here`,
    ],
    [
      "line for a threat",
      ["lines.yaml", "[personal_insult]\n  text: They do not know", "[threat_harassment]\n  text: They do not know"],
      `content/en/lines.yaml:${placeOf("lines.yaml", "personal_insult]\n  text: They do not know")}: "threat_harassment" is not known here`,
    ],
    [
      "quotation for a threat",
      ["quotations.yaml", "use: tools_process", "use: threat_harassment"],
      `content/en/quotations.yaml:${placeOf("quotations.yaml", "tools_process")}: "threat_harassment" is not known here`,
    ],
    [
      "quotation for an insult",
      ["quotations.yaml", "use: tools_process", "use: personal_insult"],
      `content/en/quotations.yaml:${placeOf("quotations.yaml", "tools_process")}: "personal_insult" is not known here`,
    ],
  ] as const)("is reported: %s", (_, change, start) => {
    const lines = problemsAfter(change);
    expect(lines).toHaveLength(1);
    expect(lines[0]?.split("; accepted:")[0]).toBe(start);
  });
});

describe("what is incomplete or doubled", () => {
  it("a trigger with two ready plans", () => {
    const cut = `    - response: let_go
      then: write down the fix, and leave the rest behind
`;
    const key = placeOf("triggers.yaml", "  plans:\n    - response: repair").split(":")[0] ?? "";
    expect(problemsAfter(["triggers.yaml", cut, ""])).toEqual([
      `content/en/triggers.yaml:${key}:3: it needs three ready plans; accepted: exactly 3`,
    ]);
  });

  it("a plan for the support trigger", () => {
    const plan = "kind: This should not have happened to you.\n  plans: [{ response: pause, then: breathe out }]";
    expect(problemsAfter(["triggers.yaml", "kind: This should not have happened to you.", plan])).toEqual([
      expect.stringContaining(": this trigger takes no plan; accepted: the key left out"),
    ]);
  });

  it("two labels that look the same", () => {
    expect(problemsAfter(["reactions.yaml", "label: I gave in", "label: i  RUSHED!"])).toEqual([
      `content/en/reactions.yaml:${placeOf("reactions.yaml", "I gave in")}: "i  RUSHED!" stands at rushed.label already; accepted: each wording once`,
    ]);
  });

  it("one phrasing under two triggers", () => {
    expect(problemsAfter(["phrasings.yaml", "", "  - Shouting!\n"])).toEqual([
      expect.stringMatching(/^content\/en\/phrasings\.yaml:\d+:5: "Shouting!" stands at rude_tone\.0 already; accepted: each wording once$/),
    ]);
  });

  it("a line with half a plan", () => {
    expect(problemsAfter(["lines.yaml", "", "half:\n  text: A half line.\n  if: the queue is long\n"])).toEqual([
      expect.stringContaining(`: "if" has no "then"; accepted: both, or none`),
    ]);
  });

  it("a trigger with too few lines", () => {
    expect(problemsAfter(["lines.yaml", "triggers: [my_mistake]\n  text: A mistake that", "text: A mistake that"])).toEqual([
      `content/en/lines.yaml:${placeOf("lines.yaml", "loud-at-the-problem")}: "my_mistake" has 2 lines; accepted: 3 or more for each trigger`,
    ]);
  });

  it("a plan that ends with a stop, and a label that is too long", () => {
    expect(problemsAfter(["triggers.yaml", "if: the queue is long", "if: the queue is long."])).toEqual([
      `content/en/triggers.yaml:${placeOf("triggers.yaml", "the queue is long\n")}: "the queue is long." does not fit here; accepted: words without a stop at the end`,
    ]);
    expect(problemsAfter(["triggers.yaml", "label: The team was low", "label: The whole team was very very low"])).toEqual([
      `content/en/triggers.yaml:${placeOf("triggers.yaml", "The team was low")}: the text takes 32 columns; accepted: at most 28`,
    ]);
  });
});

describe("messages", () => {
  const check = (text: string, lang: string): string[] => {
    const parsed = parseYaml(text, "views.yaml");
    const out = reporter(parsed);
    checkMessages("views", parsed.value as MessageFile, lang, out);
    return out.problems.map(problemLine);
  };

  it("pass with the plural forms of their language", () => {
    expect(check("times:\n  one: once\n  other: '{count} times'\n", "en")).toEqual([]);
    expect(check("times:\n  one: raz\n  few: '{count} razy'\n  many: '{count} razy'\n  other: '{count} razu'\n", "pl")).toEqual([]);
  });

  it.each([
    ["times:\n  one: once\n  few: x\n  other: y\n", 'views.yaml:3:3: "few" is no plural form of en; accepted: one, other'],
    ["times:\n  one: once\n", 'views.yaml:1:1: the form "other" is missing; accepted: one, other'],
    ["times:\n  one: once by {who}\n  other: '{count} times'\n", "views.yaml:2:8: the forms differ in {who}; accepted: the same values in each form"],
    ["views.times: x\n", 'views.yaml:1:1: the name repeats "views."; accepted: times'],
  ])("report %j", (text, line) => {
    expect(check(text, "en")).toEqual([line]);
  });
});
