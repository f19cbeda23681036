import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { Pty } from "../pty.ts";
import { scratch } from "../run.ts";
import { bundled, type Bundled } from "./bundled.ts";

const folder = scratch();
const RESULT = join(folder, "result");
let fixture: Bundled;
beforeAll(async () => {
  fixture = await bundled("confirm", folder);
});

function ask(env: Readonly<Record<string, string>> = {}): Pty {
  return new Pty(process.execPath, [fixture.file], { env: { RESULT, ...fixture.env, ...env } });
}

function result(): unknown {
  return JSON.parse(readFileSync(RESULT, "utf8"));
}

describe.each([
  ["painted", {}],
  ["read aloud", { READER: "1" }],
  ["on a terminal without cursor movement", { TERM: "dumb" }],
])("a confirmation, %s", (_name, env) => {
  it("is yes or no, and no by Enter", async () => {
    const pty = ask(env);
    await pty.shows("Take it out? (y/N)");
    pty.send("y\r");
    await pty.shows("Really? (y/N)");
    pty.send("\r");
    expect(await pty.exit()).toMatchObject({ code: 0 });
    expect(result()).toEqual([true, false]);
  });

  it("hides a passphrase", async () => {
    const pty = ask({ ...env, KIND: "passphrase" });
    await pty.shows("Passphrase:");
    pty.send("correct horse\r");
    await pty.exit();
    expect(result()).toBe("correct horse");
    expect(pty.raw).not.toContain("correct");
    expect(pty.raw).not.toContain("***");
    expect(pty.modes().cursorShown).toBe(true);
  });

  it.each(["night", "day"])("takes the name %s or not", async (name) => {
    const pty = ask({ ...env, KIND: "name" });
    await pty.shows("Type the journal's name:");
    pty.send(`${name}\r`);
    await pty.exit();
    expect(result()).toBe(name === "night");
  });

  it.each([
    ["Ctrl-C", "\x03"],
    ["Ctrl-D", "\x04"],
  ])("ends with 130 on %s", async (_key, keys) => {
    const pty = ask(env);
    await pty.shows("Take it out?");
    pty.send(keys);
    expect(await pty.exit()).toMatchObject({ code: 130 });
    expect(result()).toBe("cancelled");
  });

  it.each(["SIGTERM", "SIGHUP"] as const)("ends with 130 on %s", async (signal) => {
    const pty = ask(env);
    await pty.shows("Take it out?");
    pty.kill(signal);
    expect(await pty.exit()).toMatchObject({ code: 130 });
    expect(result()).toBe("cancelled");
  });
});

it("says nothing that moves the cursor, read aloud", async () => {
  const pty = ask({ READER: "1" });
  await pty.shows("Take it out?");
  pty.send("yes\x7f\x7f\r");
  await pty.shows("Really?");
  pty.send("n\r");
  await pty.exit();
  expect(result()).toEqual([true, false]);
  expect(pty.raw.replaceAll(/\x1b\[\?2004[hl]/g, "")).not.toContain("\x1b");
});

it("brings no colour of its own", async () => {
  const pty = ask();
  await pty.shows("Take it out?");
  pty.send("x\r");
  await pty.shows("Please answer Yes or No.");
  pty.send("\x03");
  await pty.exit();
  expect(pty.raw).not.toMatch(/\x1b\[(?:3[0-7]|1|2)m/);
});
