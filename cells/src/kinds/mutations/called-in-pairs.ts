// How two genes go with each other: in the table in English for whoever reads the file, on the screen in the reader's language.

import type { Locale } from "../../messages/locale.ts";
import { words } from "./words.ts";

export const goesColumn = "goes";
export const goesNames = { together: "together", instead: "one instead of the other" } as const;

/** Null: as it stands. */
export function calledInPairs(column: string, text: string, locale: Locale): string | null {
  if (column !== goesColumn) return null;
  if (text === goesNames.together) return words.say("goes-together", {}, locale);
  return text === goesNames.instead ? words.say("goes-instead", {}, locale) : null;
}
