// Mean decrease of Gini impurity (Breiman 2001): what the splits at each feature lower it by, weighted by the rows that
// come there.

import type { ForestModel, Tree } from "./random-forest.ts";

/** Of each feature; sums to 1, or is 0 throughout where no tree splits. */
export function giniImportance({ features, trees, classCount }: ForestModel): Float64Array {
  const out = new Float64Array(features.length);
  for (const tree of trees) {
    for (let node = 0; node < tree.feature.length; node += 1) {
      const f = tree.feature[node] as number;
      if (f < 0) continue;
      const [left, right] = [tree.left[node] as number, tree.right[node] as number];
      const drop = impurity(tree, node, classCount) - impurity(tree, left, classCount) - impurity(tree, right, classCount);
      out[f] = (out[f] as number) + drop / (tree.cover[0] as number);
    }
  }
  const sum = out.reduce((total, value) => total + value, 0);
  return sum > 0 ? out.map((value) => value / sum) : out;
}

/** Gini impurity of a node's rows, times their number. */
function impurity({ cover, share }: Tree, node: number, classCount: number): number {
  let rest = 1;
  for (let c = 0; c < classCount; c += 1) rest -= (share[node * classCount + c] as number) ** 2;
  return (cover[node] as number) * rest;
}
