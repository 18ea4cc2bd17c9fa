// What "Save as recipe" begins with: promises that the table keeps, none that it breaks.

import { expect, test } from "vitest";
import { integerColumn, numberColumn, tableOf, textColumn } from "../artifacts/table.ts";
import type { JsonObject } from "../base/json.ts";
import type { Freezing } from "../contract/fitted-chain.ts";
import { recipeTest } from "../contract/recipe-file.ts";
import { proposeTests } from "./propose-tests.ts";
import { brokenPromises } from "./recipe-tests.ts";

const people = tableOf(
  textColumn("id", ["a", "b", "c", "d"], { semantic: "sample" }),
  textColumn("twice", ["a", "a", "c", "d"], { semantic: "sample" }),
  textColumn("sex", ["f", "m", null, "f"]),
  textColumn("note", ["one", "two", "three", "four"]),
  numberColumn("age", [40, null, -0, Number.POSITIVE_INFINITY]),
  integerColumn("n", [3, 1, 2, 2]),
  numberColumn("none", [null, null, null, null]),
);

test("ids that are unique, ranges as seen, missing shares with room where some are missing, values that come again", () => {
  expect(proposeTests(people)).toEqual({
    leftOut: 0,
    tests: [
      { rule: "unique", column: "id" },
      { rule: "missing", column: "id", most: 0 },
      { rule: "missing", column: "twice", most: 0 },
      { rule: "missing", column: "sex", most: 0.3 },
      { rule: "missing", column: "note", most: 0 },
      { rule: "range", column: "age", least: 0, most: null },
      { rule: "missing", column: "age", most: 0.3 },
      { rule: "range", column: "n", least: 1, most: 3 },
      { rule: "missing", column: "n", most: 0 },
      { rule: "missing", column: "none", most: 1 },
    ],
  });
  const again = tableOf(textColumn("sex", ["m", "f", "m", "f"]));
  expect(proposeTests(again).tests[0]).toEqual({ rule: "levels", column: "sex", levels: ["f", "m"] });
});

test("all of them are tests of a recipe, and hold of the table that they were taken of", () => {
  const { tests } = proposeTests(people);
  for (const each of tests) expect(recipeTest.parse(each)).toEqual(each);
  expect(brokenPromises(tests, people)).toEqual([]);
});

test("no rows and too many columns: what is left out is counted", () => {
  expect(proposeTests(tableOf(numberColumn("x", []))).tests).toEqual([]);
  const wide = tableOf(...Array.from({ length: 700 }, (_, at) => numberColumn(`c${at}`, [at])));
  const { tests, leftOut } = proposeTests(wide);
  expect([tests.length, leftOut]).toEqual([1000, 400]);
});

test("nothing is promised of the parts of a split, nor of an outcome that only splitting and balancing ask for", () => {
  const split = tableOf(
    textColumn("id", ["a", "b", "c", "d"], { semantic: "patient" }),
    textColumn("relapse", ["yes", "no", "yes", "no"]),
    textColumn("arm", ["a", "b", "a", "b"]),
    textColumn("part", ["train", "test", "train", "train"], { semantic: "split" }),
  );
  const told = (verb: string, freezes: Freezing, options: JsonObject) => ({ verb, version: 1, freezes, options });
  const steps = [
    told("split", "training", { name: "part", stratify: "relapse", together: ["id"], after: "arm" }),
    told("encode", "fitted", { columns: ["arm"] }),
  ];
  expect(proposeTests(split, steps).tests).toEqual([
    { rule: "unique", column: "id" },
    { rule: "missing", column: "id", most: 0 },
    { rule: "levels", column: "arm", levels: ["a", "b"] },
    { rule: "missing", column: "arm", most: 0 },
  ]);
});
