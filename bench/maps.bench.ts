// UMAP of 700 and of 20,000 rows of 50 numbers, neighbours among it, beside uwot on one thread; Leiden of 20,000 rows on a graph that is
// given, beside leidenbase on the same one, and with its neighbours; markers of the clusters. In turn with the peers, all by processor time.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { embeddingSchema } from "@genomecraft/cells/embeddings.ts";
import { work as umapWork } from "@genomecraft/cells/embeddings/umap/work.ts";
import { bestLeiden } from "@genomecraft/cells/stats/clusters/leiden.ts";
import { modularity } from "@genomecraft/cells/stats/clusters/modularity.ts";
import { neighbourGraph, type WeightedGraph } from "@genomecraft/cells/stats/clusters/neighbour-graph.ts";
import { GroupAgainstRest } from "@genomecraft/cells/stats/markers/group-against-rest.ts";
import { nearestNeighbours } from "@genomecraft/cells/stats/neighbours/nearest-neighbours.ts";
import { seededRandom } from "@genomecraft/cells/stats/seeded-random.ts";
import { type Measurement, median } from "./measurement.ts";
import { ownSeconds, programSeconds } from "./processor-time.ts";

const width = 50;
const kinds = 10;
const rounds = 3;
const pause = (): void => undefined;

/** Rows of ten kinds, as the components of cells. */
function rowsOf(rows: number): Float64Array {
  const random = seededRandom(3);
  const middles = Float64Array.from({ length: kinds * width }, () => 3 * (random() - 0.5));
  const about = (): number => random() + random() + random() + random() + random() + random() - 3;
  return Float64Array.from(
    { length: rows * width },
    (_, at) => (middles[(Math.floor(at / width) % kinds) * width + (at % width)] as number) + Math.SQRT2 * about(),
  );
}

// A run without the work tells what R needs to begin.
const uwot = (rows: number): string => `
library(uwot)
if (commandArgs(TRUE)[2] == "work") {
  x <- matrix(readBin(commandArgs(TRUE)[1], "double", ${rows * width}), ${rows}, byrow = TRUE)
  set.seed(1); y <- umap(x, n_neighbors = 15, min_dist = 0.1, n_threads = 1, n_sgd_threads = 0)
}`;

const leidenbase = `
library(leidenbase); library(igraph)
if (commandArgs(TRUE)[2] == "work") {
  from <- file(commandArgs(TRUE)[1], "rb"); n <- readBin(from, "double", 2)
  edges <- matrix(readBin(from, "double", 2 * n[2]), 2); weights <- readBin(from, "double", n[2])
  g <- make_graph(edges + 1, n[1], directed = FALSE)
  f <- leiden_find_partition(g, "RBConfigurationVertexPartition", edge_weights = weights, resolution_parameter = 1, seed = 1)
  cat(f$modularity)
}`;

/** Seconds of the work alone. */
function inR(script: string, file: string, folder: string): number | null {
  const whole = programSeconds("Rscript", ["-e", script, file, "work"], folder);
  const start = programSeconds("Rscript", ["-e", script, file, "none"], folder);
  return whole === null || start === null ? null : whole - start;
}

interface Turns {
  readonly ours: readonly number[];
  readonly theirs: readonly (number | null)[];
}

