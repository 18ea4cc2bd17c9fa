// What goes out to readers leads to no cell.

import { isJsonObject, type Json, type JsonObject } from "../../base/json.ts";
import { isCellRef } from "../../base/refs.ts";

/** References to cells, wherever they stand in what was recorded of settings. */
export const withoutRefs = (json: JsonObject): JsonObject => without(json) as JsonObject;

function without(value: Json): Json {
  if (isCellRef(value)) return null;
  if (Array.isArray(value)) return value.map((item: Json) => without(item));
  if (isJsonObject(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, without(item)]));
  return value;
}
