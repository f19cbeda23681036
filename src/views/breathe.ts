import { finish, indented, isNarrow, MARGIN, paragraph, readAloud } from "./lines.ts";
import type { Style } from "./style.ts";
import type { Telling } from "./telling.ts";

/** One part of a breath: what is done, for how long, and how full the lungs are at its end (0 to 1). */
interface Part {
  readonly name: "in" | "more" | "out";
  readonly seconds: number;
  readonly full: number;
}

/** A way to breathe, repeated. The way out takes longer than the way in. */
export interface Pattern {
  readonly name: "slow" | "sigh";
  readonly parts: readonly Part[];
}

/** Six breaths a minute, out for longer than in: a pause between cases is two of them. */
export const SLOW: Pattern = {
  name: "slow",
  parts: [
    { name: "in", seconds: 4, full: 1 },
    { name: "out", seconds: 6, full: 0 },
  ],
};

/** Cyclic sighing: in, a little more in, and a long way out (Balban et al. 2023; the seconds are ours). */
export const SIGH: Pattern = {
  name: "sigh",
  parts: [
    { name: "in", seconds: 3, full: 0.8 },
    { name: "more", seconds: 1, full: 1 },
    { name: "out", seconds: 6, full: 0 },
  ],
};

export interface BreathMoment {
  readonly name: Part["name"];
  /** How full the lungs are, 0 to 1. */
  readonly full: number;
}

/** The moment of a breath after so many milliseconds. */
export function breathAt({ parts }: Pattern, ms: number): BreathMoment {
  const whole = parts.reduce((sum, { seconds }) => sum + seconds * 1000, 0);
  let left = ms % whole;
  let before = parts.at(-1)?.full ?? 0;
  for (const { name, seconds, full } of parts) {
    if (left < seconds * 1000) return { name, full: before + ((full - before) * left) / (seconds * 1000) };
    left -= seconds * 1000;
    before = full;
  }
  return { name: "out", full: before };
}

const BAR = { wide: 40, narrow: 24, least: 4 } as const;

/** Nothing may move: for a screen reader, without colour, in ASCII. */
export function isStill({ screenReader, palette, symbols }: Style): boolean {
  return screenReader || !palette.paints || symbols.ascii;
}

/** The breath as it moves: what to do, and a bar that grows on the way in and shrinks on the way out. */
export function breathFrame(pattern: Pattern, ms: number, t: Telling): readonly string[] {
  const { name, full } = breathAt(pattern, ms);
  const { style } = t;
  const { strong, kind, quiet } = style.palette;
  const most = Math.max(BAR.least, Math.min(isNarrow(style) ? BAR.narrow : BAR.wide, style.width - MARGIN - 2));
  const bar = style.symbols.bar.repeat(Math.max(1, Math.round(full * most)));
  const foot = t.say("daily.breathe.anyKey");
  return [...paragraph(t.say(`daily.breathe.${name}`), t, strong), "", ...indented([bar], MARGIN, kind), "", ...paragraph(foot, t, quiet)];
}

/** The same in words, once, for those who cannot use a picture. */
export function breathWords(pattern: Pattern, asking: boolean, t: Telling): string {
  const lines = [
    t.say(`daily.breathe.words.${pattern.name}`),
    ...(asking ? [t.say(t.style.screenReader ? "daily.breathe.enterEnds" : "daily.breathe.anyKey")] : []),
    t.say(`daily.breathe.honest.${pattern.name}`),
  ];
  return finish(lines.flatMap((line) => (t.style.screenReader ? readAloud(line, t.style) : paragraph(line, t))));
}

/** What stays on the screen. */
export function breathEnd(pattern: Pattern, t: Telling): string {
  const lines = [t.say("daily.breathe.done"), t.say(`daily.breathe.honest.${pattern.name}`)];
  return finish(lines.flatMap((line, index) => (t.style.screenReader ? readAloud(line, t.style) : paragraph(line, t, index === 0 ? undefined : t.style.palette.quiet))));
}
