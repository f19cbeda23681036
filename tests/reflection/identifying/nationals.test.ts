import { describe, expect, it } from "vitest";
import { findNationals } from "../../../src/reflection/identifying/nationals.ts";

/** A right number and one with a digit or letter changed, in the country's own way of writing. */
const NUMBERS: readonly (readonly [string, string, string])[] = [
  ["US", "ssn 219-09-9999", "ssn 219-00-9999"],
  ["US", "itin 912-70-1234", "itin 912-49-1234"],
  ["GB", "ab123456c", "bg123456c"],
  ["GB", "nhs 943 476 5919", "nhs 943 476 5918"],
  ["DE", "86 095 742 719", "86 095 742 718"],
  ["ES", "12345678z", "12345678a"],
  ["ES", "x1234567l", "y1234567l"],
  ["FR", "2 69 05 49 588 157 80", "2 69 05 49 588 157 81"],
  ["FR", "1 80 05 2a 004 005 31", "1 80 05 2b 004 005 31"],
  ["IT", "rssmra85t10a562s", "rssmra85t10a562t"],
  ["IN", "2341 2341 2346", "2341 2341 2364"],
  ["IN", "abcpe1234f", "abcde1234f"],
  ["CA", "sin 046 454 286", "sin 046 454 287"],
  ["NL", "bsn 111222333", "bsn 111222334"],
  ["PL", "44051401359", "44051401358"],
  ["SE", "811228-9874", "811328-9874"],
  ["FI", "131052-308t", "131052-308u"],
  ["NO", "150775 12052", "150775 12053"],
  ["DK", "cpr 010190-1234", "cpr 011390-1234"],
  ["BE", "85.07.30-033.28", "85.07.30-033.29"],
  ["CH", "756.9217.0769.85", "756.9217.0769.84"],
  ["AT", "svnr 1237 010180", "svnr 1238 010180"],
  ["BR", "390.533.447-05", "390.533.447-06"],
  ["IE", "1234567t", "1234567w"],
  ["SG", "s1234567d", "s1234567e"],
  ["ZA", "8001015009087", "8001015009088"],
];

describe("national numbers", () => {
  it.each(NUMBERS)("%s: %s, but not %s", (country, right, wrong) => {
    expect(findNationals(right, country).map(({ kind }) => kind)).toEqual(["national"]);
    expect(findNationals(wrong, country)).toEqual([]);
  });

  it("are no parts of longer numbers", () => {
    for (const text of ["1-078-05-1120", "078-05-1120-4", "a12345678z", "12345678z9"]) expect(findNationals(text, "US")).toEqual([]);
  });

  it("numbers of papers need the paper's name", () => {
    expect(findNationals("passport no. c01x00t47", null)).toHaveLength(1);
    expect(findNationals("the code c01x00t47", null)).toEqual([]);
  });
});
