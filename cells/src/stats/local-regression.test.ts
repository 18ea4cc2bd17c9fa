// Against locfit (local-regression.R wrote local-regression.json), inside the points and beyond them.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { localRegression } from "./local-regression.ts";

interface Answer {
  readonly name: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly weights: readonly number[];
  readonly at: readonly number[];
  readonly predicted: readonly number[];
}
const answers: readonly Answer[] = JSON.parse(readFileSync(path.join(import.meta.dirname, "local-regression.json"), "utf8"));
const of = (values: readonly number[]): Float64Array => Float64Array.from(values);

test.each(answers)("$name", ({ x, y, weights, at, predicted }) => {
  const fit = localRegression(of(x), of(y), of(weights));
  const ours = at.map((place) => fit?.(place) ?? Number.NaN);
  predicted.forEach((value, place) => expect(ours[place], `at ${at[place]}`).toBeCloseTo(value, 6));
});

test("of points at one place there is none", () => {
  expect(localRegression(of([1, 1, 1]), of([1, 2, 3]), of([1, 1, 1]))).toBeNull();
  expect(localRegression(of([1, 2]), of([1, 2]), of([1, 1]))).toBeNull();
});
