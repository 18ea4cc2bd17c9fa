// How far two results are apart.

import { expect, test } from "vitest";
import { numberColumn, tableOf, textColumn } from "./table.ts";
import { compareArtifacts } from "./compare-artifacts.ts";

const tolerance = { atol: 1e-6, rtol: 1e-6 };
const table = (numbers: readonly (number | null)[], words: readonly string[] = ["a", "b", "c"]) =>
  tableOf(textColumn("gene", words), numberColumn("score", numbers));

test("numbers within the tolerance agree, and the largest difference is told", () => {
  const found = compareArtifacts(table([1, 2, 3]), table([1, 2 + 1e-7, 3]), tolerance);
  expect(found.within).toBe(true);
  expect(found.maxError).toBeCloseTo(1e-7, 12);
});

test("the first number beyond the tolerance is named by column and row", () => {
  expect(compareArtifacts(table([1, 2, 3]), table([1, 2.1, 3]), tolerance)).toMatchObject({ within: false, where: "score [2]" });
});

test.each([
  ["another text", table([1, 2, 3], ["a", "b", "d"])],
  ["a missing value", table([1, null, 3])],
  ["a value that is no number", table([1, Number.NaN, 3])],
])("%s is no matter of tolerance", (_title, other) => {
  expect(compareArtifacts(table([1, 2, 3]), other, tolerance)).toMatchObject({
    within: false,
    maxError: Number.POSITIVE_INFINITY,
  });
});

test("typed arrays of a figure are compared as numbers", () => {
  const figure = (values: readonly number[]) => ({
    type: "figure" as const,
    data: [{ x: { dtype: "f8", bdata: Buffer.from(Float64Array.from(values).buffer).toString("base64") } }],
    layout: {},
    alt: "",
    marks: values.length,
  });
  expect(compareArtifacts(figure([1, 2]), figure([1, 2 + 1e-8]), tolerance).within).toBe(true);
  expect(compareArtifacts(figure([1, 2]), figure([1, 3]), tolerance)).toMatchObject({ within: false, maxError: 1 });
});
