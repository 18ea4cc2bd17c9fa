// Means of what is predicted: scikit-learn 1.3's formula (testing/reference/train/make.py), and the contract of cross-fitting: what is
// made of a row that is learned from holds nothing of its own target.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { dealtFolds } from "../../stats/dealt-folds.ts";
import { referenceFile } from "../../testing/reference-data.ts";
import { malignant } from "../../testing/reference-tables.ts";
import { laterOn, stepOn } from "../../testing/step-on-table.ts";

interface Answer {
  readonly overall: number;
  readonly by: { readonly [category: string]: number };
}
const told: { readonly [target: string]: { readonly [smooth: string]: Answer } } = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "../../testing/reference/train/target-means.json"), "utf8"),
);
const [head = "", ...lines] = readFileSync(referenceFile("wdbc/wdbc.csv"), "utf8").trim().split(/\r?\n/);
const column = (name: string) => lines.map((line) => Number(line.split(",")[head.split(",").indexOf(name)]));
const category = column("mean texture").map((value) => `t${Math.floor(value / 4)}`);
const wdbc = tableOf(
  textColumn("texture", category),
  textColumn(
    "diagnosis",
    malignant.map((is) => (is ? "malignant" : "benign")),
  ),
  numberColumn("area", column("mean area")),
);
const by = (target: string, more: JsonObject = {}): JsonObject => ({
  verb: "encode",
  columns: ["texture"],
  as: { by: "target", target, ...more },
});

describe("means that are kept, and done with later rows", () => {
  test.each([
    ["classes", "diagnosis"],
    ["numbers", "area"],
  ])("of %s", async (what, target) => {
    for (const smooth of ["auto", 0, 10]) {
      const { kept } = await stepOn(wdbc, by(target, { smooth }));
      const later = await laterOn(
        kept,
        tableOf(textColumn("texture", [...Object.keys(told[what]?.[smooth]?.by ?? {}), "new", null])),
      );
      const wanted = told[what]?.[smooth];
      const found = later.column("texture");
      Object.values(wanted?.by ?? {}).forEach((value, at) => expect(Number(found[at]) / value).toBeCloseTo(1, 10));
      expect(Number(found.at(-2)) / Number(wanted?.overall)).toBeCloseTo(1, 12);
      expect(found.at(-1)).toBeNull();
      expect(later.said.join(" ")).toMatch(/1 row of texture holds a category/);
    }
  });
});

describe("rows that are learned from (T-5)", () => {
  test("get the means of the folds in which they are not", async () => {
    const { column: made } = await stepOn(wdbc, by("area", { smooth: 0, folds: 4, seed: 3 }));
    const fold = dealtFolds(category.length, 4, 3);
    const area = column("mean area");
    const found = made("texture");
    for (const row of [0, 17, 300, 568]) {
      const others = area.filter((_, other) => fold[other] !== fold[row] && category[other] === category[row]);
      const all = area.filter((_, other) => fold[other] !== fold[row]);
      const of = others.length > 0 ? others : all;
      expect(found[row]).toBeCloseTo(of.reduce((sum, value) => sum + value, 0) / of.length, 8);
    }
  });
  test("those of the test get the means of the whole training, and their own target is in nothing", async () => {
    const part = textColumn(
      "part",
      category.map((_, row) => (row % 3 === 0 ? "test" : "train")),
      { semantic: "split" },
    );
    const { column: made, kept, said } = await stepOn(tableOf(part, ...wdbc.columns), by("diagnosis"));
    const later = await laterOn(kept, tableOf(part, ...wdbc.columns));
    for (let row = 0; row < 60; row += 3) expect(made("texture")[row]).toBe(later.column("texture")[row]);
    expect(made("texture")[1]).not.toBe(later.column("texture")[1]);
    expect(kept.fitted).toMatchObject({ keeps: "values", rows: 379, of: 569 });
    expect(said).toEqual([]);
  });
  test("without a split it is said what a validation of them would be", async () => {
    expect((await stepOn(wdbc, by("diagnosis"))).said.join(" ")).toMatch(/would be too good.*prepare by/);
  });
  test("names of its own in each row tell a model nothing of the target", async () => {
    const names = tableOf(
      textColumn(
        "id",
        category.map((_, row) => `n${row}`),
      ),
      textColumn(
        "diagnosis",
        malignant.map((is) => (is ? "malignant" : "benign")),
      ),
    );
    const { column: made } = await stepOn(names, { verb: "encode", columns: ["id"], as: { by: "target", target: "diagnosis" } });
    // The mean of the other folds and nothing else: as many values as there are folds, at most.
    expect(new Set(made("id")).size).toBeLessThanOrEqual(5);
  });
});

test("of three classes there is a column for each", async () => {
  const three = tableOf(textColumn("c", ["u", "u", "v", "v", "u", "v"]), textColumn("y", ["a", "b", "c", "a", "b", "c"]));
  const { table } = await stepOn(three, { verb: "encode", columns: ["c"], as: { by: "target", target: "y" }, keep: true });
  expect(table.columns.map(({ name }) => name)).toEqual(["c", "c_a", "c_b", "c_c", "y"]);
});
describe("nasty data", () => {
  test.each<[string, readonly (string | null)[], readonly (number | null)[], RegExp]>([
    ["no target", ["a", "b"], [null, null], /fewer than two rows/],
    ["one row", ["a"], [1], /fewer than two rows/],
    ["a target without a square", ["a", "b", "a"], [1e300, 1, 2], /no square/],
  ])("%s", async (_what, texts, target, says) => {
    const data = tableOf(textColumn("texture", texts), numberColumn("area", target));
    await expect(stepOn(data, by("area"))).rejects.toThrow(says);
  });
  test("a constant target, a category of missing values alone, the target among the columns", async () => {
    const flat = tableOf(textColumn("texture", ["a", "a", "b", null]), numberColumn("area", [3, 3, 3, 3]));
    expect((await stepOn(flat, by("area", { folds: 2 }))).column("texture")).toEqual([3, 3, 3, null]);
    const few = tableOf(textColumn("texture", ["a", "b", "c"]), numberColumn("area", [1, 2, null]));
    expect((await stepOn(few, by("area", { folds: 100 }))).column("texture")).toEqual([2, 1, 1.5]);
    await expect(stepOn(wdbc, by("texture"))).rejects.toThrow(/cannot be told by itself/);
  });
});
