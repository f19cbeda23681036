import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findIdentifying } from "../../../src/reflection/identifying/find.ts";
import { mask } from "../../../src/reflection/identifying/mask.ts";
import { openTail } from "../../../src/reflection/identifying/open-run.ts";
import type { PhoneCheck } from "../../../src/reflection/identifying/phone-check.ts";

/** Texts that make a finder try as much as it can, as pieces that are repeated. */
const WORST = [
  "4", "4 ", "4111 1111 1111 1111 ", "4111, ", "4 and then ", "40 ", "a", "a ", " ", "-", "- ", "\n", "@", "a@", "a.b@c.d ",
  " at ", "a dot ", "(at)", "[", "[card ...", "[card]", "de89 ", "de", "d 1", "cvv ", "cvv 1 ", "pin is the ", "order ",
  "order no. ", "48213377 ", "48213377 is ", "a1-", "a-", "+", "+1 ", "+49 30 ", "(0)", "212-", "212-555-0123 ", "020 ", "01 99 ", "1-1-",
  "one ", "double ", "forty-", "12345678z", "12345678z ", "078-05-1120 ", "passport ", "abcde1", "\u00e9", "\uff14", "4\u200b", "\u0301", "\ud800",
  "\ue000", "\ue000 12/27 ", "2026-11-20 ", "19.99 ", "order a ", "order 88120, got ", "number ", "id: ", "#", "#88123 ", "gh ", "gh 4412 ", "ab-1",
  "a/1", "a_", "0", "kundennummer ", "account holder ",
];
const SMALL = 6_250;
const TIMES = 16;
/** Rounds that a text with finds takes more than one without; work that grew with the square would be 16 times as much. */
const SLACK = 4;

const counted = { units: 0 };
const method = Object.getOwnPropertyDescriptor(RegExp.prototype, "exec") ?? {};
const exec = (method.value as RegExp["exec"]).call.bind(method.value as RegExp["exec"]) as (pattern: RegExp, text: string) => RegExpExecArray | null;

/** Counts how many units of text every pattern in a run is held against. */
function count(this: RegExp, text: string): RegExpExecArray | null {
  const from = this.global || this.sticky ? this.lastIndex : 0;
  const match = exec(this, text);
  const to = match !== null && this.global ? match.index + match[0].length : text.length;
  counted.units += to - from + 1;
  return match;
}

beforeEach(() => {
  Object.defineProperty(RegExp.prototype, "exec", { ...method, value: count });
});
afterEach(() => {
  Object.defineProperty(RegExp.prototype, "exec", method);
});

function work(piece: string, length: number): number {
  let calls = 0;
  const phoneCheck: PhoneCheck = () => {
    calls += 1;
    return null;
  };
  const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length);
  counted.units = 0;
  const spans = findIdentifying(text, { country: "US", phoneCheck });
  mask(text, spans);
  return counted.units + calls * 100;
}

describe("the work on a text of 100,000 characters", () => {
  it.each(WORST)("grows no faster than the text of %j", (piece) => {
    const small = work(piece, SMALL);
    const large = work(piece, SMALL * TIMES);
    expect(large).toBeLessThan(small * TIMES * SLACK);
  });

  it("is the same for each key, however long the text before it", () => {
    const tail = " card 4111 1111 11";
    const pieces = ["she said it again. ", "4 1 1 ", "4111, "];
    for (const piece of pieces) {
      const [short, long] = [1_000, 100_000].map((times) => {
        const text = piece.repeat(times) + tail;
        counted.units = 0;
        openTail(text);
        return counted.units;
      });
      expect(long).toBe(short);
    }
  });
});
