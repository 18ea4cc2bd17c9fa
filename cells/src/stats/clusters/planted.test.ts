// Planted groups of points: the graph of neighbours beside umap-learn and Seurat, its communities beside leidenalg and leidenbase
// (planted.py, planted.R). Groups that are hard to tell are found by nobody, and as well by us as by them.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { adjustedRand } from "../../testing/adjusted-rand.ts";
import { nearestNeighbours } from "../neighbours/nearest-neighbours.ts";
import { bestLeiden } from "./leiden.ts";
import { modularity } from "./modularity.ts";
import { neighbourGraph, type WeightedGraph } from "./neighbour-graph.ts";

interface Graph {
  readonly edges: number;
  readonly weight: number;
  /** Of each point the sum of the weights at it. */
  readonly strengths: readonly number[];
}

interface Planted {
  readonly apart: number;
  readonly width: number;
  readonly points: readonly number[];
  readonly planted: readonly number[];
  readonly umap: Graph;
  readonly jaccard: Graph & { readonly modularity: number };
  readonly tried: readonly {
    readonly resolution: number;
    readonly modularity: number;
    readonly adjustedRand: number;
    readonly least: number;
  }[];
}

const sets = JSON.parse(readFileSync(path.join(import.meta.dirname, "planted.json"), "utf8")) as readonly Planted[];

const strengthsOf = ({ nodes, offsets, weights }: WeightedGraph): number[] =>
  Array.from({ length: nodes }, (_, node) =>
    weights.subarray(offsets[node], offsets[node + 1]).reduce((sum, weight) => sum + weight, 0),
  );

describe.each(sets)("groups $apart apart", ({ width, points, planted, umap, jaccard, tried }) => {
  const rows = planted.length;
  const near = nearestNeighbours(Float64Array.from(points), rows, width, { count: 15, metric: "euclidean" });

  test("weights are umap-learn's, to the floats that it works with", async () => {
    const graph = neighbourGraph(await near, rows, "umap");
    expect(graph.targets.length / 2).toBe(umap.edges);
    strengthsOf(graph).forEach((strength, at) => expect(strength).toBeCloseTo(umap.strengths[at] as number, 3));
  });

  test("shares of neighbours are Seurat's, and as few are left out", async () => {
    const graph = neighbourGraph(await near, rows, "jaccard");
    expect(graph.targets.length / 2).toBe(jaccard.edges);
    strengthsOf(graph).forEach((strength, at) => expect(strength).toBeCloseTo(jaccard.strengths[at] as number, 6));
    const found = await bestLeiden(graph, { resolution: 1, seed: 1 });
    expect(modularity(graph, found, 1)).toBeGreaterThanOrEqual(0.99 * jaccard.modularity);
  });

  test.each(tried)("at resolution $resolution as much is found as by leidenalg", async ({ resolution, ...theirs }) => {
    const graph = neighbourGraph(await near, rows, "umap");
    const found = await bestLeiden(graph, { resolution, seed: 1 });
    expect(modularity(graph, found, resolution)).toBeGreaterThanOrEqual(0.99 * theirs.modularity);
    // Where the best of theirs finds the planted groups, so does ours; elsewhere no worse than the worst of theirs.
    const ours = adjustedRand(Array.from(found), planted);
    if (theirs.adjustedRand >= 0.9) expect(ours).toBeGreaterThanOrEqual(0.9);
    else expect(ours).toBeGreaterThanOrEqual(theirs.least - 0.02);
  });
});
