// The same small matrix as AnnData, 10x Genomics, loom and BIOM write it gives the same numbers, names and annotation as the
// packages that wrote it read (testing/reference/matrices/make.py: anndata 0.8.0, h5py 3.7.0, loompy 3.0.7, biom-format 2.1.12).

import { expect, test } from "vitest";
import type { Assay, Column } from "../../../artifacts/artifact.ts";
import { denseValues, featureIds, sampleIds } from "../../../artifacts/assay.ts";
import { cellJson, columnOf, rowsOfColumn, tableOf, textColumn, textsOf } from "../../../artifacts/table.ts";
import type { JsonObject } from "../../../base/json.ts";
import { loadText } from "../../../testing/load-text.ts";
import { expectedMatrices, matrixFile } from "../../../testing/reference-matrices.ts";

const { counts, log, pca, umap, cells, genes, symbols } = expectedMatrices();

async function loaded(name: string, spec: JsonObject = {}): Promise<Assay> {
  const { out, failure } = await loadText(name, matrixFile(name), spec);
  if (out?.type !== "assay") throw new Error(failure?.reason ?? "no matrix");
  return out;
}
/** Cells x genes, as anndata has it. */
const rowsOf = (assay: Assay, values = assay.values): number[][] => {
  const data = denseValues(values, assay.featureCount, assay.sampleCount);
  return Array.from({ length: assay.sampleCount }, (_, sample) =>
    Array.from({ length: assay.featureCount }, (__, feature) => data[feature * assay.sampleCount + sample] as number),
  );
};
const layer = (assay: Assay, name: string) => assay.layers?.find((each) => each.name === name)?.values;
const valuesOf = (column: Column | null) =>
  column ? Array.from({ length: rowsOfColumn(column) }, (_, row) => cellJson(column, row)) : null;

test.each(["csc.h5ad", "dense.h5ad", "old.h5ad", "new.h5ad", "v3.h5", "v2.h5", "small.loom", "small.biom", "small_v2.biom"])(
  "%s",
  async (name) => {
    const assay = await loaded(name);
    expect(rowsOf(assay)).toEqual(counts);
    expect(assay.scale).toBe("counts");
    expect(sampleIds(assay)).toEqual(cells);
    expect([genes, symbols, [...genes.slice(0, 4), "CD3"]]).toContainEqual(featureIds(assay));
  },
);

test("sparse stays sparse, and what is compressed by gene is compressed by sample", async () => {
  const layouts = await Promise.all(["csr.h5ad", "csc.h5ad", "new.h5ad", "v3.h5", "small_v2.biom"].map((name) => loaded(name)));
  expect(layouts.map(({ values }) => values.layout)).toEqual(Array(5).fill("sparse"));
});

test("X, layers and raw of one AnnData file; the setting takes another as the values", async () => {
  const assay = await loaded("csr.h5ad");
  expect(assay.scale).toBe("ln");
  expect(rowsOf(assay)).toEqual(log);
  expect(rowsOf(assay, layer(assay, "counts"))).toEqual(counts);
  const other = await loaded("csr.h5ad", { layer: "counts" });
  expect(other.scale).toBe("counts");
  expect([rowsOf(other), rowsOf(other, layer(other, "X"))]).toEqual([counts, log]);
  const raw = await loaded("csr.h5ad", { layer: "raw" });
  expect(featureIds(raw)).toEqual([...symbols, "X1", "X2"]);
  expect(rowsOf(raw).map((row) => row.slice(0, 5))).toEqual(counts);
  const { failure } = await loadText("csr.h5ad", matrixFile("csr.h5ad"), { layer: "spliced" });
  expect(failure).toMatchObject({
    reason: "format-h5ad.no-layer",
    params: { available: ["X", "counts", "raw"] },
    fix: { path: ["layer"], value: null },
  });
});

test("what is said of cells and genes has its types; embeddings are columns", async () => {
  const { samples, features } = await loaded("csr.h5ad");
  expect(valuesOf(columnOf(samples, "kind"))).toEqual(["T", "B", null, "T", "B", "T"]);
  expect(valuesOf(columnOf(samples, "good"))).toEqual([true, false, true, true, false, true]);
  expect(columnOf(samples, "n")).toMatchObject({ type: "int32", valid: null });
  expect(valuesOf(columnOf(samples, "share"))).toEqual([0.5, null, 0.25, 1, 0, 0.125]);
  expect(valuesOf(columnOf(features, "gene_ids"))).toEqual(genes);
  expect(valuesOf(columnOf(features, "highly_variable"))).toEqual([true, false, true, false, true]);
  for (const at of [0, 1, 2]) expect(valuesOf(columnOf(samples, `pca_${at + 1}`))).toEqual(pca.map((row) => row[at]));
  for (const at of [0, 1]) expect(valuesOf(columnOf(samples, `umap_${at + 1}`))).toEqual(umap.map((row) => row[at]));
  const long = (await loaded("dense.h5ad")).samples.columns.filter(({ name }) => name.startsWith("long_"));
  expect(long).toHaveLength(50);
});

