// Columns of a matrix that are no samples: what somebody computed from the others, and what describes the rows. Sums, means,
// medians and deviations (by n - 1) by numpy 2.4.6; names as BioMart, org.Hs.eg.db, DESeq2, MaxQuant and featureCounts write them.

import { expect, test } from "vitest";
import type { Assay, Table } from "../../artifacts/artifact.ts";
import { featureIds, sampleIds } from "../../artifacts/assay.ts";
import { textColumn } from "../../artifacts/table.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import { inspectFile } from "../../files/inspect.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { loadText } from "../../testing/load-text.ts";

const computed = `g0,536,644,18,646,1844,461.00,590,18,646,299.771
g1,375,412,504,228,1519,379.75,393.5,228,504,114.788
g2,783,43,222,306,1354,338.50,264,43,783,315.979
g3,456,326,104,36,922,230.50,215,36,456,194.767
g4,0,39,119,799,957,239.25,79,0,799,376.440
g5,152,521,600,187,1460,365.00,354,152,600,228.483
g6,225,347,210,779,1561,390.25,286,210,779,266.330
g7,142,718,638,675,2173,543.25,656.5,142,718,269.490
g8,92,313,502,394,1301,325.25,353.5,92,502,173.707
g9,532,541,530,48,1651,412.75,531,48,541,243.214
g10,767,444,722,217,2150,537.50,583,217,767,257.017
g11,289,703,149,51,1192,298.00,219,51,703,287.121`
  .split("\n")
  .map((line) => line.split(","));
const logarithms = `g0,9.07,9.33,4.25,9.34,8
g1,8.55,8.69,8.98,7.84,8.52
g2,9.61,5.46,7.8,8.26,7.78
g3,8.84,8.35,6.71,5.21,7.28
g4,0,5.32,6.91,9.64,5.47
g5,7.26,9.03,9.23,7.55,8.27
g6,7.82,8.44,7.72,9.61,8.4
g7,7.16,9.49,9.32,9.4,8.84
g8,6.54,8.29,8.97,8.63,8.11
g9,9.06,9.08,9.05,5.61,8.2
g10,9.58,8.8,9.5,7.77,8.91
g11,8.18,9.46,7.23,5.7,7.64`
  .split("\n")
  .map((line) => line.split(","));
const statistics = ["sum", "mean", "median", "min", "max", "sd"] as const;
const groups = ["ctl_1", "ctl_2", "trt_1", "trt_2"];

/** The counts, and columns of what was computed, by names. */
const withColumns = (columns: Readonly<Record<string, number>>): string =>
  [
    ["gene", ...groups, ...Object.keys(columns)],
    ...computed.map((row) => [...row.slice(0, 5), ...Object.values(columns).map((at) => row[at + 5])]),
  ]
    .map((row) => row.join(","))
    .join("\n");
/** 12 rows of other numbers behind the counts. */
const beside = (names: readonly string[], value: (row: number, column: number) => number | string): string =>
  [
    ["gene", ...groups, ...names],
    ...computed.map((row, at) => [...row.slice(0, 5), ...names.map((_, column) => value(at, column))]),
  ]
    .map((row) => row.join(","))
    .join("\n");

async function loaded(text: string, spec: JsonObject = {}, sheet: Table | null = null) {
  const { out, logged, findings, failure } = await loadText("m.csv", text, { read: "matrix", ...spec }, sheet);
  const told = findings.flatMap(({ rule, fix }) => (fix?.path[0] === "annotations" ? [{ rule, value: fix.value }] : []));
  return { assay: out as Assay, samples: out ? sampleIds(out as Assay) : [], logged, told, failure };
}

test.each([
  ["Total", 0],
  ["row_sum", 0],
  ["total_counts", 0],
  ["Grand Total", 0],
  ["Gesamt", 0],
  ["Mean", 1],
  ["avg", 1],
  ["rowMeans", 1],
  ["Median", 2],
  ["min", 3],
  ["MAX", 4],
  ["sd", 5],
])("%s that holds what it says of the other columns is no sample: said, and a sample with one click", async (name, statistic) => {
  const text = withColumns({ [name]: statistic });
  const { samples, told, assay } = await loaded(text);
  expect(samples).toEqual(groups);
  expect(told).toEqual([{ rule: `computed-${statistics[statistic]}`, value: "samples" }]);
  expect(assay.features.columns.map((column) => column.name)).toEqual(["gene", name]);
  expect((await loaded(text, { annotations: "samples" })).samples).toEqual([...groups, name]);
  const { issues, shape } = await inspectFile(bytesAsSource(new TextEncoder().encode(text)), "m.csv", {
    settings: { read: "matrix" },
  });
  expect(shape).toEqual([12, 4]);
  expect(issues.map(({ rule }) => rule)).toContain(`computed-${statistics[statistic]}`);
});

