// Correlations as a picture: one scale, like beside like, over the rows that both have.

import { expect, test } from "vitest";
import { assayOf } from "../../artifacts/assay.ts";
import { cellJson, columnOf, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { chartRefused, drawChart } from "../../testing/draw-chart.ts";
import { numbersOf } from "../parts/plot-array.ts";

const x = Array.from({ length: 24 }, (_, at) => Math.sin(at * 3.1));
const noise = Array.from({ length: 24 }, (_, at) => Math.cos(at * 7.7 + 1));
const table = tableOf(
  textColumn(
    "id",
    x.map((_, at) => `p${at}`),
    { semantic: "identifier" },
  ),
  numberColumn("a", x),
  numberColumn("noise", noise),
  numberColumn(
    "b",
    x.map((value, at) => (at === 3 ? null : value * 2 + (noise[at] as number) / 9)),
  ),
  numberColumn(
    "flat",
    x.map(() => 5),
  ),
);
const drawn = (own: JsonObject = {}) => drawChart(table, { chart: { type: "correlation", ...own } });

test("like stands beside like, on one scale from -1 to 1, each over the rows that both have", async () => {
  const { out, data, notes } = await drawn();
  const trace = out.data[0] as JsonObject;
  expect([trace["zmin"], trace["zmax"], trace["texttemplate"]]).toEqual([-1, 1, "%{z:.2f}"]);
  const names = (out.layout["xaxis"] as { ticktext: string[] }).ticktext;
  expect(Math.abs(names.indexOf("a") - names.indexOf("b"))).toBe(1);
  const z = numbersOf(trace["z"] as JsonObject);
  expect(z[names.indexOf("a") * 4 + names.indexOf("b")]).toBeGreaterThan(0.98);
  expect(z[names.indexOf("flat") * 4 + names.indexOf("a")]).toBeNaN();
  expect(notes).toEqual(["chart-correlation.note-pairwise", "chart-correlation.note-unknown", "chart-correlation.note-order"]);
  expect(out.alt).toMatch(/^Correlations \(Pearson\) of 4 columns with each other\. Strongest: (a – b|b – a) 1\.00/);
  expect(data.rowCount).toBe(6);
});

test("chosen columns in their order; of more than are drawn the first, and said", async () => {
  const { out, notes } = await drawn({ columns: ["noise", "b", "a"], clustered: false, top: 2 });
  expect((out.layout["xaxis"] as JsonObject)["ticktext"]).toEqual(["noise", "b"]);
  expect(notes).toContain("chart.note-first-columns");
});

test("the most variable features of a matrix, over its samples", async () => {
  const matrix = assayOf({
    values: { layout: "dense", data: Float32Array.of(1, 2, 3, 4, 4, 3, 2, 1.5, 0, 0, 0.1, 0) },
    features: tableOf(textColumn("gene", ["Up", "Down", "Low"], { semantic: "gene" })),
    samples: tableOf(textColumn("sample", ["s1", "s2", "s3", "s4"], { semantic: "sample" })),
    scale: "log2",
    featureNoun: "gene",
  });
  const { data, notes } = await drawChart(matrix, { chart: { type: "correlation", top: 2, method: "spearman" } });
  expect(notes).toEqual(["chart.note-variable", "chart-correlation.note-n", "chart-correlation.note-few"]);
  const r = columnOf(data, "r");
  expect(r && cellJson(r, 0)).toBe(-1);
});

test("text, a single column, and a name that is not there are sentences", async () => {
  expect((await chartRefused(table, { chart: { type: "correlation", columns: ["a", "id"] } })).reason).toBe("chart.not-numbers");
  expect((await chartRefused(table, { chart: { type: "correlation", columns: ["a"] } })).reason).toBe("chart.two-columns");
  expect((await chartRefused(table, { chart: { type: "correlation", columns: ["a", "bb"] } })).reason).toBe(
    "chart.column-missing-near",
  );
});
