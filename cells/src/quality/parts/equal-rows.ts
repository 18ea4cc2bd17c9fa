// Which rows of a table have the same values as an earlier one: by two hashes of each row, made column by column on codes and bits,
// and held to the values themselves where both agree. Missing values are equal to each other.

import type { Column } from "../../artifacts/artifact.ts";
import { firstCodes } from "../../artifacts/dictionary.ts";
import { isMissing } from "../../artifacts/table.ts";

/** Of each row the first one that is equal in these columns; itself where none is. Of no columns all rows are equal. */
export function firstEqualRow(columns: readonly Column[], rows: number): Int32Array {
  const [left, right] = [new Int32Array(rows), new Int32Array(rows)];
  const same = columns.map((column) => mixIn(column, rows, left, right));
  const isEqual = (a: number, b: number): boolean => same.every((are) => are(a, b));
  let size = 1;
  while (size < 2 * rows) size *= 2;
  const table = new Int32Array(size);
  const first = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    let at = finish(left[row] as number) & (size - 1);
    first[row] = row;
    for (let found = table[at] as number; ; found = table[at] as number) {
      if (found === 0) {
        table[at] = row + 1;
        break;
      }
      const other = found - 1;
      if (left[other] === left[row] && right[other] === right[row] && isEqual(other, row)) {
        first[row] = other;
        break;
      }
      at = (at + 1) & (size - 1);
    }
  }
  return first;
}

const finish = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return mixed ^ (mixed >>> 15);
};

/** Takes a column into the hashes of its rows; answers whether two rows have the same value in it. */
function mixIn(column: Column, rows: number, left: Int32Array, right: Int32Array): (a: number, b: number) => boolean {
  const { valid } = column;
  if (column.type === "text") {
    const { codes } = column;
    const firstOf = firstCodes(column.dictionary);
    for (let row = 0; row < rows; row++) {
      const code = valid && valid[row] === 0 ? -1 : (firstOf[codes[row] as number] as number);
      left[row] = finish(Math.imul(left[row] as number, 0x9e3779b1) ^ code);
      right[row] = Math.imul((right[row] as number) ^ code, 0x85ebca6b);
    }
    const of = (row: number): number => (valid && valid[row] === 0 ? -1 : (firstOf[codes[row] as number] as number));
    return (a, b) => of(a) === of(b);
  }
  const bits = new Float64Array(1);
  const words = new Int32Array(bits.buffer);
  const { values } = column;
  for (let row = 0; row < rows; row++) {
    // A missing value holds 0, and is another than 0; -0 is 0.
    const gone = valid && valid[row] === 0 ? 0x5bd1e995 : 0;
    bits[0] = (values[row] as number) + 0;
    const [high, low] = [(words[1] as number) ^ gone, words[0] as number];
    left[row] = finish(Math.imul((left[row] as number) ^ high, 0x9e3779b1) ^ low);
    right[row] = Math.imul((right[row] as number) ^ low, 0x85ebca6b) ^ Math.imul(high, 0x27d4eb2f);
  }
  return (a, b) => (isMissing(column, a) ? isMissing(column, b) : !isMissing(column, b) && values[a] === values[b]);
}
