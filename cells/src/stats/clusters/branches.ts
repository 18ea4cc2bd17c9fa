// A tree of hclust as lines: where its merges stand among the leaves in their order, and at which height.

import type { Clustering } from "./hclust.ts";

/** Each merge as three strokes over its two parts. `along`: places among the leaves in their order; null parts the strokes. */
export function branches({ merge, height, order }: Clustering): {
  readonly along: readonly (number | null)[];
  readonly up: readonly (number | null)[];
} {
  const place = new Map(order.map((leaf, at) => [leaf, at]));
  const ends: { readonly at: number; readonly height: number }[] = [];
  const along: (number | null)[] = [];
  const up: (number | null)[] = [];
  const endOf = (name: number): { readonly at: number; readonly height: number } =>
    name < 0 ? { at: place.get(-name - 1) ?? 0, height: 0 } : (ends[name - 1] ?? { at: 0, height: 0 });
  merge.forEach(([left, right], index) => {
    const [a, b] = [endOf(left), endOf(right)];
    const top = height[index] as number;
    along.push(a.at, a.at, b.at, b.at, null);
    up.push(a.height, top, top, b.height, null);
    ends.push({ at: (a.at + b.at) / 2, height: top });
  });
  return { along, up };
}
