// Scales of columns: numbers of scikit-learn 1.2.1 on two data sets (testing/reference/steps/make.py), fitted on the training.

import { describe, expect, test } from "vitest";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { normalQuantile } from "../../stats/normal-quantile.ts";
import { answers, farthest, listedRows, referenceNames, referenceTable } from "../../testing/reference-tables.ts";
import { laterOn, stepOn } from "../../testing/step-on-table.ts";
import { isOfRows, scalings } from "./step.ts";

describe.each(["wdbc", "golub"] as const)("%s", (set) => {
  test.each(scalings)("%s is scikit-learn's", async (by) => {
    const { table } = await stepOn(referenceTable(set, !isOfRows(by)), { verb: "scale", columns: [...referenceNames], by });
    expect(farthest(listedRows(table), answers[set]?.[by] ?? [])).toBeLessThan(1e-9);
  });
});

test("quantiles of the normal distribution are those of R's qnorm", () => {
  // R 4.2: qnorm(c(1e-300, 1e-7, .025, .5, .9, 1 - 1e-10))
  const wanted = [-37.0471, -5.199337582192816, -1.959963984540054, 0, 1.2815515655446, 6.361340889697422];
  for (const [at, p] of [1e-300, 1e-7, 0.025, 0.5, 0.9, 1 - 1e-10].entries())
    expect(normalQuantile(p)).toBeCloseTo(wanted[at] as number, at === 0 ? 4 : 10);
  expect([normalQuantile(0), normalQuantile(1), normalQuantile(2)]).toEqual([-Infinity, Infinity, Number.NaN]);
});

const rows = tableOf(
  textColumn("part", ["train", "train", "test"], { semantic: "split" }),
  numberColumn("x", [0, 10, 20], { unit: "mm", semantic: "count" }),
  numberColumn("flat", [3, 3, 5]),
  numberColumn("none", [null, null, 1]),
);
test("what lies beyond the training is told and not cut", async () => {
  const { column, said } = await stepOn(rows, { verb: "scale", columns: ["x"], by: "min-max" });
  expect(column("x")).toEqual([0, 1, 2]);
  expect(said).toEqual(["Step 1: 1 value of x lies outside the range of the rows that the scale was taken of."]);
});
test("numbers that were counts are none any more, and their unit is gone", async () => {
  const { table } = await stepOn(rows, { verb: "scale", columns: ["x"] });
  expect(table.columns[1]).not.toHaveProperty("semantic");
  expect(table.columns[1]).not.toHaveProperty("unit");
});
test("a column that does not vary, and one without values, are told", async () => {
  const { column, said } = await stepOn(rows, { verb: "scale", columns: ["flat", "none"] });
  expect([column("flat"), column("none")]).toEqual([
    [0, 0, 2],
    [null, null, null],
  ]);
  expect(said).toHaveLength(2);
});
test("a row with a gap has no length, and one of zeros stays", async () => {
  const table = tableOf(numberColumn("a", [3, null, 0]), numberColumn("b", [4, 1, 0]));
  const { column, said } = await stepOn(table, { verb: "scale", columns: ["a", "b"], by: "unit-l2" });
  expect([column("a"), column("b")]).toEqual([
    [0.6, null, 0],
    [0.8, null, 0],
  ]);
  expect(said).toHaveLength(2);
});
test("texts, infinite values and no columns are refused in words", async () => {
  await expect(stepOn(rows, { verb: "scale", columns: ["part"] })).rejects.toThrow(/part holds text/);
  await expect(stepOn(rows, { verb: "scale" })).rejects.toThrow(/columns/);
  await expect(stepOn(tableOf(numberColumn("x", [1, Infinity])), { verb: "scale", columns: ["x"] })).rejects.toThrow(/infinite/);
});
test("the scale of one table is carried over to another, which lacks none of its columns", async () => {
  const { kept } = await stepOn(rows, { verb: "scale", columns: ["x"] });
  expect((await laterOn(kept, tableOf(numberColumn("x", [5, null])))).column("x")).toEqual([0, null]);
  await expect(laterOn(kept, tableOf(numberColumn("y", [5])))).rejects.toThrow(/no column x/);
});
test("numbers near the ends of what a double holds are scaled, or refused in words", async () => {
  // Python's decimal: less the mean, over the deviation (divisor n).
  const small = tableOf(numberColumn("x", [1e-200, 3e-200, 4e-200]));
  const wanted = [-1.3363062095621219, 0.2672612419124244, 1.0690449676496976];
  const found = (await stepOn(small, { verb: "scale", columns: ["x"] })).column("x");
  for (const [at, value] of wanted.entries()) expect(found[at]).toBeCloseTo(value, 12);
  const large = tableOf(numberColumn("x", [1e308, -1e308]), numberColumn("y", [1e308, 1e308]));
  expect((await stepOn(large, { verb: "scale", columns: ["x"] })).column("x")).toEqual([1, -1]);
  expect((await stepOn(large, { verb: "scale", columns: ["x", "y"], by: "unit-l1" })).column("y")).toEqual([0.5, 0.5]);
  await expect(stepOn(large, { verb: "scale", columns: ["x"], by: "min-max" })).rejects.toThrow(/so large/);
});
test("a column that does not vary stands in the middle of its quantiles, and that is what is told", async () => {
  const { column, said } = await stepOn(tableOf(numberColumn("x", [3, 3])), {
    verb: "scale",
    columns: ["x"],
    by: "quantile-uniform",
  });
  expect([column("x"), said]).toEqual([[0.5, 0.5], [expect.stringMatching(/in the middle of its quantiles/)]]);
});
