// Fills a message template in a language: names, numbers with thin spaces, plural forms.

import type { Json, JsonObject } from "../base/json.ts";
import type { Locale } from "./locale.ts";

/**
 * 12304 -> "12 304" with thin spaces; fractions keep four significant digits, and all those before the point; what is too small or too
 * large to be read so is a power of ten: 3.677e-40 -> "3.7 × 10⁻⁴⁰".
 */
export function formatNumber(value: number, locale: Locale): string {
  if (!Number.isFinite(value)) return String(value);
  const size = Math.abs(value);
  if (size !== 0 && (size < smallestPlain || size >= 1e15)) return powerOfTen(value, locale);
  if (Number.isInteger(value)) return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, "\u2009");
  if (size >= 1000) return formatNumber(Math.round(value), locale);
  return withComma(Number(value.toPrecision(4)).toString(), locale);
}

/** From here on zeros behind the point are counted rather than read. */
export const smallestPlain = 1e-3;

/** 2.1 × 10⁻⁴: two digits of what was computed; what somebody wrote in up to four (a threshold) stays as it is. */
export function powerOfTen(value: number, locale: Locale): string {
  const asWritten = value.toExponential().split("e");
  const isShort = (asWritten[0] ?? "").replaceAll(/\D/g, "").length <= 4;
  const [head = "", power = ""] = isShort ? asWritten : value.toExponential(1).split("e");
  const exponent = [...power.replace("+", "")].map((digit) => superscripts[digit] ?? digit).join("");
  return `${withComma(String(Number(head)), locale).replace("-", "−")}\u202f×\u202f10${exponent}`;
}
const superscripts: { readonly [digit: string]: string } = {
  "-": "⁻",
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
  "9": "⁹",
};

const withComma = (text: string, locale: Locale): string => (locale === "ru" ? text.replace(".", ",") : text);

/** So many digits are read out as they are. */
const mostDigits = 6;

/** A number where no picture stands beside it, as in a text alternative: as it is (93.16), or "≈" and what it is about. */
export function numberTold(value: number, locale: Locale): string {
  // Sums leave a last digit that nobody wrote: 0.1 + 0.2.
  const exact = Number(value.toPrecision(15));
  if (!Number.isFinite(value) || Number.isInteger(exact)) return formatNumber(exact, locale);
  const text = String(exact);
  if (text.includes("e")) return formatNumber(value, locale);
  const digits = text.replace(/e.*$/, "").replaceAll(/\D/g, "").replace(/^0+/, "");
  return digits.length <= mostDigits ? withComma(text, locale) : `≈ ${formatNumber(value, locale)}`;
}

/** Index of the plural form: English one/other; Russian one/few/many. */
export function pluralForm(count: number, locale: Locale): number {
  const n = Math.abs(count);
  if (locale === "en") return n === 1 ? 0 : 1;
  const tens = n % 100;
  const ones = n % 10;
  if (tens >= 11 && tens <= 14) return 2;
  if (ones === 1) return 0;
  return ones >= 2 && ones <= 4 ? 1 : 2;
}

const show = (value: Json | undefined, locale: Locale): string => {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return formatNumber(value, locale);
  if (Array.isArray(value)) return value.map((item) => show(item, locale)).join(", ");
  return typeof value === "string" ? unhidden(value) : JSON.stringify(value);
};

/** What a file, a sheet or a value is called may hold what nobody sees, or turn the sentence around: then it says so (⟨U+202E⟩). */
const unhidden = (text: string): string =>
  text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu,
    (sign) => (/[\n\t]/.test(sign) ? sign : `⟨U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`),
  );

export function fillTemplate(template: string, params: JsonObject, locale: Locale): string {
  return template.replace(/\{([\w-]+)((?:\|[^{}|]*)*)\}/g, (_whole, name: string, forms: string) => {
    const value = params[name];
    if (!forms) return show(value, locale);
    const choices = forms.slice(1).split("|");
    const count = typeof value === "number" ? value : Number(value ?? 0);
    return choices[Math.min(pluralForm(count, locale), choices.length - 1)] ?? "";
  });
}
