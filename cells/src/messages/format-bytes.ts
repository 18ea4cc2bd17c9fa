// 1 234 567 bytes -> "1.23 MB": three digits, as everywhere on the screen.

import type { Locale } from "./locale.ts";
import { formatNumber } from "./translate.ts";

const units: { readonly [locale in Locale]: readonly string[] } = {
  en: ["B", "kB", "MB", "GB", "TB"],
  ru: ["Б", "кБ", "МБ", "ГБ", "ТБ"],
};

export function formatBytes(bytes: number, locale: Locale): string {
  let value = bytes;
  let step = 0;
  while (value >= 1000 && step < 4) {
    value /= 1000;
    step++;
  }
  return `${formatNumber(step === 0 ? value : Number(value.toPrecision(3)), locale)}\u202f${units[locale][step]}`;
}
