// What still counts as a category where no rows may be seen: few different names, none of them long enough to hold a row.

import { isJsonObject, type Json } from "../base/json.ts";
import type { Figure } from "./artifact.ts";

export const mostCategories = 50;
/** UTF-16 code units. */
export const longestCategory = 80;

/** Whether all names that a figure draws are categories. Texts beside marks are taken out before. */
export function drawsCategories({ data, layout }: Figure): boolean {
  const names = new Set<string>();
  const take = (value: Json | undefined): void => {
    if (typeof value === "string") names.add(value);
    else if (Array.isArray(value)) for (const item of value) take(item as Json);
  };
  for (const trace of data) {
    // Bins and numbers beside marks are no names.
    for (const [key, value] of Object.entries(trace))
      if (key === "name" || (key !== "customdata" && Array.isArray(value))) take(value);
    if (isJsonObject(trace["meta"])) for (const value of Object.values(trace["meta"])) take(value);
  }
  for (const [key, part] of Object.entries(layout)) {
    if (/^[xyz]axis\d*$/.test(key) && isJsonObject(part)) for (const field of ["ticktext", "categoryarray"]) take(part[field]);
    // The text alternative and the notes say some of them in full.
    if (key === "meta" && isJsonObject(part))
      for (const sentence of [part["alt"], ...(Array.isArray(part["notes"]) ? part["notes"] : [])])
        for (const name of longIn(sentence as Json)) names.add(name);
    if (key === "annotations" && Array.isArray(part))
      for (const note of part) if (isJsonObject(note) && note["meta"] !== "n") take(note["text"]);
  }
  // A few words of a trace's own (its part, its role) stand among them.
  return names.size <= mostCategories + wordsOfTraces && [...names].every((name) => name.length <= longestCategory);
}

/** Names that are no categories in a sentence, and in what it says of each panel, with the panel's own. */
function longIn(sentence: Json | undefined): readonly string[] {
  if (!isJsonObject(sentence) || !isJsonObject(sentence["params"])) return [];
  return Object.entries(sentence["params"]).flatMap(([param, value]) => {
    if (Array.isArray(value)) return value.map(String).filter(({ length }) => length > longestSaid);
    return param === "panel" ? [String(value)].filter(({ length }) => length > longestCategory) : longIn(value);
  });
}

const wordsOfTraces = 6;
/** A category, and the numbers beside it. */
const longestSaid = longestCategory + 40;
