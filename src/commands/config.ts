import type { Command } from "commander";
import { usageError } from "../errors.ts";
import type { Session } from "../session.ts";
import { type SettingKey, SETTINGS, settingKey, type SettingValue } from "../settings/keys.ts";
import { configView } from "../views/config.ts";
import { type Act, writing } from "./act.ts";

function known(key: string): SettingKey {
  const setting = settingKey(key);
  if (setting === undefined) {
    throw usageError("there is no such setting", `Accepted: ${SETTINGS.map((one) => one.key).join(", ")}.`);
  }
  return setting;
}

function plain(value: SettingValue | null): string {
  if (value === null) return "";
  return typeof value === "object" ? value.join(", ") : String(value);
}

function runShow(session: Session): undefined {
  const rows = SETTINGS.map(({ key, about }) => {
    const { value, source } = session.settings().get(key) ?? { value: null, source: "default" as const };
    return { key, about, value, source };
  });
  if (session.globals.json) session.printJson(Object.fromEntries(rows.map(({ key, value, source }) => [key, { value, source }])));
  else session.print(configView(rows, session.telling()));
}

function runGet(session: Session, _options: unknown, [key]: readonly unknown[]): undefined {
  const { key: name } = known(String(key));
  const value = session.value(name);
  if (session.globals.json) session.printJson(value);
  else session.print(`${plain(value)}\n`);
}

function change(session: Session, setting: SettingKey, value: SettingValue | null): void {
  const { key, place } = setting;
  if (place === "machine") {
    const { [key]: _before, ...others } = session.runtime.machineSettings();
    session.runtime.keepMachineSettings(value === null ? others : { ...others, [key]: value });
    return;
  }
  const { at } = session.now();
  session.journal().write(value === null ? "config unset" : "config set", at, (_journal, draft) => {
    if (value === null) draft.removeFrom("settings", key);
    else draft.putIn("settings", { id: key, at, value });
  });
}

async function runSet(session: Session, _options: unknown, [key, words]: readonly unknown[]): Promise<undefined> {
  const setting = known(String(key));
  const given = setting.read((words as readonly string[]).join(" "));
  if (given === null) throw usageError(`${setting.key}: this value is not accepted`, `Accepted: ${setting.accepts}.`);
  const { settingMasked } = await import("./settings-masking.ts");
  const value = await settingMasked(session, setting.key, given);
  change(session, setting, value);
  if (session.globals.json) session.printJson([{ key: setting.key, value }]);
  else session.note(`${session.say("kept.setting", { key: setting.key, value: plain(value) })}\n`);
}

function runUnset(session: Session, _options: unknown, [key]: readonly unknown[]): undefined {
  const setting = known(String(key));
  change(session, setting, null);
  if (session.globals.json) session.printJson([{ key: setting.key, value: setting.default }]);
  else session.note(`${session.say("kept.unset", { key: setting.key })}\n`);
}

export function register(program: Command, act: Act): void {
  const config = program.command("config").description("every setting, and where its value came from").action(act(runShow));
  config.command("get").description("one value").argument("<key>").action(act(runGet));
  config
    .command("set")
    .description("keep a value")
    .argument("<key>")
    .argument("<value...>")
    .action(act(writing(runSet)));
  config.command("unset").description("back to the default").argument("<key>").action(act(writing(runUnset)));
}
