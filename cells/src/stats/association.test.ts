// Held to SciPy and pandas (oracles/association.py), and to what cannot be told.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { averageRanks, chiSquared, contingencyOf, correlationRatio, cramersV, pearson, spearman } from "./association.ts";
import { orderOfNumbers } from "./order-of-numbers.ts";
import { seededRandom } from "./seeded-random.ts";

type Name = "x" | "y" | "z" | "w" | "a" | "b";
interface Oracle {
  readonly columns: { readonly [name in Name]: readonly (string | number | null)[] };
  readonly numbers: readonly {
    readonly a: Name;
    readonly b: Name;
    readonly n: number;
    readonly pearson: number;
    readonly spearman: number;
  }[];
  readonly categories: {
    readonly chi2: number;
    readonly freedom: number;
    readonly n: number;
    readonly v: number;
    readonly corrected: number;
  };
  readonly ratios: readonly { readonly number: Name; readonly n: number; readonly eta: number }[];
}
const oracle: Oracle = JSON.parse(readFileSync(new URL("oracles/association.json", import.meta.url), "utf8"));

const numbers = (name: Name): Float64Array =>
  Float64Array.from(oracle.columns[name], (value) => (typeof value === "number" ? value : Number.NaN));
function levels(name: Name): { of: Int32Array; count: number } {
  const texts = [...new Set(oracle.columns[name].filter((value) => value !== null))];
  return { of: Int32Array.from(oracle.columns[name], (value) => texts.indexOf(value ?? "")), count: texts.length };
}
const near = (found: number, expected: number): void => expect(Math.abs(found / expected - 1)).toBeLessThan(1e-12);

test.each(oracle.numbers)("numbers $a and $b", ({ a, b, n, pearson: r, spearman: s }) => {
  const [x, y] = [numbers(a), numbers(b)];
  expect([pearson(x, y).n, spearman(x, y).n]).toEqual([n, n]);
  near(pearson(x, y).value, r);
  near(spearman(x, y).value, s);
});

test("categories", () => {
  const [a, b] = [levels("a"), levels("b")];
  const table = contingencyOf(a.of, a.count, b.of, b.count);
  const { chi2, freedom, n, v, corrected } = oracle.categories;
  expect(chiSquared(table)).toMatchObject({ freedom, n });
  near(chiSquared(table).statistic, chi2);
  near(cramersV(table, false).value, v);
  near(cramersV(table, true).value, corrected);
});

test.each(oracle.ratios)("a category and $number", ({ number, n, eta }) => {
  const a = levels("a");
  const found = correlationRatio(a.of, a.count, numbers(number));
  expect(found.n).toBe(n);
  near(found.value, eta);
});

test("numbers of any size, and of none", () => {
  const line = [1, 2, 3, 4];
  const of = (x: number[], y: number[]): number => pearson(Float64Array.from(x), Float64Array.from(y)).value;
  for (const unit of [1e308 / 4, 1e200, 1, 1e-200, 1e-310])
    expect(
      of(
        line,
        line.map((x) => x * unit),
      ),
    ).toBeCloseTo(1, 9);
  expect(of([1e308, -1e308, 0], [1, -1, 0])).toBeCloseTo(1, 9);
  for (const none of [
    [5, 5, 5, 5],
    [1, 2, 3, Infinity],
    [NaN, NaN, 3, NaN],
    [0, 0, 0, 0],
  ])
    expect(of(line, none)).toBeNaN();
  // Equal numbers vary by nothing, however they are added.
  expect(of([0.1, 0.1, 0.1], [1, 2, 3])).toBeNaN();
  expect(spearman(Float64Array.of(1, 2, 3), Float64Array.of(1, 2, Infinity)).value).toBe(1);
  expect(pearson([], []).value).toBeNaN();
});

test("a name of each row tells nothing by V without bias", () => {
  const each = Int32Array.from({ length: 40 }, (_, row) => row);
  const half = each.map((row) => row % 2);
  const table = contingencyOf(each, 40, half, 2);
  expect(cramersV(table, false).value).toBe(1);
  expect(cramersV(table, true).value).toBe(0);
});

test("many numbers are ordered as few are", () => {
  const random = seededRandom(3);
  const values = Float64Array.from({ length: 30_000 }, (_, at) =>
    at % 7 === 0 ? Math.round(random() * 5) - 2 : at % 11 === 0 ? Number.NaN : (random() - 0.5) * 10 ** (at % 40),
  );
  values.set([Infinity, -Infinity, 0, -0, 5e-324, -5e-324, 1.7e308, -1.7e308]);
  for (const descending of [false, true]) {
    const compared = Int32Array.from(values.keys())
      .filter((at) => !Number.isNaN(values[at]))
      .sort((a, b) => {
        const [x, y] = [values[a] as number, values[b] as number];
        return x === y ? a - b : x < y === descending ? 1 : -1;
      });
    expect(orderOfNumbers(values, descending)).toEqual(compared);
  }
  expect(averageRanks(Float64Array.of(3, 1, 3, NaN))).toEqual(Float64Array.of(2.5, 1, 2.5, NaN));
});
