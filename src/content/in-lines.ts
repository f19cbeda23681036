import type { Content, Message } from "./content.ts";

/** Behind this line each line holds the messages of one area. */
const MESSAGES = '"messages":{';

function areaOf(key: string): string {
  return key.slice(0, key.indexOf("."));
}

/** Content as JSON with an area on each line, so that a reader need not take in what it never says. */
export function contentInLines({ messages, ...areas }: Content): string {
  const spoken = new Map<string, string[]>();
  for (const [key, message] of Object.entries(messages)) {
    const rows = spoken.get(areaOf(key)) ?? [];
    rows.push(`${JSON.stringify(key)}:${JSON.stringify(message)}`);
    spoken.set(areaOf(key), rows);
  }
  const named = Object.entries(areas).map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  return [`{\n${named.join(",\n")},`, MESSAGES, `${[...spoken.values()].map((rows) => rows.join(",")).join(",\n")}\n}}`].join("\n");
}

/** The lines that hold something, without the comma at their end, under what stands between their first quotation mark and `mark`. */
function rowsOf(text: string, mark: string): ReadonlyMap<string, string> {
  const rows = text.split("\n").filter((row) => row.startsWith('"'));
  return new Map(rows.map((row) => [row.slice(1, row.indexOf(mark)), row.endsWith(",") ? row.slice(0, -1) : row]));
}

function messagesFrom(text: string): Readonly<Record<string, Message>> {
  const waiting = new Map(rowsOf(text, "."));
  const take = (target: object, area: string): void => {
    const row = waiting.get(area);
    if (row !== undefined) Object.assign(target, JSON.parse(`{${row}}`));
    waiting.delete(area);
  };
  const takeAll = (target: object): void => {
    for (const area of [...waiting.keys()]) take(target, area);
  };
  return new Proxy<Record<string, Message>>({}, {
    get: (target, key) => {
      if (typeof key === "string" && !(key in target)) take(target, areaOf(key));
      return Reflect.get(target, key) as unknown;
    },
    has: (target, key) => {
      takeAll(target);
      return Reflect.has(target, key);
    },
    ownKeys: (target) => {
      takeAll(target);
      return Reflect.ownKeys(target);
    },
    getOwnPropertyDescriptor: (target, key) => {
      takeAll(target);
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
  });
}

/** Content out of `contentInLines`; each area is parsed when it is first asked for. */
export function contentFromLines(text: string): Content {
  const [named = "", messages = ""] = text.split(`\n${MESSAGES}\n`);
  const content = {};
  for (const [name, row] of rowsOf(named, '":')) {
    Object.defineProperty(content, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        const { [name]: value } = JSON.parse(`{${row}}`) as Record<string, unknown>;
        Object.defineProperty(content, name, { enumerable: true, value });
        return value;
      },
    });
  }
  return Object.defineProperty(content, "messages", { enumerable: true, value: messagesFrom(messages) }) as Content;
}
