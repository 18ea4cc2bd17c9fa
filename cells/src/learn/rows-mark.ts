// One number for a set of rows, whatever their order: by it a model's card knows the rows that it was trained on when they
// come again. Of single rows it tells nothing.

import type { DesignMatrix } from "../contract/design-matrix.ts";

/** Sum of the rows' hashes (FNV-1a over their doubles, two of 32 bits), as 16 hexadecimal digits. */
export function markOfRows({ rows, features, values }: DesignMatrix): string {
  const width = features.length;
  const row = new Float64Array(width);
  const bytes = new Uint8Array(row.buffer);
  let low = 0;
  let high = 0;
  for (let at = 0; at < rows; at += 1) {
    // + 0: a negative zero is the same number.
    for (let f = 0; f < width; f += 1) row[f] = (values[at * width + f] as number) + 0;
    low = (low + hash(bytes, 0x811c9dc5)) >>> 0;
    high = (high + hash(bytes, 0x9e3779b1)) >>> 0;
  }
  return [high, low].map((part) => part.toString(16).padStart(8, "0")).join("");
}

function hash(bytes: Uint8Array, start: number): number {
  let state = start;
  for (const byte of bytes) state = Math.imul(state ^ byte, 0x01000193);
  // Mixed once more (MurmurHash3's finaliser): sums of hashes would else show what rows have in common.
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
