// combat against sva 3.46 on two data sets (testing/reference/steps/batches.R), and what it refuses.

import { describe, expect, test } from "vitest";
import { batchMatrix, batchSets, farFromR, hasBatchSet } from "../../testing/batch-matrices.ts";
import { matrixOf, rowsOfMatrix, stepOnMatrix } from "../../testing/step-on-matrix.ts";

const kept = { keep: { formula: "~ group" } };
const others = { prior: "non-parametric" };
const asked = [
  ["combat", {}],
  ["combat-kept", kept],
  ["combat-others", { ...kept, ...others }],
  ["combat-means", { meanOnly: true }],
  ["combat-means-others", { ...kept, ...others, meanOnly: true }],
  ["combat-reference", { ...kept, reference: "" }],
  ["combat-reference-others", { ...others, reference: "" }],
  ["combat-holes", {}],
  ["combat-holes-kept", { ...kept, reference: "" }],
  ["combat-holes-others", { ...kept, ...others, meanOnly: true }],
  ["combat-constant", kept],
  ["combat-alone", {}],
] as const;

describe.each(batchSets)("%s", (set) => {
  test.skipIf(!hasBatchSet(set)).each(asked)("%s is sva's", async (what, options) => {
    const reference = "reference" in options ? { reference: set === "golub" ? "q" : "study2" } : {};
    const assay = batchMatrix(set, {
      holes: what.includes("holes"),
      ...(what === "combat-alone" ? { batch: (batch) => ["alone", ...batch.slice(1)] } : {}),
      ...(what === "combat-constant"
        ? {
            change: (row, at, batch) =>
              row.map((value, sample) => (at === 1 && batch[sample] === batch[0] ? (row[0] ?? 0) : value)),
          }
        : {}),
    });
    const { assay: found, said } = await stepOnMatrix(assay, { verb: "combat", batch: "batch", ...options, ...reference });
    // Where a feature is unlike all others the likelihoods are 0 as doubles, and sva has 0 / 0.
    expect(farFromR(found, set, what, what.includes("others"))).toBeLessThan(3e-7);
    if (what === "combat-constant") {
      expect(rowsOfMatrix(found)[1]).toEqual(rowsOfMatrix(assay)[1]);
      expect(said.join("\n")).toContain("1 of ");
    }
    expect(said.join("\n")).toContain("kept" in options || "keep" in options ? "makes it differ" : "for pictures and models");
    if (what === "combat-alone") expect(said.join("\n")).toContain("means alone");
  });
});

const rows = [
  [1, 2, 3, 5, 6, 8],
  [2, 1, 4, 9, 7, 7],
  [0, 3, 1, 4, 2, 5],
];
const sheet = {
  batch: ["a", "a", "a", "b", "b", "b"],
  same: ["p", "p", "p", "q", "q", "q"],
  own: ["1", "2", "3", "4", "5", "6"],
  one: ["x", "x", "x", "x", "x", "x"],
  gap: ["a", "a", null, "b", "b", "b"],
  pair: ["u", "v", "u", "v", "u", "v"],
  lone: ["a", "b", "b", "b", "b", "b"],
};
const refusal = async (
  options: object,
  values: readonly (readonly number[])[] = rows,
  scale = "log2" as const,
): Promise<string> =>
  stepOnMatrix(matrixOf(values, sheet, scale), { verb: "combat", batch: "batch", ...options }).then(
    () => "answered",
    (error: Error) => error.message,
  );

test("what of the samples tells nothing is refused with its name", async () => {
  expect(await refusal({ batch: "" })).toContain("empty");
  expect(await refusal({ batch: "bach" })).toContain("batch");
  expect(await refusal({ batch: "one" })).toContain("same value");
  expect(await refusal({ batch: "gap" })).toContain("1 of 6 samples");
  expect(await refusal({ batch: "own" })).toContain("each of 6 samples");
  expect(await refusal({ keep: { formula: "~ same" } })).toContain("sameq cannot be told from batch");
  expect(await refusal({ keep: { formula: "~ 0 + pair" } })).toContain("pairv");
  expect(await refusal({ keep: { formula: "~ gap", missing: "drop" } })).toContain("no value in what is to stay");
  expect(await refusal({ reference: "c" })).toContain("no value “c”");
  expect(await refusal({ batch: "lone", reference: "a" })).toContain("one sample");
});

test("what of the values tells nothing is refused, or left as it is and counted", async () => {
  expect(await refusal({}, [[1, 2, 3, 5, 6, 8]])).toContain("1 of 1 rows (gene) varies");
  expect(await refusal({}, [[Number.NaN, Number.NaN, Number.NaN, 5, 6, 8], ...rows])).toContain("1 of 4 rows");
  expect(await refusal({}, [[Number.NaN, Number.NaN, 2, 5, 6, 8], ...rows])).toContain("too few values");
  expect(
    await refusal(
      {},
      rows.map((row) => row.map(() => Number.NaN)),
    ),
  ).toContain("3 of 3");
  expect(await refusal({}, [[1, 2, Number.POSITIVE_INFINITY, 5, 6, 8], ...rows])).toContain("infinite");
  const { rows: found, said } = await stepOnMatrix(matrixOf([...rows, [7, 7, 7, 1, 2, 3], [4, 4, 4, 4, 4, 4]], sheet, "log2"), {
    verb: "combat",
    batch: "batch",
  });
  expect(found.slice(3)).toEqual([
    [7, 7, 7, 1, 2, 3],
    [4, 4, 4, 4, 4, 4],
  ]);
  expect(said.join("\n")).toContain("2 of 5 rows (gene) do not vary");
});

test("counts and genotypes are refused, and large values answer", async () => {
  for (const [scale, says] of [
    ["counts", "Log-CPM"],
    ["dosage", "genotypes"],
  ] as const)
    await expect(stepOnMatrix(matrixOf(rows, sheet, scale), { verb: "combat", batch: "batch" })).rejects.toThrow(says);
  const { rows: found } = await stepOnMatrix(
    matrixOf(
      rows.map((row) => row.map((value) => value * 1e37)),
      sheet,
    ),
    {
      verb: "combat",
      batch: "batch",
    },
  );
  expect(found.flat().every(Number.isFinite)).toBe(true);
});

test("it has no form for new samples, and says so", async () => {
  const { kept: state, said } = await stepOnMatrix(matrixOf(rows, sheet, "log2"), { verb: "combat", batch: "batch" });
  expect(state.freezes).toBe("whole");
  expect(said.at(-1)).toMatch(/batch explained \d+ % and \d+ % before, and \d+ % and \d+ % after/);
});
