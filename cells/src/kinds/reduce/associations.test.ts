// Which columns of the samples go with which component.

import { expect, test } from "vitest";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { message } from "../../messages/catalogue.ts";
import { associationsOf, batchesThatDrive } from "./associations.ts";
import { associationsFigure } from "./associations-figure.ts";

const y = [2.1, 3.4, 1.9, 5.6, 4.8, 6.1, 7.7, 6.9];
/** The first component as in share-explained.test.ts, the second by chance. */
const scores = Float64Array.from(y.flatMap((value, at) => [value, at % 2]));
const sheet = tableOf(
  textColumn("sample", ["a", "b", "c", "d", "e", "f", "g", "h"], { semantic: "sample" }),
  textColumn("batch", ["1", "1", "1", "2", "2", "2", "3", "3"]),
  numberColumn("age", [1, 2, 3, 4, 5, 6, 7, 9]),
  textColumn("tissue", ["x", "x", "x", "x", "x", "x", "x", "x"]),
  textColumn("code", ["p", "q", "r", "s", "t", "u", "v", "w"]),
);
const kept = Int32Array.from({ length: 8 }, (_, at) => at);

test("R squared and p as R's lm; what names each sample, or says the same of all, goes with nothing", () => {
  const found = associationsOf(sheet, { scores, components: 2, kept });
  expect(found.map(({ column, kind, n }) => [column, kind, n])).toEqual([
    ["batch", "groups", 8],
    ["age", "number", 8],
  ]);
  expect(found[0]?.share[0]).toBeCloseTo(0.9235976175, 9);
  expect(found[0]?.p[0]).toBeCloseTo(0.0016134936, 9);
  expect(found[1]?.share[0]).toBeCloseTo(0.7717935636, 9);
  const figure = associationsFigure(found, [0.8, 0.2], "en");
  expect(figure.alt).toBe(
    "How much of each component each column of the samples explains. Most: batch 92 % of PC1, age 77 % of PC1.",
  );
});

test("a batch that drives a component is told, what is compared is not", () => {
  const found = associationsOf(sheet, { scores, components: 2, kept });
  const said = batchesThatDrive(sheet, found, [0.8, 0.2]);
  expect(said.map(({ key, params }) => message(key, params, "en"))).toEqual([
    expect.stringMatching(/^PC1, 80 % of the variance, goes with batch, which explains 92 % of it/),
  ]);
  expect(batchesThatDrive(sheet, found, [0.04, 0.03])).toEqual([]);
});

test("samples that were left out are not looked at", () => {
  const some = associationsOf(sheet, { scores: scores.slice(0, 12), components: 2, kept: kept.slice(0, 6) });
  expect(some[0]).toMatchObject({ column: "batch", n: 6 });
});