test("several that were computed are each told by what they are, with the setting that leaves the others apart", async () => {
  const { samples, told } = await loaded(withColumns({ Total: 0, Mean: 1, sd: 5 }));
  expect(samples).toEqual(groups);
  expect(told).toEqual([
    { rule: "computed-sum", value: ["Mean", "sd"] },
    { rule: "computed-mean", value: ["Total", "sd"] },
    { rule: "computed-sd", value: ["Total", "Mean"] },
  ]);
});

test("a sum under any name is one where ten rows or more say so", async () => {
  expect((await loaded(withColumns({ Sigma: 0 }))).told).toEqual([{ rule: "computed-sum", value: "samples" }]);
  const few = withColumns({ Sigma: 0 }).split("\n").slice(0, 8).join("\n");
  expect((await loaded(few)).samples).toEqual([...groups, "Sigma"]);
});

test("a mean of logarithms that was rounded is a mean; technical replicates that lie close together are samples", async () => {
  const text = [["gene", ...groups, "pool"], ...logarithms].map((row) => row.join(",")).join("\n");
  expect((await loaded(text)).told).toEqual([{ rule: "computed-mean", value: "samples" }]);
  const close = computed.map(([gene], at) => [gene, ...[20.1, 20.2, 20.1, 20.2, 20.2].map((ct) => (ct + at).toFixed(1))]);
  const replicates = [["gene", "r1", "r2", "r3", "r4", "r5"], ...close].map((row) => row.join(",")).join("\n");
  expect((await loaded(replicates)).samples).toHaveLength(5);
});

test("a sample called total_1 whose values are no sum stays, and nothing is asked", async () => {
  const { samples, told } = await loaded(beside(["total_1", "polyA_1"], (row, column) => 300 + ((row * 37 + column * 11) % 90)));
  expect(samples).toEqual([...groups, "total_1", "polyA_1"]);
  expect(told).toEqual([]);
});

test("a mean of something else is left apart by its name, and that is said as a guess", async () => {
  const { samples, told, logged } = await loaded(beside(["baseMean"], (row) => 12.25 + row * 31));
  expect(samples).toEqual(groups);
  expect(told).toEqual([{ rule: "called-computed", value: "samples" }]);
  expect(logged).toContain("though the values do not tell");
});

test("max that is not the largest may be a person: it stays, and one click sets it apart", async () => {
  const text = beside(["Max"], (row) => 200 + ((row * 53) % 97));
  const { samples, told } = await loaded(text);
  expect(samples).toEqual([...groups, "Max"]);
  expect(told).toEqual([{ rule: "maybe-annotation", value: ["Max"] }]);
  expect((await loaded(text, { annotations: ["Max"] })).samples).toEqual(groups);
});

test("the largest of yes and no is no reason to leave out a sample called Max", async () => {
  const yes = computed.map(([gene], at) => [gene, at % 2, at % 3 === 0 ? 1 : 0, 1].join(","));
  const { samples } = await loaded(["gene,Tom,Ann,Max", ...yes].join("\n"));
  expect(samples).toEqual(["Tom", "Ann", "Max"]);
});

test("means of groups are no samples where they are the means of those", async () => {
  const means = computed.map((row) => [(Number(row[1]) + Number(row[2])) / 2, (Number(row[3]) + Number(row[4])) / 2]);
  const { samples, told } = await loaded(beside(["mean_ctl", "trt.mean"], (row, column) => means[row]?.[column] ?? ""));
  expect(samples).toEqual(groups);
  expect(told).toEqual([{ rule: "computed-mean", value: "samples" }]);
});

test("a sheet that names it as a sample wins", async () => {
  const sheet: Table = { type: "table", rowCount: 5, columns: [textColumn("sample", [...groups, "Total"])] };
  const { samples, told } = await loaded(withColumns({ Total: 0 }), {}, sheet);
  expect(samples).toEqual([...groups, "Total"]);
  expect(told).toEqual([]);
  const without: Table = { type: "table", rowCount: 4, columns: [textColumn("sample", groups)] };
  expect((await loaded(withColumns({ Total: 0 }), {}, without)).samples).toEqual(groups);
});

test("samples in rows: a row that is the sum of the others is no sample, one that is none stays", async () => {
  const rows = (last: string): string => `sample,TP53,MYC,EGFR\ns1,1,2,3\ns2,4,5,6\ns3,7,8,10\n${last}\n`;
  expect((await loaded(rows("Total,12,15,19"))).samples).toEqual(["s1", "s2", "s3"]);
  expect((await loaded(rows("Total,12,15,20"))).samples).toEqual(["s1", "s2", "s3", "Total"]);
  expect((await loaded(rows("Total,12,15,19"), { summaryRows: "keep" })).samples).toHaveLength(4);
});

test("a row of means is no gene; the gene MAX is one", async () => {
  const means = `gene,s1,s2\nA,1,2\nB,3,4\nC,8,9\nMean,4,5\n`;
  expect(featureIds((await loaded(means)).assay)).toEqual(["A", "B", "C"]);
  const genes = "gene,s1,s2,s3\nTP53,5,6,9\nMYC,3,4,1\nMAX,4,9,2\n";
  expect(featureIds((await loaded(genes)).assay)).toEqual(["TP53", "MYC", "MAX"]);
  const largest = "gene,s1,s2,s3\nTP53,1,0,1\nMyc,0,0,1\nMax,1,1,1\n";
  expect(featureIds((await loaded(largest)).assay)).toEqual(["TP53", "Myc", "Max"]);
});

