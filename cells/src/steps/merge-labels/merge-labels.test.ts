// Labels that may be one are proposed, and merged as the step says, letter by letter.

import { expect, test } from "vitest";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { laterOn, stepOn } from "../../testing/step-on-table.ts";
import { nearLabels } from "../../base/near-labels.ts";

const groupsIn = (...texts: readonly string[]) =>
  nearLabels(texts.map((text, at) => ({ text, count: texts.length - at }))).map((group) => group.map(({ text }) => text));

test("case, signs and one letter are near", () => {
  expect(groupsIn("CTRL", "ctrl", "treated", "CTR", "Treated ", "trated", "mock")).toEqual([
    ["CTRL", "ctrl", "CTR"],
    ["treated", "Treated ", "trated"],
  ]);
});
test("numbers, short words and other words are not", () => {
  expect(
    groupsIn("day1", "day2", "day 10", "m", "f", "WT", "KO", "ALL", "AML", "male", "female", "S1", "S2", "G1", "G2"),
  ).toEqual([]);
});
test("the commonest comes first, whatever the order", () => {
  expect(
    nearLabels([
      { text: "ctr", count: 1 },
      { text: "ctrl", count: 9 },
    ]).map((group) => group[0]?.text),
  ).toEqual(["ctrl"]);
});

const table = tableOf(
  textColumn("arm", ["CTRL", "ctrl", "CTR", null, "drug"], { semantic: "group" }),
  numberColumn("n", [1, 2, 3, 4, 5]),
);
const groups = [{ to: "CTRL", from: ["ctrl", "CTR"] }];
test("the writings that are named become the label, and nothing else does", async () => {
  const { column, said, kept } = await stepOn(table, { verb: "merge-labels", column: "arm", groups });
  expect(column("arm")).toEqual(["CTRL", "CTRL", "CTRL", null, "drug"]);
  expect(said).toEqual(["Step 1: 2 values of arm got another label."]);
  expect((await laterOn(kept, tableOf(textColumn("arm", ["Ctrl", "CTR"])))).column("arm")).toEqual(["Ctrl", "CTRL"]);
});
test("a writing of two labels, numbers and no labels are refused", async () => {
  const twice = [...groups, { to: "mock", from: ["CTR"] }];
  await expect(stepOn(table, { verb: "merge-labels", column: "arm", groups: twice })).rejects.toThrow(
    "Step 1: “CTR” is a writing of two labels, CTRL and mock. Take it out of one of them.",
  );
  await expect(stepOn(table, { verb: "merge-labels", column: "n", groups })).rejects.toThrow(/no texts/);
  await expect(stepOn(table, { verb: "merge-labels", column: "arm" })).rejects.toThrow(/labels/);
});
