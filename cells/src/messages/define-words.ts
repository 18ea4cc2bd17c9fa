// The words of one area (a kind, a variant, a part of the server): English and Russian beside what they speak of, in a
// file called words.ts whose export is called `words`. Keys are a closed type: a key that is not there, or a language
// that lacks one, does not compile. The screen's build leaves a shell of each words.ts and loads one language (one-language.ts).

import { failure, FailureError, type Failure, type MessageKey } from "../base/failure.ts";
import type { JsonObject } from "../base/json.ts";
import { message, register, rename } from "./catalogue.ts";
import type { Locale } from "./locale.ts";
import type { Sentence } from "./sentence.ts";

type More = Omit<Failure, "reason" | "params">;

export interface Words<Area extends string = string, Key extends string = string> {
  readonly area: Area;
  /** `area.key`, for whoever keeps or compares keys. */
  key<K extends Key>(key: K): MessageKey<`${Area}.${K}`>;
  say(key: Key, params: JsonObject, locale: Locale): string;
  /** The sentence with its evidence, said later and elsewhere. */
  sentence(key: Key, params?: JsonObject): Sentence;
  failure(key: Key, params?: JsonObject, more?: More): Failure;
  fail(key: Key, params?: JsonObject, more?: More): never;
}

/**
 * Templates as in locale.ts: `{name}`, and `{n|row|rows}` for the plural form. `retryable`: failures that do not follow
 * from the inputs, so that whoever asks next gets a new try and none is recorded. `formerly`: whole keys by which they are
 * kept in what was recorded before.
 */
export function defineWords<const Area extends string, const En extends { readonly [key: string]: string }>(
  area: Area,
  {
    en,
    ru,
    retryable = [],
    formerly = {},
  }: {
    readonly en: En;
    readonly ru: { readonly [key in keyof En]: string };
    readonly retryable?: readonly (keyof En & string)[];
    readonly formerly?: { readonly [key: string]: keyof En & string };
  },
): Words<Area, keyof En & string> {
  register(area, { en, ru, retryable });
  for (const [key, now] of Object.entries(formerly)) rename(key, `${area}.${now}`);
  // The one place that makes a key of a text.
  const key = <K extends keyof En & string>(name: K) => `${area}.${name}` as MessageKey<`${Area}.${K}`>;
  return {
    area,
    key,
    say: (name, params, locale) => message(key(name), params, locale),
    sentence: (name, params = {}) => ({ key: key(name), params }),
    failure: (name, params, more) => failure(key(name), params, more),
    fail: (name, params, more) => {
      throw new FailureError(failure(key(name), params, more));
    },
  };
}

/** The keys of an area's words: a closed union. */
export type KeyOf<W> = W extends Words<string, infer Key> ? Key : never;
