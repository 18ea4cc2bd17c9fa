import { expect, test } from "vitest";
import type { DesignMatrix } from "../../contract/design-matrix.ts";
import { outweighs } from "./outweighs.ts";

// Variances (divisor n) of the columns: 2/3, 2/3, 2/3 times the square of the unit.
const matrix = (...units: readonly number[]): DesignMatrix => ({
  rows: 3,
  features: units.map((_, at) => `c${at}`),
  values: Float64Array.from([-1, 0, 1].flatMap((value) => units.map((unit) => value * unit))),
});

test("a column that has nearly all variance is said with its share; of two columns and of like ones nothing is", () => {
  expect(outweighs(matrix(1, 100, 1)).map(({ params }) => params)).toEqual([{ column: "c1", share: 100 }]);
  expect(outweighs(matrix(1, 5, 1)).map(({ params }) => params)).toEqual([{ column: "c1", share: 92.6 }]);
  expect(outweighs(matrix(1, 4, 1))).toEqual([]);
  expect(outweighs(matrix(1, 100))).toEqual([]);
  expect(outweighs(matrix(0, 0, 0))).toEqual([]);
});
