// Numbers of clusters that stay the same when the same clusters are found in another order: the largest is the first, of equally
// large ones the one with the first row.

import { sizesOf } from "./silhouettes.ts";

/** Labels from 0; below 0 they stay: of no cluster. */
export function bySize(labels: Int32Array): Int32Array {
  const sizes = sizesOf(labels);
  const first = new Int32Array(sizes.length).fill(labels.length);
  labels.forEach((label, row) => {
    if (label >= 0 && row < (first[label] as number)) first[label] = row;
  });
  const order = [...sizes.keys()]
    .filter((label) => (sizes[label] as number) > 0)
    .sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || (first[a] as number) - (first[b] as number));
  const place = new Int32Array(sizes.length);
  order.forEach((label, at) => (place[label] = at));
  return labels.map((label) => (label < 0 ? -1 : (place[label] as number)));
}
