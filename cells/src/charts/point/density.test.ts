// Above 20,000 points their density is drawn, with its trend, unless something asks for points that a density cannot show.

import { expect, test } from "vitest";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { drawChart } from "../../testing/draw-chart.ts";

const n = 20_001;
const at = Array.from({ length: n }, (_, row) => row);
const table = tableOf(
  numberColumn(
    "x",
    at.map((row) => Math.sin(row)),
  ),
  numberColumn(
    "y",
    at.map((row) => Math.sin(row) * 2 + Math.cos(row * 1.3)),
  ),
  textColumn(
    "arm",
    at.map((row) => (row % 2 ? "a" : "b")),
  ),
);
const drawn = (own: JsonObject = {}, more: JsonObject = {}) =>
  drawChart(table, { x: "x", y: "y", ...more, chart: { type: "point", ...own } });

test("a density with the line through all points, its band and what it says", async () => {
  const { out, notes } = await drawn({ trend: "line" });
  expect(out.data.map((trace) => trace["type"])).toEqual(["heatmap", "scatter", "scatter"]);
  expect(out.data[1]?.["meta"]).toMatchObject({ role: "ink" });
  expect(notes).toEqual(["chart.note-density", "chart-point.note-line-alone", "chart-point.note-line-band"]);
});

test("points where a colour or a threshold asks for them, or where they are chosen", async () => {
  expect((await drawn({}, { color: "arm" })).out.data.map((trace) => trace["type"])).toEqual(["scattergl", "scattergl"]);
  expect((await drawn({ passY: 1 })).out.data[0]?.["type"]).toBe("scattergl");
  expect((await drawn({ density: "many" })).out.data[0]?.["type"]).toBe("scattergl");
});
