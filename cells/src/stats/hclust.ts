// Hierarchical clustering (agglomerative), as R's hclust of dist: what is alike is put together, step by step, and the order
// of the leaves puts it beside each other. By chains of nearest neighbours (Murtagh, The Computer Journal 26:354-359, 1983),
// which finds for these linkages the merges that the search of all pairs finds; of equal distances another one may come first.

export const linkages = ["complete", "average", "ward"] as const;
/** Of two clusters: their farthest members, the mean of all pairs, or Ward's least growth of squares (R's ward.D2). */
export type Linkage = (typeof linkages)[number];

export interface Clustering {
  /** n - 1 merges, lowest first; as in R a negative number is a leaf (-1 the first), a positive one the merge of that number. */
  readonly merge: readonly (readonly [number, number])[];
  /** Of each merge. */
  readonly height: readonly number[];
  /** The leaves from left to right, counted from 0. */
  readonly order: readonly number[];
}

/** Place of the pair (i, j) among all pairs of n, i < j row by row. */
const pairAt = (n: number, i: number, j: number): number => {
  const [a, b] = i < j ? [i, j] : [j, i];
  return a * n - (a * (a + 1)) / 2 + b - a - 1;
};

/**
 * Euclidean distances of all pairs of rows, as R's dist: over the values that both have, scaled up for the others; rows
 * without a common value are as far apart as the farthest pair.
 */
export function euclideanDistances(rows: readonly ArrayLike<number>[]): Float64Array {
  const n = rows.length;
  const found = new Float64Array((n * (n - 1)) / 2);
  let farthest = 0;
  let at = 0;
  for (let i = 0; i < n; i++) {
    const a = rows[i] as ArrayLike<number>;
    for (let j = i + 1; j < n; j++, at++) {
      const b = rows[j] as ArrayLike<number>;
      let sum = 0;
      let both = 0;
      for (let k = 0; k < a.length; k++) {
        const off = (a[k] as number) - (b[k] as number);
        if (off !== off) continue;
        sum += off * off;
        both++;
      }
      const distance = both === 0 ? Number.NaN : Math.sqrt((sum * a.length) / both);
      found[at] = distance;
      if (distance > farthest) farthest = distance;
    }
  }
  return found.map((distance) => (Number.isNaN(distance) ? farthest : distance));
}

/** `distances`: of all pairs of n things, as `euclideanDistances` answers them. */
export function hclust(n: number, distances: Float64Array, linkage: Linkage): Clustering {
  if (n < 2) return { merge: [], height: [], order: n === 1 ? [0] : [] };
  // Ward's rule holds for squares.
  const away = linkage === "ward" ? distances.map((distance) => distance * distance) : distances.slice();
  const size = new Int32Array(n).fill(1);
  const isLeft = new Uint8Array(n).fill(1);
  /** Each cluster goes by one of its leaves; its merges as they were found. */
  const found: { readonly a: number; readonly b: number; readonly height: number }[] = [];
  const chain: number[] = [];
  while (found.length < n - 1) {
    if (chain.length === 0) chain.push(isLeft.indexOf(1));
    for (;;) {
      const last = chain.at(-1) as number;
      const before = chain.at(-2) ?? -1;
      let nearest = before;
      let least = before < 0 ? Number.POSITIVE_INFINITY : (away[pairAt(n, last, before)] as number);
      for (let other = 0; other < n; other++) {
        if (!isLeft[other] || other === last) continue;
        const distance = away[pairAt(n, last, other)] as number;
        if (distance < least) {
          least = distance;
          nearest = other;
        }
      }
      if (nearest === before || nearest < 0) break;
      chain.push(nearest);
    }
    const b = chain.pop() as number;
    const a = chain.pop() as number;
    const between = away[pairAt(n, a, b)] as number;
    found.push({ a, b, height: linkage === "ward" ? Math.sqrt(between) : between });
    // Lance and Williams' formulas (The Computer Journal 9:373-380, 1967): the joined cluster goes by b.
    const [na, nb] = [size[a] as number, size[b] as number];
    for (let other = 0; other < n; other++) {
      if (!isLeft[other] || other === a || other === b) continue;
      const [da, db] = [away[pairAt(n, a, other)] as number, away[pairAt(n, b, other)] as number];
      const no = size[other] as number;
      away[pairAt(n, b, other)] =
        linkage === "complete"
          ? Math.max(da, db)
          : linkage === "average"
            ? (na * da + nb * db) / (na + nb)
            : ((na + no) * da + (nb + no) * db - no * between) / (na + nb + no);
    }
    isLeft[a] = 0;
    size[b] = na + nb;
  }
  return numbered(n, found);
}

/** The merges in the order of their heights, numbered as in R: a leaf before a merge, of two merges the earlier first. */
function numbered(n: number, found: readonly { readonly a: number; readonly b: number; readonly height: number }[]): Clustering {
  const sorted = found.map((merge, at) => ({ ...merge, at })).sort((x, y) => x.height - y.height || x.at - y.at);
  const root = Int32Array.from({ length: n }, (_, leaf) => leaf);
  const rootOf = (leaf: number): number => {
    let at = leaf;
    while (root[at] !== at) at = root[at] as number;
    return at;
  };
  /** By root: the number of its last merge, or minus the leaf. */
  const nameOf = Int32Array.from({ length: n }, (_, leaf) => -leaf - 1);
  const merge: (readonly [number, number])[] = [];
  for (const { a, b } of sorted) {
    const [x, y] = [rootOf(a), rootOf(b)];
    const [p, q] = [nameOf[x] as number, nameOf[y] as number];
    const isBefore = p < 0 && q < 0 ? p > q : p < 0 || (q > 0 && p < q);
    merge.push(isBefore ? [p, q] : [q, p]);
    root[x] = y;
    nameOf[y] = merge.length;
  }
  const order: number[] = [];
  const open = [n - 1];
  while (open.length > 0) {
    const name = open.pop() as number;
    if (name < 0) order.push(-name - 1);
    else {
      const [left, right] = merge[name - 1] as readonly [number, number];
      open.push(right, left);
    }
  }
  return { merge, height: sorted.map(({ height }) => height), order };
}
