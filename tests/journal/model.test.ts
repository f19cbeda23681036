import fc from "fast-check";
import { expect, test } from "vitest";
import { playForModel } from "./faults/model.ts";
import { playForLoss } from "./faults/no-loss.ts";
import { moves } from "./faults/world.ts";

test("the store does what the model of the issue does: one device, with crashes", () => {
  fc.assert(
    fc.property(moves(1, false, 25), (played) => {
      expect(playForModel(1, played)).toBeNull();
    }),
    { numRuns: 150, seed: 1 },
  );
});

test("the store does what the model of the issue does: three devices, syncs in any order, crashes", () => {
  fc.assert(
    fc.property(moves(3, false, 30), (played) => {
      expect(playForModel(3, played)).toBeNull();
    }),
    { numRuns: 150, seed: 2 },
  );
});

test("with files synced one by one, in any order, nothing acknowledged is lost and all machines agree in the end", () => {
  fc.assert(
    fc.property(moves(3, true, 30), (played) => {
      expect(playForLoss(3, played)).toBeNull();
    }),
    { numRuns: 150, seed: 3 },
  );
});
