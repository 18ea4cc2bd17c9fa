// By which columns the rows of a chart are found again, and where they are not.

import { expect, test } from "vitest";
import { summaryOf } from "../../artifacts/artifact-summary.ts";
import type { Figure } from "../../artifacts/artifact.ts";
import type { FigureSelects } from "../../artifacts/figure-selects.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { rowsAlong } from "./rows-along.ts";
import { chart } from "./spec.ts";

const figure = (selects: FigureSelects, more: object = {}): Figure => ({
  type: "figure",
  data: [],
  layout: { meta: { selects, ...more } },
  alt: "",
  marks: 0,
});
const inPanels = { panelNames: ["a", "b"] };
const drawn = summaryOf(tableOf(textColumn("sex", ["f"]), numberColumn("age", [1]), numberColumn("dose", [1])));
const numbers = summaryOf(tableOf(numberColumn("age", [1]), numberColumn("dose", [1])));
const spec = (more: object) => chart.schema.parse({ chart: { type: "point" }, x: "age", y: "dose", ...more }) as never;

test("points by both axes where both are numbers, in panels by their column, too", () => {
  const points = figure({ way: "points" });
  expect(rowsAlong(spec({}), points, numbers)).toEqual({ by: "area", on: { x: "age", y: "dose" } });
  expect(rowsAlong(spec({}), points, drawn)).toBeNull();
  expect(rowsAlong(spec({ facet: "sex" }), figure({ way: "points" }, inPanels), drawn)).toEqual({
    by: "area",
    on: { x: "age", y: "dose", parts: "sex" },
  });
});
test("bins by the column along x; all values of a matrix are no rows", () => {
  expect(rowsAlong(spec({}), figure({ way: "bins", isLog: false }), numbers)).toEqual({ by: "area", on: { x: "age" } });
  expect(rowsAlong(spec({ x: null }), figure({ way: "bins", isLog: false }), numbers)).toBeNull();
});
test("bars by the names of their groups, in panels with the group of the panel; bars without names say so", () => {
  const bars = { way: "groups", names: ["f", null], hasBounds: false, rest: null } as const;
  expect(rowsAlong(spec({ x: "sex" }), figure(bars), drawn)).toEqual({ by: "names", on: { names: "sex" } });
  expect(rowsAlong(spec({ x: "sex", facet: "arm" }), figure(bars, inPanels), drawn)).toEqual({
    by: "names",
    on: { names: "age", parts: "arm" },
  });
  expect(rowsAlong(spec({}), figure({ ...bars, names: [null] }), drawn)).toBe("unselectable-names");
});
test("boxes by the groups along the axis and y; in panels a row would be told by two parts, and it is said why not", () => {
  const boxes = { way: "groups", names: ["f"], hasBounds: true, rest: null } as const;
  expect(rowsAlong(spec({ x: "sex" }), figure(boxes), drawn)).toEqual({ by: "area", on: { y: "dose", parts: "sex" } });
  expect(rowsAlong(spec({ x: "sex", facet: "arm" }), figure(boxes, inPanels), drawn)).toBe("unselectable-panels");
  const alone = figure({ ...boxes, names: [] }, inPanels);
  expect(rowsAlong(spec({ x: null, facet: "arm" }), alone, drawn)).toEqual({ by: "area", on: { y: "dose", parts: "arm" } });
});
test("markers by position, p and chromosome", () => {
  const genome = figure({ way: "genome", names: [], starts: [], ends: [], isOfP: true, isThinned: false });
  expect(rowsAlong(spec({ color: "chr" }), genome, numbers)).toEqual({ by: "area", on: { x: "age", y: "dose", parts: "chr" } });
});
