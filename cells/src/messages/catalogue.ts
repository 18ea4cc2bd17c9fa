// What is said, by key and language. Areas register their words when their files are imported (define-words.ts);
// all-words.ts imports them all.

import { isJsonObject, type JsonObject } from "../base/json.ts";
import type { Failure, MessageKey } from "../base/failure.ts";
import type { Locale, Messages } from "./locale.ts";
import { receivedSentence, type Sentence } from "./sentence.ts";
import { fillTemplate } from "./translate.ts";

const registered = new Map<string, { readonly en: Record<string, string>; readonly ru: Record<string, string> }>();
const retryable = new Set<string>();

/** Adds words to an area; those that are there already stay (the screen's one language comes before or after its code). */
export function register(area: string, messages: Messages): void {
  const known = registered.get(area);
  registered.set(area, { en: { ...messages.en, ...known?.en }, ru: { ...messages.ru, ...known?.ru } });
  for (const key of messages.retryable ?? []) retryable.add(`${area}.${key}`);
}

const renamed = new Map<string, string>();
/** What was recorded under another key is said by this one. */
export const rename = (former: string, now: string): void => void renamed.set(former, now);

/** Present keys by former ones. For the build of the screen. */
export const presentKeys = (): ReadonlyMap<string, string> => renamed;

let coming = false;

/** While words are on their way to a browser, nothing is said where they will stand. */
export function wordsAreComing(are: boolean): void {
  coming = are;
}

/** The sentence of a message key in a language, or null where there is none. */
export function messageIfAny(asked: string, params: JsonObject, locale: Locale): string | null {
  const key = renamed.get(asked) ?? asked;
  const dot = key.indexOf(".");
  const area = registered.get(key.slice(0, dot));
  const template = area?.[locale][key.slice(dot + 1)] ?? area?.en[key.slice(dot + 1)];
  return template === undefined ? null : fillTemplate(template, spoken(params, locale), locale);
}

/** An unknown key is shown as itself, so that a bug is visible and not silent. */
export const message = (key: MessageKey, params: JsonObject, locale: Locale): string =>
  messageIfAny(key, params, locale) ?? (coming ? "" : key);

/**
 * What of the evidence is itself a sentence (what people call a type) is said in the same language, and so is what a
 * matrix calls its features ("gene", artifacts/words.ts).
 */
const spoken = (params: JsonObject, locale: Locale): JsonObject =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      isJsonObject(value) && typeof value["key"] === "string" && isJsonObject(value["params"])
        ? sentenceIn(receivedSentence(value), locale)
        : name === "noun" && typeof value === "string"
          ? (messageIfAny(`rows-called.one-${value}`, {}, locale) ?? value)
          : value,
    ]),
  );

export const failureSentence = (failure: Failure, locale: Locale): string => message(failure.reason, failure.params, locale);

export const sentenceIn = (sentence: Sentence, locale: Locale): string => message(sentence.key, sentence.params, locale);

/** It does not follow from the inputs: never recorded, and whoever asks next gets a new try. */
export const isRetryable = (failure: Failure): boolean => retryable.has(failure.reason);

/** All that can be said now, by area. For tests and for the build of the screen. */
export const wordsByArea = (): ReadonlyMap<string, Messages> => registered;
