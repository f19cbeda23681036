import type { Command } from "commander";
import { usageError } from "../errors.ts";
import type { Session } from "../session.ts";
import { type SettingKey, SETTINGS, settingKey, type SettingValue } from "../settings/keys.ts";
import type { Resolved } from "../settings/settings.ts";
import { harmless } from "../views/harmless.ts";
import { configView } from "../views/config.ts";
import { type Act, writing } from "./act.ts";
import { didYouMean } from "./near-miss.ts";

function known(key: string): SettingKey {
  const setting = settingKey(key);
  if (setting === undefined) {
    const keys = SETTINGS.map((one) => one.key);
    throw usageError(`there is no such setting${didYouMean(key, keys)}`, `Accepted: ${keys.join(", ")}.`);
  }
  return setting;
}

function plain(value: SettingValue | null): string {
  if (value === null) return "";
  return typeof value === "object" ? value.join(", ") : String(value);
}

/** The value that counts, and where it came from. */
async function resolved(session: Session, key: string): Promise<Resolved> {
  const { DEVICE, deviceOf } = await import("./config-keep.ts");
  const device = key === DEVICE ? deviceOf(session) : null;
  if (device !== null) return { value: device, source: "machine" };
  return session.settings().get(key) ?? { value: null, source: "default" };
}

async function runShow(session: Session): Promise<undefined> {
  const all = await Promise.all(SETTINGS.map(({ key }) => resolved(session, key)));
  const rows = SETTINGS.map(({ key, about }, index) => {
    const { value, source } = all[index] ?? { value: null, source: "default" as const };
    return { key, about, value, source };
  });
  if (session.globals.json) session.printJson(Object.fromEntries(rows.map(({ key, value, source }) => [key, { value, source }])));
  else session.print(configView(rows, session.telling()));
}

async function runGet(session: Session, _options: unknown, [key]: readonly unknown[]): Promise<undefined> {
  const { value } = await resolved(session, known(String(key)).key);
  if (session.globals.json) session.printJson(value);
  else session.print(`${harmless(plain(value), "?")}\n`);
}

async function runSet(session: Session, _options: unknown, [key, words]: readonly unknown[]): Promise<undefined> {
  const setting = known(String(key));
  const { keepSettings, readSetting } = await import("./config-keep.ts");
  const given = readSetting(session, setting, (words as readonly string[]).join(" "));
  if (!("value" in given)) throw usageError(`${setting.key}: this value is not accepted`, `Accepted: ${given.accepts}.`);
  const kept = await keepSettings(session, "config set", [{ key: setting.key, value: given.value }]);
  if (session.globals.json) session.printJson(kept);
  else session.note(`${session.say("kept.setting", { key: setting.key, value: plain(kept[0]?.value ?? null) })}\n`);
}

async function runUnset(session: Session, _options: unknown, [key]: readonly unknown[]): Promise<undefined> {
  const setting = known(String(key));
  const { keepSettings } = await import("./config-keep.ts");
  const kept = await keepSettings(session, "config unset", [{ key: setting.key, value: null }]);
  if (session.globals.json) session.printJson(kept);
  else {
    const [{ value } = { value: null }] = kept;
    const isNew = value !== setting.default;
    session.note(`${session.say(isNew ? "kept.setting" : "kept.unset", { key: setting.key, value: plain(value) })}\n`);
  }
}

export function register(program: Command, act: Act): void {
  const config = program.command("config").description("every setting, and where its value came from").action(act(runShow));
  config.command("get").description("one value").argument("<key>", "its name: evenkeel config shows them").action(act(runGet));
  config
    .command("set")
    .description("keep a value")
    .argument("<key>", "its name: evenkeel config shows them")
    .argument("<value...>", "what it shall be")
    .action(act(writing(runSet)));
  config.command("unset").description("back to the default").argument("<key>", "its name: evenkeel config shows them").action(act(writing(runUnset)));
  config
    .command("edit")
    .description("all of them in your editor; a mistake is marked at its line")
    .action(act(writing(async (session) => (await import("./config-edit.ts")).editSettings(session))));
}
