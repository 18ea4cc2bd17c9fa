// The languages of the screen. Every sentence that a person reads comes from a catalogue in both.

export type Locale = "en" | "ru";
export const locales: readonly Locale[] = ["en", "ru"];

/**
 * Messages of one area in both languages. A message is a template: `{name}` is filled from params; a number formats
 * with thin spaces; `{n|row|rows}` (ru: `{n|строка|строки|строк}`) chooses the plural form of n.
 */
export interface Messages {
  readonly en: { readonly [key: string]: string };
  readonly ru: { readonly [key: string]: string };
  /** Failures that do not follow from the inputs: never recorded, and whoever asks next gets a new try. */
  readonly retryable?: readonly string[];
}

/** A word of the file inside a sentence. */
export const quoted = (text: string, locale: Locale): string => (locale === "ru" ? `«${text}»` : `“${text}”`);
