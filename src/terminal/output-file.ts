import { join } from "node:path";
import { statusOf } from "./output-place.ts";
import { openProduct, type WriteOptions } from "./product-file.ts";

/**
 * Writes a product (card, roadmap, review, export) to a file: whole or not at all, for nobody else to read (0600).
 *
 * @param path as the person typed it, relative to the working folder; `-` is for the caller to handle
 * @returns the absolute path
 * @throws a usage failure where a file is there and `force` is not set, where the name is a folder, a link or a device,
 *   or where its folder is missing; a failure where it cannot be written. Nothing is changed then.
 */
export function writeProduct(path: string, product: string | Uint8Array, options: WriteOptions): string {
  const file = openProduct(path, options);
  file.write(product);
  return file.commit();
}

/**
 * Writes a product beside others of its kind: `card.pdf`, or where that is taken `card-2.pdf` and so on.
 * @returns the absolute path
 */
export function writeProductAside(folder: string, name: string, extension: string, product: Uint8Array): string {
  for (let number = 1; ; number++) {
    const path = join(folder, `${name}${number === 1 ? "" : `-${number}`}${extension}`);
    if (statusOf(path) === null) return writeProduct(path, product, { force: false });
  }
}
