/** JSON leaves some control and bidirectional signs as they are; a terminal would obey them. The value stays the same. */
export function escapedControls(text: string): string {
  return text.replace(/[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
