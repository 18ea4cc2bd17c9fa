// How far things lie from each other in a tree: the height at which they come together (Sokal and Rohlf, Taxon 11:33-40, 1962;
// R's cophenetic).

import { pairAt } from "./distances.ts";
import { type Clustering, leavesOf } from "./hclust.ts";

/** Of all pairs, in the order of `pairAt`. */
export function copheneticDistances({ merge, height }: Clustering): Float64Array {
  const n = merge.length + 1;
  const found = new Float64Array((n * (n - 1)) / 2);
  merge.forEach(([left, right], at) => {
    const others = leavesOf(merge, right);
    for (const a of leavesOf(merge, left)) for (const b of others) found[pairAt(n, a, b)] = height[at] as number;
  });
  return found;
}
