// Against DESeq2 1.38.3 on GSE96870 (oracle.R), and what is refused.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { countMatrix } from "../../testing/count-matrices.ts";
import { laterOnMatrix, matrixOf, stepOnMatrix } from "../../testing/step-on-matrix.ts";
import { takeSamples } from "../../artifacts/take-samples.ts";

const answers: { readonly [by in "subset" | "all" | "mean"]: readonly number[] } = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "oracle.json"), "utf8"),
);
const every = 150;

test.each([
  ["subset", { of: "subset" }],
  ["all", { of: "all" }],
  ["mean", { of: "all", trend: "mean" }],
] as const)("%s: DESeq2's values", async (by, options) => {
  const { rows, assay } = await stepOnMatrix(countMatrix("mice"), { verb: "vst", ...options });
  const ours = rows.filter((_, at) => at % every === 0).flat();
  const values = answers[by];
  expect(ours.length).toBe(values.length);
  // They are kept as numbers of 32 bits.
  expect(Math.max(...values.map((value, at) => Math.abs((ours[at] as number) - value)))).toBeLessThan(2e-6);
  expect(assay.scale).toBe("log2");
});

test("later samples are brought to the scale of those it was fitted on, alone as beside others", async () => {
  const all = countMatrix("mice");
  const first = takeSamples(
    all,
    Int32Array.from({ length: 12 }, (_, at) => at),
  );
  const { kept } = await stepOnMatrix(first, { verb: "vst" });
  const later = takeSamples(all, Int32Array.of(15, 16));
  const both = await laterOnMatrix(kept, later);
  const alone = await laterOnMatrix(kept, takeSamples(all, Int32Array.of(16)));
  expect(alone.rows.map(([value]) => value)).toEqual(both.rows.map((row) => row[1]));
});

test.each([
  [matrixOf([[1.5, 2]], {}, "unknown"), {}, "g1 has 1.5 in s1"],
  [matrixOf([[1, -2]], {}, "unknown"), {}, "g1 has -2 in s2"],
  [matrixOf([[1, 2]], {}, "log2-cpm"), {}, "log2 CPM"],
  [matrixOf([[1], [5]], {}, "counts"), {}, "needs two samples"],
  [
    matrixOf(
      [
        [0, 5],
        [3, 0],
      ],
      {},
      "counts",
    ),
    {},
    "nothing to compare depths by",
  ],
  [
    matrixOf(
      [
        [10, 12],
        [30, 20],
      ],
      {},
      "counts",
    ),
    {},
    "Take it of all features",
  ],
  [
    matrixOf(
      [
        [10, 10],
        [30, 30],
      ],
      {},
      "counts",
    ),
    { of: "all" },
    "copies of each other",
  ],
] as const)("%#: refused in words", async (assay, options, says) => {
  await expect(stepOnMatrix(assay, { verb: "vst", ...options })).rejects.toThrow(says);
});
