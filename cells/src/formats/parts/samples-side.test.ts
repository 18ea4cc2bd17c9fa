// Which side of a matrix holds the samples. Names as they stand in public tables (GEO, TCGA, DESeq2's example of ten genes and
// a hundred samples, nCounter panels).

import { expect, test } from "vitest";
import { sideOfSamples } from "./samples-side.ts";

const counted = (stem: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${stem}${at + 1}`);
const panel = ["TP53", "MYC", "EGFR", "KRAS", "ACTB", "GAPDH", "CD4", "CD8A"];
const side = (corner: string, header: readonly string[], ids: readonly string[]) =>
  sideOfSamples({ corner, header, ids, rows: ids.length });

test.each([
  "gene",
  "Gene Symbol",
  "GeneSymbol",
  "probe",
  "ProbeID",
  "protein",
  "feature",
  "symbol",
  "Geneid",
  "OTU ID",
  "UniProt",
])("a first column called %s holds features, however few they are", (corner) => {
  expect(side(corner, counted("P", 60), counted("x", 8))).toEqual({ samplesIn: "columns", by: "corner" });
});

test.each(["sample", "Sample ID", "patient", "specimen", "barcode", "cell_id"])(
  "a first column called %s holds samples, however many they are",
  (corner) => {
    expect(side(corner, ["alpha", "beta"], counted("x", 8))).toEqual({ samplesIn: "rows", by: "corner" });
  },
);

test.each<[string, readonly string[], readonly string[]]>([
  ["samples that are counted over symbols", counted("P", 60), panel],
  ["samples that are called samples over numbered genes", counted("sample", 100), counted("gene", 10)],
  ["persons counted with zeros, as accession numbers are", ["P00001", "P00002", "P00003", "P00004", "P00005"], panel.slice(0, 4)],
  ["barcodes of TCGA over symbols", ["TCGA-02-0001", "TCGA-02-0003", "TCGA-02-0004"], ["TP53", "PTEN"]],
  ["groups over names that nobody knows", ["ctl_1", "ctl_2", "trt_1", "trt_2"], ["Aab", "Bcd"]],
  ["anything over accession numbers", counted("x", 30), ["ENSG00000000003", "ENSG00000000005"]],
  ["barcodes of cells over symbols", ["AAACATACAACCAC-1", "AAACATTGAGCTAC-1", "AAACATTGATCAGC-1"], ["MS4A1", "CD8A"]],
])("%s: samples are columns, and the other way round rows", (_what, header, ids) => {
  for (const corner of ["", "name", "X"]) {
    expect(side(corner, header, ids)).toEqual({ samplesIn: "columns", by: "names" });
    expect(side(corner, ids, header)).toEqual({ samplesIn: "rows", by: "names" });
  }
});

test("a table that was turned keeps its corner: accession numbers are what they are", () => {
  expect(side("gene", ["ENSG00000000003", "ENSG00000000005"], ["ctl1", "ctl2", "ctl3"])).toMatchObject({ samplesIn: "rows" });
  expect(side("sample", ["ctl1", "ctl2", "ctl3"], ["P04637", "Q9Y6K9"])).toMatchObject({ samplesIn: "columns" });
});

test("where names say nothing on either side, the shorter one holds the samples", () => {
  expect(side("", counted("x", 6), counted("y", 60))).toEqual({ samplesIn: "columns", by: "size" });
  expect(side("", counted("x", 60), counted("y", 6))).toEqual({ samplesIn: "rows", by: "size" });
  expect(side("", ["anna", "bert", "carl"], ["alpha", "beta"])).toEqual({ samplesIn: "rows", by: "size" });
});

test("a name of a million letters is looked at by its first ones", () => {
  expect(side("gene", ["s".repeat(1_000_000), "P2"], ["A", "B"])).toEqual({ samplesIn: "columns", by: "corner" });
});
