// How many values of a column are missing and how many different ones there are: what columnSummary says of them, without its
// sort and histogram, which a look into a large file would wait for.

import type { Column } from "./artifact.ts";
import { hasTwins } from "./dictionary.ts";
import { countedDistinct, distinctNumbers } from "./distinct-numbers.ts";
import { rowsOfColumn } from "./table.ts";

/** `distinct`: null beyond what is counted. */
export function columnCounts(column: Column): { readonly missing: number; readonly distinct: number | null } {
  const { valid } = column;
  const rows = rowsOfColumn(column);
  let missing = 0;
  if (valid) for (let row = 0; row < rows; row++) if (valid[row] === 0) missing++;
  const distinct = column.type === "text" ? distinctTexts(column) : distinctNumbers(column.values, valid);
  return { missing, distinct: distinct > countedDistinct ? null : distinct };
}

function distinctTexts({ codes, dictionary, valid }: Extract<Column, { type: "text" }>): number {
  const used = new Uint8Array(dictionary.length);
  for (let row = 0; row < codes.length; row++) if (!valid || valid[row] !== 0) used[codes[row] as number] = 1;
  if (hasTwins(dictionary)) return new Set(dictionary.filter((_text, code) => used[code] === 1)).size;
  let count = 0;
  for (const is of used) count += is;
  return count;
}
