// remove-batch against limma 3.54 on two data sets (testing/reference/steps/batches.R), and what it refuses.

import { describe, expect, test } from "vitest";
import { batchMatrix, batchSets, farFromR, hasBatchSet } from "../../testing/batch-matrices.ts";
import { matrixOf, stepOnMatrix } from "../../testing/step-on-matrix.ts";

const keep = { formula: "~ group" };
const all = { batch: "batch", batch2: "other", covariates: ["age"], keep };
const asked = [
  ["remove", { batch: "batch" }],
  ["remove-kept", { batch: "batch", keep }],
  ["remove-both", { batch: "batch", batch2: "other", keep }],
  ["remove-numbers", { covariates: ["age"] }],
  ["remove-all", all],
  ["remove-centred", { batch: "batch", covariates: ["age"], level: "mean", keep }],
  ["remove-same", { batch: "batch", batch2: "batch" }],
  ["remove-holes", all],
] as const;

describe.each(batchSets)("%s", (set) => {
  test.skipIf(!hasBatchSet(set)).each(asked)("%s is limma's", async (what, options) => {
    const assay = batchMatrix(set, { holes: what.includes("holes") });
    const { assay: found, said } = await stepOnMatrix(assay, { verb: "remove-batch", ...options });
    expect(farFromR(found, set, what)).toBeLessThan(3e-7);
    expect(said.join("\n")).toContain("for pictures and models");
    if (what === "remove-same") expect(said.join("\n")).toContain("what batch does cannot be told");
  });
});

const rows = [
  [1, 2, 3, 5, 6, 8],
  [2, 1, 4, 9, 7, 7],
];
const sheet = {
  batch: ["a", "a", "a", "b", "b", "b"],
  own: ["1", "2", "3", "4", "5", "6"],
  one: ["x", "x", "x", "x", "x", "x"],
  gap: ["a", "a", null, "b", "b", "b"],
};
const refusal = async (options: object, values: readonly (readonly number[])[] = rows): Promise<string> =>
  stepOnMatrix(matrixOf(values, sheet, "log2"), { verb: "remove-batch", ...options }).then(
    () => "answered",
    (error: Error) => error.message,
  );

test("what nobody could take away is refused with its name", async () => {
  expect(await refusal({})).toContain("empty");
  expect(await refusal({ batch: "one" })).toContain("same value");
  expect(await refusal({ batch: "gap" })).toContain("1 of 6 samples");
  expect(await refusal({ batch: "own" })).toContain("all differences between 6 samples");
  expect(await refusal({ batch: "batch", keep: { formula: "~ gap", missing: "drop" } })).toContain("what is to stay");
  expect(await refusal({ covariates: ["batch"] })).toContain("needs numbers");
  expect(await refusal({ batch: "batch" }, [[1, 2, Number.NEGATIVE_INFINITY, 5, 6, 8]])).toContain("infinite");
});

test("a batch that is what is to stay is not taken away, and a feature without values in one only as far as it can be told", async () => {
  const kept = await stepOnMatrix(matrixOf(rows, sheet, "log2"), {
    verb: "remove-batch",
    batch: "batch",
    keep: { formula: "~ batch" },
  });
  expect(kept.rows).toEqual(rows);
  expect(kept.said.join("\n")).toContain("batch does cannot be told");
  const gone = [Number.NaN, Number.NaN, Number.NaN, 5, 6, 8];
  const nothing = Array.from({ length: 6 }, () => Number.NaN);
  const partly = await stepOnMatrix(matrixOf([gone, nothing, ...rows], sheet, "log2"), { verb: "remove-batch", batch: "batch" });
  expect(partly.rows.slice(0, 2)).toEqual([gone, nothing]);
  expect(partly.said.join("\n")).toContain("2 of 4 rows (gene) have values in too few samples");
});

test("the level of a feature stays, by limma that of batches of equal weight", async () => {
  const { rows: found } = await stepOnMatrix(matrixOf(rows, sheet, "log2"), { verb: "remove-batch", batch: "batch" });
  for (const [at, row] of found.entries()) {
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(row)).toBeCloseTo(mean(rows[at] ?? []), 6);
    expect(mean(row.slice(0, 3))).toBeCloseTo(mean(row.slice(3)), 6);
  }
});
