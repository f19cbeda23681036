import { clockMinutes } from "../reflection/moment.ts";

export type SettingValue = string | number | readonly string[];

/** One setting: where it lives, its default, and how a typed value is read. */
export interface SettingKey {
  readonly key: string;
  /** `journal` travels with the journal; `machine` stays here. */
  readonly place: "journal" | "machine";
  readonly default: SettingValue | null;
  /** What it is for, one line. */
  readonly about: string;
  /** What is accepted, as a phrase. */
  readonly accepts: string;
  /** The value for what was typed, or null where it is not accepted. */
  readonly read: (text: string) => SettingValue | null;
}

function line(most: number) {
  return (text: string): string | null => {
    const folded = text.replace(/[\s\p{C}]+/gu, " ").trim();
    return folded === "" || folded.length > most ? null : folded;
  };
}

function oneOf(...values: readonly string[]) {
  return (text: string): string | null => {
    const value = text.trim().toLowerCase();
    return values.includes(value) ? value : null;
  };
}

function number(from: number, to: number) {
  return (text: string): number | null => {
    const value = Number(text.replace(",", "."));
    return text.trim() !== "" && Number.isFinite(value) && value >= from && value <= to ? value : null;
  };
}

function words(text: string): readonly string[] | null {
  const parts = text.replace(/\p{C}/gu, " ").split(/[,;\s]/).filter((word) => word !== "");
  return parts.length === 3 && parts.every((word) => word.length <= 80) ? parts : null;
}

function time(text: string): string | null {
  if (text.trim().toLowerCase() === "i work nights") return "12:00";
  const minutes = clockMinutes(text.trim());
  if (minutes === null) return null;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function matching(pattern: RegExp, change: (text: string) => string) {
  return (text: string): string | null => {
    const value = change(text.trim());
    return pattern.test(value) ? value : null;
  };
}

const same = (text: string): string => text;
const weight = { accepts: "a number from 0 to 10", read: number(0, 10) };
const onOff = { accepts: "on, off", read: oneOf("on", "off") };

/** Every setting, in the order in which `config` prints them. */
export const SETTINGS: readonly SettingKey[] = [
  { key: "goal", place: "journal", default: null, about: "what you want customers to feel", accepts: "one line, at most 400 characters", read: line(400) },
  { key: "words", place: "journal", default: null, about: "three words for who you want to be", accepts: "three words: calm, fair, clear", read: words },
  { key: "contact", place: "journal", default: null, about: "who helps you at work", accepts: "one line, at most 200 characters", read: line(200) },
  { key: "weights.strength", place: "journal", default: 0.5, about: "how much \"how hard\" counts in the rank", ...weight },
  { key: "weights.held", place: "journal", default: 0.3, about: "how much \"how close\" counts in the rank", ...weight },
  { key: "weights.carry", place: "journal", default: 0.2, about: "how much \"came home\" counts in the rank", ...weight },
  { key: "halfLifeDays", place: "journal", default: 21, about: "days after which a case counts half", accepts: "a number from 1 to 3650", read: number(1, 3650) },
  { key: "dayStartsAt", place: "journal", default: "04:00", about: "when your day begins", accepts: "a time like 04:00, or \"I work nights\"", read: time },
  { key: "weekStart", place: "journal", default: "monday", about: "the first day of your week", accepts: "monday, sunday", read: oneOf("monday", "sunday") },
  { key: "lang", place: "journal", default: null, about: "language", accepts: "a language that evenkeel speaks, like en", read: matching(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, same) },
  { key: "country", place: "journal", default: null, about: "where you work, for numbers that help", accepts: "a country code like US", read: matching(/^[A-Z]{2}$/, (text) => text.toUpperCase()) },
  { key: "device", place: "machine", default: null, about: "this computer's name in the journal's files", accepts: "six small letters and digits, like desk12", read: matching(/^[a-z0-9]{6}$/, same) },
  { key: "screenReader", place: "machine", default: "off", about: "plain sentences, nothing drawn", ...onOff },
  { key: "color", place: "machine", default: "auto", about: "colour", accepts: "auto, on, off", read: oneOf("auto", "on", "off") },
  { key: "ascii", place: "machine", default: "auto", about: "ASCII signs only", accepts: "auto, on, off", read: oneOf("auto", "on", "off") },
  { key: "editor", place: "machine", default: null, about: "the editor for long texts", accepts: "a command", read: line(400) },
  { key: "printer", place: "machine", default: null, about: "the printer for the card", accepts: "a printer's name", read: line(200) },
];

/** The setting of that name, or undefined. */
export function settingKey(key: string): SettingKey | undefined {
  return SETTINGS.find((setting) => setting.key === key);
}
