// Pieces of texts: as pandas' Series.str.split(at, n=count - 1, expand=True, regex=False).

import { expect, test } from "vitest";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { stepOn } from "../../testing/step-on-table.ts";

const table = tableOf(textColumn("id", ["s1_d0_a", "s2_d7", null, "s3_d1_b_x", "_d2_"]), numberColumn("n", [1, 2, 3, 4, 5]));
const step = { verb: "split-column", column: "id", into: ["who", "day", "arm"] };
test("fewer pieces are missing, further ones stay in the last, both told", async () => {
  const { column, said } = await stepOn(table, step);
  expect([column("who"), column("day"), column("arm")]).toEqual([
    ["s1", "s2", null, "s3", null],
    ["d0", "d7", null, "d1", "d2"],
    ["a", null, null, "b_x", null],
  ]);
  expect(said).toEqual([
    "Step 1: 1 row of id has more than 3 pieces: the further ones stay in the last column.",
    "Step 1: 1 row of id has fewer than 3 pieces: what is lacking is missing.",
  ]);
});
test("a sign is a sign and no pattern", async () => {
  const dots = tableOf(textColumn("v", ["1.2"]));
  expect((await stepOn(dots, { verb: "split-column", column: "v", at: ".", into: ["a", "b"] })).column("b")).toEqual(["2"]);
});
test("further pieces, numbers, and names that are taken are refused", async () => {
  await expect(stepOn(table, { ...step, rest: "refuse" })).rejects.toThrow(/1 row of id has more than 3 pieces/);
  await expect(stepOn(table, { ...step, column: "n" })).rejects.toThrow(/no texts/);
  await expect(stepOn(table, { ...step, into: ["n"] })).rejects.toThrow(/two columns called n/);
});
