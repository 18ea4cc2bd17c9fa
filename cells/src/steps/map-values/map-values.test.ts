// Values by pairs and by a table: as pandas' Series.replace(dict) and Series.map(dict).

import { expect, test } from "vitest";
import { booleanColumn, columnOf, integerColumn, numberColumn, tableOf, takeRows, textColumn } from "../../artifacts/table.ts";
import { takeRowsOrMissing } from "../../artifacts/take-rows-or-missing.ts";
import { laterOn, stepOn } from "../../testing/step-on-table.ts";

const verb = "map-values";
const table = tableOf(textColumn("sex", ["1", "2", null, "9", "1"]), integerColumn("arm", [1, 2, 1, null, 3]));
const pairs = [
  { from: "1", to: "male" },
  { from: "2", to: "female" },
];
test("pairs; others stay, are missing, or are refused", async () => {
  expect((await stepOn(table, { verb, column: "sex", pairs })).column("sex")).toEqual(["male", "female", null, "9", "male"]);
  const missing = await stepOn(table, { verb, column: "sex", pairs, others: "missing" });
  expect(missing.column("sex")).toEqual(["male", "female", null, null, "male"]);
  expect(missing.said).toEqual(["Step 1: 1 row of sex holds a value that is not among those that are replaced, and is missing."]);
  await expect(stepOn(table, { verb, column: "sex", pairs, others: "refuse" })).rejects.toThrow(
    /not among those that are replaced: 9/,
  );
});
test("numbers are found as they are shown, into a new column; an empty answer is missing", async () => {
  const made = await stepOn(table, { verb, column: "arm", pairs: [...pairs, { from: "3", to: "" }], name: "label" });
  expect([made.column("arm"), made.column("label")]).toEqual([
    [1, 2, 1, null, 3],
    ["male", "female", "male", null, null],
  ]);
});
const key = { with: { ref: "cell_key" }, key: "code", value: "age" };
const other = tableOf(textColumn("code", ["1", "2", null]), numberColumn("age", [30, null, 5]));
test("another table answers with values of its own type", async () => {
  const { column, kept } = await stepOn(
    table,
    { verb, column: "sex", ...key, others: "missing", name: "age" },
    { cell_key: other },
  );
  expect(column("age")).toEqual([30, null, null, null, 30]);
  expect(kept).toMatchObject({ freezes: "each", fitted: { state: { lookup: { keys: ["1", "2"] } } } });
  // The table is not there where it is done with other rows, of which each is what it is among others.
  const later = await laterOn(kept, takeRows(table, [4, 3]));
  expect(later.column("age")).toEqual([30, null]);
  await expect(stepOn(table, { verb, column: "sex", ...key }, { cell_key: other })).rejects.toThrow(/age holds no texts/);
});
test("values of each type, and numbers that JSON has no word for, are kept as they are", async () => {
  const codes = textColumn("code", ["1", "2", "9"]);
  const odd = { ...numberColumn("age", [1, 1, 1]), values: Float64Array.of(Number.NaN, Number.NEGATIVE_INFINITY, -0) };
  for (const age of [
    odd,
    integerColumn("age", [3, null, -1]),
    booleanColumn("age", [true, null, false]),
    textColumn("age", ["", null, "NaN"]),
  ]) {
    const options = { verb, column: "sex", ...key, others: "missing", name: "age" };
    const { kept, table: made } = await stepOn(table, options, { cell_key: tableOf(codes, age) });
    expect(columnOf((await laterOn(kept, table)).table, "age")).toEqual(columnOf(made, "age"));
    expect(columnOf(made, "age")).toEqual({ ...takeRowsOrMissing(age, Int32Array.of(0, 1, -1, 2, 0)), name: "age" });
  }
});
test("what stands twice, no table, and no pairs are refused", async () => {
  const twice = tableOf(textColumn("code", ["1", "1"]), numberColumn("age", [30, 31]));
  await expect(stepOn(table, { verb, column: "sex", ...key }, { cell_key: twice })).rejects.toThrow(
    "Step 1: “1” stands there twice and becomes both “30” and “31”. Leave one of them.",
  );
  await expect(stepOn(table, { verb, column: "sex", ...key })).rejects.toThrow(/not a table/);
  await expect(stepOn(table, { verb, column: "sex" })).rejects.toThrow(/pairs/);
});
