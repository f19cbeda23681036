import { expect, test } from "vitest";
import { places } from "../../src/journal/places.ts";

test("EVENKEEL_HOME puts everything under one folder", () => {
  expect(places({ EVENKEEL_HOME: "/srv/My Journal é", XDG_DATA_HOME: "/x" }, "linux", "/home/me")).toEqual({
    journal: "/srv/My Journal é/journal",
    local: "/srv/My Journal é/local",
    cache: "/srv/My Journal é/cache",
    config: "/srv/My Journal é/config",
    packs: "/srv/My Journal é/packs",
  });
});

test("a relative EVENKEEL_HOME is taken from where the command runs", () => {
  expect(places({ EVENKEEL_HOME: "sub/../trial" }, "linux", "/home/me", "/srv/desk").journal).toBe(
    "/srv/desk/trial/journal",
  );
});

test("an empty EVENKEEL_HOME counts as none", () => {
  expect(places({ EVENKEEL_HOME: "" }, "linux", "/home/me").journal).toBe("/home/me/.local/share/evenkeel/journal");
});

test("without it, the XDG folders, relative ones ignored", () => {
  const env = { XDG_DATA_HOME: "/data", XDG_STATE_HOME: "state", XDG_CACHE_HOME: "/cache", XDG_CONFIG_HOME: "" };
  expect(places(env, "darwin", "/home/me")).toEqual({
    journal: "/data/evenkeel/journal",
    packs: "/data/evenkeel/packs",
    local: "/home/me/.local/state/evenkeel",
    cache: "/cache/evenkeel",
    config: "/home/me/.config/evenkeel",
  });
});

test("on Windows, what is shared is roaming and the rest is local", () => {
  const env = { APPDATA: "C:\\Users\\Ana\\AppData\\Roaming", LOCALAPPDATA: "D:\\Local" };
  expect(places(env, "win32", "C:\\Users\\Ana")).toEqual({
    journal: "C:\\Users\\Ana\\AppData\\Roaming\\evenkeel\\journal",
    packs: "C:\\Users\\Ana\\AppData\\Roaming\\evenkeel\\packs",
    local: "D:\\Local\\evenkeel\\state",
    cache: "D:\\Local\\evenkeel\\cache",
    config: "D:\\Local\\evenkeel\\config",
  });
  expect(places({}, "win32", "C:\\Users\\Ana").cache).toBe("C:\\Users\\Ana\\AppData\\Local\\evenkeel\\cache");
  expect(places({ EVENKEEL_HOME: "E:\\ek" }, "win32", "C:\\Users\\Ana").local).toBe("E:\\ek\\local");
});
