// Groups of individuals, read from what a tile shows: each shape of figure, table and report.

import { expect, test } from "vitest";
import type { Artifact } from "@genomecraft/cells/artifacts/artifact.ts";
import { integerColumn, numberColumn, tableOf, textColumn } from "@genomecraft/cells/artifacts/table.ts";
import type { Json, JsonObject } from "@genomecraft/cells/base/json.ts";
import { groupSizes, type TileToCount } from "./group-sizes.ts";

const tile = (more: Partial<TileToCount> = {}): TileToCount => ({ kind: "chart", spec: {}, columns: null, ...more });
const figure = (data: readonly JsonObject[], layout: JsonObject = {}): Artifact => ({
  type: "figure",
  data,
  layout,
  alt: "",
  marks: 1,
});
const f8 = (...values: number[]): Json => ({
  dtype: "f8",
  bdata: Buffer.from(Float64Array.from(values).buffer).toString("base64"),
});
const report = (name: string, body: JsonObject): Artifact => ({ type: "report", report: name, body });

test("n under a box, n beside a bar, the rows of a histogram's bar and the n of a heatmap's field are groups", () => {
  const annotations = [{ text: "n = 11", meta: "n" }, { text: "4", meta: "n" }, { text: "p = 3" }];
  expect(groupSizes(figure([{ type: "box" }], { annotations }), tile())).toEqual([11, 4]);
  expect(groupSizes(figure([{ type: "bar", y: f8(0.5, 0.7), customdata: [3, 9] }]), tile())).toEqual([3, 9]);
  expect(groupSizes(figure([{ type: "bar", y: f8(2, 0, 8), customdata: ["1 – 2", "2 – 3", "3 – 4"] }]), tile())).toEqual([2, 8]);
  expect(
    groupSizes(
      figure([
        {
          type: "heatmap",
          customdata: [
            [1, 0],
            [7, 5],
          ],
        },
      ]),
      tile(),
    ),
  ).toEqual([1, 7, 5]);
});

test("points have no groups; genes and all numbers of a matrix are no persons", () => {
  expect(groupSizes(figure([{ type: "scatter", y: f8(1, 2) }]), tile())).toEqual([]);
  const bars = [{ type: "bar", y: f8(2) }];
  expect(groupSizes(figure(bars), tile({ columns: [{ name: "gene", semantic: "gene" }] }))).toEqual([]);
  expect(groupSizes(figure(bars, { meta: { words: [{ key: "chart.axis-values" }] } }), tile())).toEqual([]);
});

test("a summary's counts are groups, also under a name of one's own; a table without any is rows of individuals", () => {
  const counted = tableOf(textColumn("sex", ["f", "m"]), integerColumn("patients", [4, 30]));
  const summarise = { verb: "summarise", by: ["sex"], values: [{ name: "patients", take: "count" }] };
  expect(groupSizes(counted, tile({ kind: "transform", spec: { steps: [summarise] } }))).toEqual([4, 30]);
  expect(groupSizes(counted, tile({ kind: "transform", spec: { steps: [{ ...summarise, off: true }] } }))).toBe("rows");
  const renamed = { verb: "rename", columns: [{ from: "patients", to: "people" }] };
  const people = tableOf(textColumn("sex", ["f", "m"]), integerColumn("people", [4, 30]));
  expect(groupSizes(people, tile({ kind: "transform", spec: { steps: [summarise, renamed] } }))).toEqual([4, 30]);
  expect(groupSizes(tableOf(integerColumn("n", [2, 8])), tile({ kind: "query" }))).toEqual([2, 8]);
  expect(groupSizes(tableOf(numberColumn("age", [41, 52])), tile({ kind: "query" }))).toBe("rows");
});

test("a profile counts values and bins, of a matrix those of its samples; a validation counts its classes and labs", () => {
  const column = { name: "stage", top: [{ value: "IV", count: 2 }], semantic: "category" };
  const age = { name: "age", histogram: { counts: [3, 0, 9] } };
  const ids = { name: "id", top: [{ value: "P1", count: 1 }], semantic: "identifier" };
  expect(groupSizes(report("profile", { type: "table", columns: [column, age, ids] }), tile())).toEqual([2, 3, 9]);
  expect(groupSizes(report("profile", { type: "assay", columns: [age], samples: [column] }), tile())).toEqual([2]);
  const validation = {
    nPerClass: [40, 4],
    pooled: { nPerClass: [40, 4] },
    folds: [{ nPerClass: [4, 1] }],
    labs: [{ nPerClass: [3, 0] }],
  };
  expect(groupSizes(report("cross-validation", validation), tile())).toEqual([40, 4, 40, 4, 3]);
});
