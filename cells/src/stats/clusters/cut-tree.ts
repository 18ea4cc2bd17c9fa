// A tree of hclust cut into groups, as R's cutree: into so many, or at a height. Groups are numbered by their first leaf.

import type { Clustering } from "./hclust.ts";

export type Cut = { readonly groups: number } | { readonly height: number };

/**
 * Of each leaf the number of its group, from 0. Into `groups` whole ones, from 1 to as many as there are leaves; a height takes the
 * merges up to it, itself among them. Null: so many groups cannot be, or a tree with inversions has no cut at a height.
 */
export function cutTree({ merge, height }: Clustering, cut: Cut): Int32Array | null {
  const n = merge.length + 1;
  const merges = "groups" in cut ? n - cut.groups : mergesUpTo(height, cut.height);
  if (!Number.isInteger(merges) || merges < 0 || merges >= n) return null;
  const found = new Int32Array(n).fill(-1);
  /** By merge: one of its leaves; by leaf: the one that stands for its group. */
  const leafOf = new Int32Array(merge.length);
  const root = Int32Array.from({ length: n }, (_, leaf) => leaf);
  const rootOf = (leaf: number): number => {
    let at = leaf;
    while (root[at] !== at) at = root[at] = root[root[at] as number] as number;
    return at;
  };
  for (let number = 0; number < merges; number++) {
    const [a, b] = (merge[number] as readonly [number, number]).map((name) =>
      rootOf(name < 0 ? -name - 1 : (leafOf[name - 1] as number)),
    ) as [number, number];
    root[Math.max(a, b)] = Math.min(a, b);
    leafOf[number] = Math.min(a, b);
  }
  let groups = 0;
  for (let leaf = 0; leaf < n; leaf++) {
    const first = rootOf(leaf);
    // The first leaf of a group stands for it.
    found[leaf] = first === leaf ? groups++ : (found[first] as number);
  }
  return found;
}

function mergesUpTo(heights: readonly number[], most: number): number {
  if (heights.some((height, at) => height < (heights[at - 1] ?? height))) return Number.NaN;
  return heights.filter((height) => height <= most).length;
}
