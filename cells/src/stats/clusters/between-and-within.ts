// Two numbers of how well clusters are apart, by their means: Calinski and Harabasz (Communications in Statistics 3:1-27, 1974),
// larger is better; Davies and Bouldin (IEEE Transactions on Pattern Analysis 1:224-227, 1979), smaller is better. As scikit-learn.

import type { Rows } from "../neighbours/squared-length.ts";
import { sizesOf } from "./silhouettes.ts";

export interface Apart {
  /** Variance between clusters over that within; NaN with fewer than two clusters, or none but single rows. */
  readonly calinskiHarabasz: number;
  /** Mean over clusters of the likest other: their spreads over the way between. */
  readonly daviesBouldin: number;
  /** Sum of squares around the means. */
  readonly within: number;
}

/** Rows with a label below 0 are of no cluster and left out. */
export function betweenAndWithin({ values, rows, width }: Rows, labels: ArrayLike<number>): Apart {
  const sizes = sizesOf(labels);
  const centres = new Float64Array(sizes.length * width);
  const middle = new Float64Array(width);
  let n = 0;
  for (let row = 0; row < rows; row++) {
    const own = labels[row] as number;
    if (own < 0) continue;
    n += 1;
    for (let f = 0; f < width; f++) {
      const value = values[row * width + f] as number;
      centres[own * width + f] = (centres[own * width + f] as number) + value;
      middle[f] = (middle[f] as number) + value;
    }
  }
  for (let f = 0; f < width; f++) middle[f] = (middle[f] as number) / n;
  for (const [c, size] of sizes.entries())
    for (let f = 0; f < width; f++) centres[c * width + f] = (centres[c * width + f] as number) / size;
  let within = 0;
  /** Mean distance of the rows of a cluster to its mean. */
  const spread = new Float64Array(sizes.length);
  for (let row = 0; row < rows; row++) {
    const own = labels[row] as number;
    if (own < 0) continue;
    let square = 0;
    for (let f = 0; f < width; f++) square += ((values[row * width + f] as number) - (centres[own * width + f] as number)) ** 2;
    within += square;
    spread[own] = (spread[own] as number) + Math.sqrt(square) / (sizes[own] as number);
  }
  let between = 0;
  for (const [c, size] of sizes.entries())
    for (let f = 0; f < width; f++)
      if (size > 0) between += size * ((centres[c * width + f] as number) - (middle[f] as number)) ** 2;
  const used = [...sizes.keys()].filter((c) => (sizes[c] as number) > 0);
  const k = used.length;
  if (k < 2) return { calinskiHarabasz: Number.NaN, daviesBouldin: Number.NaN, within };
  let sum = 0;
  for (const a of used) {
    let most = 0;
    for (const b of used) {
      if (a === b) continue;
      let square = 0;
      for (let f = 0; f < width; f++) square += ((centres[a * width + f] as number) - (centres[b * width + f] as number)) ** 2;
      const way = Math.sqrt(square);
      const alike = ((spread[a] as number) + (spread[b] as number)) / way;
      if (way > 0 && alike > most) most = alike;
    }
    sum += most;
  }
  return {
    calinskiHarabasz: n === k ? Number.NaN : within === 0 ? Number.POSITIVE_INFINITY : between / (k - 1) / (within / (n - k)),
    daviesBouldin: sum / k,
    within,
  };
}
