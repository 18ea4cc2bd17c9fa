// Views whose difference tells of few.

import { expect, test } from "vitest";
import { closeTotals, type PublishedView } from "./close-totals.ts";

const view = (name: string, totals: { readonly [category: string]: number }, sources = ["f"]): PublishedView => ({
  name,
  sources,
  totals,
});
const rule = { source: "f", least: 5 };

test("31 and 30 of one category tell of one person; 31 and 31, 31 and 26, and another category tell of none (P-8)", () => {
  const all = view("all", { "sex = f": 31 });
  expect(closeTotals([all, view("some", { "sex = f": 30 })], [], rule)).toEqual([
    { name: "all", other: "some", category: "sex = f", a: 31, b: 30 },
  ]);
  for (const totals of [{ "sex = f": 31 }, { "sex = f": 26 }, { "sex = m": 30 }, {}])
    expect(closeTotals([all, view("some", totals)], [], rule)).toEqual([]);
});

test("a category of the same name in another column counts: arm1 of arm and of arm_final differ by one person (P-8)", () => {
  const arm = view("arm", { "": 40, "arm = arm1": 20, "arm = arm2": 20 });
  const final = view("armf", { "": 40, "arm_final = arm1": 21, "arm_final = arm2": 19 });
  expect(closeTotals([arm, final], [], rule)).toEqual([
    { name: "arm", other: "armf", category: "arm = arm1 / arm_final = arm1", a: 20, b: 21 },
  ]);
  expect(closeTotals([arm], [final], rule)).toHaveLength(1);
  // All persons of a view are compared with all of another, and with no category.
  expect(closeTotals([view("all", { "": 21 })], [view("arm", { "": 40, "arm = arm1": 20 })], rule)).toEqual([]);
});

test("a view that is out already counts, one of other data does not", () => {
  const mine = [view("mine", { "": 40 })];
  expect(closeTotals(mine, [view("out", { "": 37 })], rule)).toHaveLength(1);
  expect(closeTotals(mine, [view("out", { "": 37 }, ["g"])], rule)).toEqual([]);
  // Two that are out were compared when the second one went out.
  expect(closeTotals(mine, [view("out", { "": 30 }), view("older", { "": 31 })], rule)).toEqual([]);
});

test("answers such as yes and no are groups of their column alone; a name of a column may hold the sign between", () => {
  const carriers = view("carriers", { "carrier = yes": 48, "carrier = no": 52 });
  expect(closeTotals([carriers, view("smokers", { "smoker = yes": 50, "smoker = no": 50 })], [], rule)).toEqual([]);
  expect(closeTotals([carriers, view("some", { "carrier = yes": 47 })], [], rule)).toHaveLength(1);
  const odd = view("odd", { "dose = 5 = arm1": 20 });
  expect(closeTotals([odd, view("arm", { "= arm1": 21 })], [], rule)).toEqual([
    { name: "odd", other: "arm", category: "dose = 5 = arm1 / = arm1", a: 20, b: 21 },
  ]);
});

test("the column of the same name is told before another one with the same value", () => {
  const mine = view("mine", { "arm = a": 20 });
  const theirs = view("theirs", { "arm_final = a": 21, "arm = a": 22 });
  expect(closeTotals([mine, theirs], [], rule)).toEqual([{ name: "mine", other: "theirs", category: "arm = a", a: 20, b: 22 }]);
});
