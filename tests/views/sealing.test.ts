import { expect, test } from "vitest";
import { sealedView } from "../../src/views/sealing.ts";
import { displayWidth } from "../../src/views/width.ts";
import { EVERY_STYLE, tell, unpainted } from "./sample.ts";

const KEY = "AGE-SECRET-KEY-1UDWGYTN0ZWQ7JXDX7JN46QXNPP3T3AYNC0A693P4YRYGEYX2U26QL9ZU92";

test.each(EVERY_STYLE)("the recovery key stands there whole and fits: %j", (style) => {
  const t = tell(style);
  const text = sealedView(KEY, t);
  expect(unpainted(text).replace(/\s+/g, "")).toContain(KEY);
  if (t.style.width >= 40) expect(Math.max(...unpainted(text).split("\n").map((line) => displayWidth(line)))).toBeLessThanOrEqual(t.style.width);
});

test("in lines of four where it is narrow, and whole on one line where there is room", () => {
  expect(sealedView(KEY, tell({ width: 40 })).split("\n").filter((line) => /^ {4}[A-Z0-9]{2,4}( |$)|AGE/.test(line))).toEqual([
    "    AGE-SECRET-KEY-1",
    "    UDWG YTN0 ZWQ7 JXDX 7JN4 6QXN PP3T",
    "    3AYN C0A6 93P4 YRYG EYX2 U26Q L9ZU",
    "    92",
  ]);
  expect(sealedView(KEY, tell({ width: 80 }))).toContain(`\n  ${KEY}\n`);
});
