// How many rows differ from all before: no more clusters can be told apart.

import type { PointRows } from "../../contract/cluster-method.ts";

export function differentRows({ values, rows, width }: PointRows): number {
  const number = new Float64Array(1);
  const bits = new Int32Array(number.buffer);
  const hashOf = (row: number): number => {
    let hash = 0;
    for (let at = row * width; at < (row + 1) * width; at++) {
      // 0 and -0 are one number.
      number[0] = (values[at] as number) + 0;
      hash = Math.imul(Math.imul(hash ^ (bits[0] as number), 0x01000193) ^ (bits[1] as number), 0x01000193);
      hash ^= hash >>> 15;
    }
    return hash;
  };
  const isSame = (a: number, b: number): boolean => {
    for (let at = 0; at < width; at++) if (values[a * width + at] !== values[b * width + at]) return false;
    return true;
  };
  const seen = new Map<number, number[]>();
  let different = 0;
  for (let row = 0; row < rows; row++) {
    const hash = hashOf(row);
    const alike = seen.get(hash) ?? [];
    if (alike.some((other) => isSame(other, row))) continue;
    alike.push(row);
    seen.set(hash, alike);
    different++;
  }
  return different;
}
