// What columns mean by their names. Names: the manuals of DESeq2 1.38 (results), edgeR 3.40 (topTags), limma 3.54 (topTable),
// Seurat 3 and 4 (FindMarkers), scanpy 1.9 (rank_genes_groups_df), clusterProfiler 4 (enrichResult), fgsea, sleuth
// (sleuth_results), MAST (summary of zlm) and cuffdiff.

import { expect, test } from "vitest";
import type { Column } from "../../../artifacts/artifact.ts";
import { isAdjustedP } from "../../../artifacts/difference-columns.ts";
import { categoryOf, meaningOf } from "../../../artifacts/semantics.ts";
import { integerColumn, numberColumn, tableOf, textColumn } from "../../../artifacts/table.ts";
import { fitOf } from "./fit.ts";
import { semanticOf, withSemantics } from "./semantic-type.ts";

const meaning = (name: string, values: readonly number[] = [0.04, 1, 3e-12]) => semanticOf(numberColumn(name, values), 3);

test.each([
  ["DESeq2", ["pvalue", "padj", "svalue"]],
  ["edgeR", ["PValue", "FDR", "FWER"]],
  ["limma", ["P.Value", "adj.P.Val"]],
  ["Seurat", ["p_val", "p_val_adj"]],
  ["scanpy", ["pvals", "pvals_adj"]],
  ["clusterProfiler and fgsea", ["pvalue", "p.adjust", "qvalue", "qvalues", "pval", "padj"]],
  ["sleuth", ["pval", "qval"]],
  ["MAST", ["Pr(>Chisq)", "fdr"]],
  ["cuffdiff", ["p_value", "q_value"]],
])("p values of %s are p values, and adjusted ones are told from plain ones", (_program, names) => {
  expect(names.map((name) => meaning(name))).toEqual(names.map((name) => (isAdjustedP(name) ? "q-value" : "p-value")));
});

test("what is called so and lies outside of 0 to 1 is none, and neither are other columns of such tables", () => {
  expect(meaning("P", [1, 2, 30])).toBe("number");
  for (const name of ["lfcSE", "stat", "B", "coef", "pH"]) expect(meaning(name)).toBe("number");
  for (const name of ["log2FoldChange", "logFC", "avg_log2FC", "logfoldchanges"]) expect(meaning(name)).toBe("log-fold-change");
  for (const name of ["baseMean", "AveExpr"]) expect(meaning(name)).toBe("expression");
});

const repeated = (...texts: readonly string[]): readonly string[] =>
  Array.from({ length: 40 }, (_, at) => texts[at % texts.length] ?? "");
const each = (text: (at: number) => string): readonly string[] => Array.from({ length: 40 }, (_, at) => text(at));
const ofTexts = (name: string, texts: readonly string[]) => semanticOf(textColumn(name, texts), texts.length);
const ofWhole = (name: string, numbers: readonly number[]) => semanticOf(integerColumn(name, numbers), numbers.length);
const digits = (at: number, n: number): string => String(at * 37 + 11).padStart(n, "0");

