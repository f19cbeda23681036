import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { failure, usageError } from "../errors.ts";
import { settingKey, type SettingValue } from "./keys.ts";

type Values = Record<string, SettingValue>;

function isValue(value: unknown): value is SettingValue {
  return (
    typeof value === "string" ||
    typeof value === "number" ||
    (Array.isArray(value) && value.every((item) => typeof item === "string"))
  );
}

function parse(text: string, file: string): Values {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    throw usageError(`${file} is not JSON`, "Mend it, or move it away: the defaults are used then.");
  }
  if (typeof data !== "object" || data === null || Array.isArray(data)) throw usageError(`${file} holds no settings`);
  const values: Values = {};
  for (const [key, value] of Object.entries(data)) {
    // The journal itself keeps this machine's name; an early version put it here, where nothing read it.
    if (key === "device") continue;
    const setting = settingKey(key);
    if (setting?.place !== "machine") throw usageError(`${file}: "${key}" is no setting of this machine`);
    if (!isValue(value) || setting.read(String(value)) === null) {
      throw usageError(`${file}: the value of "${key}" is not accepted`, `Accepted: ${setting.accepts}.`);
    }
    values[key] = value;
  }
  return values;
}

/** The settings of this machine, by key; none where the file does not exist. */
export function readMachineFile(file: string): Values {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw failure(`${file} cannot be read`);
  }
  return parse(text, file);
}

/** Keeps the settings of this machine. Nothing is left half-written. */
export function writeMachineFile(file: string, values: Values): void {
  // Loaded here: it takes 2 ms to start, and nearly every command only reads.
  const { randomBytes } = process.getBuiltinModule("node:crypto");
  const temporary = `${file}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(temporary, `${JSON.stringify(values, null, 2)}\n`, { flag: "wx", mode: 0o600, flush: true });
    renameSync(temporary, file);
  } catch {
    throw failure(`${file} cannot be written`);
  }
}
