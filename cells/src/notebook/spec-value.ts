// Values inside a spec: what a document can hold, setting one at a path, and the fields that a kind always has.

import type { Json, JsonObject, JsonPath } from "../base/json.ts";
import { isJsonObject } from "../base/json.ts";
import { wellFormed } from "../base/well-formed.ts";
import type { KindShape } from "../contract/kind.ts";
import { documentText } from "./text-splice.ts";

/** Levels that a value may nest, and shared types of a document (SPEC, D-1). */
export const deepestNesting = 64;
const deepest = deepestNesting;

/** Stands in a document in place of what was stored before that limit and nests deeper. */
export const tooDeepText = "(left out: it nests deeper than 64 levels)";

/** Whether a value can be kept as it is: JSON, finite numbers, at most 64 levels deep, no key `__proto__`. */
export function isStorable(value: unknown, depth = 0): value is Json {
  if (value === null || typeof value === "boolean" || typeof value === "string") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "object" || depth >= deepest) return false;
  if (Array.isArray(value)) return value.every((item) => isStorable(item, depth + 1));
  if (!isPlain(value)) return false;
  return Object.entries(value).every(([key, item]) => key !== "__proto__" && (item === undefined || isStorable(item, depth + 1)));
}

/** No instance of a class: bytes, dates and shared types are not values of a spec. */
const isPlain = (value: object): boolean => {
  const prototype = Object.getPrototypeOf(value) as unknown;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
};

/** Any value as JSON that can be kept: what cannot is null, absent members go. Never throws. */
export function toStorable(value: unknown, depth = 0): Json {
  if (value === null || typeof value === "boolean") return value;
  if (typeof value === "string") return wellFormed(value);
  // Adding 0 makes -0, which JSON text cannot hold, an ordinary zero.
  if (typeof value === "number") return Number.isFinite(value) ? value + 0 : null;
  if (typeof value !== "object" || depth >= deepest) return null;
  if (Array.isArray(value)) return value.map((item) => toStorable(item, depth + 1));
  if (!isPlain(value)) return null;
  const kept: { [key: string]: Json } = {};
  for (const [key, item] of Object.entries(value)) {
    if (key !== "__proto__" && item !== undefined && typeof item !== "function")
      kept[wellFormed(key)] = toStorable(item, depth + 1);
  }
  return kept;
}

/**
 * `value` with `next` at `path`; undefined removes. Objects on the way are made, arrays grow by one at most.
 * Answers null when the path leads through something that is neither.
 */
export function setAtPath(
  value: Json | undefined,
  path: JsonPath,
  next: Json | undefined,
): { readonly value: Json | undefined } | null {
  const [step, ...rest] = path;
  if (step === undefined) return { value: next };
  if (step === "__proto__") return null;
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    if (typeof step !== "number" || !Number.isInteger(step) || step < 0 || step > items.length) return null;
    const inner = setAtPath(items[step], rest, next);
    if (!inner) return null;
    if (inner.value === undefined) return { value: items.filter((_, index) => index !== step) };
    const copy = [...items];
    copy[step] = inner.value;
    return { value: copy };
  }
  if (value !== undefined && value !== null && !isJsonObject(value)) return null;
  if (typeof step === "number") return null;
  const object = (value ?? {}) as JsonObject;
  const inner = setAtPath(Object.hasOwn(object, step) ? object[step] : undefined, rest, next);
  if (!inner) return null;
  const copy: { [key: string]: Json } = { ...object };
  if (inner.value === undefined) delete copy[step];
  else copy[step] = inner.value;
  return { value: copy };
}

/** An item of a list field: an object with an id that is unique in the list. */
export type ListItem = JsonObject & { readonly id: string };

const isItem = (value: Json): value is ListItem => isJsonObject(value) && typeof value.id === "string" && value.id !== "";

/** Gives every object of a list an id: its own, else `s1`, `s2` … by place, the next free one where that is taken. */
export function withItemIds(items: readonly Json[]): readonly Json[] {
  const own = new Set<string>();
  for (const item of items) if (isItem(item)) own.add(item.id);
  const seen = new Set<string>();
  let changed = false;
  const result = items.map((item, index): Json => {
    if (!isJsonObject(item)) return item;
    if (isItem(item) && !seen.has(item.id)) {
      seen.add(item.id);
      return item;
    }
    changed = true;
    let number = index + 1;
    while (own.has(`s${number}`) || seen.has(`s${number}`)) number++;
    const id = `s${number}`;
    seen.add(id);
    return { ...item, id };
  });
  return changed ? result : items;
}

/** Whether a value is a list that can be kept item by item. */
export function isItemList(value: Json | undefined): value is readonly ListItem[] {
  if (!Array.isArray(value)) return false;
  const items = value as readonly Json[];
  return items.every(isItem) && new Set(items.map((item) => (item as ListItem).id)).size === items.length;
}

/** The spec with the text and list fields that its kind always has, items with ids, text with plain line ends. */
export function completeSpec(kind: KindShape | null, spec: JsonObject): JsonObject {
  if (!kind) return spec;
  let copy: { [key: string]: Json } | null = null;
  const put = (field: string, value: Json): void => {
    copy ??= { ...spec };
    copy[field] = value;
  };
  for (const field of kind.textFields) {
    const value = spec[field];
    if (value === undefined) put(field, "");
    else if (typeof value === "string" && documentText(value) !== value) put(field, documentText(value));
  }
  for (const field of kind.listFields) {
    const value = spec[field];
    if (value === undefined) put(field, []);
    else if (Array.isArray(value)) {
      const items = withItemIds(value as readonly Json[]);
      if (items !== value) put(field, items);
    }
  }
  return copy ?? spec;
}
