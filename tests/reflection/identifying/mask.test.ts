import { describe, expect, it } from "vitest";
import { findIdentifying } from "../../../src/reflection/identifying/find.ts";
import { mask } from "../../../src/reflection/identifying/mask.ts";
import { phoneCheck } from "../../../src/reflection/identifying/phone-check.ts";
import { alwaysMasked, IDENTIFYING } from "../../../src/reflection/identifying/span.ts";

const options = { country: "US", phoneCheck };

function masked(text: string): string {
  return mask(text, findIdentifying(text, options));
}

describe("what stands in the place of a span", () => {
  it.each([
    ["took 4111 1111 1111 1111 from her", "took [card ...1111] from her"],
    ["amex 3782-822463-10005.", "amex [card ...0005]."],
    ["\uff14\uff12\uff14\uff12 4242 4242 4242", "[card ...4242]"],
    ["4111 1111 1111 1111 04/27 123", "[card ...1111] 04/27 [code]"],
    ["cvv 123", "cvv [code]"],
    ["IBAN DE89 3704 0044 0532 0130 00!", "IBAN [bank account]!"],
    ["<jane@example.com>", "<[e-mail]>"],
    ["ring (212) 555-0123 now", "ring [phone number] now"],
    ["SSN 078-05-1120", "SSN [id number]"],
    ["Order #48213 again", "Order #[number] again"],
    ["nothing", "nothing"],
  ])("%j becomes %j", (text, expected) => {
    expect(masked(text)).toBe(expected);
  });

  it("no last four where a code may hang on to the number", () => {
    expect(masked("4111 1111 1111 1111 110")).toBe("[card]");
  });

  it("no digit of a code, a bank account or an e-mail address", () => {
    for (const text of ["pin 4821", "FI21 1234 5600 0007 85", "a1@b2.example"]) expect(masked(text)).not.toMatch(/\d/);
  });
});

describe("what is kept on purpose", () => {
  it("stays, while cards and codes are masked all the same", () => {
    const text = "jane@example.com paid with 4111 1111 1111 1111, cvv 123";
    const spans = findIdentifying(text, options).filter(({ kind }) => alwaysMasked(kind));
    expect(mask(text, spans)).toBe("jane@example.com paid with [card ...1111], cvv [code]");
  });

  it("cards and codes are the only kinds that are always masked", () => {
    expect(IDENTIFYING.filter((kind) => alwaysMasked(kind))).toEqual(["card", "code"]);
  });
});

describe("masking twice", () => {
  it.each([
    "4111 1111 1111 1111 is the pin",
    "4111 1111 1111 1111 04/27 123 456",
    "cvv 123 456",
    "account 48213377, 48213378 and 48213379",
    "212-555-0123 48213377 is her account",
    "\u2477111 1111 1111 1111",
    "ref:99-12-4421".repeat(33),
  ])("changes nothing more in %j", (text) => {
    const once = masked(text);
    expect(once).not.toBe(text);
    expect(masked(once)).toBe(once);
  });
});
