// The body of a report as readers get it where no labels were chosen.

import { isJsonObject, type Json, type JsonObject } from "../../../base/json.ts";
import { longestCategory, mostCategories } from "../../categories.ts";
import { identifies } from "../../semantics.ts";

/** Columns of a profile that hold identifiers say how many there are, and not which. */
export function withoutIdentifiers(body: JsonObject): JsonObject {
  const clean = (value: Json): Json => {
    if (Array.isArray(value)) return value.map((item: Json) => clean(item));
    if (!isJsonObject(value)) return value;
    const hidden =
      typeof value["name"] === "string" &&
      typeof value["semantic"] === "string" &&
      identifies({ semantic: value["semantic"], closed: value["closed"] === true });
    const told = new Set([
      "name",
      "type",
      "semantic",
      "category",
      "closed",
      "share",
      "of",
      "missing",
      "distinct",
      "rows",
      "unit",
    ]);
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !hidden || told.has(key))
        .map(([key, item]) => [key, clean(item)]),
    );
  };
  return clean(body) as JsonObject;
}

/** Values that a column holds, where they are too many to be categories: names, whatever the column is called. */
export function withoutNames(body: JsonObject): JsonObject {
  const clean = (value: Json): Json => {
    if (Array.isArray(value)) return value.map((item: Json) => clean(item));
    if (!isJsonObject(value)) return value;
    const { top, ...others } = value;
    const { distinct } = others;
    const kept = Object.fromEntries(Object.entries(others).map(([key, item]) => [key, clean(item)]));
    if (top === undefined) return kept;
    const areCategories =
      typeof distinct === "number" &&
      distinct <= mostCategories &&
      Array.isArray(top) &&
      top.every((item: Json) => isShort(item));
    return areCategories ? { ...kept, top } : kept;
  };
  return clean(body) as JsonObject;
}

const isShort = (item: Json): boolean => isJsonObject(item) && String(item["value"] ?? "").length <= longestCategory;
