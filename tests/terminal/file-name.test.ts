import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { wrongName } from "../../src/terminal/file-name.ts";
import { isTaken } from "../../src/terminal/output-place.ts";

const DEVICE = "Windows keeps that name for a device";
const NO_NAME = "that is no name for a file";

it.each<[string, string | null]>([
  ["card.pdf", null],
  ["C:\\Users\\Ana\\card.pdf", null],
  ["c:card.pdf", null],
  ["\\\\server\\share\\card.pdf", null],
  ["..\\cards\\.\\card.pdf", null],
  ["folder/card.pdf", null],
  ["console.txt", null],
  ["com.txt", null],
  ["com10.txt", null],
  ["nullable.md", null],
  ["ünï code.pdf", null],
  ["con", DEVICE],
  ["NUL", DEVICE],
  ["nul.pdf", DEVICE],
  ["Aux.tar.gz", DEVICE],
  ["prn .txt", DEVICE],
  ["C:\\temp\\LPT1.pdf", DEVICE],
  ["com¹.txt", DEVICE],
  ["con/card.pdf", DEVICE],
  ["CONOUT$", DEVICE],
  ["\\\\.\\PhysicalDrive0", "that is the name of a device"],
  ["//?/C:/card.pdf", "that is the name of a device"],
  ["card.pdf:hidden", "Windows takes no : in a name"],
  ["what?.pdf", "Windows takes no ? in a name"],
  ["a\u0007b", "Windows takes no control signs in a name"],
  ["card.", "Windows takes no full stop and no blank at the end of a name"],
  ["card.pdf ", "Windows takes no full stop and no blank at the end of a name"],
  ["cards\\", NO_NAME],
  ["cards/", NO_NAME],
  ["", NO_NAME],
])("on Windows, %j: %s", (path, wrong) => {
  expect(wrongName(path, "win32")).toBe(wrong);
});

it.each<[string, string | null]>([
  ["con", null],
  ["nul.pdf", null],
  ["a:b?.pdf ", null],
  ["cards\\", null],
  ["cards/", NO_NAME],
  ["", NO_NAME],
  ["a\0b", NO_NAME],
])("elsewhere, %j: %s", (path, wrong) => {
  expect(wrongName(path, "linux")).toBe(wrong);
  expect(wrongName(path, "darwin")).toBe(wrong);
});

it("is asked before anything is written", () => {
  const folder = mkdtempSync(join(tmpdir(), "evenkeel-name-"));
  const said = expect.objectContaining({ kind: "usage", message: `${join(folder, "nul.pdf")}: ${DEVICE}` }) as Error;
  expect(() => isTaken(join(folder, "nul.pdf"), "win32")).toThrow(said);
  expect(isTaken(join(folder, "nul.pdf"), "linux")).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});
