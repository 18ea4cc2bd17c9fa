// Files that were dropped together and are one data set.

import { expect, test } from "vitest";
import { setsOfDropped, setsOfFiles } from "./sets-of-files.ts";

test.each([
  ["alignments and their index", ["a.bam", "a.bam.bai", "b.csv"], [["a", "a.bam", "a.bam.bai"]]],
  ["an index that is called after the stem", ["x.bai", "x.bam"], [["x", "x.bai", "x.bam"]]],
  ["variants and their index", ["v.vcf.gz.tbi", "v.vcf.gz"], [["v.vcf.gz", "v.vcf.gz.tbi", "v.vcf.gz"]]],
  [
    "two matrices of cells, each with its own names",
    [
      "GSM1_matrix.mtx.gz",
      "GSM1_barcodes.tsv.gz",
      "GSM1_features.tsv.gz",
      "GSM2_matrix.mtx.gz",
      "GSM2_genes.tsv",
      "GSM2_barcodes.tsv",
    ],
    [
      ["GSM1", "GSM1_matrix.mtx.gz", "GSM1_barcodes.tsv.gz", "GSM1_features.tsv.gz"],
      ["GSM2", "GSM2_matrix.mtx.gz", "GSM2_genes.tsv", "GSM2_barcodes.tsv"],
    ],
  ],
  [
    "a matrix of cells without a prefix",
    ["matrix.mtx", "barcodes.tsv", "features.tsv"],
    [["matrix", "matrix.mtx", "barcodes.tsv", "features.tsv"]],
  ],
  [
    "a matrix of cells beside a table of what is known of them",
    ["matrix.mtx.gz", "barcodes.tsv.gz", "features.tsv.gz", "cells.csv"],
    [["matrix", "matrix.mtx.gz", "barcodes.tsv.gz", "features.tsv.gz"]],
  ],
  [
    "a matrix that was unpacked beside its download (Seurat #6632), plain and packed",
    ["matrix.mtx", "matrix.mtx.gz", "barcodes.tsv", "barcodes.tsv.gz", "features.tsv.gz"],
    [["matrix", "matrix.mtx", "barcodes.tsv", "features.tsv.gz", "matrix.mtx.gz", "barcodes.tsv.gz"]],
  ],
  [
    "matrices of bustools, alevin-fry, and with names in .txt",
    [
      "cells_x_genes.mtx",
      "cells_x_genes.genes.txt",
      "cells_x_genes.barcodes.txt",
      "quants_mat_rows.txt",
      "quants_mat.mtx",
    ].concat("quants_mat_cols.txt", "G_matrix.mtx.gz", "G_barcodes.txt.gz", "G_genes.txt.gz"),
    [
      ["cells_x_genes", "cells_x_genes.mtx", "cells_x_genes.genes.txt", "cells_x_genes.barcodes.txt"],
      ["quants", "quants_mat_rows.txt", "quants_mat.mtx", "quants_mat_cols.txt"],
      ["G", "G_matrix.mtx.gz", "G_barcodes.txt.gz", "G_genes.txt.gz"],
    ],
  ],
  [
    "sequences plain and packed, each with its index",
    ["r.fa", "r.fa.fai", "r.fa.gz", "r.fa.gz.fai", "r.fa.gz.gzi"],
    [
      ["r.fa", "r.fa", "r.fa.fai"],
      ["r.fa.gz", "r.fa.gz", "r.fa.gz.fai", "r.fa.gz.gzi"],
    ],
  ],
  [
    "PLINK",
    ["p.bed", "p.bim", "p.fam", "q.ped", "q.map"],
    [
      ["p", "p.bed", "p.bim", "p.fam"],
      ["q", "q.ped", "q.map"],
    ],
  ],
  [
    "the mates of a sample, lane by lane",
    ["S1_L002_R2_001.fastq.gz", "S1_L001_R1_001.fastq.gz", "S1_L002_R1_001.fastq.gz", "S1_L001_R2_001.fastq.gz", "S2_R1.fq"],
    [["S1", "S1_L001_R1_001.fastq.gz", "S1_L001_R2_001.fastq.gz", "S1_L002_R1_001.fastq.gz", "S1_L002_R2_001.fastq.gz"]],
  ],
  ["a study", ["study/meta_study.txt", "study/data_cna.txt"], [["study", "study/meta_study.txt", "study/data_cna.txt"]]],
  ["a matrix and its sample sheet stay two", ["counts.csv", "samples.csv"], []],
  ["an index without its data, intervals alone", ["a.bam.bai", "peaks.bed", "b.vcf"], []],
])("%s", (_title, names, sets) => {
  expect(setsOfFiles(names).map(({ name, files }) => [name, ...files])).toEqual(sets);
});

