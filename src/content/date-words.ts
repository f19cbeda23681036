import type { DateWords } from "./content.ts";

/** Monday, 2 January 2023, in milliseconds. */
const MONDAY = Date.UTC(2023, 0, 2);
const DAY = 86_400_000;

/** The names of months and weekdays in a language, as `Intl` gives them. Slow: for the build only. */
export function dateWords(lang: string): DateWords {
  const month = (style: "long" | "short"): readonly string[] => {
    const format = new Intl.DateTimeFormat(lang, { month: style, timeZone: "UTC" });
    return Array.from({ length: 12 }, (_, index) => format.format(Date.UTC(2023, index, 15)));
  };
  const weekday = (style: "long" | "short"): readonly string[] => {
    const format = new Intl.DateTimeFormat(lang, { weekday: style, timeZone: "UTC" });
    return Array.from({ length: 7 }, (_, index) => format.format(MONDAY + index * DAY));
  };
  return {
    months: month("long"),
    monthsShort: month("short"),
    weekdays: weekday("long"),
    weekdaysShort: weekday("short"),
  };
}
