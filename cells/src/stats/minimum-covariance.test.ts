// The minimum covariance determinant is robustbase's or less, and so are its flags (oracles/mcd.R).

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { referenceColumns } from "../testing/reference-tables.ts";
import { chiSquared } from "./distributions/chi-squared.ts";
import type { Rows } from "./local-outlier-factor.ts";
import { minimumCovariance } from "./minimum-covariance.ts";
import { rawCorrection, reweightedCorrection } from "./small-samples-of-mcd.ts";

interface Answer {
  readonly rows: readonly (readonly number[])[];
  readonly logDeterminant: number;
  readonly distances: readonly number[];
  readonly flags: readonly number[];
  readonly centre: readonly number[];
}
const answers: { readonly few: readonly (readonly number[])[] } & { readonly [set: string]: Answer } = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "oracles/mcd.json"), "utf8"),
);
const listed = (rows: readonly (readonly number[])[]): Rows => ({
  values: Float64Array.from(rows.flat()),
  rows: rows.length,
  width: rows[0]?.length ?? 0,
});
const columns = referenceColumns.wdbc;
const wdbc = listed((columns[0] ?? []).map((_, row) => columns.map((column) => column[row] ?? 0)));
const sets = ["hbk", "hbk4", "stackloss", "iris", "versicolor", "moved", "alone", "wdbc"] as const;

describe.each(sets)("%s", (set) => {
  const answer = answers[set] as Answer;
  const rows = set === "wdbc" ? wdbc : listed(answer.rows);

  test("over seeds the determinant is not above the least of robustbase's, and the flags are its flags", () => {
    const beyond = Math.sqrt(chiSquared.quantile(0.975, rows.width));
    for (let seed = 1; seed <= (rows.rows > 200 ? 2 : 5); seed++) {
      const found = minimumCovariance(rows, seed);
      if (!("distances" in found)) throw new Error(JSON.stringify(found));
      expect(found.logDeterminant).toBeLessThan(answer.logDeterminant + 1e-8);
      expect([...found.distances.keys()].filter((row) => (found.distances[row] as number) > beyond)).toEqual(answer.flags);
      if (Math.abs(found.logDeterminant - answer.logDeterminant) > 1e-8) continue;
      for (const [row, wanted] of answer.distances.entries())
        expect(Math.abs((found.distances[row] as number) - wanted) / Math.max(1, wanted)).toBeLessThan(1e-6);
    }
  });
});

test("factors for few rows are robustbase's", () => {
  for (const [n = 0, p = 0, raw = 0, reweighted = 0] of answers.few) {
    expect(rawCorrection(n, p)).toBeCloseTo(raw, 8);
    expect(reweightedCorrection(n, p)).toBeCloseTo(reweighted, 8);
  }
});

describe("what has no half that spreads in all directions is told", () => {
  const spread = (n: number): number[] =>
    Array.from({ length: n }, (_, at) => Math.sin(at * 12.9898) * 43758.5453 - Math.floor(at / 3));
  test("too few rows, one row, none", () => {
    for (const n of [0, 1, 2, 6])
      expect(minimumCovariance({ values: new Float64Array(3 * n), rows: n, width: 3 }, 1)).toEqual({ needs: 7 });
  });
  test("a column with one value in half of the rows; all rows the same", () => {
    const a = spread(30);
    expect(minimumCovariance(listed(a.map((value, at) => [value, at < 20 ? 3 : at])), 1)).toEqual({ flat: 1 });
    expect(minimumCovariance(listed(a.map(() => [2, 5])), 1)).toEqual({ flat: 0 });
  });
  test("a column that follows from others, in all rows or in most", () => {
    const [a, b] = [spread(40), spread(80).slice(40)];
    expect(minimumCovariance(listed(a.map((value, at) => [value, b[at] ?? 0, value + 2 * (b[at] ?? 0)])), 1)).toEqual({
      follows: 2,
    });
    expect(minimumCovariance(listed(a.map((value, at) => [value, at < 30 ? 2 * value : (b[at] ?? 0)])), 1)).toEqual({
      follows: 1,
    });
  });
  test("very large and very small numbers", () => {
    const a = listed(spread(60).map((value, at) => [value, Math.cos(at * 78.233) * 1000]));
    const usual = minimumCovariance(a, 3);
    for (const by of [1e150, 1e-150]) {
      const found = minimumCovariance({ ...a, values: a.values.map((value) => value * by) }, 3);
      if (!("distances" in found) || !("distances" in usual)) throw new Error(JSON.stringify(found));
      for (const [row, far] of found.distances.entries()) expect(far).toBeCloseTo(usual.distances[row] as number, 8);
    }
  });
});
