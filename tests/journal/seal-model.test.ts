import fc from "fast-check";
import { afterEach, expect, test } from "vitest";
import type { Age } from "../../src/journal/seal/age.ts";
import { playForModel } from "./faults/model.ts";
import { playForLoss } from "./faults/no-loss.ts";
import { moves } from "./faults/world.ts";
import { openVault, remembering, sealingKit } from "./seal-kit.ts";

const kit = sealingKit();
const remembered = remembering(kit.age);
let seals = 0;
const age: Age = {
  ...remembered,
  seal: (plain, recipient, stanza) => {
    seals += 1;
    return remembered.seal(plain, recipient, stanza);
  },
};
const vault = () => openVault({ ...kit, age });

afterEach(() => {
  expect(seals).toBeGreaterThan(40);
  seals = 0;
});

test("a sealed journal does what the model of the issue does: one device, with crashes", () => {
  fc.assert(fc.property(moves(1, false, 20), (played) => { expect(playForModel(1, played, vault)).toBeNull(); }), { numRuns: 40, seed: 51 });
});

test("a sealed journal does what the model of the issue does: two devices, syncs in any order, crashes", () => {
  fc.assert(fc.property(moves(2, false, 20), (played) => { expect(playForModel(2, played, vault)).toBeNull(); }), { numRuns: 30, seed: 52 });
});

test("sealed files synced one by one: nothing acknowledged is lost and all machines agree in the end", () => {
  fc.assert(fc.property(moves(3, true, 20), (played) => { expect(playForLoss(3, played, vault)).toBeNull(); }), { numRuns: 30, seed: 53 });
});
