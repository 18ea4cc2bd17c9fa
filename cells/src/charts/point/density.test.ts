// Above 20,000 points their density is drawn, with its trend, unless something asks for points that a density cannot show.

import { expect, test } from "vitest";
import type { NumberColumn } from "../../artifacts/artifact.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { drawChart } from "../../testing/draw-chart.ts";
import { lightColours } from "../../ui/chart-colours.ts";
import { themeFigure } from "../../ui/theme-figure.ts";

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

test("squares hold several points each, and the scale is told by their numbers", async () => {
  const { out, data } = await drawn();
  const n = data.columns.find(({ name }) => name === "n") as NumberColumn;
  expect(n.values.reduce((sum, each) => sum + each, 0) / n.values.length).toBeGreaterThan(1.5);
  const [density] = out.data;
  const { ticktext, tickvals } = (density as JsonObject)["colorbar"] as {
    readonly ticktext: string[];
    readonly tickvals: number[];
  };
  expect(ticktext.slice(0, 2)).toEqual(["1", "3"]);
  expect(tickvals[1]).toBeCloseTo(Math.log10(3), 12);
  const [shown] = themeFigure(out, { colours: lightColours, width: 900, height: 360, locale: "en" })
    .data as readonly JsonObject[];
  expect(shown?.["colorbar"]).toMatchObject({ ticktext, tickvals });
});

test("points where a colour or a threshold asks for them, or where they are chosen", async () => {
  expect((await drawn({}, { color: "arm" })).out.data.map((trace) => trace["type"])).toEqual(["scattergl", "scattergl"]);
  expect((await drawn({ passY: 1 })).out.data[0]?.["type"]).toBe("scattergl");
  expect((await drawn({ density: "many" })).out.data[0]?.["type"]).toBe("scattergl");
});