async function inTurn(ours: () => Promise<unknown>, theirs: () => number | null): Promise<Turns> {
  const [mine, peers]: [number[], (number | null)[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    mine.push(await ownSeconds(ours));
    peers.push(theirs());
  }
  return { ours: mine, theirs: peers };
}

function measured(name: string, bound: string, peer: string, { ours, theirs }: Turns): Measurement {
  const all = theirs.filter((each) => each !== null);
  const mine = median(ours);
  const beside = all.length === theirs.length ? { peer, peerMedian: median(all), ratio: mine / median(all) } : {};
  return { name, unit: "s", median: mine, bound, ...beside };
}

export async function bench(): Promise<Measurement[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), "genomecraft-bench-"));
  try {
    return [...(await maps(folder)), ...(await communities(folder)), ...(await markers(folder))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function maps(folder: string): Promise<Measurement[]> {
  const answers: Measurement[] = [];
  const options = embeddingSchema.parse({ type: "umap" }) as Parameters<typeof umapWork.place>[0]["options"];
  for (const [rows, bound] of [
    [700, "<= 1 s"],
    [20_000, "<= 30 s"],
  ] as const) {
    const values = rowsOf(rows);
    const file = path.join(folder, `${rows}.bin`);
    writeFileSync(file, new Uint8Array(values.buffer));
    const components = Float64Array.from({ length: rows * 2 }, (_, at) => values[(at >> 1) * width + (at & 1)] as number);
    const turns = await inTurn(
      async () => {
        const done = await umapWork.place({ options, values, rows, width, components, count: 2, pause, say: pause } as never);
        if (!done.ok) throw new Error(done.error.reason);
      },
      () => inR(uwot(rows), file, folder),
    );
    answers.push(measured(`UMAP of ${rows.toLocaleString("en")} x ${width}, processor time`, bound, "uwot, one thread", turns));
  }
  return answers;
}

async function communities(folder: string): Promise<Measurement[]> {
  const rows = 20_000;
  const values = rowsOf(rows);
  const near = () => nearestNeighbours(values, rows, width, { count: 15, metric: "euclidean", seed: 1 });
  let found = await near();
  const finding = [await ownSeconds(async () => (found = await near())), await ownSeconds(near), await ownSeconds(near)];
  const answers: Measurement[] = [];
  for (const weights of ["umap", "jaccard"] as const) {
    const graph = neighbourGraph(found, rows, weights);
    const file = path.join(folder, `${weights}.bin`);
    writeFileSync(file, edgesOf(graph));
    let labels = new Int32Array(rows);
    const turns = await inTurn(
      async () => {
        labels = (await bestLeiden(graph, { resolution: 1, seed: 1 })) as Int32Array<ArrayBuffer>;
      },
      () => inR(leidenbase, file, folder),
    );
    const quality = modularity(graph, labels, 1).toFixed(4);
    answers.push(
      measured(
        `Leiden of 20,000 rows, ${graph.targets.length / 2} edges (${weights}), modularity ${quality}, processor time`,
        "<= 5 s",
        "leidenbase",
        turns,
      ),
    );
    const weighing: number[] = [];
    for (let round = 0; round < rounds; round++) weighing.push(await ownSeconds(() => neighbourGraph(found, rows, weights)));
    answers.push({
      name: `the same with its neighbours and their weights (${weights})`,
      unit: "s",
      median: median(turns.ours) + median(finding) + median(weighing),
      bound: "none",
    });
  }
  return answers;
}

const scipy = (features: number, cells: number): string => `
import sys
import numpy as np
from scipy.stats import mannwhitneyu
if sys.argv[2] == "work":
    x = np.fromfile(sys.argv[1], dtype=np.float64).reshape(${features}, ${cells})
    group = np.arange(${cells}) % ${kinds}
    for one in range(${kinds}):
        mannwhitneyu(x[:, group == one], x[:, group != one], axis=1, method="asymptotic")
`;

/** Of each feature and group AUC and p, beside the same tests of scipy, of which each sorts for itself. */
async function markers(folder: string): Promise<Measurement[]> {
  const [features, cells] = [200, 20_000];
  const random = seededRandom(5);
  const values = Float64Array.from({ length: features * cells }, (_, at) => {
    const isOwn = Math.floor(at / cells) % kinds === at % kinds;
    return random() < (isOwn ? 0.6 : 0.2) ? Math.log1p(Math.floor(8 * random() * random() + 1)) : 0;
  });
  const file = path.join(folder, "cells.bin");
  writeFileSync(file, new Uint8Array(values.buffer));
  const samples = Int32Array.from({ length: cells }, (_, at) => at);
  const groupOf = samples.map((at) => at % kinds);
  const peer = (work: string): number | null =>
    programSeconds("/usr/bin/python3", ["-c", scipy(features, cells), file, work], folder);
  const turns = await inTurn(
    async () => {
      const against = new GroupAgainstRest({ groupOf, groups: kinds });
      for (let feature = 0; feature < features; feature++)
        against.ask({ samples, values: values.subarray(feature * cells, (feature + 1) * cells), count: cells });
    },
    () => {
      const [whole, start] = [peer("work"), peer("none")];
      return whole === null || start === null ? null : whole - start;
    },
  );
  const name = `markers: ${features} features of ${cells.toLocaleString("en")} cells in ${kinds} groups, AUC and p, processor time`;
  return [measured(name, "none", "scipy", turns)];
}

/** Nodes, edges, the ends of each edge once, their weights: as doubles. */
function edgesOf({ nodes, offsets, targets, weights }: WeightedGraph): Uint8Array {
  const out = new Float64Array(2 + (3 * targets.length) / 2);
  out[0] = nodes;
  out[1] = targets.length / 2;
  let [ends, weight] = [2, 2 + targets.length];
  for (let node = 0; node < nodes; node++)
    for (let at = offsets[node] as number; at < (offsets[node + 1] as number); at++) {
      const other = targets[at] as number;
      if (other < node) continue;
      out[ends++] = node;
      out[ends++] = other;
      out[weight++] = weights[at] as number;
    }
  return new Uint8Array(out.buffer);
}
