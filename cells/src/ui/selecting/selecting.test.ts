// What a gesture in a figure selects, and how it is drawn.

import { expect, test } from "vitest";
import type { Figure } from "../../artifacts/artifact.ts";
import type { FigureSelects } from "../../artifacts/figure-selects.ts";
import type { Selection } from "../../artifacts/selection.ts";
import { drawnSelection } from "./drawn-over.ts";
import { type Asked, selectionClicked, selectionDrawn } from "./selecting.ts";
import { placesSelected, rowsInBars } from "./within.ts";

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

const asked = (more: Partial<Asked> = {}): Asked => ({ figure, by: "area", now: null, adds: false, ...more });
/** A figure of these marks that says how it is selected in. */
const saying = (selects: FigureSelects, data: Figure["data"] = [], more: object = {}): Figure => ({
  type: "figure",
  data,
  layout: { meta: { selects, ...more } },
  alt: "",
  marks: 1,
});

test("a box is its ends in their order, a lasso its corners and the axes that are logarithmic", () => {
  expect(selectionDrawn({ range: { x: [3, 1], y: [0, 2] } }, asked())).toEqual({ x: [1, 3], y: [0, 2] });
  const corners = { x: [0, 3, 3], y: [0.5, 0.5, 200] };
  expect(selectionDrawn({ lassoPoints: corners }, asked())).toEqual({
    lasso: [
      [0, 0.5],
      [3, 0.5],
      [3, 200],
    ],
    log: ["y"],
  });
  expect(selectionDrawn({ lassoPoints: { x: [1, 2], y: [1, 2] } }, asked())).toBeNull();
  expect(selectionDrawn(undefined, asked())).toBeNull();
});

test("by names it is the points within, as they are called and not as Plotly has to have them; lines and rings are none", () => {
  expect(selectionDrawn({ range: { x: [0, 1.6], y: [0.1, 10] } }, asked({ by: "names" }))).toEqual({ names: ["a&b"] });
  expect(placesSelected(figure, { x: [0, 3] }).map(({ at }) => at)).toEqual([
    [1, 1],
    [2, 100],
  ]);
});

test("a click picks a point, a second one lets it go; an area makes way for points, but where it is added to", () => {
  const one = { points: [{ x: 1, y: 1, text: "a&amp;b" }] };
  const by = "names";
  expect(selectionClicked(one, asked({ by }))).toEqual({ names: ["a&b"] });
  expect(selectionClicked(one, asked({ by, now: { names: ["c", "a&b"] } }))).toEqual({ names: ["c"] });
  expect(selectionClicked(one, asked({ now: { x: [0, 1] } }))).toEqual({ points: [[1, 1]] });
  expect(selectionClicked(one, asked({ now: { points: [[2, 100]] } }))).toEqual({
    points: [
      [2, 100],
      [1, 1],
    ],
  });
  expect(selectionClicked(one, asked({ now: { points: [[1, 1]] } }))).toEqual({ points: [] });
  expect(selectionClicked(one, asked({ now: { x: [0, 1] }, adds: true }))).toEqual({
    any: [{ x: [0, 1] }, { points: [[1, 1]] }],
  });
});

test("what is drawn takes the place of what was selected, or is added to it; names are one list", () => {
  const second = { range: { x: [5, 6], y: [0, 1] } };
  expect(selectionDrawn(second, asked({ now: { x: [0, 1] } }))).toEqual({ x: [5, 6], y: [0, 1] });
  expect(selectionDrawn(second, asked({ now: { x: [0, 1] }, adds: true }))).toEqual({
    any: [{ x: [0, 1] }, { x: [5, 6], y: [0, 1] }],
  });
  const first = { range: { x: [0, 1.6], y: [0.1, 10] } };
  expect(selectionDrawn(first, asked({ by: "names", now: { names: ["c"] }, adds: true }))).toEqual({ names: ["c", "a&b"] });
  expect(placesSelected(figure, { any: [{ x: [1, 1] }, { names: ["c"] }] })).toHaveLength(2);
});

test("a box that is open at an end is drawn as far as the points go", () => {
  const [shape] = drawnSelection(figure, { x: [1.5, null] }, "#000000").shapes;
  expect(shape).toMatchObject({ type: "rect", x0: 1.5, x1: 2, y0: 0, y1: 1, yref: "y domain" });
});

test("in a panel it is of the group of the panel, and is drawn there", () => {
  const points = figure.data[0] as Figure["data"][number];
  const panels = saying({ way: "points" }, [points, { ...points, xaxis: "x2", yaxis: "y2" }], { panelNames: ["Day0", null] });
  const of = (more: Partial<Asked> = {}) => asked({ figure: panels, ...more });
  expect(selectionDrawn({ range: { x2: [1, 2], y2: [0, 9] } }, of())).toEqual({ x: [1, 2], y: [0, 9], part: null });
  const clicked = selectionClicked(
    { points: [{ x: 1, y: 1, data: { xaxis: "x2" } }] },
    of({ now: { points: [[1, 1]], part: "Day0" } }),
  );
  expect(clicked).toEqual({
    any: [
      { points: [[1, 1]], part: "Day0" },
      { points: [[1, 1]], part: null },
    ],
  });
  expect(placesSelected(panels, { x: [1, 1], part: "Day0" })).toEqual([{ panel: 0, at: [1, 1] }]);
  expect(placesSelected(panels, { x: [1, 1] })).toHaveLength(2);
  expect(drawnSelection(panels, { x: [1, 2], y: [0, 9], part: null }, "#000000").shapes).toMatchObject([
    { xref: "x2", yref: "y2" },
  ]);
});

