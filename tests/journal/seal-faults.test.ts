import { describe, expect, test } from "vitest";
import { failing, killed, powerCut, ready } from "./faults/runs.ts";
import type { Tally } from "./faults/runs.ts";
import { faultyDisk, Killed } from "./faults/faulty-disk.ts";
import { MemoryDisk } from "./faults/memory-disk.ts";
import { openOn, SEALED } from "./faults/scenarios.ts";
import { readPin } from "../../src/journal/seal/pin.ts";
import { goOn } from "../../src/journal/seal/switch.ts";
import { isSealed } from "../../src/journal/vault.ts";
import { lockedVault, seal, sealingKit } from "./seal-kit.ts";
import { note, put } from "./kit.ts";
import { openJournal } from "../../src/journal/open.ts";

/** A seeded sample; `npm run faults` strikes every call. */
function expectNothingLost(tally: Tally): void {
  expect(tally).toEqual({ runs: tally.runs, lost: 0, unreadable: 0, first: null });
  expect(tally.runs).toBeGreaterThan(2);
}

describe.each(SEALED.map((scenario, index) => [scenario.name, scenario, index] as const))("%s", (_, scenario, index) => {
  const made = ready(scenario);

  test("killed at a call to the disk: wholly one or the other, or it goes on", () => {
    expectNothingLost(killed(made, { step: 12, offset: index }));
  });

  test("the power cut at a call: what was acknowledged is there", () => {
    expectNothingLost(powerCut(made, { step: 14, offset: index + 5 }, 41 + index));
  });

  test("EIO and ENOSPC at a call: acknowledged means kept, refused means unchanged", () => {
    expectNothingLost(failing(made, { step: 16, offset: index }, "EIO", false));
    expectNothingLost(failing(made, { step: 16, offset: index + 9 }, "ENOSPC", true));
  });
});

test("sealing that is killed at any call left everything plain, or is finished at the next start without the passphrase", () => {
  const kit = sealingKit();
  const before = new MemoryDisk();
  put(openOn(before), note("a", "CANARY"), note("b", "CANARY", "2026-10-02"));
  put(openOn(before), note("a", "CANARY changed"));
  const words = (disk: MemoryDisk): readonly Buffer[] =>
    [...disk.files("/home")].filter(([path]) => /entries|undo|copies|drafts/.test(path)).map(([, bytes]) => bytes);
  const counting = faultyDisk(before.clone());
  seal(openOn(counting.disk).store, kit);
  const ends = new Set<string>();
  for (let at = 3; at < counting.calls.length; at += 7) {
    const disk = before.clone();
    const journal = openOn(faultyDisk(disk, at).disk);
    expect(() => { seal(journal.store, kit); }).toThrow(Killed);
    const next = { ...journal.store.options, disk, pid: 7_000_000 + at };
    const pin = readPin(openJournal(next).store);
    if (pin !== null) goOn(openJournal({ ...next, vault: lockedVault(next, kit) }).store);
    const files = words(disk);
    ends.add(pin === null ? "plain" : "sealed");
    expect(files.filter((bytes) => isSealed(bytes)).length).toBe(pin === null ? 0 : files.length);
    expect(pin === null || ![...disk.files("/home").values()].some((bytes) => bytes.includes("CANARY"))).toBe(true);
    expect(disk.facts("/home/journal/key.age") === null).toBe(pin === null);
  }
  expect([...ends].sort()).toEqual(["plain", "sealed"]);
});
