// The language of the views below: set once per view from its props, read by the primitives.

import { createContext, useContext, useMemo, type ReactNode } from "react";
import type { JsonObject } from "../base/json.ts";
import type { Words } from "../messages/define-words.ts";
import type { Locale } from "../messages/locale.ts";

const LocaleContext = createContext<Locale>("en");

export const useLocale = (): Locale => useContext(LocaleContext);

/** Sentences of one area: `t("field-x")`. */
export type Translate<Key extends string> = (key: Key, params?: JsonObject) => string;

export const translator =
  <Key extends string>(words: Words<string, Key>, locale: Locale): Translate<Key> =>
  (key, params = {}) =>
    words.say(key, params, locale);

/** The same function until words or language change. */
export function useT<Key extends string>(words: Words<string, Key>): Translate<Key> {
  const locale = useLocale();
  return useMemo(() => translator(words, locale), [words, locale]);
}

/** Every Editor and Output wraps what it shows in one. */
export function View({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}
