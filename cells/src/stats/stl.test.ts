// Trends and seasons are statsmodels' (oracles/stl.py).

import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { robustZ } from "./robust-z.ts";
import { seasonsOf } from "./stl.ts";

interface Answer {
  readonly period: number;
  readonly planted: readonly number[];
  readonly values: readonly number[];
  readonly trend: readonly number[];
  readonly season: readonly number[];
  readonly flags: readonly number[];
}
const answers: { readonly [series: string]: Answer } = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "oracles/stl.json"), "utf8"),
);

describe.each(Object.keys(answers))("%s", (name) => {
  const { period, values, trend, season, flags, planted } = answers[name] as Answer;
  // Of three values a phase the rest is nearly nothing, and rounding is weighed.
  const digits = name === "short" ? 4 : 7;
  test("trend, season and flags are statsmodels', and planted faults are found", () => {
    const found = seasonsOf(Float64Array.from(values), period);
    for (const at of values.keys()) {
      expect(found.trend[at]).toBeCloseTo(trend[at] as number, digits);
      expect(found.season[at]).toBeCloseTo(season[at] as number, digits);
    }
    const { z } = robustZ(values.map((value, at) => value - (found.trend[at] as number) - (found.season[at] as number)));
    const flagged = [...z.keys()].filter((at) => Math.abs(z[at] as number) > 3.5);
    expect(flagged).toEqual(flags);
    expect(flagged).toEqual(expect.arrayContaining([...planted]));
  });
  test("values that are missing move little", () => {
    const gaps = Float64Array.from(values, (value, at) => (at % 9 === 4 ? Number.NaN : value));
    const found = seasonsOf(gaps, period);
    expect(found.trend.every(Number.isFinite) && found.season.every(Number.isFinite)).toBe(true);
    const off = values.map((_, at) => Math.abs((found.trend[at] as number) - (trend[at] as number)));
    expect(off.toSorted((a, b) => a - b)[Math.floor(off.length / 2)]).toBeLessThan(0.5);
  });
});

test("long series and a phase that is never there give numbers", () => {
  const values = Float64Array.from({ length: 6000 }, (_, at) =>
    at % 400 === 3 ? Number.NaN : Math.sin(at / 63) + (at % 7) / 10,
  );
  const { trend, season } = seasonsOf(values, 400);
  expect(trend.every(Number.isFinite) && season.every(Number.isFinite)).toBe(true);
});
