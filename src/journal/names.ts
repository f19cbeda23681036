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
