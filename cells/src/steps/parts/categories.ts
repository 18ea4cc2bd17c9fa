// The different values of a column, in order: texts as order-of-texts.ts says, numbers by size, no before yes.

import type { Column } from "../../artifacts/artifact.ts";
import { cellString, isMissing } from "../../artifacts/table.ts";
import { orderedValues } from "./ordered-values.ts";
import { codesOfColumn } from "./rows-by-key.ts";

export interface Categories {
  /** As texts, each once, in order. */
  readonly texts: readonly string[];
  /** How many rows have each. */
  readonly counts: readonly number[];
  /** Place of the row's value among them; -1: missing. */
  readonly placeOf: Int32Array;
}

export function categoriesOf(column: Column, rows: number): Categories {
  const { codes, count } = codesOfColumn(column, rows);
  const first = new Int32Array(count).fill(-1);
  const counts = new Int32Array(count);
  for (let row = 0; row < rows; row++) {
    const code = codes[row] as number;
    if (code === 0 || isMissing(column, row)) continue;
    if (first[code] === -1) first[code] = row;
    counts[code] = (counts[code] as number) + 1;
  }
  const { values } = orderedValues(column, rows);
  const found = [...first.keys()].filter((code) => (first[code] as number) >= 0);
  const at = (code: number): number => values[first[code] as number] as number;
  found.sort((a, b) => at(a) - at(b) || (first[a] as number) - (first[b] as number));
  const place = new Int32Array(count).fill(-1);
  found.forEach((code, nth) => {
    place[code] = nth;
  });
  return {
    texts: found.map((code) => cellString(column, first[code] as number)),
    counts: found.map((code) => counts[code] as number),
    placeOf: codes.map((code) => place[code] as number),
  };
}
