import { escapeHtml } from "./html.ts";

/** A page that needs nothing from outside. Everything but `title` is markup already. */
export interface Page {
  readonly lang: string;
  /** Plain text. */
  readonly title: string;
  readonly style: string;
  readonly body: string;
}

/** The page as one document: no script, and a policy that lets the browser load nothing but this very style. */
export function pageDocument({ lang, title, style, body }: Page): string {
  const hash = process.getBuiltinModule("node:crypto").createHash("sha256").update(style).digest("base64");
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; font-src data:; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${escapeHtml(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** An element around text, which is escaped; texts of the person may run either way. */
export function element(name: string, text: string, attributes = ""): string {
  return `<${name}${attributes === "" ? "" : ` ${attributes}`} dir="auto">${escapeHtml(text)}</${name}>`;
}

/** A section under a headline of the second level; none where it would be empty. */
export function section(title: string, markup: string, name = ""): string {
  if (markup === "") return "";
  return `<section${name === "" ? "" : ` class="${name}"`}>\n${element("h2", title)}\n${markup}\n</section>`;
}

/** Texts as a list. */
export function list(texts: readonly string[]): string {
  return texts.length === 0 ? "" : `<ul>${texts.map((text) => element("li", text)).join("")}</ul>`;
}
