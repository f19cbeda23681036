/**
 * The library's error codes in plain words: what is wrong, and what is accepted.
 * The library's own sentences are not shown, since they can quote the text.
 */
const SENTENCES: Readonly<Record<string, readonly [string, string]>> = {
  BAD_INDENT: ["this line is not set in as far as its neighbours", "two blanks for each step inwards"],
  TAB_AS_INDENT: ["a tab stands where the line is set in", "blanks, two for each step inwards"],
  MISSING_CHAR: ["something was opened here or before and not closed", "a closing quote, bracket or colon"],
  BAD_DQ_ESCAPE: ["this backslash means nothing here", "\\n, \\\", \\\\ inside double quotes, or single quotes"],
  BAD_SCALAR_START: ["a text cannot begin with this sign", "the same text in quotes"],
  BLOCK_AS_IMPLICIT_KEY: ["there is a second colon on this line", "a text with a colon in it stands in quotes"],
  MULTILINE_IMPLICIT_KEY: ["a key runs over several lines, or its colon is missing", "key: value"],
  KEY_OVER_1024_CHARS: ["this key is very long, or its colon is missing", "key: value"],
  NON_STRING_KEY: ["this key is not a text", "key: value"],
  BAD_DIRECTIVE: ["a line that begins with % cannot stand here", "the file without that line"],
  TAG_RESOLVE_FAILED: ["a tag (!) cannot stand here", "the value without the tag, or in quotes"],
  MULTIPLE_TAGS: ["a tag (!) cannot stand here", "the value without the tag, or in quotes"],
  MULTIPLE_DOCS: ["a second document begins here", "one document in the file"],
  RESOURCE_EXHAUSTION: ["it is nested too deep", "fewer levels"],
  BLOCK_IN_FLOW: ["lines that are set in cannot stand inside brackets", "a list in one style"],
  BAD_COLLECTION_TYPE: ["a tag (!) cannot stand here", "the value without the tag, or in quotes"],
};

const UNEXPECTED: readonly [string, string] = [
  "this does not fit what stands before it",
  "key: value, or a list of lines that begin with a dash",
];

/** What is wrong and what is accepted, for an error code of the YAML library. */
export function yamlSentence(code: string): readonly [what: string, accepted: string] {
  return SENTENCES[code] ?? UNEXPECTED;
}
