import { spawn } from "@lydell/node-pty";

/** Milliseconds from the start of `evenkeel reflect` in a real pseudo-terminal until its first question is painted. */
export function firstQuestionMs(bin: string, env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const begin = process.hrtime.bigint();
    const terminal = spawn(process.execPath, [bin, "reflect"], {
      cols: 80,
      rows: 30,
      env: { ...env, TERM: "xterm-256color", LANG: "C.UTF-8" },
    });
    let seen = "";
    let ms: number | null = null;
    terminal.onData((data) => {
      seen += data;
      if (ms !== null || !seen.includes("What set it off?")) return;
      ms = Number(process.hrtime.bigint() - begin) / 1e6;
      terminal.write("\u0003");
    });
    terminal.onExit(() => {
      if (ms === null) reject(new Error(`the first question was never painted:\n${seen}`));
      else resolve(ms);
    });
  });
}
