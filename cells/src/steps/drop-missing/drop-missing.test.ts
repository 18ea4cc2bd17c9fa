// Rows and columns by the share that is missing: pandas' dropna(thresh) and columns of isna().mean().

import { expect, test } from "vitest";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { laterOn, stepOn } from "../../testing/step-on-table.ts";

const table = tableOf(
  textColumn("part", ["train", "train", "train", "train", "test"], { semantic: "split" }),
  numberColumn("a", [1, null, 3, 4, null]),
  numberColumn("b", [null, null, 3, 4, 5]),
  numberColumn("c", [null, null, null, 4, 5]),
);
test("rows of which more than a share is missing", async () => {
  const columns = ["a", "b", "c"];
  // pandas: df.dropna(thresh=k) keeps rows with at least k values: thresh=2 is one of three missing at most.
  expect((await stepOn(table, { verb: "drop-missing", columns, above: 0.34 })).column("a")).toEqual([3, 4, null]);
  expect((await stepOn(table, { verb: "drop-missing", columns })).column("a")).toEqual([4]);
});
test("columns by the rows of the training; later rows lose the same ones", async () => {
  const { table: left, said, kept } = await stepOn(table, { verb: "drop-missing", drop: "columns", above: 0.5 });
  expect(left.columns.map(({ name }) => name)).toEqual(["part", "a", "b"]);
  expect(said).toEqual(["Step 1: 1 column is dropped: c."]);
  const later = tableOf(numberColumn("a", [null]), numberColumn("b", [null]), numberColumn("c", [1]));
  expect((await laterOn(kept, later)).table.columns.map(({ name }) => name)).toEqual(["a", "b"]);
});
test("where nothing would be left it is refused", async () => {
  const empty = tableOf(numberColumn("a", [null, 1]), numberColumn("b", [1, null]));
  await expect(stepOn(empty, { verb: "drop-missing", drop: "columns", above: 0.1 })).rejects.toThrow(/nothing would be left/);
});
