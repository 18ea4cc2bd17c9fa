// What the columns of a loaded file are, and how that is said otherwise. The sample sheet: GSE96870 (CC BY 4.0).

import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Assay, Table } from "../../artifacts/artifact.ts";
import { summaryOf } from "../../artifacts/artifact-summary.ts";
import { decodeArtifact, encodeArtifact } from "../../artifacts/bytes-of-artifact.ts";
import { categoryOf, identifies } from "../../artifacts/semantics.ts";
import { placeAt, placeColumns } from "../../artifacts/places.ts";
import { columnOf } from "../../artifacts/table.ts";
import { digestOfArtifact } from "../../artifacts/digest-of-artifact.ts";
import { disclosureOfTable } from "../../artifacts/types/table/discloses.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { hasReference, referenceFile } from "../../testing/reference-data.ts";
import { loadText } from "../../testing/load-text.ts";

const coldata = readFileSync(referenceFile("GSE96870_mouse_influenza/GSE96870_coldata_cerebellum.csv"), "utf8");
const said = (column: string, semantic: string | null, category: string | null = null) => ({ column, semantic, category });

test("each column of a sample sheet has a meaning and a category, and the report says the share that fits", async () => {
  const { out, columns } = await loadText("coldata.csv", coldata);
  const table = out as Table;
  expect(table.columns.map((column) => [column.name, column.semantic, categoryOf(column)])).toEqual([
    ["sample", "sample", "identifier"],
    ["title", "identifier", "identifier"],
    ["geo_accession", "identifier", "identifier"],
    ["organism", "category", "design"],
    ["age", "age", "design"],
    ["sex", "sex", "design"],
    ["infection", "group", "design"],
    ["strain", "group", "design"],
    ["time", "time", "design"],
    ["tissue", "category", "design"],
    ["mouse", "count", "design"],
  ]);
  expect(columns.find(({ name }) => name === "sex")).toEqual({
    name: "sex",
    part: "rows",
    semantic: "sex",
    category: "design",
    found: { semantic: "sex", category: "design" },
    share: 1,
    of: 2,
  });
  // Any text is a treatment.
  expect(columns.find(({ name }) => name === "infection")).toMatchObject({ share: null, of: 2 });
});

test("what is said otherwise is kept with the cell: it changes no value, and stands beside what was found", async () => {
  const plain = await loadText("coldata.csv", coldata);
  const { out, columns } = await loadText("coldata.csv", coldata, {
    columns: [said("tissue", "lab"), said("age", null, "outcome"), said("mouse", "patient")],
  });
  const table = out as Table;
  expect(columnOf(table, "tissue")).toMatchObject({ semantic: "lab" });
  expect(columnOf(table, "age")).toMatchObject({ semantic: "age", category: "outcome" });
  // The category that was found goes with the meaning that was found.
  expect(columnOf(table, "mouse")).not.toHaveProperty("category");
  expect(disclosureOfTable(table, null).identifying).toContain("mouse");
  expect(columns.find(({ name }) => name === "tissue")).toMatchObject({
    semantic: "lab",
    found: { semantic: "category" },
  });
  const values = ({ columns }: Table) =>
    columns.map(({ semantic: _semantic, category: _category, closed: _closed, ...column }) => column);
  expect(values(table)).toEqual(values(plain.out as Table));
  expect(digestOfArtifact(table)).not.toEqual(digestOfArtifact(plain.out as Table));
});

test("what was found to tell individuals apart stays closed by whatever it is called", async () => {
  const { out } = await loadText("coldata.csv", coldata, { columns: [said("title", "gene"), said("sample", "number")] });
  const table = out as Table;
  expect(columnOf(table, "title")).toMatchObject({ semantic: "gene", closed: true });
  expect(table.columns.filter(identifies).map(({ name }) => name)).toEqual(["sample", "title", "geo_accession"]);
  expect(disclosureOfTable(table, null).identifying).toEqual(["sample", "title", "geo_accession"]);
});

test("a column that is not there is refused by name", async () => {
  const { failure } = await loadText("coldata.csv", coldata, { columns: [said("organ", "group")] });
  expect(failure).toMatchObject({ reason: "load-cell.said-no-column", at: ["columns"] });
  expect(failure && failureSentence(failure, "en")).toContain("coldata.csv has no column organ");
});

test("columns that describe samples and features of a matrix have meanings, too", async () => {
  const matrix = `gene,length,S1,S2,S3,S4\n${[0, 1, 2, 3].map((at) => `ENSG0000000000${at},${900 + at},1,2,3,${at}`).join("\n")}\n`;
  const { out, columns } = await loadText("m.csv", matrix, { read: "matrix", columns: [said("length", "score")] });
  const { features } = out as Assay;
  expect(columnOf(features, "length")).toMatchObject({ semantic: "score" });
  expect(columns.map(({ name, part }) => [name, part])).toEqual([
    ["sample", "samples"],
    ["gene", "features"],
    ["length", "features"],
  ]);
});

