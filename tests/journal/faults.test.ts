import { describe, expect, test } from "vitest";
import { failing, killed, powerCut, ready } from "./faults/runs.ts";
import type { Tally } from "./faults/runs.ts";
import { CARE, SCENARIOS } from "./faults/scenarios.ts";

/** A seeded sample; `npm run faults` strikes every call. */
function expectNothingLost(tally: Tally): void {
  expect(tally).toEqual({ runs: tally.runs, lost: 0, unreadable: 0, first: null });
  expect(tally.runs).toBeGreaterThan(5);
}

describe.each([...SCENARIOS, ...CARE].map((scenario, index) => [scenario.name, ready(scenario), index] as const))(
  "%s",
  (_, made, index) => {
    test("killed at a call to the disk: it happened, or it did not", () => {
      expectNothingLost(killed(made, { step: 2, offset: index }));
    });

    test("the power cut at a call: what was acknowledged is there", () => {
      expectNothingLost(powerCut(made, { step: 2, offset: index + 1 }, 11 + index));
    });

    test.each(["EIO", "ENOSPC"])("%s at a call: acknowledged means kept, refused means unchanged", (code) => {
      expectNothingLost(failing(made, { step: 4, offset: index }, code, false));
      expectNothingLost(failing(made, { step: 4, offset: index + 2 }, code, true));
    });
  },
);
