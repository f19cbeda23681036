/** The same text with every sign outside ASCII as an escape: what JSON and JavaScript read back as it was, one byte a letter. */
export function escapedAscii(source: string): string {
  return source.replace(/[^\0-\x7f]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
