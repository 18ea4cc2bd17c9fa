// Gaps by regression: scikit-learn 1.2.1's IterativeImputer() on two data sets, fitted on the training.

import { expect, test } from "vitest";
import { numberColumn, tableOf } from "../../artifacts/table.ts";
import {
  answeredNumbers,
  answers,
  farthest,
  listedRows,
  referenceNames,
  referenceTable,
} from "../../testing/reference-tables.ts";
import { laterOn, stepOn } from "../../testing/step-on-table.ts";

const verb = "impute-iterative";
test.each(["wdbc", "golub"] as const)("%s: values and rounds are scikit-learn's", async (set) => {
  const { table, kept } = await stepOn(referenceTable(set), { verb, columns: [...referenceNames] });
  expect(farthest(listedRows(table), answers[set]?.["iterative"] ?? [])).toBeLessThan(1e-6);
  expect(kept.fitted?.state).toMatchObject({ rounds: answeredNumbers(set, "iterative-rounds")[0] });
});
test("a column that is a line of another is filled along it, in rows that come later as well", async () => {
  const x = Array.from({ length: 40 }, (_, at) => at);
  const table = tableOf(
    numberColumn("x", x),
    numberColumn(
      "y",
      x.map((value) => (value === 7 ? null : 3 * value - 1)),
    ),
  );
  const { column, kept } = await stepOn(table, { verb, columns: ["x", "y"] });
  expect(column("y")[7]).toBeCloseTo(20, 3);
  const later = await laterOn(kept, tableOf(numberColumn("y", [null, 5]), numberColumn("x", [100, null])));
  expect([later.column("y")[0], later.column("x")[1]]).toEqual([expect.closeTo(299, 2), expect.closeTo(2, 2)]);
});
// scikit-learn#17426: rain below 0 in the gaps.
test("values beyond all that stand there are said, to either side", async () => {
  const rain = tableOf(numberColumn("a", [0, 1, 2, 3, 4, 20, -9]), numberColumn("b", [0, 2, 4, 6, 8, null, null]));
  const { column, said } = await stepOn(rain, { verb, columns: ["a", "b"] });
  expect(Number(column("b")[6])).toBeLessThan(-15);
  expect(said).toEqual([
    expect.stringMatching(/^Step 1: of the values put into b 1 lie below all and 1 above all that stand there/),
  ]);
});
test("a column alone gets its mean, one without values stays missing and is told", async () => {
  expect((await stepOn(tableOf(numberColumn("x", [1, null, 4])), { verb, columns: ["x"] })).column("x")).toEqual([1, 2.5, 4]);
  const none = await stepOn(tableOf(numberColumn("x", [1, null]), numberColumn("none", [null, null])), {
    verb,
    columns: ["x", "none"],
  });
  expect([none.column("x"), none.column("none"), none.said.length]).toEqual([[1, 1], [null, null], 1]);
});
test("more than is worked on is refused", async () => {
  const wide = tableOf(...Array.from({ length: 400 }, (_, at) => numberColumn(`c${at}`, new Float64Array(100).fill(at))));
  await expect(stepOn(wide, { verb, columns: wide.columns.map(({ name }) => name) })).rejects.toThrow(/400 columns of 100 rows/);
});
test("numbers whose squares are no numbers any more are refused in words", async () => {
  const table = tableOf(numberColumn("x", [1e180, null, -2e180]), numberColumn("y", [1, 2, 3]));
  await expect(stepOn(table, { verb, columns: ["x", "y"] })).rejects.toThrow(/Step 1: its numbers are so large/);
});
