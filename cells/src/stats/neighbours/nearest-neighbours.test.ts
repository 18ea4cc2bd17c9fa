// Nearest neighbours as scikit-learn's (neighbours.py); the search that does not look at all pairs beside the one that does.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../seeded-random.ts";
import { type Metric, nearestNeighbours } from "./nearest-neighbours.ts";

interface Answered {
  readonly values: readonly (readonly number[])[];
  readonly asked: readonly {
    readonly metric: Metric;
    readonly count: number;
    readonly distances: readonly (readonly number[])[];
    readonly indices: readonly (readonly number[])[];
  }[];
}
const ofScikit = JSON.parse(readFileSync(path.join(import.meta.dirname, "neighbours.json"), "utf8")) as {
  readonly [set: string]: Answered;
};

describe.each(Object.entries(ofScikit))("%s", (name, { values, asked }) => {
  const width = values[0]?.length ?? 0;
  test.each(asked)("$count by $metric are those of scikit-learn", async ({ metric, count, distances, indices }) => {
    const found = await nearestNeighbours(Float64Array.from(values.flat()), values.length, width, { count, metric });
    expect(found.count).toBe(count);
    // Distances are rounded to 12 digits there, and taken as 1 less a product: squares of the last digit of 1.
    distances.flat().forEach((distance, at) => expect(found.distances[at]).toBeCloseTo(distance, 11));
    if (!name.includes("ties")) expect([...found.indices]).toEqual(indices.flat());
  });
});

test("of equally near rows the first ones are named, and never the row itself", async () => {
  const same = await nearestNeighbours(new Float64Array(8).fill(3), 4, 2, { count: 2, metric: "euclidean" });
  expect([...same.indices]).toEqual([1, 2, 0, 2, 0, 1, 0, 1]);
  expect([...same.distances]).toEqual(new Array(8).fill(0));
});

test("more neighbours than there are other rows are those rows; one row and no row have none", async () => {
  const few = await nearestNeighbours(Float64Array.of(1, 5, 2), 3, 1, { count: 9, metric: "euclidean" });
  expect(few.count).toBe(2);
  expect([...few.indices]).toEqual([2, 1, 2, 0, 0, 1]);
  expect((await nearestNeighbours(Float64Array.of(1), 1, 1, { count: 3, metric: "cosine" })).indices).toHaveLength(0);
  expect((await nearestNeighbours(new Float64Array(0), 0, 3, { count: 3, metric: "cosine" })).indices).toHaveLength(0);
});

test("a row without a direction is as far as what has nothing in common", async () => {
  const values = Float64Array.of(0, 0, 1, 0, 2, 0.1, 0, 0);
  const found = await nearestNeighbours(values, 4, 2, { count: 3, metric: "cosine" });
  expect([...found.distances.subarray(0, 3)]).toEqual([0, 1, 1].map((one) => expect.closeTo(one, 14)));
  const flat = await nearestNeighbours(Float64Array.of(3, 3, 1, 2, 5, 9), 3, 2, { count: 2, metric: "correlation" });
  expect([...flat.distances.subarray(0, 2)]).toEqual([1, 1].map((one) => expect.closeTo(one, 14)));
});

/** Groups on curved lines among noise: 12 columns. */
function madeRows(rows: number): Float64Array {
  const random = seededRandom(11);
  const values = new Float64Array(rows * 12);
  for (let row = 0; row < rows; row++) {
    const [group, along] = [row % 7, random()];
    for (let f = 0; f < 12; f++)
      values[row * 12 + f] = 3 * Math.sin(group * (f + 1)) + 2 * Math.sin(along * (f + 2)) + 0.5 * (random() + random() - 1);
  }
  return values;
}

test("beyond what all pairs are looked at for, 99 of 100 neighbours are found, and one seed gives one answer", async () => {
  const rows = 1500;
  const values = madeRows(rows);
  const exact = await nearestNeighbours(values, rows, 12, { count: 15, metric: "euclidean" });
  const quick = { count: 15, metric: "euclidean", seed: 3, exactUpTo: 1000 } as const;
  const near = await nearestNeighbours(values, rows, 12, quick);
  expect([exact.isExact, near.isExact]).toEqual([true, false]);
  let shared = 0;
  for (let row = 0; row < rows; row++) {
    const known = new Set(exact.indices.subarray(row * 15, (row + 1) * 15));
    for (const other of near.indices.subarray(row * 15, (row + 1) * 15)) if (known.has(other)) shared += 1;
  }
  expect(shared / (rows * 15)).toBeGreaterThan(0.99);
  expect(await nearestNeighbours(values, rows, 12, quick)).toEqual(near);
});

test("equal rows, more of them than a leaf holds, are found by descent, too", async () => {
  const found = await nearestNeighbours(new Float64Array(800), 400, 2, { count: 3, metric: "euclidean", exactUpTo: 10 });
  expect([...found.distances].every((distance) => distance === 0)).toBe(true);
  expect([...found.indices].every((other, at) => other >= 0 && other !== Math.floor(at / 3))).toBe(true);
});

test("a search is stopped by its pause", async () => {
  const stop = () => {
    throw new Error("stopped");
  };
  const values = madeRows(900);
  for (const exactUpTo of [10, 1000])
    await expect(nearestNeighbours(values, 900, 12, { count: 5, metric: "euclidean", exactUpTo }, stop)).rejects.toThrow(
      "stopped",
    );
});
