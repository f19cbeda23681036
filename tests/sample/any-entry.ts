import fc from "fast-check";
import type { Entry, Kind } from "../../src/reflection/entry.ts";
import { KINDS } from "../../src/reflection/entry.ts";
import { type Field, FIELDS } from "../../src/reflection/schema.ts";
import { TRIGGERS } from "../../src/reflection/vocabulary.ts";

/** What breaks formats: their own signs, what looks like a number or a date, controls, half signs, long texts. */
const HARD = [
  "=1+1", "'=x", "@tag", "- a", "# a", "> a", "1. a", "---", "a: b", "a #b", "no", "2026-11-20", "0x1f", "1e3", "~", "a,b;c", 'say "hi"', "a\\", "\\n",
  "a\r\nb\rc", "a\n\n b \n", "\n\na", "a\n\n", " a ", "\ta", "\u0000\u0007\u001b[31m", "\u2028\u2029\u0085", "\u202e\u200f\u200b\ufeff", "\ud800", "x\udc00y", "😀👩‍👩‍👧", "e\u0301", "日本語", "العربية",
  "<!-- evenkeel {} -->", "--> <b>", "](x)", "__proto__", "%%a%%", "==a==", "[[a]]", "$x$", "&amp;", "&#x41;", "w".repeat(5000), "one\ntwo\nthree", "plain words, as people write them.",
];

const text = fc
  .oneof(
    { weight: 4, arbitrary: fc.constantFrom(...HARD) },
    { weight: 2, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 40 }) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...HARD), { minLength: 2, maxLength: 3 }).map((parts) => parts.join("")) },
  )
  .filter((value) => value.trim() !== "");

function valueOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.type) {
    case "text":
    case "tag":
      return text;
    case "tags":
      return fc.array(text, { minLength: 1, maxLength: 3 });
    case "trigger":
      return fc.constantFrom(...TRIGGERS);
    case "id":
      return fc.constantFrom(...field.of);
    case "ids":
      return fc.uniqueArray(fc.constantFrom(...field.of), { minLength: 1, maxLength: Math.min(field.most, 3) });
    case "scale":
      return fc.integer({ min: field.from, max: field.to });
    case "plan":
      return fc.record({ if: text, then: text });
  }
}

function fieldsOf(kind: Kind): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const fields = Object.entries(FIELDS[kind]);
  const required = fields.filter(([, field]) => field.required === true).map(([name]) => name);
  return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, valueOf(field)])), { requiredKeys: required });
}

/** Moments of a few days, with and without milliseconds, in several zones. */
const moment = fc.record({ minute: fc.integer({ min: 0, max: 6000 }), ms: fc.constantFrom("", ".007"), zone: fc.constantFrom("Z", "+01:00", "-05:30") }).map(({ minute, ms, zone }) => {
  const wall = new Date(Date.parse("2026-10-29T00:00:00Z") + minute * 60_000).toISOString().slice(0, 19);
  return wall + ms + zone;
});

/** Any entry that a journal can hold; its id is made from `n`. */
function anyEntry(kind: Kind): fc.Arbitrary<Omit<Entry, "id">> {
  return fc
    .record({ at: moment, days: fc.integer({ min: -40, max: 3 }), fields: fieldsOf(kind) })
    .map(({ at, days, fields }) => {
      const shift = new Date(Date.parse(`${at.slice(0, 10)}T00:00:00Z`) + Math.min(0, days) * 86_400_000).toISOString().slice(0, 10);
      return { kind, at, shift, ...fields };
    });
}

/** Entries of every kind, with ids of their own. */
export const anyEntries: fc.Arbitrary<readonly Entry[]> = fc
  .array(fc.constantFrom(...KINDS).chain(anyEntry), { maxLength: 8 })
  .map((entries) => entries.map((entry, index) => ({ id: `id-${String(index)}`, ...entry }) as Entry));