test.each(
  `chromosome chrom seqnames chromosome_name exons n_exons exon_count cds_length transcript_length strand tax_id gc_content
  percentage_gene_gc_content start_position gene_start HGNC_ID hgnc ncbi_gene NCBI.GeneID GeneID entrez_id ENTREZID symbol_id MW Peptides
  Chromosome/scaffold_name Gene_start_(bp) Mol._weight_[kDa] Razor_+_unique_peptides Sequence_coverage_[%]`
    .split(/\s+/)
    .map((name) => name.replaceAll("_", name.includes("(") || name.includes("[") || name.includes("+") ? " " : "_")),
)("%s describes the rows, whatever stands between its words: kept beside each gene, and said", async (name) => {
  const { samples, told } = await loaded(beside([name], (row) => 3 + ((row * 7) % 5)));
  expect(samples).toEqual(groups);
  expect(told).toEqual([{ rule: "annotation-columns", value: "samples" }]);
});

test.each(["pos", "width", "Score", "weight", "mass", "version", "rank", "row", "cluster", "n"])(
  "%s may describe the rows: it stays a sample, and one click sets it apart",
  async (name) => {
    const { samples, told } = await loaded(beside([name], (row) => 300 + ((row * 53) % 97)));
    expect(samples).toEqual([...groups, name]);
    expect(told).toEqual([{ rule: "maybe-annotation", value: [name] }]);
  },
);

test.each<[string, (row: number) => number]>([
  ["chromosomes", (row) => 1 + ((row * 5) % 22)],
  ["strands", (row) => (row % 3 === 0 ? -1 : 1)],
  ["rising", (row) => 1000 + row * 70],
  ["size", (row) => 900_000 + ((row * 531_441) % 40_000)],
])("values unlike those of all others (%s) are asked about, whatever the column is called, and stay", async (as, value) => {
  const text = beside(["x"], value);
  const { samples, told } = await loaded(text);
  expect(samples).toEqual([...groups, "x"]);
  expect(told).toEqual([{ rule: `unlike-${as}`, value: ["x"] }]);
  const set = await loaded(text, { annotations: ["x"] });
  expect([set.samples, set.told]).toEqual([groups, []]);
});

test("samples that resemble each other are asked about by nobody", async () => {
  expect((await loaded(withColumns({}))).told).toEqual([]);
});

test("a table of differences beside its counts: fold change, p values and the mean are no samples", async () => {
  const names = ["baseMean", "log2FoldChange", "lfcSE", "stat", "pvalue", "padj"];
  const { samples } = await loaded(beside(names, (row, column) => (row + 1) / (column + 30)));
  expect(samples).toEqual(groups);
});

test("columns that are named keep all of their digits, in wide files, too; one that is not there is refused", async () => {
  const names = Array.from({ length: 60 }, (_, at) => `s${at}`);
  const wide = [
    ["gene", "x", ...names],
    ...Array.from({ length: 20 }, (_, row) => [
      `g${row}`,
      123_456_789 - row,
      ...names.map((_name, at) => (row * 31 + at * 17) % 101),
    ]),
  ]
    .map((row) => row.join(","))
    .join("\n");
  const { assay, samples } = await loaded(wide, { annotations: ["x"] });
  expect(samples).toEqual(names);
  const x = assay.features.columns.find(({ name }) => name === "x");
  expect(x?.type === "int32" && x.values[1]).toBe(123_456_788);
  const { failure } = await loaded(wide, { annotations: ["y" as Json] });
  expect(failure).toMatchObject({ reason: "load-cell.annotations-no-column", params: { column: "y" } });
});

test("a row called NA is a gene of that name where all others are named, and that is said; two such rows have no name", async () => {
  const one = await loaded("gene,s1,s2\nTP53,1,2\nNA,3,4\nMYC,5,6\n");
  expect(featureIds(one.assay)).toEqual(["TP53", "NA", "MYC"]);
  expect(one.logged).toContain("NA in line 3 is kept as a name (gene)");
  const { failure } = await loaded("gene,s1,s2\nTP53,1,2\nNA,3,4\nNA,5,6\n");
  expect(failure).toMatchObject({ reason: "load.names-missing", params: { count: 2, where: "3, 4" } });
});

test("GCT 1.3: a column of numbers that describes the rows is not said to hold text", async () => {
  const text = "#1.3\n2\t2\t2\t0\nid\tsymbol\tlen\ts1\ts2\nTP53\ttp53\t100\t1\t2\nMYC\tmyc\t101\t3\t4\n";
  const { logged } = await loadText("m.gct", text);
  expect(logged).toContain("symbol holds text");
  expect(logged).not.toContain("len");
});
