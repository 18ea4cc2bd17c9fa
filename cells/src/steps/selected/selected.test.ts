// Rows that a selection in a picture holds: of what is missing, empty or no number it is said.

import { expect, test } from "vitest";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { stepOn } from "../../testing/step-on-table.ts";

const table = tableOf(
  textColumn("gene", ["A", "B", "C", "D", "E"], { semantic: "gene" }),
  numberColumn("logFC", [2, -2, 2.5, null, 0]),
  numberColumn("p", [1e-8, 1e-9, 1e-3, 1e-5, 0]),
  numberColumn("entrez", [1, 2, 3, 4, 5]),
);
const on = (options: object) => stepOn(table, { verb: "selected", x: "logFC", y: "p", ...options } as never);

test("a box keeps the rows within, its ends among them; rows without a place lie in none, and that is said", async () => {
  const { column, said } = await on({ selection: { x: [2, 2.5], y: [1e-8, 1] } });
  expect(column("gene")).toEqual(["A", "C"]);
  expect(said).toEqual(["Step 1: 1 row has no number on an axis and lies in no selection."]);
});
test("dropped, those that are not selected stay, also without a place", async () => {
  expect((await on({ selection: { x: [2, 2.5] }, action: "drop" })).column("gene")).toEqual(["B", "D", "E"]);
});
test("a lasso on a logarithmic axis keeps what lay in it as it was drawn", async () => {
  // A triangle from (0, 1) over (4, 1e-8) to (4, 1): at 2.5 its slanting side is at 1e-5 on the logarithmic axis, at 0.375 on a plain one.
  const lasso = {
    lasso: [
      [0, 1],
      [4, 1e-8],
      [4, 1],
    ],
    log: ["y"],
  };
  expect((await on({ selection: lasso })).column("gene")).toEqual(["C"]);
  expect((await on({ selection: { lasso: lasso.lasso } })).column("gene")).toEqual([]);
});
test("names are found in the column that names the rows, or in one that is chosen, numbers too; absent ones are counted", async () => {
  const { column, said } = await on({ selection: { names: ["B", "E", "gone"] } });
  expect(column("gene")).toEqual(["B", "E"]);
  expect(said).toEqual(["Step 1: 1 of 3 selected names is not in gene."]);
  expect((await on({ selection: { names: ["3"] }, names: "entrez" })).column("gene")).toEqual(["C"]);
});
test("a selection in which nothing lies leaves no rows, and says so", async () => {
  const { column, said } = await on({ selection: { x: [50, 60] } });
  expect(column("gene")).toEqual([]);
  expect(said).toContain("Step 1: no row lies in the selection.");
});
test("of several areas it is the rows of any of them, and what is said of rows is said once", async () => {
  const any = [{ x: [2, 2.2] }, { x: [2.4, 3] }, { names: ["E"] }];
  const { column, said } = await on({ selection: { any } });
  expect(column("gene")).toEqual(["A", "C", "E"]);
  expect(said).toHaveLength(1);
});
test("in a part of the picture it is the rows of that part: by what the column says, a number as it is written, or nothing", async () => {
  const parted = tableOf(
    textColumn("day", ["Day0", "Day8", null, "", "Day8"]),
    numberColumn("chromosome", [1, 2, 2, 10, null]),
    numberColumn("n", [1, 2, 3, 4, 5]),
  );
  const of = async (options: object) => (await stepOn(parted, { verb: "selected", x: "n", ...options } as never)).column("n");
  expect(await of({ parts: "day", selection: { x: [0, 4], part: "Day8" } })).toEqual([2]);
  expect(await of({ parts: "day", selection: { part: null } })).toEqual([3, 4]);
  expect(await of({ parts: "chromosome", selection: { any: [{ part: "10" }, { part: "1" }] } })).toEqual([1, 4]);
  await expect(of({ selection: { part: "Day8" } })).rejects.toThrow(/lies in one part of its picture \(Day8\)/);
});
test.each([
  [
    "nothing selected yet",
    { selection: { names: [] } },
    "Step 1: nothing is selected yet. Draw a lasso or a box in the picture, or click points.",
  ],
  [
    "an axis of names",
    { selection: { x: [0, 1] }, x: "gene" },
    /column gene holds text, and “lies in the selection” needs numbers/,
  ],
  ["an axis that is not there", { selection: { x: [0, 1] }, x: "logfc" }, /there is no column logfc\. Near: logFC/],
  ["a selection along dates", { selection: { x: ["2026-01-01", "2026-02-01"] } }, /lies along dates/],
])("refused: %s", async (_title, options, sentence) => {
  await expect(on(options)).rejects.toThrow(sentence);
});
