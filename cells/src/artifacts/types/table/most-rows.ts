// How many rows of a table share one value at most: the summary of every table says it, so the figure that follows a
// parameter waits for it. What is asked of the texts themselves is asked once for each dictionary.

import type { Column, IntegerColumn, TextColumn } from "../../artifact.ts";
import { identifies } from "../../semantics.ts";

/** Whole numbers of longer columns are counted only where they are known to tell individuals apart. */
const countedNumbers = 200_000;

/** Rows with one value at most; rows without a value count as one. Null: the column is not counted, or has no rows. */
export function mostRows(column: Column): number | null {
  if (column.type === "text") return mostOfTexts(column);
  if (column.type === "int32" && (identifies(column) || column.values.length <= countedNumbers)) return mostOfNumbers(column);
  return null;
}

function missingIn({ valid }: Column): number {
  let missing = 0;
  if (valid) for (let row = 0; row < valid.length; row++) if (valid[row] === 0) missing++;
  return missing;
}

function mostOfTexts(column: TextColumn): number | null {
  const { codes, dictionary, valid } = column;
  const counts = new Int32Array(dictionary.length);
  const first = firstCodeOf(dictionary);
  let most = missingIn(column);
  for (let row = 0; row < codes.length; row++) {
    if (valid && valid[row] === 0) continue;
    const code = codes[row] as number;
    const counted = first ? (first[code] as number) : code;
    const count = (counts[counted] as number) + 1;
    counts[counted] = count;
    if (count > most) most = count;
  }
  return most > 0 ? most : null;
}

/** What is taken out of a table has its dictionary still. */
const firstCodes = new WeakMap<readonly string[], Int32Array | null>();

/** For each code the first one of the same text; null: no text stands twice. */
function firstCodeOf(dictionary: readonly string[]): Int32Array | null {
  const known = firstCodes.get(dictionary);
  if (known !== undefined) return known;
  let found: Int32Array | null = null;
  if (new Set(dictionary).size < dictionary.length) {
    const codeOf = new Map<string, number>();
    found = Int32Array.from(dictionary, (text, code) => {
      const first = codeOf.get(text) ?? code;
      codeOf.set(text, first);
      return first;
    });
  }
  firstCodes.set(dictionary, found);
  return found;
}

function mostOfNumbers(column: IntegerColumn): number | null {
  const { values, valid } = column;
  let most = missingIn(column);
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row++) {
    if (valid && valid[row] === 0) continue;
    const value = values[row] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  // Numbers that lie close are counted by their place, others by name.
  const byPlace = high - low <= 4 * values.length ? new Int32Array(Math.max(0, high - low + 1)) : null;
  const byName = new Map<number, number>();
  for (let row = 0; row < values.length; row++) {
    if (valid && valid[row] === 0) continue;
    const value = values[row] as number;
    const count = 1 + (byPlace ? (byPlace[value - low] as number) : (byName.get(value) ?? 0));
    if (byPlace) byPlace[value - low] = count;
    else byName.set(value, count);
    if (count > most) most = count;
  }
  return most > 0 ? most : null;
}
