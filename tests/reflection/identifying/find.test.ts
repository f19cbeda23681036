import { describe, expect, it } from "vitest";
import { findIdentifying, type FindOptions } from "../../../src/reflection/identifying/find.ts";
import { loadPhoneCheck } from "../../../src/reflection/identifying/load-phone-check.ts";
import { phoneCheck } from "../../../src/reflection/identifying/phone-check.ts";

function found(text: string, options: FindOptions = {}): readonly string[] {
  return findIdentifying(text, options).map(({ start, end, kind }) => `${kind} ${text.slice(start, end)}`);
}

describe("offsets", () => {
  it("are those of the text as it was given, though matching happens after NFKC", () => {
    const text = "\ufdfa \u{1f620} caf\u00e9 4111\u200b1111\u200b11111111 ok";
    expect(findIdentifying(text)).toEqual([{ start: 10, end: 28, kind: "card", certain: true }]);
    expect(text.slice(10, 28)).toBe("4111\u200b1111\u200b11111111");
  });

  it("take marks on the last sign with them, but nothing invisible behind it", () => {
    expect(found("cvv 12\u0033\ufe0f\u20e3 ok")).toEqual(["code 123\ufe0f\u20e3"]);
    expect(found("cvv 123\u200b ok")).toEqual(["code 123"]);
  });
});

describe("what is certain", () => {
  it.each([
    ["4111 1111 1111 1111", true],
    ["DE89 3704 0044 0532 0130 00", true],
    ["jane@example.com", true],
    ["12345678Z", true],
    ["+1 415 555 0132", true],
    ["078-05-1120", false],
    ["jane (at) example.com", false],
    ["cvv 123", false],
    ["order 5512345", false],
  ])("%s: %s", (text, certain) => {
    expect(findIdentifying(text, { phoneCheck }).map((span) => span.certain)).toEqual([certain]);
  });
});

describe("the configured country", () => {
  it.each([
    ["020 7946 0958", "GB", ["phone 020 7946 0958"]],
    ["020 7946 0958", "US", []],
    ["020 7946 0958", null, []],
    ["phone 020 7946 0958", null, ["phone 020 7946 0958"]],
    ["+44 20 7946 0958", null, ["phone +44 20 7946 0958"]],
    ["212-555-0123", "US", ["phone 212-555-0123"]],
    ["212-555-0123", "DE", []],
    ["2125550123", "US", []],
    ["her phone is 2125550123", "US", ["phone 2125550123"]],
    ["86095742719", "DE", ["national 86095742719"]],
    ["86095742719", "US", []],
    ["steuer-id 86095742719", "US", ["national 86095742719"]],
    ["12345678Z", "US", ["national 12345678Z"]],
    ["0044 20 7946 0958", "GB", ["phone 0044 20 7946 0958"]],
    ["call 0044 20 7946 0958", "ZZ", ["phone 0044 20 7946 0958"]],
  ])("%j in %s", (text, country, expected) => {
    expect(found(text, { country, phoneCheck })).toEqual(expected);
  });

  it("can do without the tables of telephone numbers: + and words beside the digits are enough", () => {
    expect(found("(212) 555-0123", { country: "US" })).toEqual([]);
    expect(found("call (212) 555-0123", { country: "US" })).toEqual(["phone (212) 555-0123"]);
    expect(found("+1 212 555 0123")).toEqual(["phone +1 212 555 0123"]);
  });

  it("loads the tables when asked", async () => {
    const check = await loadPhoneCheck();
    expect(check("+12125550123", null)).toEqual({ valid: true, possible: true, national: "2125550123", callingCode: "1" });
    expect(check("12", "US")?.valid).not.toBe(true);
    expect(check("5", null)).toBeNull();
  });
});

describe("where several kinds meet", () => {
  it.each([
    ["account DE89 3704 0044 0532 0130 00", ["iban DE89 3704 0044 0532 0130 00"]],
    ["order 4111 1111 1111 1111", ["card 4111 1111 1111 1111"]],
    ["customer 12345@example.com", ["email 12345@example.com"]],
    ["account (212) 555-0123", ["phone (212) 555-0123"]],
    ["account 2125550123", ["reference 2125550123"]],
    ["cvv 123, order 5512345, jane@example.com", ["code 123", "reference 5512345", "email jane@example.com"]],
    ["at 03 4012888888881881 he rang", ["card 4012888888881881"]],
    ["+4915112345678", ["phone +4915112345678"]],
  ])("%j", (text, expected) => {
    expect(found(text, { country: "US", phoneCheck })).toEqual(expected);
  });

  it("numbers that overlap are one card", () => {
    expect(found("4111 1111 1111 1111 110")).toEqual(["card 4111 1111 1111 1111 110"]);
  });
});

describe("what is not found", () => {
  it.each([
    "Jane Miller, 12 High Street, born on 4 December 1981",
    "card ending in 4242, exp 09/27",
    "[card ...1111] [code] [e-mail] [phone number] [bank account] [id number] [number]",
    "",
  ])("%j", (text) => {
    expect(found(text, { country: "US", phoneCheck })).toEqual([]);
  });
});
