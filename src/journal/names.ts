import { BOOKS, isMonth } from "./check.ts";
import type { Place } from "./record.ts";

/** A file of the journal by its name. */
export interface FileName {
  readonly place: Place;
  readonly device: string;
  /** `entries/2026-11.k3f9q2.json`, with forward slashes. */
  readonly relative: string;
  /** A sync program made it beside the real one: "2026-11.k3f9q2 (conflicted copy).json". It is read like the others. */
  readonly copy: boolean;
  /** One write that came in while the journal was sealed, see `inbox.ts`. */
  readonly letter?: true;
}

export const FOLDERS = ["entries", "books"] as const;
export type Folder = (typeof FOLDERS)[number];

export function fileName(place: Place, device: string): FileName {
  return { place, device, relative: `${place}.${device}.json`, copy: false };
}

/** Null for names that are none of the journal's. */
export function parseName(folder: Folder, name: string): FileName | null {
  const parts = /^([\w-]+)\.([0-9a-z]{6})(?![0-9a-z])(.*)\.json$/s.exec(name);
  const stem = parts?.[1] ?? "";
  const device = parts?.[2];
  const known = folder === "entries" ? isMonth(stem) : (BOOKS as readonly string[]).includes(stem);
  if (device === undefined || !known) return null;
  return { place: `${folder}/${stem}`, device, relative: `${folder}/${name}`, copy: parts?.[3] !== "" };
}

const stemOf = (place: Place): string => place.slice(place.indexOf("/") + 1);

/** A letter for some places: `inbox/2026-11+triggers.k3f9q2.01795286400000-a8x2kq.json`. */
export function inboxName(places: readonly Place[], device: string, stamp: string): FileName {
  const relative = `inbox/${places.map(stemOf).join("+")}.${device}.${stamp}.json`;
  return { place: places[0] ?? "books/settings", device, relative, copy: false, letter: true };
}

/** A letter, once for each place it is for; none for other names. A copy that a sync program made holds the same. */
export function parseInboxName(name: string): readonly FileName[] {
  const parts = /^([\w+-]+)\.([0-9a-z]{6})\.\d{14}-[0-9a-z]{6}(?![0-9a-z]).*\.json$/s.exec(name);
  const device = parts?.[2];
  if (device === undefined) return [];
  return (parts?.[1] ?? "").split("+").flatMap((stem): readonly FileName[] => {
    const folder = isMonth(stem) ? "entries" : (BOOKS as readonly string[]).includes(stem) ? "books" : null;
    return folder === null ? [] : [{ place: `${folder}/${stem}`, device, relative: `inbox/${name}`, copy: false, letter: true }];
  });
}