test.each<readonly [string, string, readonly string[]]>([
  ["ensembl-gene", "x", each((at) => `ENSMUSG${digits(at, 11)}.${at % 9}`)],
  ["ensembl-transcript", "x", each((at) => `ENST${digits(at, 11)}`)],
  ["ensembl-protein", "gene_id", each((at) => `ENSP${digits(at, 11)}.1`)],
  ["cigar", "CIGAR", repeated("76M", "10S66M", "*", "30M2I44M")],
  ["category", "cigar", repeated("Cohiba", "Montecristo")],
  ["refseq", "x", each((at) => `NM_${digits(at, 6)}.2`)],
  ["probe", "x", each((at) => `${digits(at, 6)}${["_at", "_s_at", "_x_at"][at % 3]}`)],
  ["probe", "x", each((at) => `ILMN_${digits(at, 7)}`)],
  ["probe", "x", each((at) => `cg${digits(at, 8)}`)],
  ["uniprot", "UniProt ID", each((at) => `P${digits(at, 5)}`)],
  ["rsid", "x", each((at) => `rs${digits(at, 5)}`)],
  ["hgvs", "x", each((at) => `NM_000546.6:c.${at + 1}G>A`)],
  ["hgvs", "change", each((at) => `p.Arg${at + 100}His`)],
  ["hgvs", "change", each((at) => `p.R${at + 100}H`)],
  ["hgvs", "x", each((at) => `NC_000017.11:g.${at + 7_670_000}del`)],
  ["tcga-barcode", "x", each((at) => `TCGA-AB-${digits(at, 4)}-03A-01T-0736-13`)],
  ["tcga-barcode", "Tumor_Sample", each((at) => `TCGA-AB-${digits(at, 4)}`)],
  ["barcode", "x", each((at) => `ACGTACGTACGTAC${"ACGT"[at % 4]}${"ACGT"[(at >> 2) % 4]}-1`)],
  ["go", "term", each((at) => `GO:${digits(at, 7)}`)],
  ["hpo", "term", each((at) => `HP:${digits(at, 7)}`)],
  ["icd", "icd10", repeated("C50.9", "C34.1", "E11", "J45.90")],
  ["sequence", "x", repeated("ACGTACGTACGTACGTACGTA", "ACGTACGTACGTACGTACGTT")],
  ["genotype", "GT", repeated("0/1", "0|0", "./.")],
  ["strand", "strand", repeated("+", "-")],
  ["sex", "Gender", repeated("Male", "Female")],
  ["group", "treatment", repeated("drug", "vehicle")],
  ["lab", "batch", repeated("A", "B")],
  ["dose", "dose", repeated("10 nM", "100 nM", "vehicle")],
  ["event", "vital_status", repeated("Alive", "Dead")],
  ["response", "best_response", repeated("CR", "PR", "PD")],
  ["patient", "donor", repeated("D1", "D2", "D3")],
  ["person-name", "Last name", each((at) => `Name${at}`)],
  ["email", "contact", each((at) => `a${at}@lab.org`)],
  ["birth-date", "date of birth", repeated("1970-01-02", "1981-11-30")],
  ["record-number", "MRN", each((at) => `000${digits(at, 6)}`)],
])("%s is told in a column called %s", (semantic, name, texts) => {
  expect(ofTexts(name, texts)).toBe(semantic);
});

test("numbers are told by what they are called, and fit", () => {
  const whole = Array.from({ length: 40 }, (_, at) => at * 13 + 1);
  expect(ofWhole("Entrez_Gene_Id", whole)).toBe("entrez");
  expect(ofWhole("gene_id", whole)).toBe("entrez");
  expect(ofWhole("age", [33, 51, 67])).toBe("age");
  expect(ofWhole("days", [0, 4, 8])).toBe("time");
  expect(ofWhole("sex", [1, 2, 1])).toBe("sex");
  expect(ofWhole("patient_id", whole)).toBe("patient");
  expect(ofWhole("MRN", whole)).toBe("record-number");
  expect(ofWhole("os_status", [0, 1, 1])).toBe("event");
  expect(ofWhole("days_to_last_followup", whole)).toBe("survival-time");
  expect(semanticOf(numberColumn("OS_MONTHS", [1.5, 22.25, 80.5]), 3)).toBe("survival-time");
  expect(semanticOf(numberColumn("sample1_TPM", [1.5, 0, 80.5]), 3)).toBe("expression");
  expect(ofWhole("start", whole)).toBe("start");
  expect(ofWhole("chromEnd", whole)).toBe("end");
});

test("clusters that were saved are clusters again, and counts of many clusters are not", () => {
  const [labels, sizes] = [repeated("1", "2", "3"), [12, 7, 30]];
  for (const name of [
    "cluster",
    "Cluster",
    "clusters",
    "cluster_id",
    "cell_cluster",
    "sample_cluster",
    "leiden",
    "seurat_clusters",
  ]) {
    expect(ofTexts(name, labels), name).toBe("cluster");
    expect(ofWhole(name, [1, 2, 3]), name).toBe("cluster");
  }
  for (const name of ["cluster_2", "cluster_size", "clustering", "n_clusters", "cluster_silhouette"])
    expect(ofWhole(name, sizes), name).toBe("count");
  // As many groups as nobody looks at, and shares of a cluster.
  expect(ofWhole("cluster", [120_000, 5_400, 88_000])).toBe("count");
  expect(semanticOf(numberColumn("cluster", [0.25, 0.5, 0.125]), 3)).toBe("number");
  // Beside clusters, a second column of that name.
  const meanings = (...names: string[]) =>
    withSemantics(tableOf(...names.map((name) => integerColumn(name, sizes)))).columns.map(({ semantic }) => semantic);
  expect(meanings("cluster", "cluster_2", "cluster_size")).toEqual(["cluster", "cluster", "count"]);
  expect(meanings("cluster_1", "cluster_2", "cluster_3")).toEqual(["count", "count", "count"]);
});

