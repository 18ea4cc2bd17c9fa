// What is said of rows and samples that cannot be put beside their like.

import { expect, test } from "vitest";
import { clusterMatrix } from "./cluster-matrix.ts";

const nan = Number.NaN;

test("a sample without a value, and a row that does not vary, are told apart", () => {
  const rows = [
    [1, 2, nan, 4],
    [2, 1, nan, 9],
    [5, 5, nan, 5],
  ];
  const told = (distance: "euclidean" | "pearson", cluster: "samples" | "features") =>
    clusterMatrix(rows, 4, { cluster, linkage: "complete", distance }).notes.map(({ key, params }) => [key, params]);
  expect(told("euclidean", "samples")).toEqual([["chart-heatmap.note-no-values", { n: 1, all: 4 }]]);
  expect(told("euclidean", "features")).toEqual([]);
  expect(told("pearson", "features")).toEqual([["chart-heatmap.note-no-correlation", { n: 1, all: 3 }]]);
});
