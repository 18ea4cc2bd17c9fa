// Brings a language to the browser, once: the words of the screen and the messages of the cells. Called by the shell
// before it says anything.

import { register } from "@genomecraft/cells/messages/catalogue.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import { words } from "./dictionary.ts";

const languages = {
  en: () => import("virtual:language/en"),
  ru: () => import("virtual:language/ru"),
} as const;

const brought = new Set<Locale>();
export const isSpoken = (locale: Locale): boolean => brought.has(locale);

/** Resolves when all is sayable in that language; rejects when the server cannot be reached. */
export async function speak(locale: Locale): Promise<void> {
  if (brought.has(locale)) return;
  const { default: language } = await languages[locale]();
  Object.assign(words[locale], language.words);
  for (const [area, messages] of Object.entries(language.areas)) register(area, { en: {}, ru: {}, [locale]: messages });
  brought.add(locale);
}
