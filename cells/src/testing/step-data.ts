// Data on which the contract suite runs every step, and what the cases of steps (steps/<verb>/cases.ts) may refer to.
// Names and values are of several scripts, one name is that of an object's machinery; some values are missing, one is NaN.

import type { Artifact, Assay, Table } from "../artifacts/artifact.ts";
import { assayOf } from "../artifacts/assay.ts";
import { booleanColumn, integerColumn, numberColumn, tableOf, textColumn } from "../artifacts/table.ts";
import type { FittedChain } from "../contract/fitted-chain.ts";
import type { Json } from "../base/json.ts";
import { writeRecipe } from "../features/recipe-bytes.ts";

export const peopleTable: Table = tableOf(
  textColumn("ген", ["Xist", "Trp53", "Größe 1", null, "🧬", "Xist"]),
  textColumn("sex", ["f", "m", "f", null, "m", "f"]),
  numberColumn("x μ", [1.5, Number.NaN, null, 2, 2, -0.25], { unit: "log2 CPM" }),
  integerColumn("n", [3, 1, 2, 2, null, 7]),
  booleanColumn("__proto__", [true, false, null, true, false, true]),
);

export const countsMatrix: Assay = assayOf({
  values: { layout: "dense", data: Float32Array.of(10, 0, 20, 0, 5, 0, 90, 95, 80, 10, 0, 20) },
  layers: [
    {
      name: "log",
      values: { layout: "dense", data: Float32Array.of(2.5, 0, 3, 0, 1.75, 0, 4.5, 4.5, 4.25, 2.5, 0, 3) },
    },
  ],
  features: tableOf(textColumn("gene", ["Xist", "Größe", "🧬", "b"])),
  samples: tableOf(textColumn("sample", ["s1", "проба 2", "s3"]), textColumn("group", ["a", "b", null])),
  scale: "counts",
  featureNoun: "gene",
});
export const sparseMatrix: Assay = {
  ...countsMatrix,
  values: {
    layout: "sparse",
    offsets: Int32Array.of(0, 3, 5, 8),
    featureIndex: Int32Array.of(0, 2, 3, 1, 2, 0, 2, 3),
    data: Float32Array.of(10, 90, 10, 5, 95, 20, 80, 20),
  },
};

/** Logarithms of eight samples of two batches and two groups. */
export const logsOfBatches: Assay = assayOf({
  values: {
    layout: "dense",
    data: Float32Array.of(
      ...[1.5, 2, 1.25, 2.75, 4, 5.5, 4.25, 4.5, 7, 7.5, 6.25, 7.75, 7, 8.5, 7.25, 9.5, -1, 0.5, 0.25, 0, 3, 1.5, 2.25, 4.5],
      ...[3, 3, 3, 3, 2, 4, 5, 1, 9, 11.5, 10.25, 12, 8, 6.5, 7.25, 5.5],
    ),
  },
  features: tableOf(textColumn("gene", ["Xist", "Größe", "🧬", "b", "c"])),
  samples: tableOf(
    textColumn("sample", ["s1", "проба 2", "s3", "s4", "s5", "s6", "s7", "s8"]),
    textColumn("партия", ["раз", "раз", "раз", "раз", "два", "два", "два", "два"]),
    textColumn("group", ["a", "b", "a", "b", "a", "b", "a", "b"]),
    numberColumn("n", [1, 2, 4, 3, 2, 5, 3, 1]),
  ),
  scale: "log2",
  featureNoun: "gene",
});

const at = { semantic: "start", origin: 0 } as const;
/** Places as BED has them. */
export const placesTable: Table = tableOf(
  textColumn("chromosome", ["chr1", "chr1", "chr2", null, "chrX", "chrUn_1"], { semantic: "chromosome", build: "GRCh38" }),
  integerColumn("start", [10, 100, 5, 1, 30, null], at),
  integerColumn("end", [20, 100, 50, 2, 40, null], { semantic: "end" }),
  textColumn("strand", ["+", "-", null, "+", "+", "-"], { semantic: "strand" }),
  textColumn("имя", ["a", "b", "c", "d", "e", "f"]),
  integerColumn("n", [3, 1, 2, 2, null, 7]),
);

