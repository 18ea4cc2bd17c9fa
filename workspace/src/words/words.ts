// The words of the screen: one key, two languages. Russian must have every key of English: the compiler says which lacks.

import type { JsonObject } from "@genomecraft/cells/base/json.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import { fillTemplate } from "@genomecraft/cells/messages/translate.ts";
import { words } from "./dictionary.ts";

export { words };
export type WordKey = keyof typeof words.en;

/** Nothing in a language that was not loaded: a reader loads her own alone. */
export const say = (key: WordKey, params: JsonObject, locale: Locale): string =>
  fillTemplate((words[locale] as { readonly [key in WordKey]?: string })[key] ?? "", params, locale);

/** The account's language, else the browser's, else English. */
export function chooseLocale(account: string | null | undefined, browser: readonly string[]): Locale {
  for (const wish of [account, ...browser]) {
    const short = wish?.slice(0, 2).toLowerCase();
    if (short === "en" || short === "ru") return short;
  }
  return "en";
}
