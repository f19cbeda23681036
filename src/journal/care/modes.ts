import { join } from "node:path";
import { attempt, unlessCode } from "../disk.ts";
import type { FileFacts } from "../disk.ts";
import type { Store } from "../store.ts";
import type { Finding } from "./finding.ts";
import { counted } from "./finding.ts";

interface Thing {
  readonly path: string;
  readonly facts: FileFacts;
}

/** A folder and what lies in it, links left out; a folder of the person's own (a `.git`) is not entered. */
function things(store: Store, folder: string): readonly Thing[] {
  const { disk } = store.options;
  const own = unlessCode(["EACCES", "ELOOP"], () => disk.target(folder), null);
  if (own?.kind !== "folder") return [];
  const names = unlessCode(["EACCES"], () => disk.list(folder), []).filter((name) => !name.startsWith("."));
  const inside = names.flatMap((name): readonly Thing[] => {
    const path = join(folder, name);
    const facts = disk.facts(path);
    if (facts?.kind === "folder") return things(store, path);
    return facts?.kind === "file" ? [{ path, facts }] : [];
  });
  return [{ path: folder, facts: own }, ...inside];
}

/** Whether others can get at anything below: what lies in a closed folder is closed, whatever its own mode (git makes 0644). */
const isClosed = (folder: FileFacts): boolean => (folder.mode & 0o077) === 0;

const right = (thing: Thing): number => (thing.facts.kind === "folder" ? 0o700 : 0o600);

function foreign(store: Store, folder: string, all: readonly Thing[]): readonly Finding[] {
  const { uid } = store.options;
  const others = all.filter(({ facts }) => facts.uid !== uid);
  if (others.length === 0 || uid === 0) return [];
  const what = `${counted(others.length, "file or folder", "files or folders")} in it belong to another user.`;
  return [{ file: store.shown(folder), what, repair: "Make them yours again (chown), or use another folder." }];
}

function open(store: Store, folder: string, all: readonly Thing[]): readonly Finding[] {
  const { disk, uid } = store.options;
  const tooOpen = all.filter(
    (thing) => (thing.facts.mode & ~right(thing)) !== 0 && (thing.facts.uid === uid || uid === 0),
  );
  if (tooOpen.length === 0) return [];
  const what = `Others on this computer may open ${counted(tooOpen.length, "file or folder", "files or folders")} in it.`;
  const mend = (): string => {
    const done = tooOpen.filter((thing) =>
      attempt(() => {
        disk.chmod(thing.path, right(thing));
      }),
    );
    return `${counted(done.length, "file or folder is", "files or folders are")} for you alone again.`;
  };
  return [{ file: store.shown(folder), what, repair: "evenkeel doctor --repair makes them yours alone.", mend }];
}

/** Folders that must be 0700 and files that must be 0600. */
export function findModes(store: Store): readonly Finding[] {
  if (store.options.uid === null) return [];
  const { journal, local, cache } = store.options.places;
  return [journal, local, cache].flatMap((folder) => {
    const all = things(store, folder);
    const [top] = all;
    const reachable = top === undefined || isClosed(top.facts) ? [] : all;
    return [...foreign(store, folder, all), ...open(store, folder, reachable)];
  });
}