/** Sites and genotypes. */
export const sitesMatrix: Assay = assayOf({
  values: { layout: "bytes", data: Int8Array.of(0, 1, 2, 1, 0, 0) },
  features: tableOf(
    textColumn("site", ["10:5:A:C", "2:9:G:T", "X:1:A:G"]),
    textColumn("chromosome", ["10", "2", "X"], { semantic: "chromosome" }),
    integerColumn("position", [5, 9, 1], { semantic: "position", origin: 1 }),
  ),
  samples: tableOf(textColumn("sample", ["s1", "s2"])),
  scale: "dosage",
  featureNoun: "site",
});

const fittedChain = (body: FittedChain): Artifact => ({ type: "report", report: "fitted-chain", body });

/** By the name that `aCell` is given: another table, values of parameters. */
export const otherCells: { readonly [cell: string]: Artifact | Json } = {
  cell_other: tableOf(
    textColumn("symbol", ["Trp53", "Xist", null]),
    textColumn("id", ["s3", "s1", "s9"]),
    numberColumn("возраст", [30, 10, null]),
  ),
  cell_places: tableOf(
    textColumn("chromosome", ["chr2", "chr1", "chr1"], { semantic: "chromosome", build: "hg38" }),
    integerColumn("start", [6, 20, 95], { semantic: "start", origin: 1 }),
    integerColumn("end", [9, 30, 120], { semantic: "end" }),
    textColumn("strand", ["+", "+", "-"], { semantic: "strand" }),
    textColumn("gene", ["g1", "g2", "g3"]),
  ),
  cell_plain: tableOf(
    textColumn("chr", ["1", "2"], { semantic: "chromosome" }),
    integerColumn("pos", [11, 12], { semantic: "position", origin: 1 }),
  ),
  cell_matrix: assayOf({
    values: { layout: "dense", data: Float32Array.of(7, 0, 3, 110, 95, 4) },
    features: tableOf(textColumn("symbol", ["b", "Xist", "Tsix"])),
    samples: tableOf(textColumn("id", ["t1", "t2"]), textColumn("group", ["b", "a"]), numberColumn("age", [3, null])),
    scale: "counts",
    featureNoun: "gene",
  }),
  // Exons as a GTF has them.
  cell_gtf: tableOf(
    textColumn("chromosome", ["chr1", "chr1", "chrX"], { semantic: "chromosome" }),
    textColumn("feature", ["exon", "exon", "exon"]),
    integerColumn("start", [11, 15, 1], { semantic: "start", origin: 1 }),
    integerColumn("end", [20, 30, 9], { semantic: "end" }),
    textColumn("gene_id", ["Xist", "Xist", "b"]),
  ),
  cell_fitted_table: fittedChain({
    takes: { type: "table", columns: [] },
    gives: { type: "table", columns: [] },
    steps: [
      { verb: "sort", version: 3, options: { verb: "sort", by: [{ column: "n", descending: true }] }, freezes: "each" },
      {
        verb: "fill-missing",
        version: 2,
        options: { verb: "fill-missing", columns: ["n"], fill: { by: "mean" } },
        freezes: "fitted",
        fitted: { state: { fills: [{ column: "n", value: 2.5 }] }, keeps: "statistics", rows: 4, of: 6 },
      },
    ],
  }),
  cell_fitted_matrix: fittedChain({
    takes: { type: "assay", columns: [] },
    gives: { type: "assay", columns: [] },
    steps: [
      {
        verb: "top-variable",
        version: 2,
        options: { verb: "top-variable", count: 2 },
        freezes: "fitted",
        fitted: { state: { features: ["b", "Xist"] }, keeps: "statistics", rows: 9, of: 9 },
      },
    ],
  }),
  cell_number: 2,
  cell_box: { x: [1, 3], y: [0, 5] },
  cell_gene: "Xist",
};

/** A recipe as a file, by its digest. */
export const recipeDigest = "7e".repeat(32);
const fitted: FittedChain = {
  takes: { type: "table", columns: [] },
  gives: { type: "table", columns: [] },
  steps: [
    {
      verb: "fill-missing",
      version: 2,
      options: { verb: "fill-missing", columns: ["n"], fill: { by: "mean" } },
      freezes: "fitted",
      fitted: { state: { fills: [{ column: "n", value: 2.5 }] }, keeps: "statistics", rows: 4, of: 6 },
    },
  ],
};
export const otherFiles: { readonly [digest: string]: Uint8Array } = {
  [recipeDigest]: writeRecipe(fitted, [{ rule: "range", column: "n", least: 0, most: 10 }]),
};
