import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Stop } from "../../src/practice/shapes.ts";
import type { TrendWeek } from "../../src/practice/trend.ts";
import { browserMeasure } from "../../src/views/card-html/measure.ts";
import { openTrueType } from "../../src/views/paper/truetype.ts";
import type { Face } from "../../src/views/paper/type.ts";
import { reviewPage } from "../../src/views/review-page.ts";
import { reviewMarkdown } from "../../src/views/review-markdown.ts";
import { reviewView } from "../../src/views/review.ts";
import { roadPage } from "../../src/views/road-page.ts";
import { roadSvg } from "../../src/views/road-picture-svg.ts";
import { roadLayout, ROLES, WIDTH } from "../../src/views/road-picture.ts";
import type { RoadmapData } from "../../src/views/roadmap.ts";
import { displayWidth } from "../../src/views/width.ts";
import { EVERY_STYLE, tell, unpainted } from "./sample.ts";
import { ANSWERED_WEEK, EMPTY_ROAD, QUIET_WEEK, ROAD, WEEK } from "./samples-of-journal.ts";

const fonts = (name: Face): Uint8Array => readFileSync(join(import.meta.dirname, `../../dist/fonts/${name}.ttf`));
const t = tell();

function trendWeek(from: string, strengths: number, strengthMedian: number | null, k: number, n: number): TrendWeek {
  return { week: from, from, entries: strengths, strengths, strengthMedian, close: { k, n } };
}

const TREND = [
  trendWeek("2026-10-26", 4, 5.5, 2, 4),
  trendWeek("2026-11-02", 0, null, 0, 0),
  trendWeek("2026-11-09", 8, 10, 3, 8),
  trendWeek("2026-11-16", 2, 6, 1, 1),
];

const HOSTILE = '</style><svg onload=alert(1)><script src="https://x.example/a.js"></script> & "x" \' **bold** [a](javascript:b) ]]>';

const HOSTILE_WEEK = {
  ...ANSWERED_WEEK,
  trend: TREND,
  focusOfWeek: HOSTILE,
  wins: [{ shift: "2026-11-17", what: HOSTILE }],
  review: { ...ANSWERED_WEEK.review, focus: HOSTILE, answers: { better: HOSTILE, offCourse: HOSTILE, helped: HOSTILE, plan: "keep", raise: HOSTILE } },
};

function hostileStop(stop: Stop): Stop {
  return { ...stop, plan: { if: HOSTILE, then: HOSTILE, since: "2026-11-01T00:00:00Z" } };
}

const HOSTILE_ROAD: RoadmapData = { ...ROAD, roadmap: { ...ROAD.roadmap, goal: HOSTILE, stops: ROAD.roadmap.stops.map(hostileStop) } };

const PAGES: readonly (readonly [string, string])[] = [
  ["the week", reviewPage({ ...WEEK, trend: TREND }, t)],
  ["an answered week", reviewPage(HOSTILE_WEEK, t)],
  ["a quiet week", reviewPage(QUIET_WEEK, t)],
  ["the road", roadPage(ROAD, fonts, t)],
  ["a hostile road", roadPage(HOSTILE_ROAD, fonts, t)],
  ["an empty road", roadPage(EMPTY_ROAD, fonts, t)],
];

const PICTURES: readonly (readonly [string, string])[] = [
  ["the road", roadSvg(ROAD, fonts, t)],
  ["a hostile road", roadSvg(HOSTILE_ROAD, fonts, t)],
  ["an empty road", roadSvg(EMPTY_ROAD, fonts, t)],
];

const withoutFonts = (markup: string): string => markup.replace(/url\(data:[^)]*\)/g, "");

