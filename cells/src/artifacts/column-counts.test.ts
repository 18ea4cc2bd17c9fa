// Counts of a look are those of a summary.

import { expect, test } from "vitest";
import type { Column } from "./artifact.ts";
import { columnCounts } from "./column-counts.ts";
import { columnSummary } from "./column-summary.ts";
import { numberColumn, textColumn } from "./table.ts";

const long = (length: number, of: (row: number) => number): number[] => Array.from({ length }, (_, row) => of(row));
const float = (values: readonly number[]): Column => ({
  type: "float64",
  name: "x",
  values: Float64Array.from(values),
  valid: null,
});

test.each<[string, Column]>([
  ["no rows", float([])],
  ["zero and minus zero are one value", float([0, -0, 1])],
  ["what is no number is one value", float([Number.NaN, 1, Number.NaN])],
  ["infinities", float([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1, Number.POSITIVE_INFINITY])],
  ["neighbours that differ in their last bit", float([1, 1 + Number.EPSILON, 1])],
  ["missing cells are no value", numberColumn("x", [1, null, 1, 2, null])],
  ["texts, of which one is not used", textColumn("t", ["a", "b", null, "a"])],
  ["100,000 different values", float(long(100_000, (row) => row / 7))],
  ["more than are counted", float(long(100_001, (row) => row))],
  ["many of few", float(long(200_000, (row) => row % 1_000))],
  ["whole numbers in a row", { type: "int32", name: "i", values: Int32Array.from(long(5_000, (row) => row)), valid: null }],
  ["yes and no", { type: "boolean", name: "b", values: Uint8Array.of(1, 0, 1), valid: Uint8Array.of(1, 0, 1) }],
])("%s", (_title, column) => {
  const { missing, distinct } = columnSummary(column);
  expect(columnCounts(column)).toEqual({ missing, distinct });
});
