import type { Disk } from "../disk.ts";
import { nodeDisk } from "../disk.ts";
import type { Places } from "../places.ts";
import { Store } from "../store.ts";
import { pinPath } from "../vault.ts";
import { ageIn } from "./age.ts";
import { readPin } from "./pin.ts";
import { SealedVault } from "./sealed-vault.ts";

/**
 * The vault of a journal that is sealed, still locked.
 * @param worker the built `worker.ts`
 */
export function vaultHere(places: Places, worker: string, disk: Disk = nodeDisk): SealedVault {
  const pin = readPin(new Store({ places, disk, clock: () => 0 }, () => new Map()));
  const isOver = (): boolean => pin !== null && disk.target(pinPath(places)) === null;
  return new SealedVault(ageIn(worker), pin?.recipient ?? null, pin?.key ?? null, isOver);
}
