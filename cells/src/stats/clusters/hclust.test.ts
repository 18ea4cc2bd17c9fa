// Distances, trees, cuts and cophenetic distances as R's (oracles/clusters.R), on what has ties, gaps, equal points and inversions.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { seededRandom } from "../seeded-random.ts";
import { mergesByChain } from "./chain.ts";
import { copheneticDistances } from "./cophenetic.ts";
import { cutTree } from "./cut-tree.ts";
import { type Distance, distancesOf, pairAt } from "./distances.ts";
import { drained } from "./drained.ts";
import { hclust } from "./hclust.ts";
import { joinedBy, type Linkage, linkages, mayInvert } from "./joined.ts";
import { mergesByNearestPair } from "./nearest-pair.ts";

interface Tree {
  readonly linkage: string;
  readonly merge: readonly (readonly [number, number])[];
  readonly height: readonly number[] | number;
  readonly order: readonly number[];
  readonly into: readonly (readonly number[])[];
  readonly at?: number;
  readonly below?: readonly number[];
  readonly cophenetic?: readonly number[] | number;
}
interface Set {
  readonly rows: readonly (readonly (number | null)[])[];
  readonly answers: readonly {
    readonly distance: Distance;
    readonly d?: readonly number[] | number;
    readonly trees: readonly Tree[];
  }[];
}
const ofR = JSON.parse(readFileSync(path.join(import.meta.dirname, "../oracles/clusters.json"), "utf8")) as {
  readonly [name: string]: Set;
};

const linkageOf = (name: string): Linkage =>
  name === "ward.D2" ? "ward" : name === "ward.D" ? "ward-d" : (linkages.find((one) => one === name) as Linkage);
const list = (value: readonly number[] | number): readonly number[] => (typeof value === "number" ? [value] : value);
const near = (found: ArrayLike<number>, expected: readonly number[]) => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, at) => expect(found[at]).toBeCloseTo(value, 11));
};

describe.each(Object.entries(ofR))("%s", (_name, { rows, answers }) => {
  const values = rows.map((row) => row.map((value) => value ?? Number.NaN));
  test.each(answers)("by $distance distances: the trees, cuts and cophenetic distances of R", ({ distance, d, trees }) => {
    const own = distancesOf(values, distance);
    if (d !== undefined) near(own, list(d));
    // Which of equally far pairs a correlation's last digit puts first is rounding: there R's own distances are taken.
    const isCorrelation = distance === "pearson" || distance === "spearman";
    const distances = isCorrelation && d !== undefined ? Float64Array.from(list(d)) : own;
    for (const { linkage, merge, height, order, into, at, below, cophenetic } of trees) {
      const found = hclust(values.length, distances, linkageOf(linkage));
      expect({ linkage, merge: found.merge, order: found.order }).toEqual({ linkage, merge, order });
      near(found.height, list(height));
      into.forEach((groups, k) => expect([...(cutTree(found, { groups: k + 1 }) ?? [])], linkage).toEqual(groups));
      if (below && at !== undefined) expect([...(cutTree(found, { height: at }) ?? [])]).toEqual(below);
      else expect(cutTree(found, { height: 1 })).toBeNull();
      if (cophenetic !== undefined) near(copheneticDistances(found), list(cophenetic));
    }
  });
});

test("nothing, one thing and equal things are clusters, too", () => {
  expect(hclust(0, new Float64Array(0), "complete")).toEqual({ merge: [], height: [], order: [] });
  const one = hclust(1, new Float64Array(0), "ward");
  expect(one).toEqual({ merge: [], height: [], order: [0] });
  expect([...(cutTree(one, { groups: 1 }) ?? [])]).toEqual([0]);
  expect(cutTree(one, { groups: 2 })).toBeNull();
  expect(cutTree(one, { groups: 0.5 })).toBeNull();
  expect(copheneticDistances(one)).toHaveLength(0);
});

test("rows without a common value, rows that do not vary and rows beyond numbers are the farthest apart", () => {
  const of = (rows: readonly number[][], distance: Distance) => [...distancesOf(rows, distance)].map((value) => value.toFixed(9));
  const gaps = [
    [1, Number.NaN],
    [Number.NaN, 1],
    [4, 1],
  ];
  expect(of(gaps, "euclidean")).toEqual(["4.242640687", "4.242640687", "0.000000000"]);
  expect(of(gaps, "manhattan")).toEqual(["6.000000000", "6.000000000", "0.000000000"]);
  expect(
    of(
      [
        [1, 2, 3],
        [5, 5, 5],
        [3, 2, 2],
      ],
      "pearson",
    ),
  ).toEqual(["1.866025404", "1.866025404", "1.866025404"]);
  expect(
    of(
      [
        [1e308, 0],
        [-1e308, 0],
        [1, 1],
      ],
      "euclidean",
    ),
  ).toEqual(["0.000000000", "0.000000000", "0.000000000"]);
  for (const linkage of linkages) {
    const { order } = hclust(
      3,
      distancesOf(
        [
          [Number.POSITIVE_INFINITY, 1],
          [0, 1],
          [Number.NaN, Number.NaN],
        ],
        "euclidean",
      ),
      linkage,
    );
    expect([...order].sort()).toEqual([0, 1, 2]);
  }
});

test("many rows at once lie exactly as far apart as one by one", () => {
  const random = seededRandom(9);
  const many = Array.from({ length: 101 }, () => Float64Array.from({ length: 203 }, () => random() - 0.5));
  for (const distance of ["euclidean", "manhattan", "pearson", "spearman"] as const) {
    const together = distancesOf(many, distance);
    for (const [i, j] of [
      [0, 1],
      [0, 100],
      [7, 8],
      [8, 95],
      [99, 100],
      [42, 55],
    ] as const)
      expect(together[pairAt(101, i, j)]).toBe(distancesOf([many[i] as Float64Array, many[j] as Float64Array], distance)[0]);
  }
});

test("every leaf stands once, and chains find what the search of all pairs finds, whatever the size", () => {
  const random = seededRandom(3);
  const many = Array.from({ length: 300 }, () => Array.from({ length: 6 }, () => random()));
  const distances = distancesOf(many, "euclidean");
  for (const linkage of linkages) {
    const { order } = hclust(300, distances, linkage);
    expect(new Set(order).size).toBe(300);
    if (mayInvert(linkage)) continue;
    const chain = drained(mergesByChain(300, distances, joinedBy[linkage])) ?? [];
    expect(chain).toHaveLength(299);
    const pairs = drained(mergesByNearestPair(300, distances.slice(), joinedBy[linkage]));
    chain.forEach(({ height }, at) => expect(height).toBeCloseTo(pairs[at]?.height ?? Number.NaN, 11));
    expect([...pairs].sort((a, b) => a.height - b.height)).toEqual(pairs);
  }
});
