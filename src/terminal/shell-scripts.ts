import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { failure } from "../errors.ts";

/** The shells that can ask evenkeel what may come next, and the files that teach them. */
const FILES = { bash: "evenkeel.bash", zsh: "evenkeel.zsh", fish: "evenkeel.fish", powershell: "evenkeel.ps1" } as const;

export type Shell = keyof typeof FILES;

export const SHELLS = Object.keys(FILES) as readonly Shell[];

/** What to type once, so that a shell completes from then on. */
export const INSTALL: Readonly<Record<Shell, string>> = {
  bash: "echo 'source <(evenkeel completion bash)' >> ~/.bashrc",
  zsh: "echo 'source <(evenkeel completion zsh)' >> ~/.zshrc",
  fish: "mkdir -p ~/.config/fish/completions && evenkeel completion fish > ~/.config/fish/completions/evenkeel.fish",
  powershell: "Add-Content $PROFILE 'evenkeel completion powershell | Out-String | iex'",
};

function find(name: string, folder: string): string | null {
  try {
    return readFileSync(join(folder, "completions", name), "utf8").replaceAll("\r\n", "\n");
  } catch {
    return dirname(folder) === folder ? null : find(name, dirname(folder));
  }
}

/**
 * The script that teaches a shell to ask, from the package's folder `completions`.
 *
 * @param from a folder inside of the package
 * @throws a failure where the package has no such file
 */
export function shellScript(shell: Shell, from = __dirname): string {
  const script = find(FILES[shell], from);
  if (script === null) throw failure(`The completion for ${shell} is missing from this installation.`, "Install evenkeel again.");
  return script;
}
