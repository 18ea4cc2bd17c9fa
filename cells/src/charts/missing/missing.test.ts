// Maps of missing values: each gap where it is, rows of one pattern together, and the patterns counted.

import { expect, test } from "vitest";
import { assayOf } from "../../artifacts/assay.ts";
import type { Artifact } from "../../artifacts/artifact.ts";
import { cellString, numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { JsonObject } from "../../base/json.ts";
import { chartRefused, drawChart } from "../../testing/draw-chart.ts";
import { numbersOf } from "../parts/plot-array.ts";

const table = tableOf(
  textColumn("id", ["p1", "p2", "p3", "p4", "p5"], { semantic: "identifier" }),
  numberColumn("a", [1, null, 3, null, 5]),
  textColumn("b", ["x", null, "x", null, null]),
);
const drawn = (of: Artifact, own: JsonObject = {}) => drawChart(of, { chart: { type: "missing", ...own } });
const zOf = (trace: JsonObject | undefined) => [...numbersOf((trace ?? {})["z"] as JsonObject)];

test("rows of one pattern stand together, columns that lack most come first, with their share", async () => {
  const { out, data, notes } = await drawn(table);
  expect((out.layout["xaxis"] as JsonObject)["ticktext"]).toEqual(["b, 60 %", "a, 40 %", "id, 0 %"]);
  // Complete rows are the first of the two patterns that occur twice.
  expect(zOf(out.data[0])).toEqual([0, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1, 0, 1, 0, 0]);
  expect(zOf((await drawn(table, { arranged: "data" })).out.data[0])).toEqual([0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 1, 0, 0]);
  expect(notes).toEqual(["chart-missing.note-counts", "chart-missing.note-map"]);
  expect(out.alt).toMatch(
    /^Missing values of 5 rows: b 3, a 2, id 0\. 5 of 15 values are missing, in 2 of 3 columns; 2 of 5 rows/,
  );
  expect(data.columns.map((column) => cellString(column, 0))).toEqual(["b", "3", "0.6"]);
});

test("patterns are counted, each row in one", async () => {
  const { out, data } = await drawn(table, { shows: "patterns" });
  expect(data.columns.map((column) => [0, 1, 2].map((row) => cellString(column, row)))).toEqual([
    ["", "b & a", "b"],
    ["0", "2", "1"],
    ["2", "2", "1"],
  ]);
  expect(out.alt).toMatch(/^Patterns of missing values of 5 rows: none 2, b & a 2, b 1\./);
});

test("very many rows are drawn as lines of shares, and that is said", async () => {
  const many = tableOf(
    numberColumn(
      "v",
      Array.from({ length: 5000 }, (_, at) => (at < 2500 ? null : at)),
    ),
  );
  const { out, notes } = await drawn(many);
  expect(zOf(out.data[0])).toHaveLength(500);
  expect(notes).toContain("chart-missing.note-binned");
});

test("of a matrix the features that lack most, over its samples", async () => {
  const gap = Number.NaN;
  const matrix = assayOf({
    values: { layout: "dense", data: Float32Array.of(1, 2, 3, gap, gap, 3, 1, gap, 3) },
    features: tableOf(textColumn("protein", ["P1", "P2", "P3"])),
    samples: tableOf(textColumn("sample", ["s1", "s2", "s3"], { semantic: "sample" })),
    scale: "log2",
    featureNoun: "protein",
  });
  const { out, notes } = await drawn(matrix, { top: 2 });
  expect((out.layout["xaxis"] as JsonObject)["ticktext"]).toEqual(["P2, 67 %", "P3, 33 %"]);
  expect(notes).toContain("chart-missing.note-columns");
});

test("where nothing is missing that is said; no column and no such column are sentences", async () => {
  expect((await drawn(tableOf(numberColumn("v", [1, 2])))).notes).toContain("chart-missing.note-none");
  expect((await drawn(tableOf(numberColumn("v", [1, 2])), { shows: "patterns" })).data.rowCount).toBe(1);
  expect((await chartRefused(table, { chart: { type: "missing", columns: [] } })).reason).toBe("chart.two-columns");
  expect((await chartRefused(table, { chart: { type: "missing", columns: ["nothing"] } })).reason).toMatch(/column-missing/);
});