test("categories by reference (anndata 0.7), and nullable columns (anndata 0.11)", async () => {
  const old = (await loaded("old.h5ad")).samples;
  expect(valuesOf(columnOf(old, "kind"))).toEqual(["T", "B", null, "T", "B", "T"]);
  const { samples } = await loaded("new.h5ad");
  expect(samples.columns.map(({ name, type }) => `${name}:${type}`)).toEqual([
    "barcode:text",
    "age:int32",
    "dead:boolean",
    "site:text",
    "kind:text",
    "long:float64",
  ]);
  expect(valuesOf(columnOf(samples, "age"))).toEqual([31, null, 45, 50, null, 61]);
  expect(valuesOf(columnOf(samples, "dead"))).toEqual([true, false, null, true, false, true]);
  expect(valuesOf(columnOf(samples, "site"))).toEqual(["Bern", null, "Graz", "Lund", "", "Bern"]);
  expect(valuesOf(columnOf(samples, "kind"))).toEqual(["3", "1", null, "2", "3", "1"]);
  expect(valuesOf(columnOf(samples, "long"))).toEqual([2 ** 40, 1, 2, 3, 4, 5]);
});

test("10x: symbols, types and genomes of features; of two genomes another may be read", async () => {
  const v3 = await loaded("v3.h5");
  expect(v3.features.columns.map(({ name }) => name)).toEqual(["id", "symbol", "feature_type", "genome"]);
  expect(valuesOf(columnOf(v3.features, "genome"))).toEqual([...Array(4).fill("GRCh38"), null]);
  const mouse = await loaded("v2.h5", { layer: "mm10" });
  expect(rowsOf(mouse)).toEqual(counts.map((row) => row.map((value) => value * 2)));
});

test("loom: layers, attributes, an embedding; BIOM: taxonomy and what is said of samples", async () => {
  const loom = await loaded("small.loom");
  expect(rowsOf(loom, layer(loom, "spliced"))).toEqual(counts.map((row) => row.map((value) => Math.floor(value / 2))));
  expect(valuesOf(columnOf(loom.features, "Gene"))).toEqual(symbols);
  expect(valuesOf(columnOf(loom.samples, "Embedding_2"))).toEqual(umap.map((row) => row[1]));
  const biom = await loaded("small.biom");
  expect(valuesOf(columnOf(biom.features, "taxonomy"))?.[4]).toBe("k__Bacteria; p__4");
  expect(valuesOf(columnOf(biom.samples, "depth"))).toEqual([0, 1, 2, 3, 4, 5]);
  const second = await loaded("small_v2.biom");
  expect(valuesOf(columnOf(second.features, "taxonomy"))?.[4]).toBe("k__Bacteria; p__4");
  expect(valuesOf(columnOf(second.samples, "site"))).toEqual(["gut", "skin", "gut", "skin", "gut", "skin"]);
});

test("a sample sheet describes the cells of a file that gives a matrix whole; others are left out, and told", async () => {
  const sheet = tableOf(textColumn("cell", [cells[4] ?? "", cells[1] ?? ""]), textColumn("donor", ["d4", "d1"]));
  const { out, logged, samples } = await loadText("csr.h5ad", matrixFile("csr.h5ad"), {}, sheet);
  if (out?.type !== "assay") throw new Error("no matrix");
  expect(sampleIds(out)).toEqual([cells[1], cells[4]]);
  expect(rowsOf(out)).toEqual([log[1], log[4]]);
  expect(rowsOf(out, layer(out, "counts"))).toEqual([counts[1], counts[4]]);
  const donor = columnOf(out.samples, "donor");
  expect(donor && textsOf(donor)).toEqual(["d1", "d4"]);
  expect(valuesOf(columnOf(out.samples, "kind"))).toEqual(["B", "B"]);
  expect(logged).toContain("2 of 6 samples match on cell.");
  expect(logged).toContain("4 samples are in the file only and left out");
  expect(samples).toBe("some");
  const other = tableOf(textColumn("cell", ["x", "y"]), textColumn("donor", ["d4", "d1"]));
  const { failure } = await loadText("csr.h5ad", matrixFile("csr.h5ad"), {}, other);
  expect(failure?.reason).toBe("load.samples-none");
  const { failure: unknown } = await loadText("csr.h5ad", matrixFile("csr.h5ad"), { samplesBy: "id" }, sheet);
  expect(unknown?.reason).toBe("load-cell.samples-no-column");
});
