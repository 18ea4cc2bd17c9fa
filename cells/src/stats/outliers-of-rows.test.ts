// Local outlier factors equal to scikit-learn's by number, and scores of isolation forests in the order of scikit-learn's over
// seeds (testing/reference/steps/outliers-joint.py).

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { referenceColumns } from "../testing/reference-tables.ts";
import { isolationScores } from "./isolation-forest.ts";
import { localOutlierFactors, type Rows } from "./local-outlier-factor.ts";
import { ranksOfValues } from "./ranks.ts";

const answers: { readonly [set: string]: { readonly [what: string]: number[] } } = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "../testing/reference/steps/outliers-joint.json"), "utf8"),
);
const rowsOf = (columns: readonly (readonly number[])[]): Rows => {
  const rows = columns[0]?.length ?? 0;
  const width = columns.length;
  return {
    values: Float64Array.from({ length: rows * width }, (_, at) => columns[at % width]?.[Math.floor(at / width)] ?? 0),
    rows,
    width,
  };
};

/** Spearman's: of ranks the correlation. */
function rankCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [x, y] = [a, b].map((values) => Array.from(ranksOfValues(values, { ties: "average" })));
  const middle = (a.length + 1) / 2;
  let [xy, xx, yy] = [0, 0, 0];
  for (let at = 0; at < a.length; at++) {
    const [dx, dy] = [(x?.[at] ?? 0) - middle, (y?.[at] ?? 0) - middle];
    xy += dx * dy;
    xx += dx * dx;
    yy += dy * dy;
  }
  return xy / Math.sqrt(xx * yy);
}

describe.each(["wdbc", "golub"] as const)("%s", (set) => {
  const rows = rowsOf(referenceColumns[set]);
  const answer = (what: string): number[] => answers[set]?.[what] ?? [];

  test.each([5, 20])("local outlier factors with %s neighbours are scikit-learn's", (neighbours) => {
    const found = localOutlierFactors(rows, neighbours);
    expect(found).toHaveLength(answer(`lof-${neighbours}`).length);
    for (const [row, wanted] of answer(`lof-${neighbours}`).entries())
      expect(Math.abs((found[row] as number) - wanted)).toBeLessThan(1e-9 * wanted);
  });
  test("scores of every seed are in scikit-learn's order, and about as large", () => {
    for (let seed = 1; seed <= 10; seed++) {
      const found = isolationScores(rows, 100, seed);
      expect(rankCorrelation(found, answer("forest"))).toBeGreaterThan(0.95);
      for (const [row, wanted] of answer("forest").entries())
        expect(Math.abs((found[row] as number) - wanted)).toBeLessThan(0.06);
    }
    expect(isolationScores(rows, 10, 3)).toEqual(isolationScores(rows, 10, 3));
  });
});

test("of no row, one row and equal rows there is no score, or that of nothing special", () => {
  for (const rows of [0, 1]) {
    const none = { values: new Float64Array(rows * 2), rows, width: 2 };
    expect([...localOutlierFactors(none, 20), ...isolationScores(none, 10, 1)].every(Number.isNaN)).toBe(true);
  }
  const equal = { values: new Float64Array(20).fill(3), rows: 10, width: 2 };
  expect(new Set(localOutlierFactors(equal, 4))).toEqual(new Set([1]));
  expect(new Set(isolationScores(equal, 10, 1)).size).toBe(1);
});

test("scores of a seed stay what they were, of rows in fours and the rest", () => {
  const values = Float64Array.from({ length: 90 }, (_, at) => Math.sin(at * 12.9898) * 10);
  const found = isolationScores({ values, rows: 30, width: 3 }, 20, 5);
  expect([found[0], found[7], found[29]]).toEqual([0.5197657721409227, 0.5266798595731642, 0.5442559778413348]);
});
