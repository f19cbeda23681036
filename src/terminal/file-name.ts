/** Names that Windows keeps for devices, also with an ending: "con", "LPT1.pdf". */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])\s*(\.|$)/i;

/** What stands between the folders of a path on Windows. The letter of a drive stands before the first. */
function partsOnWindows(path: string): readonly string[] {
  return path.replace(/^[a-z]:/i, "").split(/[/\\]/);
}

/**
 * What keeps a path from being one of a file, as the end of a sentence; null where nothing does.
 *
 * Windows writes to a device where a name is one, whatever its ending; cuts off blanks and full stops at the end; and
 * puts what follows a colon beside the file, where nobody sees it.
 *
 * @param platform `process.platform`
 */
export function wrongName(path: string, platform: string): string | null {
  if (path === "" || path.endsWith("/") || path.includes("\0")) return "that is no name for a file";
  if (platform !== "win32") return null;
  if (/^[/\\]{2}[.?][/\\]/.test(path)) return "that is the name of a device";
  const parts = partsOnWindows(path).filter((part) => part !== "." && part !== "..");
  if (parts.some((part) => DEVICE.test(part))) return "Windows keeps that name for a device";
  if (path.endsWith("\\")) return "that is no name for a file";
  const sign = parts.flatMap((part) => /[<>:"|?*\u0001-\u001f]/.exec(part) ?? [])[0];
  if (sign !== undefined) return sign < " " ? "Windows takes no control signs in a name" : `Windows takes no ${sign} in a name`;
  return parts.some((part) => /[. ]$/.test(part)) ? "Windows takes no full stop and no blank at the end of a name" : null;
}
