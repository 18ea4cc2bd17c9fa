// How values stand in a note: as slots in its template, and as Markdown that shows them letter for letter. Written by
// execute.ts, read by Output.tsx, which fills them in the reader's language.

import type { Json } from "../../base/json.ts";
import type { Locale } from "../../messages/locale.ts";
import { formatNumber } from "../../messages/translate.ts";

/** Stands for value number n in `template`: private-use characters, so that nothing typed can look like one. */
export const slotOpen = "\uE000";
export const slotClose = "\uE001";

/** Stands where value number n could not be filled in, until the page puts its sign there. */
export const unfilledOpen = "\uE002";
export const unfilledClose = "\uE003";

/** A value as Markdown that shows it letter for letter: a gene called `a_b_` or `<i>` stays that. */
export function markdownOf(value: Json, locale: Locale = "en"): string {
  const text =
    typeof value === "number"
      ? formatNumber(value, locale)
      : typeof value === "string"
        ? value
        : Array.isArray(value)
          ? value.map((item: Json) => (typeof item === "number" ? formatNumber(item, locale) : String(item))).join(", ")
          : JSON.stringify(value);
  return text.replace(/\s+/g, (space) => (space.includes("\n") ? " " : space)).replace(/[\\`*_{}[\]()#+\-.!<>|~&:]/g, "\\$&");
}