test("cells of several samples that are dropped together are one data set", () => {
  const names = ["GSM1_a", "GSM2_b"].flatMap((sample) =>
    ["barcodes.tsv.gz", "features.tsv.gz", "matrix.mtx.gz"].map((file) => `${sample}_${file}`),
  );
  expect(setsOfFiles(names).map(({ name }) => name)).toEqual(["GSM1_a", "GSM2_b"]);
  expect(setsOfDropped([...names, "a.bam", "a.bam.bai"])).toEqual([
    { name: "a", files: ["a.bam", "a.bam.bai"] },
    {
      name: "GSM",
      files: names.map((_, at) => names[[2, 0, 1, 5, 3, 4][at] ?? 0]).toSorted(),
    },
  ]);
});

test.each([
  ["Salmon", ["ctl_1_quant.sf", "ctl_2_quant.sf.gz", "sheet.csv"], "ctl"],
  ["STAR", ["A549ReadsPerGene.out.tab", "HeLaReadsPerGene.out.tab"], "samples"],
  ["RSEM", ["liver1.genes.results", "liver2.genes.results"], "liver"],
  ["htseq-count", ["SRR1039508.htseq.txt", "SRR1039509.htseq.txt"], "SRR"],
  ["10x Genomics in HDF5", ["GSM1_filtered_feature_bc_matrix.h5", "GSM2_filtered_feature_bc_matrix.h5"], "GSM"],
])("what %s wrote of several samples, dropped together, is one data set", (_, names, name) => {
  const files = names.filter((each) => each !== "sheet.csv");
  expect(setsOfDropped([...names, "a.bam", "a.bam.bai"])).toEqual([
    { name: "a", files: ["a.bam", "a.bam.bai"] },
    { name, files },
  ]);
});

test("of one sample, or of genes and isoforms of one, each file is by itself", () => {
  expect(setsOfDropped(["s1_quant.sf", "s1.genes.results", "s1.isoforms.results", "counts.tsv", "more.counts.tsv"])).toEqual([]);
});

test.each<[string, readonly string[], readonly (readonly string[])[]]>([
  [
    "features once for all samples (GSE161529, scanpy #2161)",
    ["GSM1_a-barcodes.tsv.gz", "GSM1_a-matrix.mtx.gz", "GSM2_b-barcodes.tsv.gz", "GSM2_b-matrix.mtx.gz", "GSE_features.tsv.gz"],
    [
      [
        "GSM",
        "GSM1_a-matrix.mtx.gz",
        "GSM2_b-matrix.mtx.gz",
        "GSM1_a-barcodes.tsv.gz",
        "GSM2_b-barcodes.tsv.gz",
        "GSE_features.tsv.gz",
      ],
    ],
  ],
  ["features of two kinds, and no telling whose", ["a_matrix.mtx", "a_barcodes.tsv", "x_features.tsv", "y_features.tsv"], []],
  [
    "counts of a sample each, by the numbers of GEO",
    ["GSM1_ctl.counts.txt.gz", "GSM2_kd.counts.txt.gz", "counts.txt"],
    [["GSM", "GSM1_ctl.counts.txt.gz", "GSM2_kd.counts.txt.gz"]],
  ],
  [
    "featureCounts of each sample",
    ["s1.featureCounts.txt", "s2.featureCounts.txt", "s1.featureCounts.txt.summary"],
    [["s", "s1.featureCounts.txt", "s2.featureCounts.txt"]],
  ],
  ["two matrices stay two", ["lab1_counts.tsv", "lab2_counts.tsv"], []],
])("dropped: %s", (_title, names, sets) => {
  expect(setsOfDropped(names).map(({ name, files }) => [name, ...files])).toEqual(sets);
});
