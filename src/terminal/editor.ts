import { withoutEnd } from "../reflection/ends.ts";
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, posix, win32 } from "node:path";
import type { Edited, Editing } from "./editing.ts";

export interface EditorCommand {
  readonly command: string;
  readonly args: readonly string[];
  /** What it is called: "nano". */
  readonly name: string;
}

export interface EditorSource {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  /** The setting `editor`, or null. */
  readonly setting: string | null;
}

const USUAL: Readonly<Record<string, readonly string[]>> = { win32: ["notepad.exe"] };
const USUAL_ELSEWHERE = ["nano", "vi"];

/**
 * Splits a command line into its words without a shell: quotes keep blanks together, a backslash the next sign (not on
 * Windows, where it parts folders).
 */
export function commandWords(line: string, platform: string): readonly string[] {
  const pattern = platform === "win32" ? /"([^"]*)"|([^\s"]+)/g : /"((?:[^"\\]|\\.)*)"|'([^']*)'|((?:[^\s"'\\]|\\.)+)/g;
  const words: string[] = [];
  let end = -1;
  for (const match of line.matchAll(pattern)) {
    const quoted = match[1] ?? match[2];
    const word =
      platform === "win32" ? (quoted ?? "") : (match[2] ?? (match[1] ?? match[3] ?? "").replace(/\\(.)/g, "$1"));
    if (match.index === end) words.push((words.pop() ?? "") + word);
    else words.push(word);
    end = match.index + match[0].length;
  }
  return words;
}

function inPath(name: string, { env, platform }: EditorSource): boolean {
  const flavour = platform === "win32" ? win32 : posix;
  return (env["PATH"] ?? env["Path"] ?? "").split(flavour.delimiter).some((folder) => {
    try {
      accessSync(flavour.join(folder, name), constants.X_OK);
      return folder !== "";
    } catch {
      return false;
    }
  });
}

/** The person's editor: VISUAL, EDITOR, the setting, else one that is there; null where there is none. */
export function editorCommand(source: EditorSource): EditorCommand | null {
  const { env, platform, setting } = source;
  const wished = [env["VISUAL"], env["EDITOR"], setting].find(
    (line) => line !== undefined && line !== null && line.trim() !== "",
  );
  const usual = (USUAL[platform] ?? USUAL_ELSEWHERE).find((name) => inPath(name, source));
  const [command, ...args] = wished == null ? (usual === undefined ? [] : [usual]) : commandWords(wished, platform);
  if (command === undefined || command === "") return null;
  return { command, args, name: basename(command.replaceAll("\\", "/")).replace(/\.(exe|cmd|bat)$/i, "") };
}

function started(
  editor: EditorCommand,
  file: string,
  stop: AbortSignal,
): Promise<"done" | "missing" | "failed" | "stopped"> {
  return new Promise((resolve) => {
    const stdout = process.stdout.isTTY ? 1 : 2;
    // Loaded here: it takes 1.5 ms to start, and few conversations open an editor.
    const { spawn } = process.getBuiltinModule("node:child_process");
    const child = spawn(editor.command, [...editor.args, file], { stdio: [0, stdout, 2], signal: stop, shell: false });
    child.on("error", () => {
      resolve(stop.aborted ? "stopped" : "missing");
    });
    child.on("exit", (code) => {
      resolve(stop.aborted ? "stopped" : code === 0 ? "done" : "failed");
    });
  });
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return withoutEnd(new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/\r\n?/g, "\n"), /\n/);
  } catch {
    return null;
  }
}

export interface EditOptions {
  readonly editor: EditorCommand;
  /** A private folder of this machine, in which the file is made and removed. */
  readonly folder: string;
  /** The end of the file's name, by which editors know the kind of text: ".txt", ".yaml". */
  readonly suffix: string;
  readonly stop: AbortSignal;
}

/**
 * Lets the person edit a text in their editor, on a file that only they can read. The terminal must be given back before.
 * Whatever happens, the text that was given is unharmed.
 */
export async function editText(text: string, { editor, folder, suffix, stop }: EditOptions): Promise<Edited> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const room = mkdtempSync(join(folder, "edit-"));
  const file = join(room, `words${suffix}`);
  const leave = (): void => {
    rmSync(room, { recursive: true, force: true });
  };
  writeFileSync(file, text === "" ? "" : `${text}\n`, { mode: 0o600, flag: "wx" });
  const end = await started(editor, file, stop);
  if (end !== "done") {
    leave();
    return { type: end };
  }
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    leave();
    return { type: "failed" };
  }
  const after = textOf(bytes);
  if (after === null) return { type: "noText", file };
  leave();
  return { type: "done", text: after };
}

/** The person's editor for the long texts of a conversation, on files in `folder`; null where there is no editor. */
export function editingIn(folder: string, source: EditorSource): Editing | null {
  const editor = editorCommand(source);
  if (editor === null) return null;
  return {
    name: editor.name,
    edit: (text, stop) => editText(text, { editor, folder, suffix: ".txt", stop }).catch(() => ({ type: "failed" })),
  };
}
