// What is said, by key and language. The list of areas is areas.ts.

import type { JsonObject } from "../base/json.ts";
import type { Failure } from "../base/failure.ts";
import { areas } from "./areas.ts";
import type { Locale } from "./locale.ts";
import { fillTemplate } from "./translate.ts";

/** The sentence of a message key in a language. An unknown key is shown as itself, so that a bug is visible and not silent. */
export function message(key: string, params: JsonObject, locale: Locale): string {
  const dot = key.indexOf(".");
  const area = areas[key.slice(0, dot)];
  const template = area?.[locale][key.slice(dot + 1)] ?? area?.en[key.slice(dot + 1)];
  return template === undefined ? key : fillTemplate(template, params, locale);
}

export const failureSentence = (failure: Failure, locale: Locale): string => message(failure.reason, failure.params, locale);

export const messageAreas = areas;
