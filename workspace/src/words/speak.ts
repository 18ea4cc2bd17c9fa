// Brings a language to the browser, once, in two parts: what the screen itself says with the names of the kinds, before
// anything is drawn; and what cells say, right after the first paint. What needs the second part waits for it.

import { register, rename, wordsAreComing } from "@genomecraft/cells/messages/catalogue.ts";
import type { Locale } from "@genomecraft/cells/messages/locale.ts";
import { newStore } from "../base/store.ts";
import { words } from "./dictionary.ts";

interface Areas {
  readonly [area: string]: { readonly [key: string]: string };
}

const first = { en: () => import("virtual:language/en"), ru: () => import("virtual:language/ru") } as const;
const rest = { en: () => import("virtual:language/en/cells"), ru: () => import("virtual:language/ru/cells") } as const;

wordsAreComing(true);

/** Languages in which all can be said. */
export const wholly = newStore<ReadonlySet<Locale>>(new Set());

const brought = new Map<Locale, Promise<void>>();
const completed = new Map<Locale, Promise<void>>();
let latest: Locale = "en";

/** Resolves when the screen can speak that language; rejects when the server cannot be reached. */
export function speak(locale: Locale): Promise<void> {
  latest = locale;
  return once(brought, locale, async () => {
    const { default: language } = await first[locale]();
    Object.assign(words[locale], language.words);
    take(language.areas, locale);
  });
}

/** Resolves when cells can speak it, too. */
export const speakWholly = (locale: Locale): Promise<void> =>
  once(completed, locale, async () => {
    const [{ default: language }] = await Promise.all([rest[locale](), speak(locale)]);
    take(language.areas, locale);
    for (const [former, now] of Object.entries(language.formerly)) rename(former, now);
    wordsAreComing(false);
    wholly.set((before) => new Set(before).add(locale));
  });

/** Resolves when all can be said in the language that was asked for last: what says more than the screen's words waits for it. */
export const wordsCame = (): Promise<void> => speakWholly(latest);

function take(areas: Areas, locale: Locale): void {
  for (const [area, messages] of Object.entries(areas)) register(area, { en: {}, ru: {}, [locale]: messages });
}

function once(known: Map<Locale, Promise<void>>, locale: Locale, make: () => Promise<void>): Promise<void> {
  const asked = known.get(locale) ?? make();
  known.set(locale, asked);
  // Whoever asks next tries again.
  asked.catch(() => known.delete(locale));
  return asked;
}