test("over bins it is what a hand drew along x, and rows are counted of whole bins and of bins in part", () => {
  const bars = { type: "bar", x: [0.5, 1.5, 2.5], y: [10, 20, 30], width: 1 };
  const bins = saying({ way: "bins", isLog: false }, [bars]);
  const drawn = selectionDrawn({ range: { x: [2.712345, 0.98765], y: [4, 9] } }, asked({ figure: bins }));
  expect(drawn).toEqual({ x: [0.988, 2.712] });
  expect(rowsInBars(bins, drawn as Selection)).toEqual({ least: 20, most: 60 });
  expect(selectionClicked({ points: [{ x: 1.5, y: 20 }] }, asked({ figure: bins, now: drawn }))).toEqual(drawn);
  const logs = saying({ way: "bins", isLog: true }, [bars]);
  const onLogs = selectionDrawn({ range: { x: [1, 2], y: [4, 9] } }, asked({ figure: logs }));
  expect(onLogs).toEqual({ x: [10, 100] });
  expect(rowsInBars(logs, onLogs as Selection)).toEqual({ least: 20, most: 20 });
});

test("bars are selected by the names of their groups; those that are drawn together, and what has none, have no name", () => {
  const bars = saying({ way: "groups", names: ["f", "m", null, null], hasBounds: false, rest: 2 });
  const of = (now: Selection | null = null) => asked({ figure: bars, by: "names", now });
  expect(selectionClicked({ points: [{ x: 1, y: 5 }] }, of({ names: ["f"] }))).toEqual({ names: ["f", "m"] });
  for (const x of [2, 3]) expect(selectionClicked({ points: [{ x, y: 5 }] }, of({ names: ["f"] }))).toEqual({ names: ["f"] });
  expect(selectionDrawn({ range: { x: [1.5, 3.4], y: [0, 1] } }, of())).toBeNull();
  expect(selectionDrawn({ range: { x: [0.5, 0.7], y: [0, 1] } }, of())).toEqual({ names: ["m"] });
  expect(drawnSelection(bars, { names: ["m"] }, "#000000").shapes).toMatchObject([{ x0: 0.55, x1: 1.45, yref: "y domain" }]);
});

test("a box over boxes is their groups and the bounds upwards; a click is a whole group, also of rows without one", () => {
  const boxes = saying({ way: "groups", names: ["f", "m", null], hasBounds: true, rest: null });
  const of = (now: Selection | null = null) => asked({ figure: boxes, now });
  expect(selectionDrawn({ range: { x: [0.8, 1.9], y: [5, 3] } }, of())).toEqual({
    any: [
      { y: [3, 5], part: "m" },
      { y: [3, 5], part: null },
    ],
  });
  expect(selectionClicked({ points: [{ x: 1.2, y: 4 }] }, of({ part: "f" }))).toEqual({ any: [{ part: "f" }, { part: "m" }] });
  expect(selectionClicked({ points: [{ x: 2, y: 4 }] }, of({ part: null }))).toBeNull();
  const alone = saying({ way: "groups", names: [], hasBounds: true, rest: null });
  expect(selectionDrawn({ range: { x: [-0.1, 0.2], y: [3, 5] } }, asked({ figure: alone }))).toEqual({ y: [3, 5] });
});

test("along a genome it is places of chromosomes, and above all of them heights alone; p values are found by p", () => {
  const genome = { way: "genome", names: ["2", "1"], starts: [110, 0], ends: [210, 100], isThinned: true } as const;
  const surprises = saying({ ...genome, isOfP: false });
  const of = (figureOf: Figure, now: Selection | null = null) => asked({ figure: figureOf, now });
  expect(selectionDrawn({ range: { x: [50.2, 120.7], y: [4, 8] } }, of(surprises))).toEqual({
    any: [
      { x: [0, 10], y: [4, 8], part: "2" },
      { x: [51, 100], y: [4, 8], part: "1" },
    ],
  });
  expect(selectionDrawn({ range: { x: [-5, 300], y: [4, 8] } }, of(surprises))).toEqual({ y: [4, 8] });
  const p = saying({ ...genome, isOfP: true });
  expect(selectionDrawn({ range: { x: [20, 30], y: [4, 8] } }, of(p))).toEqual({ x: [20, 30], y: [1e-8, 1e-4], part: "1" });
  expect(selectionDrawn({ range: { x: [20, 30], y: [4, 330] } }, of(p))).toEqual({ x: [20, 30], y: [null, 1e-4], part: "1" });
  expect(selectionDrawn({ lassoPoints: { x: [120, 150, 150], y: [2, 2, 8] } }, of(p))).toEqual({
    lasso: [
      [10, 0.01],
      [40, 0.01],
      [40, 1e-8],
    ],
    log: ["y"],
    part: "2",
  });
  const clicked = selectionClicked({ points: [{ x: 160, y: 7 }] }, of(surprises));
  expect(clicked).toMatchObject({ x: [50, 50], part: "2" });
  expect(selectionClicked({ points: [{ x: 160, y: 7 }] }, of(surprises, clicked))).toBeNull();
  const [shape] = drawnSelection(p, { x: [0, 10], y: [1e-8, 1e-4], part: "2" }, "#000000").shapes;
  expect(shape).toMatchObject({ x0: 110, x1: 120, y0: 4, y1: 8 });
});
