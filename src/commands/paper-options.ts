import { usageError } from "../errors.ts";
import { paperSize, type PaperSize } from "../views/paper/sizes.ts";

const MOST_COPIES = 99;

function copiesOf(copies: string): number {
  const number = /^\d{1,2}$/.test(copies) ? Number(copies) : 0;
  if (number < 1) throw usageError("--copies is no number of copies", `Accepted: 1 to ${MOST_COPIES}.`);
  return number;
}

/** `--size` and `--copies`. Throws a usage failure that names the flag and what it accepts. */
export function paperOptions({ size = "wallet", copies = "1" }: { readonly size?: string; readonly copies?: string }): {
  readonly size: PaperSize;
  readonly copies: number;
} {
  return { size: paperSize(size), copies: copiesOf(copies) };
}
