/** The version of the format this program writes. */
export const VERSION = 1;

/** From version n to n + 1: takes what `JSON.parse` gave for a whole file and gives the same in the next version. */
export type Migration = (file: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** The format in use, and how to get there: `steps.get(1)` makes version 2 of version 1. */
export interface Format {
  readonly version: number;
  readonly steps: ReadonlyMap<number, Migration>;
}

/** There has been no other version yet. */
export const FORMAT: Format = { version: VERSION, steps: new Map() };

/**
 * Brings a file to the version in use, step by step. A file of that version or a newer one comes back as it is.
 *
 * Throws where a step is missing, which is a defect.
 */
export function migrate(
  file: Readonly<Record<string, unknown>>,
  from: number,
  format: Format,
): Readonly<Record<string, unknown>> {
  let migrated = file;
  for (let version = from; version < format.version; version += 1) {
    const step = format.steps.get(version);
    if (step === undefined) throw new Error(`no migration from version ${version}`);
    migrated = { ...step(migrated), version: version + 1 };
  }
  return migrated;
}
