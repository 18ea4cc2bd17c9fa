// Merges by chains of nearest neighbours (Murtagh, The Computer Journal 26:354-359, 1983): in quadratic time, those that the
// search of all pairs finds, for linkages without inversions. Where several pairs are equally near it finds some of them.

import { pairAt } from "./distances.ts";
import type { Joined } from "./joined.ts";

/** Two clusters, each by one of its leaves. */
export interface Merge {
  readonly a: number;
  readonly b: number;
  readonly height: number;
}

/** Sums in another order differ by less than that share. */
const rounding = 1e-12;
const isTie = (a: number, b: number): boolean => Math.abs(a - b) <= rounding * Math.max(Math.abs(a), Math.abs(b));

/** Lowest first; null where equally near pairs leave a choice. `away` is used up. */
export function mergesByChain(n: number, away: Float64Array, joined: Joined): readonly Merge[] | null {
  const size = new Int32Array(n).fill(1);
  const isLeft = new Uint8Array(n).fill(1);
  const found: Merge[] = [];
  const chain: number[] = [];
  while (found.length < n - 1) {
    if (chain.length === 0) chain.push(isLeft.indexOf(1));
    for (;;) {
      const last = chain.at(-1) as number;
      const before = chain.at(-2) ?? -1;
      let nearest = before;
      let least = before < 0 ? Number.POSITIVE_INFINITY : (away[pairAt(n, last, before)] as number);
      let next = Number.POSITIVE_INFINITY;
      for (let other = 0; other < n; other++) {
        if (!isLeft[other] || other === last || other === before) continue;
        const distance = away[pairAt(n, last, other)] as number;
        if (distance < least) {
          next = least;
          least = distance;
          nearest = other;
        } else if (distance < next) next = distance;
      }
      if (isTie(least, next)) return null;
      if (nearest === before) break;
      chain.push(nearest);
    }
    const b = chain.pop() as number;
    const a = chain.pop() as number;
    const between = away[pairAt(n, a, b)] as number;
    found.push({ a, b, height: between });
    // The joined cluster goes by b.
    const [na, nb] = [size[a] as number, size[b] as number];
    for (let other = 0; other < n; other++) {
      if (!isLeft[other] || other === a || other === b) continue;
      const place = pairAt(n, b, other);
      away[place] = joined(away[pairAt(n, a, other)] as number, away[place] as number, between, na, nb, size[other] as number);
    }
    isLeft[a] = 0;
    size[b] = na + nb;
  }
  const sorted = found.sort((x, y) => x.height - y.height);
  return sorted.some(({ height }, at) => at > 0 && isTie(height, (sorted[at - 1] as Merge).height)) ? null : sorted;
}
