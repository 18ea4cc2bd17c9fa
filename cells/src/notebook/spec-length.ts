// What a cell says at such length that it is kept and shown and not looked into at each change.

import type { Failure } from "../base/failure.ts";
import type { JsonObject } from "../base/json.ts";
import type { Kind } from "../contract/kind.ts";
import { words } from "./words.ts";

/** Items of a list and letters of code that are looked into (SPEC, L-4). */
export const mostItems = 1000;
const mostCode = 262_144;

/** Names in the texts of one cell, and of all cells of a notebook, that are followed (SPEC, L-4); the same name counts each time. */
export const mostNames = 10_000;
export const mostNamesOfAll = 50_000;

/** What is too long to be looked into at each change (SPEC, L-4). */
export function lengthProblem(spec: JsonObject, kind: Kind): Failure | null {
  for (const field of kind.listFields) {
    const { [field]: items } = spec;
    if (Array.isArray(items) && items.length > mostItems)
      return words.failure("list-long", { field, count: items.length, most: mostItems }, { at: [field] });
  }
  for (const field of kind.place === "sealed" ? kind.textFields : []) {
    const { [field]: code } = spec;
    if (typeof code === "string" && code.length > mostCode)
      return words.failure("code-long", { field, count: code.length, most: mostCode }, { at: [field] });
  }
  return null;
}
