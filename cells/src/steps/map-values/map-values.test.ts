// Values by pairs and by a table: as pandas' Series.replace(dict) and Series.map(dict).

import { expect, test } from "vitest";
import { integerColumn, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { stepOn } from "../../testing/step-on-table.ts";

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
  expect(kept.freezes).toBe("whole");
  await expect(stepOn(table, { verb, column: "sex", ...key }, { cell_key: other })).rejects.toThrow(/age holds no texts/);
});
test("what stands twice, no table, and no pairs are refused", async () => {
  const twice = tableOf(textColumn("code", ["1", "1"]), numberColumn("age", [30, 31]));
  await expect(stepOn(table, { verb, column: "sex", ...key }, { cell_key: twice })).rejects.toThrow(
    "Step 1: “1” stands there twice and becomes both “30” and “31”. Leave one of them.",
  );
  await expect(stepOn(table, { verb, column: "sex", ...key })).rejects.toThrow(/not a table/);
  await expect(stepOn(table, { verb, column: "sex" })).rejects.toThrow(/pairs/);
});
