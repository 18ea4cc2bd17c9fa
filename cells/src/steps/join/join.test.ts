// Keys that look alike: what is the same but for spaces and case finds nothing, and what is missing looks like any other gap.

import { expect, test } from "vitest";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { stepOn } from "../../testing/step-on-table.ts";

const there = tableOf(textColumn("name", [" x", "y", null]), numberColumn("v", [1, 2, 9]));
const step = { verb: "join", with: { ref: "there" }, on: [{ left: "s", right: "name" }] };

test("rows that match nothing for spaces or case alone are said", async () => {
  const here = tableOf(textColumn("s", ["x", "y", "X", null, "other"]));
  const { column, said } = await stepOn(here, step, { there });
  expect(column("v")).toEqual([null, 2, null, null, null]);
  expect(said).toEqual([
    "Step 1: 2 of 5 rows match nothing, though s is the same there as name but for spaces or case. Bring both into order first (Clean texts).",
  ]);
});
test("missing keys match nothing (pandas#32306), and where both writings are there nothing is said", async () => {
  const both = tableOf(textColumn("name", ["x", "X"]), numberColumn("v", [1, 2]));
  const { column, said } = await stepOn(tableOf(textColumn("s", ["x", "X", null])), step, { there: both });
  expect([column("v"), said]).toEqual([[1, 2, null], []]);
});
