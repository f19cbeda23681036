import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isCardNumber, mayBecomeCard } from "../../../src/reflection/identifying/issuers.ts";
import { cardNumbers } from "./numbers.ts";

describe("a card number", () => {
  it.each([
    ["Visa", "4111111111111111"],
    ["Visa with 13 digits", "4222222222222"],
    ["Visa with 19 digits", "4917610000000000003"],
    ["Mastercard", "5555555555554444"],
    ["Mastercard, lowest of the second series", "2221000000000009"],
    ["Mastercard, highest of the second series", "2720990000000007"],
    ["American Express", "378282246310005"],
    ["Discover", "6011111111111117"],
    ["Diners Club", "30569309025904"],
    ["JCB", "3530111333300000"],
    ["UnionPay", "6205500000000000004"],
    ["Maestro", "6759649826438453"],
  ])("%s", (_, digits) => {
    expect(isCardNumber(digits)).toBe(true);
  });

  it.each([
    ["wrong check digit", "4111111111111112"],
    ["Visa of a length it has not", "41111111111116"],
    ["American Express with 16 digits", "3782822463100000"],
    ["below the second Mastercard series", "2220990000000002"],
    ["above the second Mastercard series", "2721000000000004"],
    ["no issuer's range", "9876543210123452"],
    ["a phone's serial number", "356845108427137"],
    ["twelve digits", "501800000009"],
    ["twenty digits", "62000000000000000000"],
    ["nothing", ""],
  ])("is not one with %s", (_, digits) => {
    expect(isCardNumber(digits)).toBe(false);
  });

  it("any number that issuers make up is one, and with any one digit changed it is none", () => {
    fc.assert(
      fc.property(cardNumbers, fc.nat(), fc.integer({ min: 1, max: 9 }), (digits, place, step) => {
        const at = place % digits.length;
        const changed = digits.slice(0, at) + String((Number(digits[at]) + step) % 10) + digits.slice(at + 1);
        expect(isCardNumber(digits)).toBe(true);
        expect(isCardNumber(changed)).toBe(false);
      }),
    );
  });

  it("may become one at each of its digits", () => {
    fc.assert(
      fc.property(cardNumbers, (digits) => {
        for (let length = 1; length <= digits.length; length += 1) expect(mayBecomeCard(digits.slice(0, length))).toBe(true);
      }),
    );
  });

  it.each(["11", "99", "0151", "2219", "2721", "7", "3311", "41111111111111111111"])("%s never becomes one", (digits) => {
    expect(mayBecomeCard(digits)).toBe(false);
  });
});
