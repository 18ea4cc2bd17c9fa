// Gaps from nearest rows: scikit-learn 1.2.1's KNNImputer on two data sets, fitted on the training.

import { expect, test } from "vitest";
import { numberColumn, tableOf } from "../../artifacts/table.ts";
import { answers, farthest, listedRows, referenceNames, referenceTable } from "../../testing/reference-tables.ts";
import { laterOn, stepOn } from "../../testing/step-on-table.ts";

const verb = "impute-neighbours";
test.each([
  ["wdbc", "uniform"],
  ["wdbc", "distance"],
  ["golub", "uniform"],
  ["golub", "distance"],
] as const)("%s, %s", async (set, weights) => {
  const { table } = await stepOn(referenceTable(set), { verb, columns: [...referenceNames], weights });
  expect(farthest(listedRows(table), answers[set]?.[`knn-${weights}`] ?? [])).toBeLessThan(1e-9);
});

const rows = tableOf(numberColumn("x", [1, 2, 9, null]), numberColumn("y", [10, 20, 90, 21]));
test("a gap is the mean of the nearest, and values that are there stay", async () => {
  const { column } = await stepOn(rows, { verb, columns: ["x", "y"], neighbours: 2 });
  expect([column("x"), column("y")]).toEqual([
    [1, 2, 9, 1.5],
    [10, 20, 90, 21],
  ]);
});
test("rows that come later are filled from those of the training, and not from each other", async () => {
  const { kept } = await stepOn(rows, { verb, columns: ["x", "y"], neighbours: 1 });
  expect(kept.fitted?.keeps).toBe("values");
  const later = tableOf(numberColumn("y", [89, 89]), numberColumn("x", [null, 1000]));
  expect((await laterOn(kept, later)).column("x")).toEqual([9, 1000]);
});
test("a row that has nothing in common with others is filled with means; a column without values stays missing, told", async () => {
  const table = tableOf(
    numberColumn("x", [1, 3, null]),
    numberColumn("y", [5, 6, null]),
    numberColumn("none", [null, null, null]),
  );
  const { column, said } = await stepOn(table, { verb, columns: ["x", "y", "none"] });
  expect([column("x"), column("none")]).toEqual([
    [1, 3, 2],
    [null, null, null],
  ]);
  expect(said).toEqual(["Step 1: none has no value in the rows that gaps are filled from: its gaps stay."]);
});
test("columns of very different spread are told; infinite values and too many values are refused", async () => {
  const wide = tableOf(numberColumn("a", [1, 2, null]), numberColumn("b", [0, 5000, 9000]));
  expect((await stepOn(wide, { verb, columns: ["a", "b"] })).said).toEqual([
    expect.stringMatching(/Scale the columns before this step/),
  ]);
  await expect(stepOn(tableOf(numberColumn("a", [Infinity, null])), { verb, columns: ["a"] })).rejects.toThrow(/infinite/);
  const long = tableOf(...["a", "b", "c", "d", "e"].map((name) => numberColumn(name, new Float64Array(800_001))));
  await expect(stepOn(long, { verb, columns: ["a", "b", "c", "d", "e"] })).rejects.toThrow(/at most 4/);
});
test("spreads as far apart as numbers go are told by a number", async () => {
  const table = tableOf(numberColumn("a", [1e200, -1e200, null]), numberColumn("b", [1e-200, 3e-200, 1e-200]));
  expect((await stepOn(table, { verb, columns: ["a", "b"] })).said.join()).toMatch(/Scale the columns/);
});
