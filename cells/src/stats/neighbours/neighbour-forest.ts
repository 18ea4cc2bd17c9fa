// Rows that lie together, by trees that cut them in two again and again, each time between two rows taken by chance (random
// projection trees: Dasgupta and Freund, STOC 2008; between two points as in Annoy and PyNNDescent).

import type { Random } from "../seeded-random.ts";
import type { Rows } from "./squared-length.ts";

/** All rows in an order in which each leaf is a stretch of `order`, from each of `starts` to the next. */
export interface Leaves {
  readonly order: Int32Array;
  readonly starts: readonly number[];
}

export function neighbourTree({ values, rows, width }: Rows, mostInLeaf: number, random: Random): Leaves {
  const order = Int32Array.from({ length: rows }, (_, row) => row);
  const starts: number[] = [];
  const open: [number, number][] = [[0, rows]];
  const normal = new Float64Array(width);
  while (open.length > 0) {
    const [start, end] = open.pop() as [number, number];
    if (end - start <= mostInLeaf) {
      starts.push(start);
      continue;
    }
    const first = Math.floor(random() * (end - start));
    const second = (first + 1 + Math.floor(random() * (end - start - 1))) % (end - start);
    const a = (order[start + first] as number) * width;
    const b = (order[start + second] as number) * width;
    let middle = 0;
    for (let f = 0; f < width; f++) {
      const [x, y] = [values[a + f] as number, values[b + f] as number];
      normal[f] = x - y;
      middle += ((x - y) * (x + y)) / 2;
    }
    let [low, high] = [start, end - 1];
    while (low <= high) {
      const row = order[low] as number;
      let side = -middle;
      for (let f = 0, at = row * width; f < width; f++, at++) side += (values[at] as number) * (normal[f] as number);
      if (side > 0 || (side === 0 && random() < 0.5)) low += 1;
      else {
        order[low] = order[high] as number;
        order[high] = row;
        high -= 1;
      }
    }
    // Equal rows are cut in half as they come.
    const cut = low === start || low === end ? start + ((end - start) >> 1) : low;
    open.push([cut, end], [start, cut]);
  }
  return { order, starts };
}
