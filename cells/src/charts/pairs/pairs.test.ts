// Pairs of columns: a panel a pair, axes shared by rows and columns of panels, correlations above the diagonal.

import { expect, test } from "vitest";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { chartRefused, drawChart } from "../../testing/draw-chart.ts";

const table = (rows: number) => {
  const at = Array.from({ length: rows }, (_, row) => row);
  return tableOf(
    textColumn(
      "arm",
      at.map((row) => (row % 2 ? "b" : "a")),
    ),
    numberColumn(
      "one",
      at.map((row) => Math.sin(row)),
    ),
    numberColumn(
      "two",
      at.map((row) => Math.sin(row) * 3 + 1),
    ),
    numberColumn(
      "three",
      at.map((row) => (row === 5 ? null : Math.cos(row * 1.7))),
    ),
  );
};
const drawn = (rows: number, own: JsonObject = {}, more: JsonObject = {}) =>
  drawChart(table(rows), { ...more, chart: { type: "pairs", ...own } });
const panelsOf = (traces: readonly JsonObject[]) => new Set(traces.map((trace) => `${trace["xaxis"]} ${trace["yaxis"]}`));

test("three columns are three panels of points and three on the diagonal; a row of panels has one axis", async () => {
  const { out, data, notes } = await drawn(40, {}, { color: "arm" });
  expect([...panelsOf(out.data)].sort()).toEqual(["x y2", "x y3", "x y4", "x2 y3", "x2 y5", "x3 y6"]);
  expect(out.layout["annotations"]).toHaveLength(3);
  expect((out.layout["annotations"] as JsonObject[])[0]).toMatchObject({ text: "r = 1.00" });
  expect(out.data.filter((trace) => trace["showlegend"] === true).map((trace) => trace["name"])).toEqual(["a", "b"]);
  expect(out.layout["meta"]).toMatchObject({ panels: { rows: 3, columns: 3 } });
  expect(data.rowCount).toBe(40);
  expect(notes).toEqual(["chart-pairs.note-missing", "chart-pairs.note-r"]);
  expect(out.alt).toMatch(/one – two 1\.00, one – three -?0\.\d\d, two – three/);
});

test("of very many rows panels show densities, and the table the correlations", async () => {
  const { out, data, notes } = await drawn(20_001, {}, { color: "arm" });
  expect(out.data.filter((trace) => trace["type"] === "heatmap")).toHaveLength(3);
  expect(notes).toEqual(expect.arrayContaining(["chart-pairs.note-density", "chart-pairs.note-density-colour"]));
  expect(data.columns.map(({ name }) => name)).toEqual(["column", "other", "r", "n"]);
});

test("histograms on the diagonal; few columns by choice", async () => {
  const { out } = await drawn(40, { diagonal: "histogram", columns: ["two", "one"] });
  expect(out.data.map((trace) => trace["type"])).toEqual(["bar", "scatter", "bar"]);
});

test("a column alone is no pair", async () => {
  expect(await chartRefused(table(9), { chart: { type: "pairs", columns: ["one"] } })).toMatchObject({
    reason: "chart.two-columns",
    asks: true,
  });
});

test("columns that are named are all drawn, also where fewer would be taken of all", async () => {
  const { out, notes } = await drawn(40, { columns: ["one", "two", "three"], top: 2 });
  expect(out.data).toHaveLength(6);
  expect(notes).not.toContain("chart.note-first-columns");
});
