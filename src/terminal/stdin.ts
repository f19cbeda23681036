import { cancelled } from "../errors.ts";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** All of standard input. Rejects with `cancelled` where a signal stops the wait; a closed standard input is empty. */
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
    stdin.on("data", (chunk: Buffer) => chunks.push(chunk));
    stdin.on("end", done);
    stdin.on("error", done);
  });
}
