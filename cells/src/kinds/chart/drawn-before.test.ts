// Figures are to the letter what they were before each family had a folder of its own: digests recorded by the code of
// then (drawn-before.fixture.ts). A digest changes only on purpose, together with the version of its family.

import { expect, test } from "vitest";
import type { Artifact, Assay, Table } from "../../artifacts/artifact.ts";
import { digestOfArtifact } from "../../artifacts/digest-of-artifact.ts";
import { numberColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import type { CellId } from "../../base/ids.ts";
import type { JsonObject } from "../../base/json.ts";
import { isCellRef } from "../../base/refs.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { seededRandom } from "../../stats/seeded-random.ts";
import { drawnBefore } from "./drawn-before.fixture.ts";
import { execute } from "./execute.ts";
import { chart } from "./spec.ts";

const random = seededRandom(11);
const list = <T>(n: number, value: (row: number) => T): T[] => Array.from({ length: n }, (_, row) => value(row));
const rows: Table = tableOf(
  textColumn(
    "id",
    list(60, (row) => `P${row}`),
    { semantic: "identifier" },
  ),
  textColumn(
    "arm",
    list(60, (row) => (row % 7 === 0 ? null : ["a", "b & <c>", "Day10", "Day2"][row % 4])),
  ),
  textColumn(
    "sex",
    list(60, (row) => (row % 2 ? "f" : "m")),
  ),
  numberColumn(
    "age",
    list(60, (row) => (row % 11 === 0 ? null : Math.floor(random() * 60) + 20)),
    { unit: "years" },
  ),
  numberColumn(
    "dose",
    list(60, () => random() * 10 - 1),
  ),
  textColumn(
    "day",
    list(60, (row) => `2024-03-${String(1 + (row % 20)).padStart(2, "0")}`),
    { semantic: "date" },
  ),
);
const many: Table = tableOf(
  textColumn(
    "g",
    list(400, (row) => `g${row % 100}`),
  ),
  numberColumn(
    "v",
    list(400, () => random() * 4),
  ),
);
const dense: Table = tableOf(
  numberColumn(
    "x",
    list(120_000, () => random()),
  ),
  numberColumn(
    "y",
    list(120_000, () => random() + 0.01),
  ),
);
const samples = 24;

const matrix: Assay = {
  type: "assay",
  featureCount: 6,
  sampleCount: samples,
  values: { layout: "dense", data: Float32Array.from(list(6 * samples, () => Math.floor(random() * 900))) },
  features: tableOf(textColumn("gene", ["Xist", "Trp53", "Actb", "Gapdh", "Sox2", "Myc"])),
  samples: tableOf(
    textColumn(
      "sample",
      list(samples, (at) => `S${at}`),
    ),
    textColumn(
      "sex",
      list(samples, (at) => (at < 9 ? "f" : "m")),
    ),
    textColumn(
      "lab",
      list(samples, (at) => (at % 5 === 0 ? null : `L${at % 3}`)),
    ),
  ),
  scale: "counts",
  featureNoun: "gene",
};

const inputs: { readonly [name: string]: Artifact } = { rows, many, dense, matrix };
const cases: { readonly [name: string]: readonly [keyof typeof inputs, JsonObject] } = {
  "points by colour and size, with names": [
    "rows",
    { chart: { type: "point" }, x: "age", y: "dose", color: "arm", size: "age", labels: true },
  ],
  "points of text, coloured by number": ["rows", { chart: { type: "point" }, x: "arm", y: "age", color: "dose", logY: true }],
  "points over dates": ["rows", { chart: { type: "point" }, x: "day", y: "dose", title: "Doses", xTitle: "Day" }],
  "a density": ["dense", { chart: { type: "point" }, x: "x", y: "y", logY: true }],
  "lines by group": ["rows", { chart: { type: "line" }, x: "age", y: "dose", color: "sex" }],
  "a line over dates with marks": ["rows", { chart: { type: "line", points: true }, x: "day", y: "age", logY: true }],
  "bars of counts": ["rows", { chart: { type: "bar" }, x: "arm", color: "sex" }],
  "bars of means, stacked": [
    "rows",
    { chart: { type: "bar", measure: "mean", stacked: true }, x: "arm", y: "age", color: "sex", order: "value-down" },
  ],
  "bars of sums on a log axis": ["rows", { chart: { type: "bar", measure: "sum" }, x: "arm", y: "dose", logY: true }],
  "bars of medians of many groups": ["many", { chart: { type: "bar", measure: "median" }, x: "g", y: "v", groups: 8 }],
  "bars of one field": ["rows", { chart: { type: "bar" }, x: "arm", color: "arm" }],
  "a histogram by colour": ["rows", { chart: { type: "histogram" }, x: "dose", color: "sex" }],
  "a histogram on a log axis": ["rows", { chart: { type: "histogram", bins: 6 }, x: "age", logX: true }],
  "a histogram of text": ["rows", { chart: { type: "histogram" }, x: "arm", color: "sex" }],
  "a histogram of a matrix": ["matrix", { chart: { type: "histogram" } }],
  "a box alone": ["rows", { chart: { type: "box" }, y: "age" }],
  "boxes by group and colour, with names": ["rows", { chart: { type: "box" }, y: "dose", x: "sex", color: "arm", labels: true }],
  "boxes without points": ["rows", { chart: { type: "box", points: false }, y: "age", x: "sex", color: "sex", logY: true }],
  "boxes of many groups": ["many", { chart: { type: "box" }, y: "v", x: "g", order: "value" }],
  "boxes of a gene": ["matrix", { y: "Xist", x: "sex", color: "sex" }],
  "a heatmap of the most variable": ["matrix", { chart: { type: "heatmap", top: 4 }, x: "sex", color: "lab" }],
  "a heatmap of chosen genes with names": [
    "matrix",
    { chart: { type: "heatmap", features: ["Sox2", "Xist"], centre: false }, labels: true },
  ],
  "a heatmap of means by groups": ["rows", { chart: { type: "heatmap" }, x: "arm", y: "sex", color: "dose" }],
  "a heatmap of counts by groups": ["rows", { chart: { type: "heatmap" }, x: "arm", y: "sex" }],
};

test.each(Object.keys(cases))("%s", async (name) => {
  const [input, written] = cases[name] as (typeof cases)[string];
  const spec = chart.schema.parse({ from: { ref: "cell_data" as CellId }, ...written });
  const result = await execute(spec, {
    input: () => inputs[input],
    valueOf: (field: unknown) => (isCellRef(field) ? null : field),
  } as unknown as ExecuteContext);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  expect(Object.values(result.value).map((artifact) => digestOfArtifact(artifact).slice(0, 20))).toEqual(drawnBefore[name]);
});
