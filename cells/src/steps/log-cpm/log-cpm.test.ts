// cpm and log-cpm against edgeR 3.40 (testing/reference/steps/cpm.R), of counts and after size factors.

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Assay } from "../../artifacts/artifact.ts";
import { denseData } from "../../artifacts/assay.ts";
import { tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { countMatrix, type CountSet, countSets, hasCounts } from "../../testing/count-matrices.ts";
import { laterOnMatrix, matrixOf, stepOnMatrix } from "../../testing/step-on-matrix.ts";

interface Told {
  readonly fifth: readonly number[];
  readonly last: readonly number[];
  readonly sum: number;
  readonly squares: number;
}
type Answer = { readonly at: readonly number[] } & { readonly [what: string]: Told };
const told: { readonly [set: string]: Answer } = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "../../testing/reference/steps/cpm.json"), "utf8"),
);

/** Over the size of the values. */
function farFromEdgeR(assay: Assay, { at }: Answer, answer: Told): number {
  const data = denseData(assay);
  const width = assay.sampleCount;
  const away = (wanted: readonly number[], sample: number): number[] =>
    at.map((feature, nth) => {
      const value = wanted[nth] as number;
      return Math.abs((data[(feature - 1) * width + sample] as number) - value) / Math.max(1, Math.abs(value));
    });
  const sum = data.reduce((all, value) => all + value, 0);
  const squares = data.reduce((all, value) => all + value * value, 0);
  return Math.max(
    ...away(answer.fifth, 4),
    ...away(answer.last, width - 1),
    Math.abs(sum - answer.sum) / Math.sqrt(answer.squares * data.length),
    Math.abs(squares / answer.squares - 1),
  );
}

const corrected = new Map<string, Assay>();
async function afterFactors(set: CountSet, by: string): Promise<Assay> {
  const key = `${set} ${by}`;
  const made = corrected.get(key) ?? (await stepOnMatrix(countMatrix(set), { verb: "size-factors", by })).assay;
  corrected.set(key, made);
  return made;
}

const asked: readonly (readonly [string, string | null, JsonObject])[] = [
  ["bare", null, { verb: "cpm" }],
  ["bare-log-2", null, { verb: "log-cpm", of: "counts", prior: 2 }],
  ["bare-log-0.5", null, { verb: "log-cpm", of: "counts", prior: 0.5 }],
  ["tmm", "tmm", { verb: "cpm" }],
  ["tmm-log-2", "tmm", { verb: "log-cpm", of: "counts", prior: 2 }],
  ["tmm-log-1", "tmm", { verb: "log-cpm", of: "counts", prior: 1 }],
  ["upper", "upper-quartile", { verb: "cpm" }],
  ["upper-log-3", "upper-quartile", { verb: "log-cpm", of: "counts", prior: 3 }],
];
describe.each(countSets)("%s", (set) => {
  test.skipIf(!hasCounts(set)).each(asked)("%s is edgeR's", async (what, by, options) => {
    // More than three quarters of the counts of cells are 0.
    if (by === "upper-quartile" && set === "cells") return;
    const counts = countMatrix(set);
    const before = by === null ? counts : await afterFactors(set, by);
    const { assay } = await stepOnMatrix(before, options);
    expect(assay.scale).toBe(options["verb"] === "cpm" ? "cpm" : "log2-cpm");
    expect(farFromEdgeR(assay, told[set] as Answer, (told[set] as Answer)[what] as Told)).toBeLessThan(2e-6);
  });
});

const rows = [
  [10, 0, 20, 7],
  [90, 100, 80, 13],
  [5, 5, 0, 20],
];
test("a prior in CPM is the same in all samples, and zeros stay 0 by 1", async () => {
  const { rows: found, kept } = await stepOnMatrix(
    matrixOf(
      [
        [1, 0],
        [3, 4],
      ],
      {},
      "counts",
    ),
    { verb: "log-cpm" },
  );
  expect(found).toEqual([
    [Math.fround(Math.log2(250_001)), 0],
    [750_001, 1_000_001].map((value) => Math.fround(Math.log2(value))),
  ]);
  expect(kept.freezes).toBe("each");
});

test("a prior in counts is that of the libraries of the training, and of any sample the same then", async () => {
  const assay = matrixOf(rows, {}, "counts");
  const part = textColumn("part", ["train", "train", "train", "test"], { semantic: "split" });
  const whole = { ...assay, samples: tableOf(...assay.samples.columns, part) };
  const options = { verb: "log-cpm", of: "counts", prior: 2 };
  const all = await stepOnMatrix(whole, options);
  const training = await stepOnMatrix(
    matrixOf(
      rows.map((row) => row.slice(0, 3)),
      {},
      "counts",
    ),
    options,
  );
  expect(all.rows.map((row) => row.slice(0, 3))).toEqual(training.rows);
  expect(all.kept.fitted?.state).toEqual({ library: (105 + 105 + 100) / 3 });
  const later = await laterOnMatrix(
    all.kept,
    matrixOf(
      rows.map((row) => row.slice(3)),
      {},
      "counts",
    ),
  );
  expect(later.rows.flat()).toEqual(all.rows.map((row) => row[3]));
});

test("factors are not undone in silence", async () => {
  const counts = matrixOf(rows, {}, "counts");
  const corrected = (await stepOnMatrix(counts, { verb: "size-factors", by: "tmm" })).assay;
  const again = await stepOnMatrix(corrected, { verb: "cpm" });
  expect(denseData(again.assay)).toEqual(denseData(corrected));
  expect(again.said.join("\n")).toContain("stay as they are");
  const ratios = (await stepOnMatrix(counts, { verb: "size-factors", by: "ratio" })).assay;
  for (const options of [{ verb: "cpm" }, { verb: "log-cpm" }, { verb: "log-normalise" }])
    expect((await stepOnMatrix(ratios, options)).said.join("\n")).toContain("size_factor");
});

test("a prior that is more than numbers hold, and one of 0 beside zeros, are refused", async () => {
  const counts = matrixOf(rows, {}, "counts");
  for (const [prior, says] of [
    [1e308, "more than can be added"],
    [0, "at least"],
  ] as const)
    await expect(stepOnMatrix(counts, { verb: "log-cpm", of: "counts", prior })).rejects.toThrow(says);
});

test("numbers of which nothing is known are told where they look like logarithms, and not where they are estimated counts", async () => {
  const logs = matrixOf(
    [
      [7.25, 8.5, 6.125],
      [11.5, 0, 9.75],
    ],
    {},
    "unknown",
  );
  for (const verb of ["log-cpm", "cpm", "log-normalise"])
    expect((await stepOnMatrix(logs, { verb })).said.join("\n")).toContain("none is above 11.5, as it is with logarithms");
  const estimated = matrixOf(
    [
      [7.25, 8.5, 6.125],
      [1100.5, 0, 975.75],
    ],
    {},
    "unknown",
  );
  expect((await stepOnMatrix(estimated, { verb: "cpm" })).said).toEqual([]);
});