describe.each([...PAGES, ...PICTURES.map(([name, svg]) => [`${name} as a picture`, svg] as const)])("%s", (_, markup) => {
  it("has no script, and nothing that would be fetched", () => {
    const bare = withoutFonts(markup);
    expect(bare).not.toMatch(/<script|<link|<img|<iframe|<object|<foreignObject|@import|url\(/i);
    expect(bare.match(/<[a-z][^>]*\s(?:on\w+|href|src|style|xlink:href)=/gi)).toBeNull();
  });

  it("shows what the person wrote as text, in balanced markup", () => {
    const open: string[] = [];
    for (const [, end, name = "", attributes = ""] of withoutFonts(markup).matchAll(/<(\/?)([a-z][\w-]*)((?:[^>"]|"[^"]*")*)>/gi)) {
      if (end === "/") expect(open.pop()).toBe(name);
      else if (!attributes.endsWith("/") && name !== "meta") open.push(name);
    }
    expect(open).toEqual([]);
  });
});

describe.each(PAGES)("%s", (_, html) => {
  it("is allowed nothing but its own style", () => {
    const [, style = ""] = /<style>([^]*?)<\/style>/.exec(html) ?? [];
    const hash = createHash("sha256").update(style).digest("base64");
    expect(html).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'"`);
    expect(html.match(/<style>/g)).toHaveLength(1);
    expect(html).toContain('<html lang="en">');
  });

  it("has its headlines in order", () => {
    const levels = Array.from(html.matchAll(/<h([1-6])/g), ([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.slice(1).forEach((level, at) => { expect(level).toBeLessThanOrEqual((levels[at] ?? 0) + 1); });
  });
});

describe("hostile words", () => {
  it.each([...PAGES, ...PICTURES].filter(([name]) => /hostile|answered/.test(name)))("stand escaped: %s", (_, markup) => {
    expect(markup).toContain("&lt;svg onload=alert(1)&gt;");
    expect(withoutFonts(markup)).not.toContain("<svg onload");
  });

  it("stand escaped in Markdown", () => {
    const text = reviewMarkdown(HOSTILE_WEEK, t);
    expect(text).not.toMatch(/^.*[^\\]<script/m);
    expect(text).not.toContain("**bold**");
  });
});

describe("the charts of a week", () => {
  const html = reviewPage({ ...WEEK, trend: TREND }, t);

  it("say each figure in words and in a table", () => {
    expect(html).toContain("Week from 26 Oct: 5.5. Week from 2 Nov: none. Week from 9 Nov: 10. Week from 16 Nov: 6, fewer than 3 cases.");
    expect(html).toContain("Week from 26 Oct: 2 of 4. Week from 2 Nov: none. Week from 9 Nov: 3 of 8. Week from 16 Nov: 1 of 1.");
    expect(html).toContain('<tr><th scope="row" dir="auto">9 Nov</th><td class="n">8</td><td class="n">10</td><td class="n">3 of 8</td></tr>');
  });

  it("draw no filled bar for fewer than three cases", () => {
    const [hard = ""] = /<svg class="chart"[^]*?<\/svg>/.exec(html) ?? [];
    expect(hard.match(/class="fill"/g)).toHaveLength(2);
    expect(hard.match(/class="hollow"/g)).toHaveLength(3);
  });

  it("are left out where there is nothing to draw", () => {
    expect(reviewPage(WEEK, t)).not.toContain('class="chart"');
  });
});

describe("the small bars of the terminal", () => {
  function block(text: string): string {
    const lines = text.split("\n");
    const from = lines.findIndex((line) => /last weeks/i.test(line));
    return lines.slice(from, lines.indexOf("", from)).join("\n");
  }

  it.each<[string, Parameters<typeof tell>[0], string]>([
    [
      "80 columns",
      {},
      `  The last weeks
   Week from  How hard               Close
   26 Oct          5.5  ██████      2 of 4  ██░░
   2 Nov           –                     –
   9 Nov          10    ██████████  3 of 8  ███░░░░░
   16 Nov          6    ░░░░░░      1 of 1  █
  ░ at how hard: fewer than 3 cases, too early to tell.`,
    ],
    [
      "40 columns in ASCII",
      { width: 40, ascii: true },
      `  Last weeks: how hard, how close
   26 Oct   5.5  ##    2 of 4  ##..
   2 Nov    -               -
   9 Nov   10    ####  3 of 8  ###.....
   16 Nov   6    ..    1 of 1  #
  . at how hard: fewer than 3 cases,
  too early to tell.`,
    ],
  ])("stand at %s as they were drawn", (_, choice, drawn) => {
    expect(block(reviewView({ ...WEEK, trend: TREND }, tell(choice)))).toBe(drawn);
  });

  it("are sentences for whoever listens", () => {
    const text = reviewView({ ...WEEK, trend: TREND }, tell({ aloud: true }));
    expect(text).toContain("Week from 9 November: 10.\nWeek from 16 November: 6, fewer than 3 cases.\n");
    expect(text).toContain("Week from 16 November: 1 of 1.\n");
    expect(text).not.toMatch(/[█░]/);
  });

  it.each(EVERY_STYLE)("fit into every width: %j", (choice) => {
    const many = TREND.map((week) => ({ ...week, close: { k: 480, n: 500 } }));
    for (const line of unpainted(reviewView({ ...WEEK, trend: many }, tell(choice))).split("\n")) {
      expect(displayWidth(line)).toBeLessThanOrEqual(choice.width ?? 80);
    }
  });
});

describe("the road as a picture", () => {
  const measure = browserMeasure({ regular: openTrueType(fonts("regular")), bold: openTrueType(fonts("bold")) });
  const words = fc.array(fc.stringMatching(/^[a-zA-Zé.,:"-]{1,40}$/), { minLength: 1, maxLength: 25 }).map((parts) => parts.join(" "));
  const [first] = ROAD.roadmap.stops;
  if (first === undefined) throw new Error("the sample has no stop");
  const stop = fc.record({ if: words, then: words, score: fc.double({ min: 0, max: 30, noNaN: true }), stage: fc.constantFrom("greeting", "limit_no", null) });
  const stops = fc.array(stop, { minLength: 1, maxLength: 12 }).map((all) =>
    all.map((one, at): Stop => ({ ...first, trigger: `own_${at}`, stage: one.stage, score: one.score, plan: { if: one.if, then: one.then, since: first.lastSeen } })),
  );

  it("lets nothing overlap and cuts nothing, whatever the words", () => {
    fc.assert(
      fc.property(stops, (all) => {
        const data = { ...ROAD, roadmap: { ...ROAD.roadmap, stops: all, top: all.slice(0, 3).map(({ trigger }) => trigger) } };
        const { texts, marks, height, legend } = roadLayout(data, true, measure, t);
        const boxes = texts.map(({ role, x, y, text }) => {
          const { size, face } = ROLES[role];
          return { left: x, right: x + measure(text, face) * size, top: y - size * 0.72, bottom: y + size * 0.2 };
        });
        for (const { left, right, top, bottom } of boxes) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(WIDTH);
          expect(top).toBeGreaterThanOrEqual(0);
          expect(bottom).toBeLessThanOrEqual(height);
        }
        boxes.slice(1).forEach(({ top }, at) => { expect(top).toBeGreaterThanOrEqual(boxes[at]?.bottom ?? 0); });
        marks.slice(1).forEach(({ x, y, radius }, at) => {
          const before = marks[at];
          if (before !== undefined) expect(Math.hypot(x - before.x, y - before.y)).toBeGreaterThan(radius + before.radius);
        });
        for (const { x, radius } of marks) expect(x + radius).toBeLessThan(122);
        for (const mark of [...marks, ...legend]) expect(mark.x - mark.radius).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 60 },
    );
  });

  it("sizes the stops by their scores, and numbers the hardest", () => {
    const { marks } = roadLayout(ROAD, true, measure, t);
    const scores = ROAD.roadmap.stops.map(({ score }) => score ?? 0);
    const order = (values: readonly number[]): readonly number[] => values.map((_, at) => at).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
    expect(order(marks.map(({ radius }) => radius))).toEqual(order(scores));
    expect(marks.map(({ rank }) => rank)).toEqual(ROAD.roadmap.stops.map(({ trigger }) => ROAD.roadmap.top.indexOf(trigger) + 1 || null));
  });

  it("has a text for those who do not see it", () => {
    const svg = roadSvg(ROAD, fonts, t);
    expect(svg).toMatch(/<svg [^>]*role="img" aria-labelledby="road-title" aria-describedby="road-text"/);
    for (const { trigger } of ROAD.roadmap.support) expect(svg).not.toContain(trigger);
  });
});
