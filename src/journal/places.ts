import { type PlatformPath, posix, win32 } from "node:path";

/** The folders evenkeel uses. `journal` and `packs` may be shared between machines; the others are this machine's own. */
export interface Places {
  readonly journal: string;
  /** Device id, lock, drafts, undo, automatic backups. */
  readonly local: string;
  /** Derived data; safe to delete. */
  readonly cache: string;
  readonly config: string;
  readonly packs: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

function under(home: string, flavour: PlatformPath): Places {
  const at = (name: string): string => flavour.join(home, name);
  return { journal: at("journal"), local: at("local"), cache: at("cache"), config: at("config"), packs: at("packs") };
}

function windows(env: Environment, homedir: string): Places {
  const folder = (name: string, ...fallback: string[]): string => {
    const value = env[name];
    return win32.join(
      value !== undefined && win32.isAbsolute(value) ? value : win32.join(homedir, ...fallback),
      "evenkeel",
    );
  };
  const roaming = folder("APPDATA", "AppData", "Roaming");
  const local = folder("LOCALAPPDATA", "AppData", "Local");
  return {
    journal: win32.join(roaming, "journal"),
    packs: win32.join(roaming, "packs"),
    local: win32.join(local, "state"),
    cache: win32.join(local, "cache"),
    config: win32.join(local, "config"),
  };
}

function xdg(env: Environment, homedir: string): Places {
  const folder = (name: string, ...fallback: string[]): string => {
    const value = env[name];
    return posix.join(
      value !== undefined && posix.isAbsolute(value) ? value : posix.join(homedir, ...fallback),
      "evenkeel",
    );
  };
  const data = folder("XDG_DATA_HOME", ".local", "share");
  return {
    journal: posix.join(data, "journal"),
    packs: posix.join(data, "packs"),
    local: folder("XDG_STATE_HOME", ".local", "state"),
    cache: folder("XDG_CACHE_HOME", ".cache"),
    config: folder("XDG_CONFIG_HOME", ".config"),
  };
}

/**
 * Where everything lies.
 *
 * `EVENKEEL_HOME` puts all of it under one folder (a relative one is taken from `cwd`); else the XDG folders, of which
 * relative ones are ignored as the XDG Base Directory Specification asks; else `%APPDATA%` and `%LOCALAPPDATA%`.
 */
export function places(env: Environment, platform: NodeJS.Platform, homedir: string, cwd = homedir): Places {
  const home = env["EVENKEEL_HOME"];
  const flavour = platform === "win32" ? win32 : posix;
  if (home !== undefined && home !== "") return under(flavour.resolve(cwd, home), flavour);
  return platform === "win32" ? windows(env, homedir) : xdg(env, homedir);
}
