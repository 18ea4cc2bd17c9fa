// highly-variable and log-normalise against R on two data sets (testing/reference/steps/highly-variable.R), and what they refuse.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { denseData, featureIds } from "../../artifacts/assay.ts";
import { standardVariances } from "../../stats/standard-variances.ts";
import { countMatrix, countSets, hasCounts } from "../../testing/count-matrices.ts";
import { laterOnMatrix, matrixOf, stepOnMatrix } from "../../testing/step-on-matrix.ts";
import { eachValue } from "../parts/matrix-values.ts";

interface Answer {
  readonly standard: readonly number[];
  readonly at: readonly number[];
  readonly sum: number;
  readonly kept: readonly { readonly n: number; readonly md5: string }[];
  readonly normal: { readonly sum: number; readonly squares: number; readonly some: readonly number[] };
}
const told: { readonly [set: string]: Answer } = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "../../testing/reference/steps/highly-variable.json"), "utf8"),
);
const verb = "highly-variable";

describe.each(countSets)("%s", (set) => {
  test.skipIf(!hasCounts(set))("standardised variances and the features kept are those of R", async () => {
    const assay = countMatrix(set);
    const answer = told[set] as Answer;
    const found = standardVariances((act) => eachValue(assay, act), assay.featureCount, assay.sampleCount);
    if (!found.ok) throw new Error("no curve");
    for (const [nth, at] of answer.at.entries())
      expect(Math.abs((found.variances[at - 1] as number) - (answer.standard[nth] as number))).toBeLessThan(1e-8);
    expect(found.variances.reduce((sum, value) => sum + value, 0) / answer.sum).toBeCloseTo(1, 9);
    for (const { n, md5 } of answer.kept) {
      const { assay: kept } = await stepOnMatrix(assay, { verb, count: n });
      expect(createHash("md5").update(featureIds(kept).join("\n")).digest("hex")).toBe(md5);
    }
  });

  test.skipIf(!hasCounts(set))("log-normalised values are those of R", async () => {
    const { assay } = await stepOnMatrix(countMatrix(set), { verb: "log-normalise" });
    const { normal, at } = told[set] as Answer;
    expect(assay.scale).toBe("ln");
    const data = denseData(assay);
    expect(data.reduce((sum, value) => sum + value, 0) / normal.sum).toBeCloseTo(1, 6);
    expect(data.reduce((sum, value) => sum + value * value, 0) / normal.squares).toBeCloseTo(1, 6);
    for (const [nth, feature] of at.entries())
      expect(data[(feature - 1) * assay.sampleCount + 4]).toBeCloseTo(normal.some[nth] as number, 5);
  });
});

const rows = Array.from({ length: 12 }, (_, feature) => Array.from({ length: 6 }, (__, at) => ((feature * 6 + at) * 37) % 23));

test("the features of the training are kept, and later ones that lack them are refused", async () => {
  const { kept, assay } = await stepOnMatrix(matrixOf(rows, {}, "counts"), { verb, count: 3 });
  expect(assay.featureCount).toBe(3);
  const later = await laterOnMatrix(kept, matrixOf(rows.map((row) => row.slice(0, 2)).toReversed(), {}, "counts"));
  expect(featureIds(later.assay)).toEqual(featureIds(assay));
  await expect(laterOnMatrix(kept, matrixOf(rows.slice(0, 1), {}, "counts"))).rejects.toThrow("are not in the data");
});

test("logarithms, negative values, one sample, and features that are too alike are refused; missing ones are said", async () => {
  const refusal = async (values: readonly (readonly number[])[], scale: "counts" | "ln" = "counts"): Promise<string> =>
    stepOnMatrix(matrixOf(values, {}, scale), { verb, count: 2 }).then(
      () => "answered",
      (error: Error) => error.message,
    );
  expect(await refusal(rows, "ln")).toContain("ln");
  expect(await refusal([...rows, [-1, 0, 0, 0, 0, 0]])).toContain("negative");
  expect(await refusal(rows.map((row) => row.slice(0, 1)))).toContain("one sample");
  expect(await refusal(rows.map((row) => row.map(() => Number.NaN)))).toContain("0 of 12");
  expect(await refusal(rows.map(() => [0, 0, 0, 0, 0, 1]))).toContain("12 of 12");
  expect(await refusal(rows.map(() => [5, 5, 5, 5, 5, 5]))).toContain("0 of 12");
  expect(await refusal([...rows, [Number.POSITIVE_INFINITY, 0, 0, 0, 0, 0]])).toContain("infinite");
  const gap = await stepOnMatrix(matrixOf([[Number.NaN, 1, 9, 4, 0, 2], ...rows], {}, "counts"), { verb, count: 4 });
  expect(gap.said.join("\n")).toContain("1 value is missing");
  expect(gap.assay.featureCount).toBe(4);
});

test("log-normalise refuses logarithms, empty samples and a factor of 0", async () => {
  const options = { verb: "log-normalise" };
  await expect(stepOnMatrix(matrixOf(rows, {}, "counts"), { ...options, factor: 0 })).rejects.toThrow("at least 1");
  await expect(stepOnMatrix(matrixOf([[1, 0]], {}, "counts"), options)).rejects.toThrow("no counts");
  const logs = await stepOnMatrix(matrixOf(rows, {}, "counts"), options);
  await expect(stepOnMatrix(logs.assay, options)).rejects.toThrow("ln");
});
