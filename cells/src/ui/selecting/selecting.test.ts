// What a gesture in a figure selects, and how it is drawn.

import { expect, test } from "vitest";
import type { Figure } from "../../artifacts/artifact.ts";
import { drawnSelection, placesSelected, selectionClicked, selectionDrawn } from "./selecting.ts";

const figure: Figure = {
  type: "figure",
  data: [
    { type: "scatter", mode: "markers", x: [1, 2, null], y: [1, 100, 3], text: ["a&amp;b", "c", "d"], meta: { part: "points" } },
    { type: "scatter", mode: "lines", x: [1.5], y: [1], meta: { part: "threshold" } },
    { type: "scatter", mode: "markers", x: [1], y: [1], meta: { role: "outlier" } },
  ],
  layout: { xaxis: {}, yaxis: { type: "log" } },
  alt: "",
  marks: 3,
};

test("a box is its ends in their order, a lasso its corners and the axes that are logarithmic", () => {
  expect(selectionDrawn({ range: { x: [3, 1], y: [0, 2] } }, "area", figure)).toEqual({ x: [1, 3], y: [0, 2] });
  const corners = { x: [0, 3, 3], y: [0.5, 0.5, 200] };
  expect(selectionDrawn({ lassoPoints: corners }, "area", figure)).toEqual({
    lasso: [
      [0, 0.5],
      [3, 0.5],
      [3, 200],
    ],
    log: ["y"],
  });
  expect(selectionDrawn({ lassoPoints: { x: [1, 2], y: [1, 2] } }, "area", figure)).toBeNull();
  expect(selectionDrawn(undefined, "area", figure)).toBeNull();
});

test("by names it is the points within, as they are called and not as Plotly has to have them; lines and rings are none", () => {
  expect(selectionDrawn({ range: { x: [0, 1.6], y: [0.1, 10] } }, "names", figure)).toEqual({ names: ["a&b"] });
  expect(placesSelected(figure, { x: [0, 3] })).toEqual([
    [1, 1],
    [2, 100],
  ]);
});

test("a click picks a point, a second one lets it go; an area makes way for points", () => {
  const one = { points: [{ x: 1, y: 1, text: "a&amp;b" }] };
  expect(selectionClicked(null, one, "names")).toEqual({ names: ["a&b"] });
  expect(selectionClicked({ names: ["c", "a&b"] }, one, "names")).toEqual({ names: ["c"] });
  expect(selectionClicked({ x: [0, 1] }, one, "area")).toEqual({ points: [[1, 1]] });
  expect(selectionClicked({ points: [[2, 100]] }, one, "area")).toEqual({
    points: [
      [2, 100],
      [1, 1],
    ],
  });
  expect(selectionClicked({ points: [[1, 1]] }, one, "area")).toEqual({ points: [] });
});

test("a box that is open at an end is drawn as far as the points go", () => {
  const [shape] = drawnSelection(figure, { x: [1.5, null] }, "#000000").shapes;
  expect(shape).toMatchObject({ type: "rect", x0: 1.5, x1: 2, y0: 0, y1: 1, yref: "paper" });
});
