const BLOCK = /(<!-- screen: ([\w.-]+) -->\n```text\n)(?:[^]*?\n)??(```)/g;

/** A document with each block that follows `<!-- screen: name -->` filled anew. Throws for a name without a screen. */
export function filled(document: string, screens: ReadonlyMap<string, string>): string {
  return document.replace(BLOCK, (_whole, head: string, name: string, tail: string) => {
    const screen = screens.get(name);
    if (screen === undefined) throw new Error(`there is no screen ${name}: ${[...screens.keys()].join(", ")}`);
    return `${head}${screen}\n${tail}`;
  });
}