test("what merely looks alike stays what it was", () => {
  const whole = Array.from({ length: 40 }, (_, at) => at * 13 + 1);
  // Counts are no Entrez numbers, whole numbers no probes, and neither is told without its name.
  expect(ofWhole("S1", whole)).toBe("count");
  expect(ofWhole("age", [33_000, 51_000, 67_000])).toBe("count");
  expect(ofWhole("status", [17, 230, 5])).toBe("count");
  // Names of patients that have the form of UniProt's, of wells that have that of ICD's, places, and ids of variants.
  expect(
    ofTexts(
      "id",
      each((at) => `P${digits(at, 5)}`),
    ),
  ).toBe("identifier");
  expect(ofTexts("well", repeated("A01", "B12", "C07"))).toBe("category");
  expect(
    ofTexts(
      "site",
      each((at) => `chr1:${digits(at, 6)}`),
    ),
  ).toBe("lab");
  expect(
    ofTexts(
      "locus",
      each((at) => `chr1:${digits(at, 6)}`),
    ),
  ).toBe("identifier");
  expect(
    ofTexts(
      "variant",
      each((at) => `1:${digits(at, 6)}:A:G`),
    ),
  ).toBe("identifier");
  // Numbers of records that keep their zeros, with no name that says so.
  expect(
    ofTexts(
      "number",
      each((at) => `000${digits(at, 6)}`),
    ),
  ).toBe("identifier");
  expect(ofTexts("ratio", repeated("1/2", "1/3", "2/3"))).toBe("category");
  expect(
    ofTexts(
      "library",
      each((at) => `lib-${digits(at, 4)}`),
    ),
  ).toBe("identifier");
  // A name without values that fit says nothing.
  expect(ofTexts("sex", repeated("yes", "no"))).toBe("category");
  expect(ofTexts("age", repeated("old", "young"))).toBe("category");
});

test("a finer meaning never opens what a broader one closed", () => {
  const distinct = [
    each((at) => `t${at}`),
    each((at) => `ACGTACGTACGTACGTACGT${"ACGT"[at % 4]}${"ACGT"[(at >> 2) % 4]}${"ACGT"[(at >> 4) % 4]}`),
    each((at) => `rs${digits(at, 5)}`),
    each((at) => `NM_${digits(at, 6)}`),
    each((at) => `${at + 1} weeks`),
  ];
  const names = ["x", "treatment", "status", "response", "sex", "dose", "time", "age", "strand", "sequence", "variant", "notes"];
  for (const name of names)
    for (const texts of distinct) expect(meaningOf(ofTexts(name, texts)).identifies, `${name} ${texts[0]}`).toBe(true);
});

test("an age beside a date is sensitive, and strains that are called genotypes are a design", () => {
  const age = integerColumn("age", [40, 50, 60]);
  const strain = textColumn("genotype", ["WT", "KO", "WT"]);
  const categories = (...columns: readonly Column[]) => withSemantics(tableOf(...columns)).columns.map(categoryOf);
  expect(categories(age, strain)).toEqual(["design", "design"]);
  expect(categories(age, textColumn("visit_date", ["2020-01-01", "2020-02-01", "2020-02-03"]))).toEqual(["sensitive", "design"]);
  expect(categories(textColumn("genotype", ["0/1", "1/1", "0/0"]))).toEqual(["measurement"]);
});

test("the share of values that fit is of the different texts, or of the numbers that are there", () => {
  expect(fitOf(textColumn("x", ["rs12", "rs345", "rs12", "7:55"]), "rsid")).toEqual({ share: 2 / 3, of: 3 });
  expect(fitOf(numberColumn("p", [0.5, null, 2, 1]), "p-value")).toEqual({ share: 2 / 3, of: 3 });
  expect(fitOf(textColumn("x", ["", null]), "rsid")).toEqual({ share: null, of: 0 });
});
