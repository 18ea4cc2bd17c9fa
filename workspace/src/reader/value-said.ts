// A value of a parameter as a person reads it: a number in her language, a list, a selection in words.

import { selectionIn } from "@genomecraft/cells/artifacts/selection.ts";
import { selectionSaid } from "@genomecraft/cells/artifacts/selection-said.ts";
import type { Json } from "@genomecraft/cells/base/json.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import { formatNumber } from "@genomecraft/cells/messages/translate.ts";

export function valueSaid(value: Json, locale: Locale): string {
  if (value === null) return "–";
  if (typeof value === "number") return formatNumber(value, locale);
  if (Array.isArray(value)) return value.map(String).join(", ");
  return typeof value === "object" ? selectionSaid(selectionIn(value), locale) : String(value);
}
