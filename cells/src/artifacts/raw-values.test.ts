// A matrix as it was measured is told apart from one that was brought to one scale.

import { expect, test } from "vitest";
import { assayOf } from "./assay.ts";
import type { Assay } from "./artifact.ts";
import { doubtsOfScale, rawValues, stepAgainst } from "./raw-values.ts";
import { tableOf, textColumn } from "./table.ts";

const matrix = (scale: Assay["scale"], values: readonly number[]): Assay =>
  assayOf({
    values: { layout: "dense", data: Float32Array.from(values) },
    features: tableOf(textColumn("gene", ["a", "b"])),
    samples: tableOf(
      textColumn(
        "sample",
        values.slice(0, values.length / 2).map((_, at) => `s${at}`),
      ),
    ),
    scale,
  });

test.each([
  ["reads", "counts", [0, 12, 105_321, 7], "counts"],
  ["reads of which a value is missing", "counts", [0, Number.NaN, 105_321, 7], "counts"],
  ["whole numbers of unknown scale", "unknown", [0, 12, 105_321, 7], "counts"],
  ["TPM or intensities", "unknown", [0.5, 12.25, 105_321.5, 7], "linear"],
  ["counts per million", "cpm", [0, 12, 105_321, 7], "linear"],
  ["genotypes", "unknown", [0, 1, 2, 1], null],
  ["grades that are counted", "counts", [1, 5, 9, 3], null],
  ["logarithms", "unknown", [-3.1, 4.5, 17.2, 0], null],
  ["percentages", "unknown", [0.5, 99.5, 100, 3], null],
  ["log-CPM", "log2-cpm", [0, 12, 15, 7], null],
  ["z-scores", "z-score", [-1, 1, 2000, 3], null],
] as const)("%s", (_what, scale, values, expected) => {
  expect(rawValues(matrix(scale, values))).toBe(expected);
});

test("counts are doubted everywhere, other wide values only where features outweigh each other; each with its step", () => {
  const [counts] = doubtsOfScale(matrix("counts", [0, 12, 105_321, 7]), false);
  expect(counts && stepAgainst(counts)).toEqual({ verb: "log-cpm" });
  const tpm = matrix("unknown", [0.5, 12.25, 105_321.5, 7]);
  expect(doubtsOfScale(tpm, false)).toEqual([]);
  expect(doubtsOfScale(tpm, true).map(stepAgainst)).toEqual([{ verb: "log" }]);
});
