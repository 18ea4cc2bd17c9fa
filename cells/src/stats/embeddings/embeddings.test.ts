// Maps beside cmdscale, isoMDS, uwot, Rtsne and umap-learn (embeddings.R, embeddings.py).

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { leadingComponents } from "./leading-components.ts";
import { classicalScaling } from "./mds/classical.ts";
import { isotonic } from "./mds/isotonic.ts";
import { stressScaling } from "./mds/stress.ts";
import { rowDistances } from "./row-distances.ts";
import { trustworthiness } from "./trustworthiness.ts";
import { curveOfDistances } from "./umap/curve-of-distances.ts";

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
/** Up to the direction of each axis. */
function expectPlaces(found: Float64Array, expected: readonly (readonly number[])[]): void {
  for (let k = 0; k < 2; k++) {
    const sign = Math.sign(expected.reduce((sum, row, at) => sum + (row[k] as number) * (found[at * 2 + k] as number), 0));
    expected.forEach((row, at) => expect(Math.abs(sign * (found[at * 2 + k] as number) - (row[k] as number))).toBeLessThan(1e-6));
  }
}

test("classical scaling is that of cmdscale, for distances of three sorts", async () => {
  const euclidean = classicalScaling(await rowDistances(x, rows, width, "euclidean", noPause), rows, 2);
  expectPlaces(euclidean.points, answers.classical);
  euclidean.eigenvalues.forEach((value, k) => expect(value / (answers.eigenvalues[k] as number)).toBeCloseTo(1, 9));
  expectPlaces(classicalScaling(await rowDistances(x, rows, width, "manhattan", noPause), rows, 2).points, answers.manhattan);
  expectPlaces(classicalScaling(await rowDistances(x, rows, width, "correlation", noPause), rows, 2).points, answers.correlated);
});

test("scaling by order has a stress as low as that of isoMDS, and scaling by stress no more than the classical solution", async () => {
  const distances = await rowDistances(x, rows, width, "euclidean", noPause);
  const begin = classicalScaling(distances, rows, 2).points;
  const byOrder = await stressScaling(distances, rows, begin, { axes: 2, byOrder: true, iterations: 1_000 }, noPause);
  expect(byOrder.stress).toBeLessThan(1.02 * answers.isoStress);
  const first = await stressScaling(distances, rows, begin, { axes: 2, byOrder: false, iterations: 1 }, noPause);
  const metric = await stressScaling(distances, rows, begin, { axes: 2, byOrder: false, iterations: 500 }, noPause);
  expect(metric.stress).toBeLessThanOrEqual(first.stress);
  expect([...isotonic(Float64Array.of(1, 3, 2, 4, 3.5, 3.5, 5, 0, 6))]).toEqual(
    answers.isotonic.map((value) => expect.closeTo(value, 12)),
  );
});

test("trustworthiness is Venna and Kaski's, and 1 of the data themselves", async () => {
  expect(await trustOf(Float64Array.from(answers.fixed.flat()), 2)).toBeCloseTo(answers.fixedTrust, 10);
  expect(await trustOf(x, width)).toBe(1);
  const few = { data: x.slice(0, 4 * width), width, points: x.slice(0, 8), axes: 2, count: 2, metric: "euclidean" as const };
  expect(await trustworthiness(few, noPause)).toBeNull();
});

test("the curve of distances is that of umap-learn", () => {
  const { curve } = read("components.json") as { readonly curve: { readonly [asked: string]: readonly [number, number] } };
  for (const [asked, [a, b]] of Object.entries(curve)) {
    const [spread, least] = asked.split(" ").map(Number) as [number, number];
    const found = curveOfDistances(spread, least);
    expect(Math.abs(found.a / a - 1)).toBeLessThan(2e-6);
    expect(Math.abs(found.b / b - 1)).toBeLessThan(2e-6);
  }
});

test("the first components by random directions have the squares of all singular values that numpy has", async () => {
  const { values, squares } = read("components.json") as {
    readonly values: readonly (readonly number[])[];
    readonly squares: readonly number[];
  };
  const means = (values[0] ?? []).map((_, f) => values.reduce((sum, row) => sum + (row[f] as number), 0) / values.length);
  const centred = Float64Array.from(values.flatMap((row) => row.map((value, f) => value - (means[f] as number))));
  const found = await leadingComponents(centred, 60, 40, 4, noPause);
  found.squares.forEach((square, k) => expect(square / (squares[k] as number)).toBeCloseTo(1, 8));
  // A score is the row times the loading.
  for (const k of [0, 3])
    for (const row of [0, 59]) {
      let sum = 0;
      for (let f = 0; f < 40; f++) sum += (centred[row * 40 + f] as number) * (found.loadings[k * 40 + f] as number);
      expect(found.scores[row * 4 + k]).toBeCloseTo(sum, 6);
    }
});
