import type { Session } from "../session.ts";

/** The words behind a command; `-` alone reads them from standard input, which keeps them out of the shell's history. */
export async function wordsFrom(session: Session, words: readonly string[]): Promise<string> {
  if (words.join(" ") !== "-") return words.join(" ");
  const { decodeText } = await import("./entries-from.ts");
  return decodeText(await session.runtime.readStdin(), "standard input").replace(/\r\n?/g, "\n").trimEnd();
}
