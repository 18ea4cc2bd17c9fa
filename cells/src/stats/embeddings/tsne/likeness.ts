// How likely each row would choose each other one as its neighbour, by a normal curve about it whose width gives the asked perplexity;
// both directions averaged. van der Maaten and Hinton, JMLR 9:2579, 2008, equations 1-2; of the nearest alone: van der Maaten, JMLR
// 15:3221, 2014, section 4.1.

import { directionsJoined, type Graph } from "../directions-joined.ts";

const rounds = 200;
const near = 1e-5;

/** Of distances to `count` others of each row: how likely each is, 1 together for each row. */
export function likenessOf(distances: Float64Array, rows: number, count: number, perplexity: number): Float64Array {
  const target = Math.log(perplexity);
  const out = new Float64Array(rows * count);
  for (let row = 0; row < rows; row++) {
    const start = row * count;
    let least = Number.POSITIVE_INFINITY;
    for (let at = start; at < start + count; at++) least = Math.min(least, (distances[at] as number) ** 2);
    let [beta, low, high] = [1, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let round = 0; round < rounds; round++) {
      let [sum, weighed] = [0, 0];
      for (let at = start; at < start + count; at++) {
        // From the nearest on: the same shares, and none is 0 by being far from all.
        const square = (distances[at] as number) ** 2 - least;
        const value = Math.exp(-beta * square);
        out[at] = value;
        sum += value;
        weighed += square * value;
      }
      for (let at = start; at < start + count; at++) out[at] = (out[at] as number) / sum;
      const gap = Math.log(sum) + (beta * weighed) / sum - target;
      if (Math.abs(gap) < near) break;
      if (gap > 0) {
        low = beta;
        beta = high === Number.POSITIVE_INFINITY ? beta * 2 : (beta + high) / 2;
      } else {
        high = beta;
        beta = low === Number.NEGATIVE_INFINITY ? beta / 2 : (beta + low) / 2;
      }
    }
  }
  return out;
}

/** Both directions averaged, 1 together. `indices` and `likeness` of rows x count. */
export function symmetricLikeness(indices: Int32Array, likeness: Float64Array, rows: number): Graph {
  const graph = directionsJoined(indices, likeness, rows, (one, other) => one + other);
  let sum = 0;
  for (const value of graph.weight) sum += value;
  return { ...graph, weight: graph.weight.map((value) => value / sum) };
}
