import type { Entry } from "../reflection/entry.ts";
import type { Field } from "../reflection/schema.ts";
import { FIELDS } from "../reflection/schema.ts";
import { comment } from "./sheet.ts";
import { fieldLabel } from "./show-fields.ts";
import type { Telling } from "./telling.ts";

function accepts(field: Field): string {
  if (field.type === "id") return field.of.join(", ");
  if (field.type === "ids") return `up to ${field.most} of ${field.of.join(", ")}`;
  if (field.type === "scale") return `${field.from} to ${field.to}`;
  if (field.type === "tags") return "a list of short texts";
  return field.type === "plan" ? "if and then" : "";
}

function block(entry: Entry, name: string, field: Field, toYaml: (value: unknown) => string, t: Telling): string[] {
  const value = (entry as unknown as Readonly<Record<string, unknown>>)[name];
  const about = accepts(field);
  const head = comment(about === "" ? fieldLabel(entry, name, t) : `${fieldLabel(entry, name, t)} (${about})`);
  return ["", ...head, ...(value === undefined ? [`# ${name}:`] : toYaml({ [name]: value }).trimEnd().split("\n"))];
}

/**
 * An entry as YAML to be edited: each answer under its question, what was not answered as a comment.
 * @param toYaml writes plain data as YAML
 */
export function entrySheet(entry: Entry, toYaml: (value: unknown) => string, t: Telling): string {
  const { id, kind, at, shift } = entry;
  const fields = Object.entries(FIELDS[kind]).flatMap(([name, field]) => block(entry, name, field, toYaml, t));
  const head = [...comment(t.say("show.sheet")), ...comment(t.say("show.sheetId", { id })), ""];
  return `${[...head, toYaml({ kind, at, shift }).trimEnd(), ...fields].join("\n")}\n`;
}
