// The trend of variances: of voom its own, of limma's others the prior; none of a method that has neither.

import { expect, test } from "vitest";
import { floatsOf } from "../../artifacts/plot-floats.ts";
import type { JsonObject } from "../../base/json.ts";
import { figureWords } from "../../ui/figure-words.ts";
import { trendFigure } from "./trend-figure.ts";

const nan = Number.NaN;
const beta = new Float64Array(4);
const packed = (value: unknown): readonly number[] => floatsOf(String((value as JsonObject)["bdata"]), "f4");

test("of voom what the weights were told by; features that were filtered are not drawn", () => {
  const arrays = {
    beta,
    trendLevel: Float64Array.of(1, nan, 3, 2),
    trendRoot: Float64Array.of(0.5, nan, 0.25, 0.75),
    trendFitted: Float64Array.of(1, nan, 0.5, 0.75),
  };
  const figure = trendFigure({ arrays, facts: {} }, ["a", "b", "c", "d<i>"], 6);
  const [points, curve] = figure?.data ?? [];
  expect([packed(points?.["x"]), packed(points?.["y"]), points?.["text"]]).toEqual([
    [1, 3, 2],
    [0.5, 0.25, 0.75],
    ["a", "c", "d&lt;i&gt;"],
  ]);
  expect([curve?.["x"], curve?.["y"]]).toEqual([
    [1, 2, 3],
    [1, 0.75, 0.5],
  ]);
  expect(figure && figureWords(figure, "en").alt).toBe(
    "Roots of the standard deviations of 3 rows against their level: the trend goes from 1 at 1 to 0.5 at 3.",
  );
  expect(figure?.layout["meta"]).toMatchObject({ sizes: [6] });
});

test("of limma roots of the deviations against the mean, and the fourth root of the prior variance, as plotSA has them", () => {
  const arrays = { beta, mean: Float64Array.of(1, 2), sigma: Float64Array.of(4, 9), scale: Float64Array.of(16, 81) };
  const [points, curve] = trendFigure({ arrays, facts: {} }, ["a", "b"], 4)?.data ?? [];
  expect(packed(points?.["y"])).toEqual([2, 3]);
  expect(curve?.["y"]).toEqual([2, 3]);
  expect(trendFigure({ arrays: { beta, mean: Float64Array.of(1, 2) }, facts: {} }, ["a", "b"], 4)).toBeNull();
});
