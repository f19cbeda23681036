/**
 * The language of the content that a tag asks for: "es_MX.UTF-8" finds "es". Undefined where there is none.
 * @param languages the folders of the content
 */
export function languageFor(tag: string, languages: readonly string[]): string | undefined {
  const plain = tag.trim().replaceAll("_", "-");
  const exact = languages.find((lang) => lang.toLowerCase() === plain.toLowerCase());
  return exact ?? languages.find((lang) => lang === plain.split(/[-.@]/)[0]?.toLowerCase());
}
