// Maps beside cmdscale, isoMDS, uwot, Rtsne and umap-learn (embeddings.R, embeddings.py).

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { nearestNeighbours } from "../neighbours/nearest-neighbours.ts";
import { classicalScaling } from "./mds/classical.ts";
import { rowDistances } from "./row-distances.ts";
import { trustworthiness } from "./trustworthiness.ts";
import { likenessOf, symmetricLikeness } from "./tsne/likeness.ts";
import { tsne } from "./tsne/tsne.ts";
import { placeNew } from "./umap/place-new.ts";
import { umap, type UmapOptions } from "./umap/umap.ts";

const read = (name: string): unknown => JSON.parse(readFileSync(path.join(import.meta.dirname, name), "utf8"));
const answers = read("embeddings.json") as {
  readonly x: readonly (readonly number[])[];
  readonly classical: readonly (readonly number[])[];
  readonly eigenvalues: readonly number[];
  readonly manhattan: readonly (readonly number[])[];
  readonly correlated: readonly (readonly number[])[];
  readonly isoStress: number;
  readonly fixed: readonly (readonly number[])[];
  readonly fixedTrust: number;
  readonly umapTrust: number;
  readonly tsneDivergence: number;
  readonly isotonic: readonly number[];
};
const rows = answers.x.length;
const width = answers.x[0]?.length ?? 0;
const x = Float64Array.from(answers.x.flat());
const noPause = async (): Promise<void> => undefined;
const trustOf = (points: Float64Array, axes: number) =>
  trustworthiness({ data: x, width, points, axes, count: 15, metric: "euclidean" }, noPause);
const usual: UmapOptions = { neighbours: 15, leastDistance: 0.1, spread: 1, axes: 2, epochs: null, seed: 1 };
const near = (count: number) => nearestNeighbours(x, rows, width, { count, metric: "euclidean" });
const start = async () => classicalScaling(await rowDistances(x, rows, width, "euclidean", noPause), rows, 2).points;
const mapOf = async (options: Partial<UmapOptions> = {}) =>
  (await umap(await near(14), rows, await start(), { ...usual, ...options }, noPause)).points;

test("UMAP keeps neighbours as uwot does; one seed gives the same bytes, another another map", async () => {
  const one = await mapOf();
  expect(await trustOf(one, 2)).toBeGreaterThan(answers.umapTrust - 0.02);
  expect(await mapOf()).toEqual(one);
  expect(await mapOf({ seed: 2 })).not.toEqual(one);
  const three = await mapOf({ axes: 3 });
  expect(three.length).toBe(3 * rows);
  expect(await trustOf(three, 3)).toBeGreaterThan(answers.umapTrust - 0.02);
});

test("rows that come later stand among their neighbours on the map", async () => {
  const known = x.slice(0, 140 * width);
  const neighbours = await nearestNeighbours(known, 140, width, { count: 14, metric: "euclidean" });
  const { points } = await umap(neighbours, 140, (await start()).slice(0, 280), usual, noPause);
  const task = { options: { ...usual, metric: "euclidean" as const }, known, places: points, axes: 2, width, pause: noPause };
  const placed = await placeNew({ ...task, values: x.slice(140 * width), more: 10 });
  const whole = new Float64Array([...points, ...placed]);
  expect(await trustOf(whole, 2)).toBeGreaterThan(answers.umapTrust - 0.03);
  // The same rows again come to where they stand.
  const again = await placeNew({ ...task, values: known.slice(0, 20 * width), more: 20 });
  let far = 0;
  for (let at = 0; at < 20; at++)
    far += Math.hypot(
      (again[2 * at] as number) - (points[2 * at] as number),
      (again[2 * at + 1] as number) - (points[2 * at + 1] as number),
    );
  expect(far / 20).toBeLessThan(1);
});

test("t-SNE loses no more than Rtsne at theta 0 over five starts, with every pair by itself and by the tree", async () => {
  const all = await near(rows - 1);
  const exact = symmetricLikeness(all.indices, likenessOf(all.distances, rows, rows - 1, 20), rows);
  const begin = await start();
  const each = await tsne(exact, begin, { axes: 2, iterations: 1_000, theta: 0 }, noPause);
  expect(each.divergence).toBeLessThan(1.05 * answers.tsneDivergence);
  const tree = await tsne(exact, begin, { axes: 2, iterations: 1_000, theta: 0.5 }, noPause);
  expect(tree.divergence).toBeLessThan(1.05 * answers.tsneDivergence);
  expect((await tsne(exact, begin, { axes: 2, iterations: 1_000, theta: 0.5 }, noPause)).points).toEqual(tree.points);
  const solid = await tsne(
    exact,
    new Float64Array(3 * rows).map((_, at) => x[at] as number),
    { axes: 3, iterations: 500, theta: 0.5 },
    noPause,
  );
  expect(solid.divergence).toBeLessThan(each.divergence);
});

test("rows at one place, and all rows at one place, have finite maps", async () => {
  const same = new Float64Array(20 * width).fill(1);
  const neighbours = await nearestNeighbours(same, 20, width, { count: 5, metric: "euclidean" });
  const { points } = await umap(neighbours, 20, new Float64Array(40), { ...usual, neighbours: 6 }, noPause);
  expect(points.every(Number.isFinite)).toBe(true);
  const likeness = symmetricLikeness(neighbours.indices, likenessOf(neighbours.distances, 20, 5, 3), 20);
  const found = await tsne(likeness, new Float64Array(40), { axes: 2, iterations: 300, theta: 0.5 }, noPause);
  expect(found.points.every(Number.isFinite)).toBe(true);
});
