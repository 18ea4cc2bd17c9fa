// Hierarchical clustering (agglomerative), as R's hclust: what is alike is put together, step by step, and the order of the
// leaves puts it beside each other. Chains of nearest neighbours find the merges where they are the only ones; where equally near
// pairs leave a choice, or a join may come nearer than its parts were, the nearest pair is searched for each merge.

import { mergesByChain, type Merge } from "./chain.ts";
import { changed, drained, type Pieces, within } from "./drained.ts";
import { joinedBy, type Linkage, mayInvert } from "./joined.ts";
import { mergesByNearestPair } from "./nearest-pair.ts";

export interface Clustering {
  /** n - 1 merges, as they were made; as in R a negative number is a leaf (-1 the first), a positive one the merge of that number. */
  readonly merge: readonly (readonly [number, number])[];
  /** Of each merge: ascending, but with the linkages centroid and median. */
  readonly height: readonly number[];
  /** The leaves from left to right, counted from 0. */
  readonly order: readonly number[];
}

/** `distances`: finite, of all pairs of n things, as `distancesOf` answers them. */
export const hclust = (n: number, distances: Float64Array, linkage: Linkage): Clustering =>
  drained(hclustInPieces(n, distances, linkage));

/** The same, to be left between its pieces. */
export function* hclustInPieces(n: number, distances: Float64Array, linkage: Linkage): Pieces<Clustering> {
  if (n < 2) return { merge: [], height: [], order: n === 1 ? [0] : [] };
  const joined = joinedBy[linkage];
  // Ward's rule holds for squares.
  const away =
    linkage === "ward"
      ? yield* within(
          0,
          0.1,
          changed(distances.slice(), (distance) => distance * distance),
        )
      : distances;
  const byChain = mayInvert(linkage) ? null : yield* within(0.1, 1, mergesByChain(n, away, joined));
  const merges = byChain ?? (yield* within(0.1, 1, mergesByNearestPair(n, away.slice(), joined)));
  return numbered(n, linkage === "ward" ? merges.map((merge) => ({ ...merge, height: Math.sqrt(merge.height) })) : merges);
}

/** The merges numbered as in R: a leaf before a merge, of two merges the earlier first. */
function numbered(n: number, merges: readonly Merge[]): Clustering {
  const root = Int32Array.from({ length: n }, (_, leaf) => leaf);
  const rootOf = (leaf: number): number => {
    let at = leaf;
    while (root[at] !== at) {
      root[at] = root[root[at] as number] as number;
      at = root[at] as number;
    }
    return at;
  };
  /** By root: the number of its last merge, or minus the leaf. */
  const nameOf = Int32Array.from({ length: n }, (_, leaf) => -leaf - 1);
  const merge: (readonly [number, number])[] = [];
  for (const { a, b } of merges) {
    const [x, y] = [rootOf(a), rootOf(b)];
    const [p, q] = [nameOf[x] as number, nameOf[y] as number];
    const isBefore = p < 0 && q < 0 ? p > q : p < 0 || (q > 0 && p < q);
    merge.push(isBefore ? [p, q] : [q, p]);
    root[x] = y;
    nameOf[y] = merge.length;
  }
  return { merge, height: merges.map(({ height }) => height), order: leavesOf(merge, n - 1) };
}

/** The leaves of that merge from left to right. */
export function leavesOf(merge: Clustering["merge"], number: number): readonly number[] {
  const leaves: number[] = [];
  const open = [number];
  while (open.length > 0) {
    const name = open.pop() as number;
    if (name < 0) leaves.push(-name - 1);
    else {
      const [left, right] = merge[name - 1] as readonly [number, number];
      open.push(right, left);
    }
  }
  return leaves;
}
