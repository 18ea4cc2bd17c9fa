// Merges by the nearest pair of all, again and again, with a list of each cluster's nearest one behind it (Anderberg, Cluster
// Analysis for Applications, 1973, section 6.3; Murtagh, Multidimensional Clustering Algorithms, 1985, chapter 3): right also
// where a join comes nearer than its parts were. Of equally near pairs the first one is taken, row by row, as R's hclust takes it;
// a cluster goes by its first leaf.

import type { Merge } from "./chain.ts";
import { pairAt } from "./distances.ts";
import type { Pieces } from "./drained.ts";
import type { Joined } from "./joined.ts";

/** In the order in which they were found. `away` is used up. */
export function* mergesByNearestPair(n: number, away: Float64Array, joined: Joined): Pieces<readonly Merge[]> {
  const size = new Float64Array(n).fill(1);
  const isLeft = new Uint8Array(n).fill(1);
  /** Of each cluster the nearest one behind it, and how far it is. */
  const nearest = new Int32Array(n).fill(-1);
  const least = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
  const look = (a: number): void => {
    nearest[a] = -1;
    least[a] = Number.POSITIVE_INFINITY;
    for (let b = a + 1; b < n; b++) {
      if (!isLeft[b]) continue;
      const distance = away[pairAt(n, a, b)] as number;
      if (nearest[a] !== -1 && !(distance < (least[a] as number))) continue;
      nearest[a] = b;
      least[a] = distance;
    }
  };
  for (let a = 0; a < n; a++) {
    look(a);
    yield (0.2 * a) / n;
  }
  const found: Merge[] = [];
  while (found.length < n - 1) {
    let a = -1;
    for (let at = 0; at < n; at++)
      if (isLeft[at] && nearest[at] !== -1 && (a < 0 || (least[at] as number) < (least[a] as number))) a = at;
    const b = nearest[a] as number;
    const between = least[a] as number;
    found.push({ a, b, height: between });
    isLeft[b] = 0;
    const [na, nb] = [size[a] as number, size[b] as number];
    for (let other = 0; other < n; other++) {
      if (!isLeft[other] || other === a) continue;
      const place = pairAt(n, a, other);
      const distance = joined(away[place] as number, away[pairAt(n, b, other)] as number, between, na, nb, size[other] as number);
      away[place] = distance;
      // What was joined may be nearer than what was nearest; what was nearest and was joined is looked for anew.
      if (other < a && nearest[other] !== a && nearest[other] !== b && distance < (least[other] as number)) {
        least[other] = distance;
        nearest[other] = a;
      }
    }
    size[a] = na + nb;
    look(a);
    for (let other = 0; other < b; other++) {
      if (!isLeft[other] || other === a || (nearest[other] !== a && nearest[other] !== b)) continue;
      look(other);
      yield 0.2 + (0.8 * found.length) / n;
    }
    yield 0.2 + (0.8 * found.length) / n;
  }
  return found;
}
