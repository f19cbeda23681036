const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs long work that looks now and then whether it shall stop, so that what it began can be tidied away.
 * @param work is handed a function that says whether a signal came
 */
export async function untilStopped<R>(work: (isStopped: () => boolean) => Promise<R>): Promise<R> {
  let stopped = false;
  const stop = (): void => {
    stopped = true;
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    return await work(() => stopped);
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}
