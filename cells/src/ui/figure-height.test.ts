import { expect, test } from "vitest";
import type { Figure } from "../artifacts/artifact.ts";
import type { JsonObject } from "../base/json.ts";
import { figureHeight } from "./figure-height.ts";

const figure = (layout: JsonObject, type = "scatter"): Figure => ({
  type: "figure",
  data: [{ type }],
  layout,
  alt: "",
  marks: 0,
});
const named = (n: number): string[] => Array.from({ length: n }, (_, at) => `gene ${at}`);

test("on a telephone a map has room beside its legend and its scale", () => {
  expect(figureHeight(figure({}), 350)).toBe(280);
  expect(figureHeight(figure({}, "heatmap"), 350)).toBe(440);
  expect(figureHeight(figure({}), 1000)).toBe(360);
});

test("what stands above or below a drawing takes none of its height on a telephone", () => {
  const curves = { yaxis: { domain: [0.3, 1] }, yaxis2: { domain: [0, 0.24], ticktext: ["mutated", "wild type"] } };
  expect(figureHeight(figure(curves), 350)).toBe(400);
  expect(figureHeight(figure(curves), 1000)).toBe(360);
  const oncoprint = { yaxis: { domain: [0, 0.8], ticktext: named(20) }, yaxis2: { domain: [0.82, 1] } };
  expect(figureHeight(figure(oncoprint), 350)).toBe(555);
  expect(figureHeight(figure({ yaxis: { ticktext: named(40) } }), 1000)).toBe(640);
});
