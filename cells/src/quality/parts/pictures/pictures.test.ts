// Components of GSE96870 as R's prcomp, what they go with as anova of lm, the tree as hclust, boxes and densities as quantile and
// density (testing/reference/quality/pictures.R); and pictures of what has none.

import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import type { Assay } from "../../../artifacts/artifact.ts";
import { numberColumn, tableOf, textColumn } from "../../../artifacts/table.ts";
import { message } from "../../../messages/catalogue.ts";
import { pictures as schema } from "../../../reports/quality/pictures.ts";
import { countsMatrix, sitesMatrix, sparseMatrix } from "../../../testing/step-data.ts";
import { expressionAssay, influenza } from "../../../testing/reference-expression.ts";
import { qualityData } from "../quality-data.ts";
import { picturesOf } from "./pictures.ts";

const none = { sex: null, group: null, batch: null };
const drawn = (assay: Assay) => {
  const found = picturesOf(qualityData(assay, none));
  return found && schema.parse(JSON.parse(JSON.stringify(found)));
};

interface OfR {
  readonly share: readonly number[];
  readonly first: readonly number[];
  readonly second: readonly number[];
  readonly told: readonly { component: number; column: string; r2: number; p: number; adjusted: number }[];
  readonly order: readonly number[];
  readonly height: readonly number[];
  readonly quartiles: readonly (readonly number[])[];
  readonly features: number;
  readonly density: readonly number[];
}
const ofR = JSON.parse(
  readFileSync(path.join(import.meta.dirname, "../../../testing/reference/quality/pictures.json"), "utf8"),
) as OfR;
const near = (found: readonly number[] | undefined, expected: readonly number[], digits: number) => {
  expect(found).toHaveLength(expected.length);
  expected.forEach((value, at) => expect(found?.[at]).toBeCloseTo(value, digits));
};

test("components, what they go with, tree, boxes and densities of GSE96870 are those of R", () => {
  const { sex = [], group, samples, ...rest } = influenza();
  const mouse = [14, 9, 10, 15, 18, 6, 5, 11, 22, 13, 23, 24, 8, 7, 1, 16, 21, 4, 2, 20, 12, 19];
  const assay: Assay = {
    ...expressionAssay({ samples, group, ...rest }, "counts"),
    samples: tableOf(
      textColumn("sample", samples),
      textColumn("title", samples),
      textColumn("sex", sex),
      textColumn(
        "infection",
        group.map((time) => (time === "Day0" ? "NonInfected" : "InfluenzaA")),
      ),
      textColumn("time", group),
      numberColumn("mouse", mouse),
    ),
  };
  const found = drawn(assay);
  near(found?.components?.share, ofR.share, 6);
  near(found?.components?.scores[0]?.map(Math.abs), ofR.first, 4);
  near(found?.components?.scores[1]?.map(Math.abs), ofR.second, 4);
  expect(found?.components?.associations).toHaveLength(ofR.told.length);
  ofR.told.forEach(({ component, column, r2, p, adjusted }) => {
    const one = found?.components?.associations.find((told) => told.component === component && told.column === column);
    expect(one?.r2).toBeCloseTo(r2, 6);
    expect((one?.p ?? 0) / p).toBeCloseTo(1, 4);
    expect((one?.adjusted ?? 0) / adjusted).toBeCloseTo(1, 4);
  });
  expect(found?.tree?.order).toEqual(ofR.order);
  near(found?.tree?.height, ofR.height, 4);
  expect(found?.spread?.features).toBe(ofR.features);
  ofR.quartiles.forEach((of, sample) => near(found?.spread?.boxes[sample]?.slice(1, 4), of, 5));
  const most = Math.max(...ofR.density);
  found?.spread?.densities[0]?.forEach((value, at) => expect(Math.abs(value - (ofR.density[at] ?? 0))).toBeLessThan(0.02 * most));
  expect(found?.lacks).toEqual([]);
});

test("of few, of many, of nothing and of what is none of these there are fewer pictures, and it is said why", () => {
  expect(drawn(sitesMatrix)).toBeNull();
  const said = (assay: Assay) => drawn(assay)?.lacks.map(({ key, params }) => message(key, params, "en"));
  const of = (samples: number, value: (at: number) => number): Assay => ({
    ...sparseMatrix,
    layers: [],
    featureCount: 6,
    sampleCount: samples,
    values: { layout: "dense", data: Float32Array.from({ length: 6 * samples }, (_, at) => value(at)) },
    features: tableOf(textColumn("gene", [..."abcdef"])),
    samples: tableOf(
      textColumn(
        "sample",
        Array.from({ length: samples }, (_, at) => `s${at}`),
      ),
    ),
    scale: "log2",
  });
  expect(drawn(countsMatrix)?.components?.associations.every(({ p }) => p >= 0 && p <= 1)).toBe(true);
  expect(said(of(120, (at) => (at * 7) % 11))).toEqual([
    "120 samples are more than 100: no density and no box of each is drawn.",
  ]);
  expect(said(of(400, (at) => (at * 7) % 11))).toHaveLength(2);
  expect(said(of(2_100, (at) => (at * 7) % 11))).toHaveLength(3);
  const missing = drawn(of(5, () => Number.NaN));
  expect([missing?.components, missing?.tree, missing?.spread, missing?.lacks.length]).toEqual([null, null, null, 1]);
  const same = drawn(of(5, () => 3));
  expect([same?.components, same?.tree?.height, same?.spread?.densities]).toEqual([null, [0, 0, 0, 0], []]);
  for (const value of [1e38, -1e38, Number.POSITIVE_INFINITY])
    expect(() => drawn(of(6, (at) => (at % 5 ? at : value)))).not.toThrow();
  expect(drawn(of(1, (at) => at))).toBeNull();
});
