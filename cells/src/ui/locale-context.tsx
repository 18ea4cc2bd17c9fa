// The language of the views below: set once per view from its props, read by the primitives.

import { createContext, useContext, useMemo, type ReactNode } from "react";
import type { JsonObject } from "../base/json.ts";
import { message } from "../messages/catalogue.ts";
import type { Locale } from "../messages/locale.ts";

const LocaleContext = createContext<Locale>("en");

export const useLocale = (): Locale => useContext(LocaleContext);

export type Translate = (key: string, params?: JsonObject) => string;

/** Sentences of one area: `t("field-x")`. */
export const translator =
  (area: string, locale: Locale): Translate =>
  (key, params = {}) =>
    message(`${area}.${key}`, params, locale);

/** The same function until area or language changes. */
export function useT(area: string): Translate {
  const locale = useLocale();
  return useMemo(() => translator(area, locale), [area, locale]);
}

/** Every Editor and Output wraps what it shows in one. */
export function View({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}
