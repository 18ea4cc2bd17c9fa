// Several matrices of 10x Genomics in HDF5, a sample each, become one: by the files that h5py wrote (testing/reference/matrices).

import { expect, test } from "vitest";
import type { Assay } from "../../artifacts/artifact.ts";
import { denseValues, featureIds, sampleIds } from "../../artifacts/assay.ts";
import { columnOf, textsOf } from "../../artifacts/table.ts";
import { inspectFile } from "../../files/inspect.ts";
import { eachSheet } from "../../files/inspection.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { loadText } from "../../testing/load-text.ts";
import { expectedMatrices, matrixFile, zipOf } from "../../testing/reference-matrices.ts";

const v3 = matrixFile("v3.h5");
const loaded = async (files: { readonly [name: string]: Uint8Array | string }, spec = {}) =>
  loadText("x.zip", zipOf(files), spec);

test("files as GEO has them: cells of one behind those of the other, with the sample of each", async () => {
  const files = { "GSM1_ctl_filtered_feature_bc_matrix.h5": v3, "GSM2_trt_filtered_feature_bc_matrix.h5": v3, "note.txt": "x\n" };
  const { out, failure } = await loaded(files);
  expect(failure).toBeNull();
  const assay = out as Assay;
  const alone = (await loadText("x.h5", v3)).out as Assay;
  const { counts, cells } = expectedMatrices();
  const numbers = denseValues(assay.values, assay.featureCount, assay.sampleCount);
  const twice = featureIds(alone).flatMap((_, gene) => [...counts, ...counts].map((cell) => cell[gene] as number));
  expect([...numbers]).toEqual(twice);
  expect(featureIds(assay)).toEqual(featureIds(alone));
  expect(assay.features.columns).toEqual(alone.features.columns);
  expect(sampleIds(assay)).toEqual(
    ["GSM1_ctl", "GSM2_trt"].flatMap((sample) => sampleIds(alone).map((cell) => `${sample}_${cell}`)),
  );
  expect(new Set(textsOf(columnOf(assay.samples, "sample") ?? expect.fail("sample")))).toEqual(new Set(["GSM1_ctl", "GSM2_trt"]));
  expect(assay.sampleCount).toBe(2 * cells.length);
  const found = await inspectFile(bytesAsSource(zipOf(files)), "x.zip");
  expect(found).toMatchObject({
    format: "10x-h5",
    version: "v3",
    artifact: "assay",
    shape: [alone.featureCount, 2 * cells.length],
  });
  expect(found.issues.map(({ rule }) => rule)).toContain("files-left");
});

test("a folder a sample; a file that was cut is named", async () => {
  const { out } = await loaded({ "a/outs/filtered_feature_bc_matrix.h5": v3, "b/outs/filtered_feature_bc_matrix.h5": v3 });
  expect(sampleIds(out as Assay)[0]?.startsWith("a_")).toBe(true);
  const { failure } = await loaded({ "a.h5": v3, "b.h5": v3, "c.h5": v3.subarray(0, v3.length >> 1) });
  expect(failure?.params).toMatchObject({ name: "c.h5" });
});

test("raw beside filtered are two lines of the card", async () => {
  const both = zipOf({ "outs/raw_feature_bc_matrix.h5": v3, "outs/filtered_feature_bc_matrix.h5": v3 });
  expect(eachSheet(await inspectFile(bytesAsSource(both), "x.zip")).map(({ sheet }) => sheet)).toEqual([
    "outs/filtered_feature_bc_matrix.h5",
    "outs/raw_feature_bc_matrix.h5",
  ]);
});