test("a closed column is closed in the summary by which charts are weighed, and in bytes, and lists no groups", async () => {
  const rows = `name,grp\n${Array.from({ length: 40 }, (_, at) => `person-${at % 20},${at % 2 ? "a" : "b"}`).join("\n")}\n`;
  const { out } = await loadText("people.csv", rows, { columns: [said("name", "patient")] });
  expect((out as Table).columns[0]).toMatchObject({ semantic: "patient" });
  const { out: coldataOut } = await loadText("coldata.csv", coldata, { columns: [said("title", "category")] });
  const table = coldataOut as Table;
  const [listed] = (summaryOf(table).columns ?? []).filter(({ name }) => name === "title");
  expect(listed).toMatchObject({ semantic: "category", closed: true });
  expect(listed).not.toHaveProperty("levels");
  expect(identifies(listed ?? {})).toBe(true);
  const back = decodeArtifact(encodeArtifact(table));
  expect(back.ok && columnOf(back.value as Table, "title")).toMatchObject({ semantic: "category", closed: true });
});

test("starts that hold 0 count from 0, which is said; others are counted from 1, as nothing says otherwise", async () => {
  const places = (first: number) => `chrom,start,end,value\nchr1,${first},10,0.5\nchr1,20,30,1.5\nchr2,5,9,2.5\n`;
  const zero = await loadText("places.csv", places(0), { read: "table" });
  expect((zero.out as Table).columns.map(({ semantic, origin }) => [semantic, origin])).toEqual([
    ["chromosome", undefined],
    ["start", 0],
    ["end", undefined],
    ["number", undefined],
  ]);
  expect(zero.findings.map(({ rule }) => rule)).toContain("counts-from-0");
  const found = placeColumns(zero.out as Table);
  expect(found && placeAt(found, 0)).toEqual({ chromosome: "chr1", start: 0, end: 10 });
  const one = await loadText("places.csv", places(1), { read: "table" });
  expect(one.findings.map(({ rule }) => rule)).not.toContain("counts-from-0");
  const from1 = placeColumns(one.out as Table);
  expect(from1 && placeAt(from1, 0)).toEqual({ chromosome: "chr1", start: 0, end: 10 });
});

const laml = "tcga_laml/tcga_laml_annot.tsv";
const segments = "tcga_laml/LAML_CBS_segments.tsv.gz";
const patients = "cbioportal_study_es_0/data_clinical_patients.txt";
// A format that says what its columns are (SEG) has the last word.
test.skipIf(!hasReference(laml, segments, patients))("columns of tables of TCGA and of cBioPortal", async () => {
  const meanings = async (file: string) => {
    const bytes = readFileSync(referenceFile(file));
    const text = file.endsWith(".gz") ? gunzipSync(bytes).toString("utf8") : bytes.toString("utf8");
    const { columns } = await loadText(`t.${file.includes(".tsv") ? "tsv" : "txt"}`, text, { read: "table" });
    return columns.map((column) => [column.name, column.semantic, column.category]);
  };
  expect(await meanings(laml)).toEqual([
    ["Tumor_Sample_Barcode", "tcga-barcode", "identifier"],
    ["FAB_classification", "category", "design"],
    ["days_to_last_followup", "survival-time", "outcome"],
    ["Overall_Survival_Status", "event", "outcome"],
  ]);
  expect(await meanings(segments)).toEqual([
    ["Sample", "sample", "identifier"],
    ["Chromosome", "chromosome", "identifier"],
    ["Start.bp", "start", "identifier"],
    ["End.bp", "end", "identifier"],
    ["Num.Markers", "count", "measurement"],
    ["Seg.CN", "number", "measurement"],
  ]);
  expect((await meanings(patients))[0]).toEqual(["PATIENT_ID", "tcga-barcode", "identifier"]);
});

test("of symbols of genes it is told how many are of today, aliases, and dates that were genes", async () => {
  const text = "gene_symbol,logFC\nTP53,1.5\nERBB2,2\nHER2,0.5\nSEPT2,1\n2-Sep,-1\nLINC00115,3\nXYZZY9,1\nACTB,0\n";
  const { columns, findings } = await loadText("degs.csv", text);
  expect(columns.find(({ name }) => name === "gene_symbol")).toMatchObject({
    semantic: "gene",
    genes: { current: 4, aliases: 2, dates: 1, others: 1 },
  });
  expect(findings.find(({ rule }) => rule === "excel-date")?.step).toEqual({ verb: "repair-genes" });
  const mouse = await loadText("mouse.csv", "gene_symbol,logFC\nTrp53,1\nErbb2,2\nCdkn1a,3\nActb,1\n");
  expect(mouse.columns.find(({ name }) => name === "gene_symbol")?.genes).toBeUndefined();
});
