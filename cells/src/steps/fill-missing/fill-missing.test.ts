// Ways to fill gaps: pandas 1.5.3 on two data sets (by group, forward, on lines), half the least value, marks.

import { describe, expect, test } from "vitest";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { answers, farthest, listedRows, referenceNames, referenceTable } from "../../testing/reference-tables.ts";
import { laterOn, stepOn } from "../../testing/step-on-table.ts";

const verb = "fill-missing";
describe.each(["wdbc", "golub"] as const)("%s", (set) => {
  test.each([
    ["group-mean", { by: "mean" }],
    ["forward", { by: "forward", order: "order" }],
    ["linear", { by: "linear", order: "order" }],
  ])("%s is pandas'", async (answer, fill) => {
    const { table } = await stepOn(referenceTable(set), { verb, columns: [...referenceNames], fill, within: ["group"] });
    expect(farthest(listedRows(table), answers[set]?.[answer] ?? [])).toBeLessThan(1e-12);
  });
});

const visits = tableOf(
  textColumn("who", ["a", "b", "a", "a", "b", "c"]),
  numberColumn("day", [3, 1, 1, 2, 2, null]),
  numberColumn("x", [null, null, 2, null, 8, null]),
  textColumn("drug", [null, "p", "q", null, null, null]),
);
test("the last value before, of texts too, within a person", async () => {
  const fill = { by: "forward", order: "day" };
  const { column, said } = await stepOn(visits, { verb, columns: ["x", "drug"], fill, within: ["who"] });
  expect([column("x"), column("drug")]).toEqual([
    [2, null, 2, 2, 8, null],
    ["q", "p", "q", "q", "p", null],
  ]);
  expect(said).toEqual([
    "Step 1: 2 missing values of x have nothing before or beside them in the order and stay missing.",
    "Step 1: 1 missing value of drug has nothing before or beside it in the order and stays missing.",
  ]);
});
test("what depends on the rows around has no form for other data", async () => {
  const { kept } = await stepOn(visits, { verb, columns: ["x"], fill: { by: "linear", order: "day" } });
  expect(kept.freezes).toBe("whole");
  await expect(laterOn(kept, visits)).rejects.toThrow(/no form for new data/);
});
test("a group that the training had not gets the value of all rows, told", async () => {
  const { kept, column } = await stepOn(visits, { verb, columns: ["x"], fill: { by: "median" }, within: ["who"] });
  expect(column("x")).toEqual([2, 8, 2, 2, 8, 5]);
  const later = await laterOn(kept, tableOf(textColumn("who", ["b", "z"]), numberColumn("x", [null, null])));
  expect(later.column("x")).toEqual([8, 5]);
  expect(later.said).toEqual([
    expect.stringMatching(/^Step 1: 1 row is of no group, or of one that the rows it was taken of have not/),
  ]);
});
test("the commonest text of each group", async () => {
  const table = tableOf(textColumn("g", ["a", "a", "a", "b", "b"]), textColumn("t", ["x", "x", null, "y", null]));
  expect((await stepOn(table, { verb, columns: ["t"], fill: { by: "mode" }, within: ["g"] })).column("t")).toEqual([
    "x",
    "x",
    "x",
    "y",
    "y",
  ]);
});
// pandas#34725: nothing is carried from one row without a group to another, who may be somebody else.
const nobody = tableOf(
  textColumn("who", ["a", "a", null, null, "b"]),
  textColumn("day", ["2021-01-03", "2021-01-01", "2021-01-01", "2021-01-02", "2021-01-02"]),
  numberColumn("x", [null, 1, 5, null, 9]),
);
test("rows that name no group are in none", async () => {
  const forward = { by: "forward", order: "day" };
  const along = await stepOn(nobody, { verb, columns: ["x"], fill: forward, within: ["who"] });
  expect(along.column("x")).toEqual([1, 1, 5, null, 9]);
  expect(along.said).toEqual(["Step 1: 1 missing value of x is in rows that name no group, and stays missing."]);
  const mean = await stepOn(nobody, { verb, columns: ["x"], fill: { by: "mean" }, within: ["who"] });
  expect(mean.column("x")).toEqual([1, 1, 5, 5, 9]);
  expect(mean.said[0]).toMatch(/^Step 1: 1 row is of no group, or of one/);
});
test("along dates by time; along other texts letter by letter, which is said", async () => {
  const days = ["2021-01-01", "2021-01-11", "2021-01-04T00:00", null];
  const x = numberColumn("x", [0, 10, null, null]);
  const on = (texts: readonly (string | null)[], by: string) =>
    stepOn(tableOf(textColumn("day", texts), x), { verb, columns: ["x"], fill: { by, order: "day" } });
  expect((await on(["2021-01-01", "2021-01-11", "2021-01-04", null], "linear")).column("x")).toEqual([0, 10, 3, null]);
  // Days beside times of day: which is before which is not known.
  await expect(on(days, "linear")).rejects.toThrow(/neither numbers nor dates/);
  const written = await on(["03/04/2021", "01/12/2021", "13/01/2021", null], "forward");
  expect(written.column("x")).toEqual([0, 10, 0, null]);
  expect(written.said[0]).toMatch(/^Step 1: day is text, and rows go along it letter by letter/);
});
// scikit-learn#16426: a column without any value went without a word; here it was called text.
test("a column in which nothing stands stays, which is said, and takes a value of any type", async () => {
  const empty = tableOf(numberColumn("a", [1, 2]), textColumn("b", [null, null]));
  const median = await stepOn(empty, { verb, columns: ["b"] });
  expect([median.column("b"), median.said]).toEqual([[null, null], [expect.stringMatching(/^Step 1: b has no value at all/)]]);
  for (const value of [0, false, "none"])
    expect((await stepOn(empty, { verb, columns: ["b"], fill: { by: "value", value } })).column("b")).toEqual([value, value]);
  for (const step of [
    { verb: "scale" },
    { verb: "impute-neighbours" },
    { verb: "impute-iterative" },
    { verb: "unskew", by: "yeo-johnson" },
  ]) {
    const { column, said } = await stepOn(empty, { ...step, columns: ["a", "b"] });
    expect(column("b")).toEqual([null, null]);
    expect(said.some((each) => /\bb has no (value|power)/.test(each))).toBe(true);
  }
});
test("half the least value, and a mark where one was missing", async () => {
  const table = tableOf(numberColumn("x", [4, null, 10]));
  const { column } = await stepOn(table, { verb, columns: ["x"], fill: { by: "half-min" }, indicator: true });
  expect([column("x"), column("x_missing")]).toEqual([
    [4, 2, 10],
    [false, true, false],
  ]);
  await expect(
    stepOn(tableOf(numberColumn("x", [-4, null])), { verb, columns: ["x"], fill: { by: "half-min" } }),
  ).rejects.toThrow(/below 0/);
});
test("an order that is no number, no order, and a name that is taken are refused", async () => {
  await expect(stepOn(visits, { verb, columns: ["x"], fill: { by: "linear", order: "who" } })).rejects.toThrow(
    /who holds neither numbers nor dates/,
  );
  await expect(stepOn(visits, { verb, columns: ["x"], fill: { by: "forward" } })).rejects.toThrow(/along/);
  const taken = tableOf(numberColumn("x", [null, 1]), numberColumn("x_missing", [1, 1]));
  await expect(stepOn(taken, { verb, columns: ["x"], indicator: true })).rejects.toThrow(/two columns called x_missing/);
});
test("groups in which several values are the commonest are told", async () => {
  const table = tableOf(textColumn("g", ["a", "a", "a", "b", "b"]), numberColumn("x", [2, 1, null, 5, null]));
  const { column, said } = await stepOn(table, { verb, columns: ["x"], fill: { by: "mode" }, within: ["g"] });
  expect([column("x"), said]).toEqual([[2, 1, 2, 5, 5], [expect.stringMatching(/^Step 1: in 1 group several values of x/)]]);
});
test("a column that was never filled in stays missing, and numbers whose sum no double holds have a mean", async () => {
  const table = tableOf(textColumn("none", [null, null, null]), numberColumn("x", [1e308, 1.5e308, null]));
  const { column, said } = await stepOn(table, { verb, columns: ["none", "x"], fill: { by: "mean" } });
  expect([column("none"), column("x")[2], said]).toEqual([
    [null, null, null],
    1.25e308,
    [expect.stringMatching(/none has no value at all/)],
  ]);
});
test("a column of numbers that has become one of texts is told, also where nothing is to be filled", async () => {
  const first = tableOf(numberColumn("x", [1, null, 3]));
  const { kept } = await stepOn(first, { verb, columns: ["x"], fill: { by: "mean" } });
  const later = await laterOn(kept, tableOf(textColumn("x", ["five", "six"])), first);
  expect(later.said).toEqual([
    "Step 1: x held numbers where those steps were fitted, and holds text here. Look at the cell that loads it.",
  ]);
});
