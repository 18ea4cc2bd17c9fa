// quantile-normalise against preprocessCore 1.60 on two data sets (testing/reference/steps/quantiles.R), and what it refuses.

import { describe, expect, test } from "vitest";
import { columnOf, textColumn, tableOf } from "../../artifacts/table.ts";
import { batchMatrix, batchSets, farFromR, hasBatchSet } from "../../testing/batch-matrices.ts";
import { laterOnMatrix, matrixOf, rowsOfMatrix, stepOnMatrix } from "../../testing/step-on-matrix.ts";

const verb = "quantile-normalise";
const gone = Number.NaN;

describe.each(batchSets)("%s", (set) => {
  test.skipIf(!hasBatchSet(set)).each(["plain", "holes", "tied", "tied-holes", "later", "later-holes"])(
    "%s is preprocessCore's",
    async (what) => {
      const whole = batchMatrix(set);
      const width = whole.sampleCount;
      const rows = rowsOfMatrix(whole);
      const ranges = Array.from({ length: width }, (_, at) => {
        const values = rows.map((row) => row[at] as number);
        return Math.max(...values) - Math.min(...values);
      });
      // R rounds halves to even.
      const even = (value: number): number => (Math.abs(value % 1) === 0.5 ? 2 * Math.round(value / 2) : Math.round(value));
      const given = batchMatrix(set, {
        holes: what.includes("holes"),
        ...(what.includes("tied")
          ? { change: (row) => row.map((value, at) => even((Math.fround(value) / (ranges[at] as number)) * 8)) }
          : {}),
      });
      const part = textColumn(
        "part",
        Array.from({ length: width }, (_, at) => ((at + 1) % 3 === 0 ? "test" : "train")),
        { semantic: "split" },
      );
      const assay = what.includes("later") ? { ...given, samples: tableOf(...given.samples.columns, part) } : given;
      expect(columnOf(assay.samples, "part") !== null).toBe(what.includes("later"));
      const { assay: found } = await stepOnMatrix(assay, { verb });
      expect(farFromR(found, set, what)).toBeLessThan(3e-7);
    },
  );
});

const example = [
  [5, 4, 3],
  [2, 1, 4],
  [3, 4, 6],
  [4, 2, 8],
];

test("the example of Bolstad's method, with a tie, and a later sample that is brought to the same", async () => {
  const { rows, kept } = await stepOnMatrix(matrixOf(example), { verb });
  const wanted = [
    [17 / 3, 31 / 6, 2],
    [2, 2, 3],
    [3, 31 / 6, 14 / 3],
    [14 / 3, 3, 17 / 3],
  ];
  expect(rows).toEqual(wanted.map((row) => row.map(Math.fround)));
  const later = await laterOnMatrix(kept, matrixOf([[100], [1], [gone], [7]]));
  expect(later.rows).toEqual([[17 / 3], [2], [gone], [23 / 6]].map((row) => row.map(Math.fround)));
});

test("samples without values stay so and tell nothing; one value alone, no value and infinite ones are refused", async () => {
  const without = await stepOnMatrix(matrixOf(example.map(([a = 0, b = 0]) => [a, b, gone])), { verb });
  const two = await stepOnMatrix(matrixOf(example.map(([a = 0, b = 0]) => [a, b])), { verb });
  expect(without.rows.map((row) => row.slice(0, 2))).toEqual(two.rows);
  expect(without.rows.map((row) => row[2])).toEqual([gone, gone, gone, gone]);
  expect(without.said.join("\n")).toContain("1 sample has no value");
  const refusal = async (rows: readonly (readonly number[])[], scale?: "dosage"): Promise<string> =>
    stepOnMatrix(matrixOf(rows, {}, scale), { verb }).then(
      () => "answered",
      (error: Error) => error.message,
    );
  expect(
    await refusal([
      [1, 2],
      [gone, 3],
    ]),
  ).toContain("s1 has one value alone");
  expect(
    await refusal([
      [gone, gone],
      [gone, gone],
    ]),
  ).toContain("no value");
  expect(
    await refusal([
      [1, Number.POSITIVE_INFINITY],
      [2, 3],
    ]),
  ).toContain("infinite");
  expect(
    await refusal(
      [
        [1, 2],
        [0, 1],
      ],
      "dosage",
    ),
  ).toContain("genotypes");
});

test("one feature is its mean, one sample itself, equal values stay equal, and whole ones are said to look like counts", async () => {
  expect((await stepOnMatrix(matrixOf([[5, 4, 3]]), { verb })).rows).toEqual([[4, 4, 4]]);
  expect((await stepOnMatrix(matrixOf([[5], [2], [3]]), { verb })).rows).toEqual([[5], [2], [3]]);
  expect(
    (
      await stepOnMatrix(
        matrixOf([
          [7, 7],
          [7, 7],
          [7, 7],
        ]),
        { verb },
      )
    ).rows.flat(),
  ).toEqual([7, 7, 7, 7, 7, 7]);
  const counts = await stepOnMatrix(matrixOf(example, {}, "counts"), { verb });
  expect(counts.assay.scale).toBe("unknown");
  expect(counts.said.join("\n")).toContain("Log-CPM");
  expect((await stepOnMatrix(matrixOf(example, {}, "log2"), { verb })).assay.scale).toBe("log2");
});
