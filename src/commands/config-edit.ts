import { parseYaml, type ParsedYaml, writeYaml } from "../content/parse.ts";
import { usageError } from "../errors.ts";
import type { Session } from "../session.ts";
import { SETTINGS, settingKey, type SettingValue } from "../settings/keys.ts";
import { configSheet } from "../views/config-sheet.ts";
import type { SheetProblem } from "../views/sheet.ts";
import { keepSettings, keptSettings, readSetting, type SettingChange } from "./config-keep.ts";
import { inEditor, type SheetRead } from "./in-editor.ts";
import { didYouMean } from "./near-miss.ts";

type Values = ReadonlyMap<string, SettingValue>;

function valueOf(given: unknown): string | null {
  if (Array.isArray(given)) return given.every((one) => typeof one === "string") ? given.join(", ") : null;
  return typeof given === "string" || typeof given === "number" ? String(given) : null;
}

/** What a key and its value say: a setting, nothing where there is no value, or a mistake. */
function readOne(session: Session, key: string, given: unknown): { readonly value: SettingValue | null } | Omit<SheetProblem, "line"> {
  const setting = settingKey(key);
  if (setting === undefined) {
    const keys = SETTINGS.map((one) => one.key);
    return { what: `"${key}" is no setting${didYouMean(key, keys)}`, accepted: keys.join(", ") };
  }
  if (given === null) return { value: null };
  const text = valueOf(given);
  const read = text === null ? setting : readSetting(session, setting, text);
  return "value" in read ? read : { what: `this value of ${key} is not accepted`, accepted: read.accepts };
}

function readSheet(session: Session, text: string): SheetRead<Values> {
  const parsed: ParsedYaml = parseYaml(text, "settings");
  if (parsed.problems.length > 0) return { problems: parsed.problems };
  const data = parsed.value ?? {};
  if (typeof data !== "object" || Array.isArray(data)) {
    return { problems: [{ line: parsed.positionOf([]).line, what: "settings are lines of key: value", accepted: "weekStart: monday" }] };
  }
  const values = new Map<string, SettingValue>();
  const problems: SheetProblem[] = [];
  for (const [key, given] of Object.entries(data)) {
    const result = readOne(session, key, given);
    if (!("value" in result)) problems.push({ ...result, line: parsed.positionOf([key], "key").line });
    else if (result.value !== null) values.set(key, result.value);
  }
  return problems.length > 0 ? { problems } : { read: values };
}

/** What the sheet changes: a key that left it goes back to its default. */
function changesOf(before: Values, after: Values): readonly SettingChange[] {
  return SETTINGS.flatMap(({ key }) => {
    const [was, is] = [before.get(key), after.get(key)];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ key, value: is ?? null }];
  });
}

/** `config edit`: all settings in the person's editor, and what they changed there in one step. */
export async function editSettings(session: Session): Promise<undefined> {
  const { env } = session.runtime;
  const editorNamed = (env["VISUAL"] ?? env["EDITOR"] ?? "") !== "";
  if (!session.globals.input || (!session.canAsk && !editorNamed)) {
    throw usageError("config edit opens an editor, and there is no terminal for it", 'One value: evenkeel config set words "calm, fair, clear"');
  }
  const before = keptSettings(session);
  const rows = SETTINGS.map((setting) => ({ ...setting, kept: before.get(setting.key) }));
  const words = { head: session.say("config.sheet"), journal: session.say("config.sheetJournal"), machine: session.say("config.sheetMachine") };
  const after = await inEditor(session, {
    text: configSheet(rows, words, writeYaml),
    read: (text) => readSheet(session, text),
    unharmed: "The settings are as they were.",
    next: () => "Mend it there, or set one value: evenkeel config set <key> <value>",
  });
  const changes = after === null ? [] : changesOf(before, after);
  const kept = await keepSettings(session, "config edit", changes);
  if (session.globals.json) session.printJson(kept);
  else if (kept.length === 0) session.note(`${session.say("kept.unchanged")}\n`);
  else session.note(`${session.say("kept.settings", { keys: kept.map(({ key }) => key).join(", ") })}\n`);
}
