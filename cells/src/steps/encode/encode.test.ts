// Categories as numbers. One-hot is pandas.get_dummies(dtype=int) and scikit-learn's OneHotEncoder, places are OrdinalEncoder's,
// shares value_counts(normalize=True), all of the training.

import { describe, expect, test } from "vitest";
import { integerColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { laterOn, stepOn } from "../../testing/step-on-table.ts";
import { malignant } from "../../testing/reference-tables.ts";

const table = tableOf(
  textColumn("part", ["train", "train", "train", "train", "test"], { semantic: "split" }),
  textColumn("grade", ["high", "low", null, "low", "mid"]),
  integerColumn("code", [10, 2, 10, null, 2]),
);

describe("a category that the training has not", () => {
  test("is refused at first", async () => {
    await expect(stepOn(table, { verb: "encode", columns: ["grade"] })).rejects.toThrow(
      "Step 1: grade holds 1 category that the rows it was learned of have not: mid. Set what becomes of new categories, or mend the values first.",
    );
  });
  test("is 0 everywhere, or other, where that is set, and is told", async () => {
    const zero = await stepOn(table, { verb: "encode", columns: ["grade"], as: { by: "one-hot", unseen: "zero" } });
    expect(zero.table.columns.map(({ name }) => name)).toEqual(["part", "grade_high", "grade_low", "code"]);
    expect([zero.column("grade_high"), zero.column("grade_low")]).toEqual([
      [1, 0, null, 0, 0],
      [0, 1, null, 1, 0],
    ]);
    expect(zero.said).toEqual(["Step 1: 1 row of grade holds a category that the rows it was learned of have not."]);
    const other = await stepOn(table, { verb: "encode", columns: ["grade"], as: { by: "one-hot", unseen: "other" } });
    expect(other.column("grade_other")).toEqual([0, 0, null, 0, 1]);
  });
  test("has no share", async () => {
    const { column } = await stepOn(table, { verb: "encode", columns: ["grade"], as: { by: "frequency" } });
    expect(column("grade")).toEqual([1 / 3, 2 / 3, null, 2 / 3, 0]);
  });
});
// scikit-learn 1.2.1: OneHotEncoder(drop="if_binary"), OneHotEncoder(drop="first").
describe("of two categories one column tells both", () => {
  const two = tableOf(textColumn("sex", ["f", "m", null, "m"]), textColumn("lab", ["a", "b", "c", "a"]));
  const made = async (drop: string, unseen = "refuse") =>
    stepOn(two, { verb: "encode", columns: ["sex", "lab"], as: { by: "one-hot", drop, unseen } });
  const namesOf = async (drop: string, unseen?: string) => (await made(drop, unseen)).table.columns.map(({ name }) => name);

  test("which is told where both are made", async () => {
    const { said } = await made("none");
    expect(said).toEqual([
      "Step 1: sex has two categories, so that its two columns mirror each other: one of them tells both. Choose “of two categories one”.",
    ]);
    expect((await made("none", "other")).said).toEqual([]);
  });
  test("and the second stands alone where that is chosen", async () => {
    expect(await namesOf("of-two")).toEqual(["sex_m", "lab_a", "lab_b", "lab_c"]);
    expect(await namesOf("first")).toEqual(["sex_m", "lab_b", "lab_c"]);
    const { column, said } = await made("of-two");
    expect(column("sex_m")).toEqual([0, 1, null, 1]);
    expect(said).toEqual([]);
  });
  test("a new category that is 0 everywhere stands as the first one does, which is told", async () => {
    const parts = tableOf(
      textColumn("part", ["train", "train", "test"], { semantic: "split" }),
      textColumn("sex", ["f", "m", "x"]),
    );
    const as = { by: "one-hot", drop: "of-two", unseen: "zero" };
    const { column, said } = await stepOn(parts, { verb: "encode", columns: ["sex"], as });
    expect(column("sex_m")).toEqual([0, 1, 0]);
    expect(said).toEqual([
      "Step 1: 1 row of sex holds a category that the rows it was learned of have not, and stands as the first category does: 0 everywhere.",
    ]);
  });
});
test("numbers are ordered by size, and places begin with 0", async () => {
  const { column } = await stepOn(table, { verb: "encode", columns: ["code"], as: { by: "ordinal" } });
  expect(column("code")).toEqual([1, 0, 1, null, 0]);
});
// scikit-learn#14954: places by the alphabet, where low, medium and high were meant.
test("an order of texts that nobody gave is said; of numbers, of two texts, and where it is given, it is not", async () => {
  const dose = tableOf(textColumn("dose", ["low", "medium", "high", null]), integerColumn("code", [3, 1, 2, 2]));
  const on = async (columns: readonly string[], more: object = {}) =>
    (await stepOn(dose, { verb: "encode", columns: [...columns], as: { by: "ordinal", ...more } })).said;
  expect(await on(["dose", "code"])).toEqual([
    "Step 1: no order is given, so that dose goes letter by letter: high, low, medium. Where its categories have an order (low, medium, high), give it.",
  ]);
  expect(await on(["dose"], { order: ["low", "medium", "high"] })).toEqual([]);
  const days = tableOf(textColumn("day", ["2021-03-01", "2021-01-01", "2021-02-01"]));
  expect((await stepOn(days, { verb: "encode", columns: ["day"], as: { by: "ordinal" } })).said).toEqual([]);
  const two = tableOf(textColumn("sex", ["m", "f"]));
  expect((await stepOn(two, { verb: "encode", columns: ["sex"], as: { by: "ordinal" } })).said).toEqual([]);
});
test("an order that is given is obeyed, and what has no place in it is refused or missing", async () => {
  const as = { by: "ordinal", order: ["low", "high"] };
  await expect(stepOn(table, { verb: "encode", columns: ["grade"], as })).rejects.toThrow(/mid/);
  const { column } = await stepOn(table, { verb: "encode", columns: ["grade"], as: { ...as, unseen: "missing" } });
  expect(column("grade")).toEqual([1, 0, null, 0, null]);
});
test("shares of wdbc: 357 of 569 are benign", async () => {
  const diagnosis = tableOf(
    textColumn(
      "diagnosis",
      malignant.map((is) => (is ? "malignant" : "benign")),
    ),
  );
  const { kept } = await stepOn(diagnosis, { verb: "encode", columns: ["diagnosis"], as: { by: "frequency" } });
  expect(kept.fitted?.state).toEqual({
    columns: [{ column: "diagnosis", categories: ["benign", "malignant"], shares: [357 / 569, 212 / 569] }],
  });
});
test("columns are carried over as they were made, whatever is there later", async () => {
  const seen = tableOf(textColumn("grade", ["a", "b"]));
  const { kept } = await stepOn(seen, { verb: "encode", columns: ["grade"] });
  const later = await laterOn(kept, tableOf(textColumn("grade", ["b", null])));
  expect([later.column("grade_a"), later.column("grade_b")]).toEqual([
    [0, null],
    [1, null],
  ]);
});
test("a column of names of its own in every row, and a name that is taken, are refused", async () => {
  const names = tableOf(
    textColumn(
      "id",
      Array.from({ length: 1001 }, (_, at) => `s${at}`),
    ),
  );
  await expect(stepOn(names, { verb: "encode", columns: ["id"] })).rejects.toThrow(/1.001 different values/);
  const taken = tableOf(textColumn("g", ["a"]), integerColumn("g_a", [5]));
  await expect(stepOn(taken, { verb: "encode", columns: ["g"] })).rejects.toThrow(/two columns called g_a/);
});
