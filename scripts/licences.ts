import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** The licence's text as the package carries it. */
  readonly text: string;
}

/** The folder of the package that a module belongs to; null for modules of our own. */
export function packageFolder(moduleId: string): string | null {
  const id = moduleId.replaceAll("\\", "/").split("?")[0] ?? "";
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? null;
}

interface Named {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly author?: string | { readonly name: string };
}

/** For a package that names the MIT licence and leaves its text out. */
function mitText({ author }: Named, root: string): string {
  const [, terms = ""] = readFileSync(join(root, "LICENSE"), "utf8").split(/^(?=Permission is hereby granted)/m);
  return `Copyright (c) ${typeof author === "string" ? author : (author?.name ?? "its authors")}\n\n${terms.trim()}`;
}

function read(folder: string, root: string): BundledPackage {
  const named = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Named;
  const file = readdirSync(folder).find((one) => /^licen[cs]e(\.(md|txt))?$/i.test(one));
  if (file === undefined && named.license !== "MIT") throw new Error(`${named.name} is bundled and carries no licence text`);
  const text = file === undefined ? mitText(named, root) : readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim();
  return { name: named.name, version: named.version, licence: named.license, text };
}

/** The packages that modules belong to, by name. The bundler's own few lines count as a package too. */
export function bundledPackages(moduleIds: readonly string[], root: string): readonly BundledPackage[] {
  const folders = new Set(moduleIds.flatMap((id) => packageFolder(id) ?? []));
  const bundler = join(root, "node_modules/rolldown");
  if (existsSync(bundler)) folders.add(bundler);
  const named = new Map([...folders].map((folder) => read(folder, root)).map((one) => [`${one.name}@${one.version}`, one]));
  return [...named.values()].sort((a, b) => (`${a.name} ${a.version}` < `${b.name} ${b.version}` ? -1 : 1));
}

/** Writes `dist/licences.txt`: licences have to travel with what is bundled. */
export function writeLicences(moduleIds: readonly string[], root: string): void {
  const packages = bundledPackages(moduleIds, root);
  const list = packages.map(({ name, version, licence }) => `  ${name} ${version} (${licence})`);
  const texts = packages.map(({ name, version, text }) => `${"-".repeat(72)}\n${name} ${version}\n\n${text}`);
  const parts = [
    "evenkeel is under the MIT licence. Parts of these packages are bundled into it:",
    list.join("\n"),
    "Their licences follow. Those of the card's fonts lie beside them, in dist/fonts.",
    ...texts,
  ];
  writeFileSync(join(root, "dist", "licences.txt"), `${parts.join("\n\n")}\n`);
}
