// 700 cells of 10x Genomics' 68k PBMC as scanpy ships them: the three files and the .h5ad hold the same counts.
// Sum, non-zero entries and maximum: EXPECTED.json of the reference data (anndata 0.8.0, scipy 1.10.1).

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Assay, SparseValues } from "../../../artifacts/artifact.ts";
import { featureIds, sampleIds } from "../../../artifacts/assay.ts";
import { loadText } from "../../../testing/load-text.ts";
import { hasReference, referenceFile } from "../../../testing/reference-data.ts";
import { zipOf } from "../../../testing/reference-matrices.ts";

const folder = "pbmc68k_reduced/10x_mtx";
const three = ["barcodes.tsv.gz", "features.tsv.gz", "matrix.mtx.gz"];
const h5ad = "pbmc68k_reduced/pbmc68k_reduced.h5ad";
const bytesOf = (name: string) => new Uint8Array(readFileSync(referenceFile(name)));
const sparse = (values: unknown): SparseValues => values as SparseValues;

test.skipIf(!hasReference(h5ad, ...three.map((name) => `${folder}/${name}`)))(
  "the same matrix in two formats gives the same numbers: sum 486,651, 174,400 entries, at most 259",
  async () => {
    const zip = zipOf(Object.fromEntries(three.map((name) => [name, bytesOf(`${folder}/${name}`)])));
    const { out } = await loadText("pbmc.zip", zip);
    const mtx = out as Assay;
    expect(mtx).toMatchObject({ featureCount: 765, sampleCount: 700, scale: "counts", featureNoun: "gene" });
    const { data } = sparse(mtx.values);
    expect([
      data.reduce((sum, value) => sum + value, 0),
      data.length,
      data.reduce((most, value) => Math.max(most, value), 0),
    ]).toEqual([486_651, 174_400, 259]);
    const { out: second } = await loadText("pbmc.h5ad", bytesOf(h5ad), { layer: "counts" });
    const ann = second as Assay;
    expect(ann.scale).toBe("counts");
    expect(sparse(ann.values)).toEqual(sparse(mtx.values));
    expect([featureIds(ann), sampleIds(ann)]).toEqual([featureIds(mtx), sampleIds(mtx)]);
    expect(ann.samples.columns.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["bulk_labels", "louvain", "pca_1", "pca_50", "umap_1", "umap_2"]),
    );
  },
);
