// The words of the screen in both languages. The screen's build puts an empty dictionary in this file's place, which
// speak.ts fills with the reader's language alone.

import { en } from "./en.ts";
import { ru } from "./ru.ts";

export const words: { readonly [locale in "en" | "ru"]: { readonly [key in keyof typeof en]: string } } = { en, ru };
