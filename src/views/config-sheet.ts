import { comment } from "./sheet.ts";

/** One setting as the sheet shows it. */
export interface SheetSetting {
  readonly key: string;
  readonly place: "journal" | "machine";
  readonly about: string;
  readonly accepts: string;
  readonly default: string | number | readonly string[] | null;
  /** As it is kept; undefined where it is not set. */
  readonly kept: string | number | readonly string[] | undefined;
}

/** What the sheet says between the settings. */
export interface SheetWords {
  readonly head: string;
  readonly journal: string;
  readonly machine: string;
}

function block({ key, about, accepts, default: usual, kept }: SheetSetting, toYaml: (value: unknown) => string): readonly string[] {
  const line = usual === null ? `# ${key}:` : `# ${toYaml({ [key]: usual }).trimEnd()}`;
  return ["", ...comment(`${about} (${accepts})`), ...(kept === undefined ? [line] : toYaml({ [key]: kept }).trimEnd().split("\n"))];
}

/**
 * All settings as YAML to be edited: what is set stands there, what is not is a comment with its default.
 * @param toYaml writes plain data as YAML
 */
export function configSheet(settings: readonly SheetSetting[], words: SheetWords, toYaml: (value: unknown) => string): string {
  const part = (place: SheetSetting["place"]): readonly string[] => [
    "",
    ...comment(words[place]),
    ...settings.filter((one) => one.place === place).flatMap((one) => block(one, toYaml)),
  ];
  return `${[...comment(words.head), ...part("journal"), ...part("machine")].join("\n")}\n`;
}
