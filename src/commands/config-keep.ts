import { usageError } from "../errors.ts";
import { isDeviceTaken, knownDevice, nameDevice, renewDevice } from "../journal/device.ts";
import { locked } from "../journal/write.ts";
import type { Session } from "../session.ts";
import { type SettingKey, SETTINGS, settingKey, type SettingValue } from "../settings/keys.ts";
import { languageFor } from "../settings/languages.ts";
import { settingMasked } from "./settings-masking.ts";

/** A setting with its new value; null is back to the default. */
export interface SettingChange {
  readonly key: string;
  readonly value: SettingValue | null;
}

/** A setting's value as it was typed: the value to keep, or what is accepted instead. */
export type SettingRead = { readonly value: SettingValue } | { readonly accepts: string };

/** Reads a typed value. A language has to be there: another tag would be kept and never heard of again. */
export function readSetting({ runtime }: Session, setting: SettingKey, text: string): SettingRead {
  const value = setting.read(text);
  if (setting.key !== "lang") return value === null ? { accepts: setting.accepts } : { value };
  const languages = runtime.languages();
  return value === null || languageFor(String(value), languages) === undefined ? { accepts: languages.join(", ") } : { value };
}

/** The journal itself knows this machine's name: it stands in the names of the files written here. */
export const DEVICE = "device";

/** This machine's name in the journal's files; null before anything was written. */
export function deviceOf(session: Session): string | null {
  return knownDevice(session.journal().store);
}

/** What is kept, by key: neither flags nor the environment nor defaults. */
export function keptSettings(session: Session): ReadonlyMap<string, SettingValue> {
  const inJournal = new Map(session.journal().book("settings").map(({ id, value }) => [id, value]));
  const here = session.runtime.machineSettings();
  const device = deviceOf(session);
  return new Map(
    SETTINGS.flatMap(({ key, place }) => {
      const value = key === DEVICE ? (device ?? undefined) : place === "journal" ? inJournal.get(key) : here[key];
      return value === undefined ? [] : [[key, value] as const];
    }),
  );
}

/** Earlier files keep the name under which they were written; another computer's name is never taken. */
function keepDevice(session: Session, value: SettingValue | null): string {
  const { store } = session.journal();
  if (value !== null && isDeviceTaken(store, String(value))) {
    throw usageError("device: files of the journal have this name already, and each computer needs one of its own", "Choose another one.");
  }
  return locked(store, () => (value === null ? renewDevice(store) : nameDevice(store, String(value))));
}

/** Keeps changes of settings: those of the journal in one step, those of this machine in its file. Gives what is kept now. */
export async function keepSettings(session: Session, command: string, changes: readonly SettingChange[]): Promise<readonly SettingChange[]> {
  const masked: SettingChange[] = [];
  for (const { key, value } of changes) masked.push({ key, value: value === null ? null : await settingMasked(session, key, value) });
  const ofJournal = masked.filter(({ key }) => settingKey(key)?.place === "journal");
  const ofMachine = masked.filter(({ key }) => settingKey(key)?.place === "machine" && key !== DEVICE);
  const device = masked.find(({ key }) => key === DEVICE);
  const named = device === undefined ? null : keepDevice(session, device.value);
  const { at } = session.now();
  if (ofJournal.length > 0) {
    session.journal().write(command, at, (_journal, draft) => {
      for (const { key, value } of ofJournal) {
        if (value === null) draft.removeFrom("settings", key);
        else draft.putIn("settings", { id: key, at, value });
      }
    });
  }
  if (ofMachine.length > 0) {
    const gone = new Set(ofMachine.map(({ key }) => key));
    const others = Object.entries(session.runtime.machineSettings()).filter(([key]) => !gone.has(key));
    const given = ofMachine.flatMap(({ key, value }) => (value === null ? [] : [[key, value] as const]));
    session.runtime.keepMachineSettings(Object.fromEntries([...others, ...given]));
  }
  return masked.map(({ key, value }) => ({ key, value: key === DEVICE ? named : (value ?? settingKey(key)?.default ?? null) }));
}
