// Rows of which it is not known whether the condition holds (tidyverse/dplyr#7848): "not treated" leaves out those of which nobody
// wrote down whether they were.

import { expect, test } from "vitest";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { stepOn } from "../../testing/step-on-table.ts";

const table = tableOf(textColumn("treated", ["yes", "no", null]), numberColumn("x", [1, 2, null]));
const on = (where: object | string, action = "keep") => stepOn(table, { verb: "filter", where, action } as never);

test.each([
  ["a formula", "treated != 'yes'"],
  ["a negation", "not (treated == 'yes')"],
  ["a condition", { column: "treated", is: "!=", value: "yes" }],
  ["none of a list", { column: "treated", is: "not-in", value: ["yes"] }],
])("%s: that they go is said", async (_title, where) => {
  const { column, said } = await on(where);
  expect(column("treated")).toEqual(["no"]);
  expect(said).toEqual([expect.stringMatching(/^Step 1: of 1 row it is not known whether it is meant/)]);
});
test.each([
  ["what is asked for itself", "treated == 'no'", "keep"],
  ["a bound", "x > 1", "keep"],
  ["what is not missing", { column: "treated", is: "not-missing" }, "keep"],
  ["rows that go", "treated != 'yes'", "drop"],
])("%s: nothing is said", async (_title, where, action) => {
  expect((await on(where, action)).said).toEqual([]);
});
