import type { Disk } from "../../../src/journal/disk.ts";

/** The process is gone: nothing after this point runs, not even tidying up. */
export class Killed extends Error {}

export type Fault =
  /** From the n-th call on, nothing happens any more. */
  | { readonly kind: "killed" }
  /** The n-th call fails; with `for good`, every later one of the same name too. */
  | { readonly kind: "error"; readonly code: string; readonly forGood: boolean };

export interface FaultyDisk {
  readonly disk: Disk;
  /** Names of the calls so far. */
  readonly calls: string[];
  /** Whether the fault has struck. */
  struck(): boolean;
}

/** The same disk, on which the call with number `at` (from 0) meets a fault. Without a fault it only counts. */
export function faultyDisk(
  inner: Disk,
  at = -1,
  fault: Fault = { kind: "killed" },
  onKill: () => void = () => undefined,
): FaultyDisk {
  const calls: string[] = [];
  let broken: string | null = null;
  const meet = (name: string): void => {
    const number = calls.length;
    calls.push(name);
    if (fault.kind === "killed") {
      if (at < 0 || number < at) return;
      if (number === at) onKill();
      broken = name;
      throw new Killed("killed");
    }
    if (number === at) broken = name;
    if (number !== at && !(fault.forGood && broken === name)) return;
    throw Object.assign(new Error(`${fault.code} in ${name}`), { code: fault.code });
  };
  const disk = new Proxy(inner, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== "function" || typeof name !== "string") return value;
      return (...args: unknown[]): unknown => {
        meet(name);
        return Reflect.apply(value, target, args) as unknown;
      };
    },
  });
  return { disk, calls, struck: () => broken !== null };
}
