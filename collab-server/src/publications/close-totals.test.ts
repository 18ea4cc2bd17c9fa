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
  for (const totals of [{ "sex = f": 31 }, { "sex = f": 26 }, { "stage = f": 30 }, {}])
    expect(closeTotals([all, view("some", totals)], [], rule)).toEqual([]);
});

test("a view that is out already counts, one of other data does not", () => {
  const mine = [view("mine", { "": 40 })];
  expect(closeTotals(mine, [view("out", { "": 37 })], rule)).toHaveLength(1);
  expect(closeTotals(mine, [view("out", { "": 37 }, ["g"])], rule)).toEqual([]);
  // Two that are out were compared when the second one went out.
  expect(closeTotals(mine, [view("out", { "": 30 }), view("older", { "": 31 })], rule)).toEqual([]);
});
