// How many values of a column are missing and how many different ones there are: what columnSummary says of them, without its
// sort and histogram, which a look into a large file would wait for.

import type { Column } from "./artifact.ts";
import { hasTwins } from "./dictionary.ts";
import { countedDistinct } from "./column-summary.ts";
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

/** Open addressing over the bits of the doubles; -0 is 0, and all NaN are one. Stops where it has enough. */
function distinctNumbers(values: ArrayLike<number>, valid: Uint8Array | null): number {
  let size = 1;
  while (size < 2 * Math.min(values.length, countedDistinct + 1)) size *= 2;
  const table = new Float64Array(size).fill(Number.NaN);
  const bits = new Float64Array(1);
  const words = new Uint32Array(bits.buffer);
  let count = 0;
  let nan = 0;
  for (let row = 0; row < values.length && count <= countedDistinct; row++) {
    if (valid && valid[row] === 0) continue;
    const value = (values[row] as number) + 0;
    if (value !== value) {
      nan = 1;
      continue;
    }
    bits[0] = value;
    const mixed = Math.imul((words[0] as number) ^ Math.imul(words[1] as number, 0x85ebca6b), 0x9e3779b1);
    let at = (mixed ^ (mixed >>> 15)) & (size - 1);
    for (let found = table[at] as number; found !== value; found = table[at] as number) {
      if (found !== found) {
        table[at] = value;
        count++;
        break;
      }
      at = (at + 1) & (size - 1);
    }
  }
  return count + nan;
}
