// Text that every part of the product can hold: UTF-8 has no halves of characters, and Postgres no NUL.

import { isJsonObject, type Json } from "./json.ts";

export const isWellFormed = (text: string): boolean => !/\p{Surrogate}|\0/u.test(text);

/** What cannot be held becomes U+FFFD, unit by unit: places in the text stay. */
export const wellFormed = (text: string): string => (isWellFormed(text) ? text : text.replace(/\p{Surrogate}|\0/gu, "\ufffd"));

/** The same of all texts and keys of a value; itself where there is nothing to do. */
export function wellFormedJson<T>(value: T): T;
export function wellFormedJson(value: Json): Json {
  if (typeof value === "string") return wellFormed(value);
  if (Array.isArray(value)) {
    // Many names are looked at as one text: what stands between them keeps halves of characters apart.
    if (value.every((item) => typeof item === "string") && isWellFormed(value.join("\n"))) return value;
    const items = value.map((item: Json) => wellFormedJson(item));
    return items.every((item, at) => item === value[at]) ? value : items;
  }
  // Numbers in typed arrays are texts nowhere.
  if (!isJsonObject(value) || ArrayBuffer.isView(value)) return value;
  const entries = Object.entries(value).map(([key, item]) => [wellFormed(key), wellFormedJson(item)] as const);
  return entries.every(([key, item]) => Object.hasOwn(value, key) && value[key] === item) ? value : Object.fromEntries(entries);
}
