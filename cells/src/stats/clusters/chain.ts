// Merges by chains of nearest neighbours (Murtagh, The Computer Journal 26:354-359, 1983): in quadratic time, those that the
// search of all pairs finds, for linkages without inversions. Where several pairs are equally near it finds some of them.

import { type Pieces, within } from "./drained.ts";
import type { Joined } from "./joined.ts";

/** Two clusters, each by one of its leaves. */
export interface Merge {
  readonly a: number;
  readonly b: number;
  readonly height: number;
}

/** Sums in another order differ by less than that share. */
const rounding = 1e-12;
/** Of the last two clusters there is no other way, which is infinitely long. */
const isTie = (a: number, b: number): boolean =>
  b !== Number.POSITIVE_INFINITY && Math.abs(a - b) <= rounding * Math.max(Math.abs(a), Math.abs(b));

/** Rows at a time: what is written across them stays near. */
const block = 16;

function* squareOf(n: number, away: Float64Array): Pieces<Float64Array> {
  const square = new Float64Array(n * n);
  for (let from = 0; from < n; from += block) {
    const to = Math.min(n, from + block);
    for (let i = from; i < to; i++) {
      const place = i * n - (i * (i + 1)) / 2 - i - 1;
      square.set(away.subarray(place + i + 1, place + n), i * n + i + 1);
    }
    for (let j = from + 1; j < n; j++)
      for (let i = from; i < Math.min(to, j); i++) square[j * n + i] = square[i * n + j] as number;
    yield to / n;
  }
  return square;
}

/** Lowest first; null where equally near pairs leave a choice. `away`: of all pairs, as `pairAt` has them. */
export function* mergesByChain(n: number, away: Float64Array, joined: Joined): Pieces<readonly Merge[] | null> {
  const size = new Int32Array(n).fill(1);
  // Row by row, each pair twice: what a cluster is compared with lies side by side.
  const square = yield* within(0, 0.2, squareOf(n, away));
  /** Those that are left, in their order. */
  let left = Int32Array.from({ length: n }, (_, at) => at);
  const found: Merge[] = [];
  const chain: number[] = [];
  while (found.length < n - 1) {
    if (chain.length === 0) chain.push(left[0] as number);
    for (;;) {
      const last = chain.at(-1) as number;
      const before = chain.at(-2) ?? -1;
      const row = last * n;
      let nearest = before;
      let least = before < 0 ? Number.POSITIVE_INFINITY : (square[row + before] as number);
      let next = Number.POSITIVE_INFINITY;
      for (let at = 0; at < left.length; at++) {
        const other = left[at] as number;
        if (other === last || other === before) continue;
        const distance = square[row + other] as number;
        if (distance < least) {
          next = least;
          least = distance;
          nearest = other;
        } else if (distance < next) next = distance;
      }
      if (isTie(least, next)) return null;
      if (nearest === before) break;
      chain.push(nearest);
      yield 0.2 + (0.8 * found.length) / n;
    }
    const b = chain.pop() as number;
    const a = chain.pop() as number;
    const between = square[a * n + b] as number;
    found.push({ a, b, height: between });
    // The joined cluster goes by b.
    const [na, nb] = [size[a] as number, size[b] as number];
    left = left.filter((other) => other !== a);
    for (let at = 0; at < left.length; at++) {
      const other = left[at] as number;
      if (other === b) continue;
      const distance = joined(
        square[a * n + other] as number,
        square[b * n + other] as number,
        between,
        na,
        nb,
        size[other] as number,
      );
      square[b * n + other] = distance;
      square[other * n + b] = distance;
    }
    size[b] = na + nb;
  }
  const sorted = found.sort((x, y) => x.height - y.height);
  return sorted.some(({ height }, at) => at > 0 && isTie(height, (sorted[at - 1] as Merge).height)) ? null : sorted;
}
