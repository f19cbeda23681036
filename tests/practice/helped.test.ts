import { expect, test } from "vitest";
import { lastIntention, recallOf, winForLowDay } from "../../src/practice/helped.ts";
import type { Entry } from "../../src/reflection/entry.ts";

function start(day: number, fields: object = {}): Entry {
  const shift = `2026-11-${String(day).padStart(2, "0")}`;
  return { id: `s${day}`, kind: "start", at: `${shift}T09:00:00+01:00`, shift, ...fields };
}

function win(day: number): Entry {
  const shift = `2026-11-${String(day).padStart(2, "0")}`;
  return { id: `w${day}`, kind: "win", at: `${shift}T12:00:00+01:00`, shift, what: `win ${day}` };
}

test("the two ways to look away from oneself take turns", () => {
  expect(recallOf([])).toBe("helped");
  expect(recallOf([start(1)])).toBe("customersDay");
  expect(recallOf([start(1), win(1), start(2)])).toBe("helped");
});

test("who one wanted to be is the latest that was said, whatever the order of the entries", () => {
  expect(lastIntention([start(3), start(2, { intention: "kind" }), start(1, { intention: "calm" })])).toBe("kind");
  expect(lastIntention([start(1), win(1)])).toBeNull();
});

test("a low day brings the latest win, the next low day the one before, and then they come round", () => {
  const wins = [win(1), win(2), win(3)];
  const shown = [0, 1, 2, 3].map((low) => winForLowDay([...wins, ...Array.from({ length: low }, (_, day) => start(4 + day, { energy: 2 }))]));
  expect(shown.map((found) => found?.what)).toEqual(["win 3", "win 2", "win 1", "win 3"]);
  expect(winForLowDay([...wins, start(4, { energy: 3 })])?.what).toBe("win 3");
  expect(winForLowDay([start(4, { energy: 1 })])).toBeNull();
});
