// How much more of a graph's weight lies within its clusters than would by chance (Newman and Girvan, Physical Review E 69:026113,
// 2004; with a resolution: Reichardt and Bornholdt, Physical Review E 74:016110, 2006).

import type { WeightedGraph } from "./neighbour-graph.ts";

/** From -1 to 1; of a graph without edges 0. */
export function modularity(
  { nodes, offsets, targets, weights }: WeightedGraph,
  labels: ArrayLike<number>,
  resolution = 1,
): number {
  let total = 0;
  let within = 0;
  const strength = new Map<number, number>();
  for (let node = 0; node < nodes; node++) {
    const own = labels[node] as number;
    let sum = 0;
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++) {
      const weight = weights[at] as number;
      sum += weight;
      if (labels[targets[at] as number] === own) within += weight;
    }
    total += sum;
    strength.set(own, (strength.get(own) ?? 0) + sum);
  }
  if (total === 0) return 0;
  let chance = 0;
  for (const sum of strength.values()) chance += (sum / total) ** 2;
  return within / total - resolution * chance;
}
