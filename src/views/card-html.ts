export function cardHtml(): { html: string } { return { html: "" }; }
