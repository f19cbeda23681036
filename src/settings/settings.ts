import type { PracticeSettings } from "../practice/shapes.ts";
import { SETTINGS, type SettingKey, type SettingValue } from "./keys.ts";

/** Where a value came from, nearest first. */
export type Source = "flag" | "environment" | "journal" | "machine" | "default";

export interface Resolved {
  readonly value: SettingValue | null;
  readonly source: Source;
}

/** Values by key, as each place holds them. */
export interface SettingLayers {
  readonly flags: Readonly<Record<string, SettingValue | undefined>>;
  readonly environment: Readonly<Record<string, SettingValue | undefined>>;
  readonly journal: Readonly<Record<string, SettingValue | undefined>>;
  readonly machine: Readonly<Record<string, SettingValue | undefined>>;
}

/** Flags over environment over what is kept over the default. */
export function resolve(setting: SettingKey, layers: SettingLayers): Resolved {
  const { key, place } = setting;
  const flag = layers.flags[key];
  if (flag !== undefined) return { value: flag, source: "flag" };
  const environment = layers.environment[key];
  if (environment !== undefined) return { value: environment, source: "environment" };
  const kept = layers[place][key];
  return kept === undefined ? { value: setting.default, source: "default" } : { value: kept, source: place };
}

/** Every setting with its value and source, by key. */
export function resolveAll(layers: SettingLayers): ReadonlyMap<string, Resolved> {
  return new Map(SETTINGS.map((setting) => [setting.key, resolve(setting, layers)]));
}

/** What the environment says about settings. */
export function environmentLayer(env: Readonly<Record<string, string | undefined>>): SettingLayers["environment"] {
  const layer: Record<string, SettingValue | undefined> = {};
  const reader = env["EVENKEEL_SCREEN_READER"];
  if (reader !== undefined && reader !== "") layer["screenReader"] = /^(0|off|no|false)$/i.test(reader) ? "off" : "on";
  if (env["EVENKEEL_LANG"]) layer["lang"] = env["EVENKEEL_LANG"];
  const editor = env["VISUAL"] ?? env["EDITOR"];
  if (editor !== undefined && editor.trim() !== "") layer["editor"] = editor;
  return layer;
}

function text(resolved: ReadonlyMap<string, Resolved>, key: string): string | null {
  const value = resolved.get(key)?.value ?? null;
  return typeof value === "string" ? value : null;
}

function numberOf(resolved: ReadonlyMap<string, Resolved>, key: string): number {
  return Number(resolved.get(key)?.value);
}

/** The settings that the derived views need. */
export function practiceSettings(resolved: ReadonlyMap<string, Resolved>): PracticeSettings {
  const words = resolved.get("words")?.value;
  return {
    goal: text(resolved, "goal"),
    words: Array.isArray(words) ? (words as readonly string[]) : [],
    contact: text(resolved, "contact"),
    weights: {
      strength: numberOf(resolved, "weights.strength"),
      held: numberOf(resolved, "weights.held"),
      carry: numberOf(resolved, "weights.carry"),
      halfLifeDays: numberOf(resolved, "halfLifeDays"),
    },
    weekStart: text(resolved, "weekStart") === "sunday" ? "sunday" : "monday",
  };
}
