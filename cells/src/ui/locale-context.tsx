// The language of the views below: set once per view from its props, read by the primitives.

import { createContext, useContext, type ReactNode } from "react";
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

export const useT = (area: string): Translate => translator(area, useLocale());

/** Every Editor and Output wraps what it shows in one. */
export function View({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>;
}
