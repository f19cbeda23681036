import { cancelled, usageError } from "../errors.ts";
import { MOST_INPUT } from "./read-file.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** All of standard input, up to `MOST_INPUT`. Rejects with `cancelled` where a signal stops the wait; a closed standard input is empty. */
export function readStandardInput(): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const { stdin } = process;
    const settle = (finish: () => void): void => {
      for (const signal of SIGNALS) process.off(signal, stop);
      stdin.pause();
      finish();
    };
    const stop = (): void => {
      settle(() => {
        stdin.destroy();
        reject(cancelled("Stopped. Nothing of the input was kept."));
      });
    };
    for (const signal of SIGNALS) process.on(signal, stop);
    const done = (): void => {
      settle(() => {
        resolve(Buffer.concat(chunks));
      });
    };
    let total = 0;
    stdin.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      total += chunk.length;
      if (total <= MOST_INPUT) return;
      settle(() => {
        stdin.destroy();
        reject(usageError("the input is larger than anything evenkeel reads", `Accepted: at most ${MOST_INPUT / 1_000_000} MB.`));
      });
    });
    stdin.on("end", done);
    stdin.on("error", done);
  });
}
