// What dropped files become, and what a person is told of those that cannot be read.

import { readFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Artifact, Assay, Table } from "../../artifacts/artifact.ts";
import { featureIds, sampleIds, valueAt } from "../../artifacts/assay.ts";
import { decodeArtifact, encodeArtifact } from "../../artifacts/bytes-of-artifact.ts";
import { digestOfArtifact } from "../../artifacts/digest-of-artifact.ts";
import { cellJson, columnOf, textsOf } from "../../artifacts/table.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { failureSentence } from "../../messages/catalogue.ts";
import { hasReference, referenceFile } from "../../testing/reference-data.ts";
import type { CellId } from "../../base/ids.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { execute } from "./execute.ts";
import { load, type LoadSpec } from "./spec.ts";

const sheetRef = { ref: "cell_sheet" as CellId };
async function run(name: string, content: string | Uint8Array, more: Partial<LoadSpec> = {}, sheet?: Table) {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const logged: string[] = [];
  const spec = load.schema.parse({
    file: { digest: "0".repeat(64), name, size: bytes.length },
    ...more,
    ...(sheet ? { samples: sheetRef } : {}),
  });
  const context = {
    signal: new AbortController().signal,
    progress: () => undefined,
    log: (line: string) => logged.push(line),
    input: () => sheet as Artifact,
    named: () => null,
    valueOf: (field: unknown) => field,
    file: () => bytesAsSource(bytes),
    engines: { sql: null, onnx: null },
  } as unknown as ExecuteContext;
  return { result: await execute(spec, context), logged };
}
async function loaded(
  name: string,
  content: string | Uint8Array,
  more: Partial<LoadSpec> = {},
  sheet?: Table,
): Promise<Assay | Table> {
  const { result } = await run(name, content, more, sheet);
  if (!result.ok) throw new Error(failureSentence(result.error, "en"));
  return result.value["out"] as Assay | Table;
}
async function sentence(
  name: string,
  content: string | Uint8Array,
  more: Partial<LoadSpec> = {},
  sheet?: Table,
): Promise<string> {
  const { result } = await run(name, content, more, sheet);
  if (result.ok) throw new Error("expected a failure");
  for (const locale of ["en", "ru"] as const) {
    const said = failureSentence(result.error, locale);
    expect(said).not.toMatch(/\{|\}|^load\./);
    expect(said).toContain(name);
  }
  return failureSentence(result.error, "en");
}
const counts = (rows: number, name = (row: number) => `g${row}`) =>
  `gene,s1,s2,s3,s4\n${Array.from({ length: rows }, (_, row) => `${name(row)},${row},${row + 1},0,7`).join("\n")}\n`;

describe("matrix or table", () => {
  test("counts of 1,000 genes in four columns are a matrix of counts", async () => {
    const assay = (await loaded("counts.csv", counts(1000))) as Assay;
    expect(assay).toMatchObject({ type: "assay", featureCount: 1000, sampleCount: 4, scale: "counts", featureNoun: "gene" });
    expect(valueAt(assay, 10, 1)).toBe(11);
  });
  test("fewer rows of counts are a table, unless a sample sheet names the columns", async () => {
    expect((await loaded("counts.csv", counts(999))).type).toBe("table");
    const sheet = (await loaded("samples.csv", "name,sample,sex\nx,s2,F\ny,s1,M\nz,s4,F\nw,s9,M\n")) as Table;
    const { result, logged } = await run("counts.csv", counts(10), {}, sheet);
    const assay = result.ok ? (result.value["out"] as Assay) : null;
    expect(assay && sampleIds(assay)).toEqual(["s1", "s2", "s4"]);
    expect(assay?.samples.columns.map((column) => column.name)).toEqual(["sample", "name", "sex"]);
    expect(assay && textsOf(columnOf(assay.samples, "sex") as Table["columns"][number])).toEqual(["M", "F", "F"]);
    expect(assay && valueAt(assay, 3, 1)).toBe(4);
    expect(logged.join("\n")).toContain("3 of 4 samples match on sample");
    expect(logged.join("\n")).toMatch(/in the file only.*s3/);
    expect(logged.join("\n")).toMatch(/in the sample sheet only.*s9/);
  });
  test("samples in rows are turned", async () => {
    const wide = `sample,${Array.from({ length: 60 }, (_, g) => `g${g}`).join()}\na,${Array.from({ length: 60 }, (_, g) => g / 2).join()}\nb,${Array.from({ length: 60 }, (_, g) => g).join()}\n`;
    const assay = (await loaded("x.csv", wide)) as Assay;
    expect(assay).toMatchObject({ featureCount: 60, sampleCount: 2, scale: "unknown" });
    expect(sampleIds(assay)).toEqual(["a", "b"]);
    expect(valueAt(assay, 7, 0)).toBe(3.5);
    const swapped = (await loaded("x.csv", wide, { samplesIn: "columns" })) as Assay;
    expect(swapped).toMatchObject({ featureCount: 2, sampleCount: 60 });
  });
  test("read as a table on demand, and as a matrix on demand, text beside the numbers kept with its rows", async () => {
    expect((await loaded("counts.csv", counts(2000), { read: "table" })).type).toBe("table");
    const assay = (await loaded("x.tsv", "id\tsymbol\ta\tb\n007\tXist\t1.5\tNA\n008\tTsix\t2\t3\n", { read: "matrix" })) as Assay;
    expect(featureIds(assay)).toEqual(["007", "008"]);
    expect(assay.features.columns.map((column) => column.name)).toEqual(["id", "symbol"]);
    expect(valueAt(assay, 0, 1)).toBeNaN();
  });
  test("Entrez numbers under their header are identifiers, a measured first column is not", async () => {
    const entrez = `entrez,${Array.from({ length: 50 }, (_, s) => `s${s}`).join()}\n${[7157, 672].map((id) => `${id},${Array(50).fill(1).join()}`).join("\n")}\n`;
    expect((await loaded("x.csv", entrez)).type).toBe("assay");
    const measured = entrez.replace("entrez", "height");
    expect((await loaded("x.csv", measured)).type).toBe("table");
  });
});

describe("what a person is told", () => {
  const sheet = async () => (await loaded("samples.csv", "sample,sex\nA1,F\nA2,M\nA3,F\n")) as Table;
  test.each<[string, string, string | Uint8Array, Partial<LoadSpec>, RegExp]>([
    ["an empty file", "x.csv", "", {}, /is empty\. Export it again/],
    ["a header only", "x.csv", "gene,a,b\n", {}, /header of 3 columns and no rows/],
    ["unequal rows", "x.csv", "gene,a,b\nx,1,2\ny,3\n", {}, /Row 2 of x\.csv \(line 3\) has 2 fields where the header has 3/],
    [
      "UTF-8 in one line, another encoding in the next",
      "x.csv",
      Uint8Array.from([..."gene,n\nM\u00c3\u00bcller,1\nM"].map((c) => c.charCodeAt(0)).concat(0xfc, 0x6c, 0x2c, 0x32, 10)),
      {},
      /Line 3 of x\.csv holds letters that are not UTF-8 \(column gene\), though others are/,
    ],
    ["a binary file called .csv", "x.csv", Uint8Array.of(1, 2, 3, 0, 5, 6, 7, 0, 0, 1), {}, /is not text/],
    ["a gzip cut short", "x.csv.gz", gzipSync(counts(3000)).subarray(0, 5000), {}, /cut short/],
    [
      "an old Excel file that was cut",
      "x.xls",
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0),
      {},
      /damaged or was cut short/,
    ],
    ["an encrypted workbook", "x.xlsx", encrypted(), {}, /protected by a password/],
    [
      "a BAM that is packed otherwise",
      "x.bam",
      gzipSync(Uint8Array.of(66, 65, 77, 1, 0, 0)),
      {},
      /packed with gzip and not in blocks, as no BAM is/,
    ],
    [
      "repeated genes",
      "x.csv",
      counts(1200, (row) => (row === 7 || row === 9 ? "March1" : `g${row}`)),
      {},
      /1 gene name stands in more than one row of x\.csv: March1 \(9, 11\)/,
    ],
    ["a matrix without numbers", "x.csv", "gene,a\nx,low\n", { read: "matrix" }, /no numeric columns/],
  ])("%s", async (_title, name, content, more, expected) => {
    expect(await sentence(name, content, more)).toMatch(expected);
  });
  test("samples that do not match: the first three of each side", async () => {
    expect(await sentence("x.csv", counts(10), {}, await sheet())).toMatch(
      /No sample of x\.csv.*begins with s1, s2, s3.*A1, A2, A3/,
    );
  });
  test("repeated genes are numbered on demand", async () => {
    const assay = (await loaded(
      "x.csv",
      counts(1200, (row) => (row < 3 ? "March1" : `g${row}`)),
      { duplicates: "suffix" },
    )) as Assay;
    expect(featureIds(assay).slice(0, 4)).toEqual(["March1", "March1_2", "March1_3", "g3"]);
  });
  test("a matrix of repeated samples is refused like one of repeated genes, and numbered on demand", async () => {
    const twice = counts(1200).replace("s2", "s1");
    expect(await sentence("x.csv", twice, {})).toMatch(
      /1 sample name stands over more than one column of x\.csv: s1 \(2, 3\), by column/,
    );
    const { result, logged } = await run("x.csv", twice, { duplicates: "suffix" });
    expect(result.ok && sampleIds(result.value["out"] as Assay).slice(0, 3)).toEqual(["s1", "s1_2", "s3"]);
    expect(logged.join()).toMatch(/column name s1 stands more than once \(columns 2, 3\)/);
    expect(await sentence("x.csv", "gene,s1,s1\nTP53,1,2\nMYC,3,4\n", { read: "matrix" })).toMatch(/s1 \(2, 3\)/);
    expect(await sentence("x.csv", "gene,length,s1,s1\nTP53,9,1,2\nMYC,9,3,4\n", { read: "matrix" })).toMatch(/s1 \(3, 4\)/);
  });
  test("a decimal comma is read and a number that no double holds stays text, and it says so", async () => {
    const { result, logged } = await run("x.csv", "gene;x;y\na;1,5;1e400\nb;2,25;3\n");
    expect(result.ok && (result.value["out"] as Table).columns.map((column) => column.type)).toEqual(["text", "float64", "text"]);
    expect(logged.join("\n")).toMatch(/x is read with a decimal comma: 1,5 in line 2 is 1\.5/);
    expect(logged.join("\n")).toMatch(/y holds 1e400, which is too large/);
  });
  test("repeated column names of a table are numbered, and it says so", async () => {
    const { result, logged } = await run("x.csv", "a,b,b\nx,1,2\n");
    expect(result.ok && (result.value["out"] as Table).columns.map((column) => column.name)).toEqual(["a", "b", "b_2"]);
    expect(logged.join()).toMatch(/column name b stands more than once \(columns 2, 3\)/);
  });
});

function encrypted(): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [..."EncryptedPackage"].forEach((letter, at) => {
    bytes[1024 + at * 2] = letter.charCodeAt(0);
  });
  return bytes;
}

describe("real files", () => {
  const file = (name: string) => readFileSync(referenceFile(name));
  test("mouse counts and their sample sheet become a matrix, which is the same as bytes", async () => {
    const sheet = (await loaded("samples.csv", file("GSE96870_mouse_influenza/GSE96870_coldata_cerebellum.csv"))) as Table;
    const assay = (await loaded(
      "counts.csv.gz",
      file("GSE96870_mouse_influenza/GSE96870_counts_cerebellum.csv.gz"),
      {},
      sheet,
    )) as Assay;
    expect(assay).toMatchObject({ type: "assay", featureCount: 41_786, sampleCount: 22, scale: "counts", featureNoun: "gene" });
    expect(valueAt(assay, 0, 0)).toBe(1891);
    expect(featureIds(assay).filter((id) => /^(?:March|Sept)\d+$/.test(id))).toHaveLength(24);
    expect(textsOf(columnOf(assay.samples, "time") as Table["columns"][number]).slice(0, 2)).toEqual(["Day8", "Day0"]);
    const digest = digestOfArtifact(assay);
    const again = decodeArtifact(encodeArtifact(assay));
    expect(again.ok && digestOfArtifact(again.value)).toBe(digest);
  });
  test.skipIf(!hasReference("stemcells_4labs/samples.csv"))(
    "the stem cells of four labs become a matrix, samples from the rows",
    async () => {
      const sheet = (await loaded("samples.csv", file("stemcells_4labs/samples.csv"))) as Table;
      for (const given of [undefined, sheet]) {
        const assay = (await loaded("expression.csv", file("stemcells_4labs/expression.csv"), {}, given)) as Assay;
        expect(assay).toMatchObject({ type: "assay", featureCount: 400, sampleCount: 125, featureNoun: "gene" });
        expect(featureIds(assay)[0]).toBe("ENSG00000159199");
        expect(valueAt(assay, 0, 1)).toBe(Math.fround(0.65432241864525));
      }
    },
  );
  for (const name of [
    "wdbc/wdbc.csv",
    "GSE96870_mouse_influenza/GSE96870_coldata_cerebellum.csv",
    "GSE96870_mouse_influenza/expected/deseq2_day8_vs_day0.csv.gz",
    "GSE96870_mouse_influenza/expected/deseq2_time_steps.csv.gz",
    "GSE96870_mouse_influenza/expected/deseq2_time_day8_vs_day0.csv.gz",
  ])
    test.skipIf(!hasReference(name))(`${name} stays a table`, async () => {
      expect((await loaded(path.basename(name), file(name))).type).toBe("table");
    });
  test("Excel: identifiers that became dates are named by row", async () => {
    const { result, logged } = await run("genes.xlsx", file("format_zoo/genes_like_dates.xlsx"));
    if (!result.ok) throw new Error(failureSentence(result.error, "en"));
    expect(logged.join("\n")).toMatch(/names that Excel turned into dates, by row: 1-Mar \(9\), 1-Mar \(19\)/);
    expect(cellJson((result.value["out"] as Table).columns[0] as Table["columns"][number], 0)).not.toBeNull();
  });
});

test("text called .xlsx loads as the table that it is, and the log says so; prose called .xlsx is told from a workbook", async () => {
  const { result, logged } = await run("counts.xlsx", "gene\ta\nXist\t1\n");
  expect(result.ok && (result.value.out as Table).rowCount).toBe(1);
  expect(logged).toEqual([
    "counts.xlsx ends in .xlsx, but what is in it is tsv; it is read as that. Rename it, so that others are not misled.",
  ]);
  const prose = await run("letter.xlsx", "Dear Ann\nplease find the table elsewhere\nyours, Ben\n");
  expect(prose.result.ok ? "" : failureSentence(prose.result.error, "en")).toMatch(/^letter.xlsx ends in .xlsx but holds text/);
});

test("a format that is set is obeyed, or refused with what the file is instead", async () => {
  const tsv = "gene\ta,b\nXist\t1,2\n";
  const asCsv = (await loaded("x.tsv", tsv, { format: "csv" })) as Table;
  expect(asCsv.columns.map((column) => column.name)).toEqual(["gene\ta", "b"]);
  expect(((await loaded("x.tsv", tsv, { format: "tsv" })) as Table).columns.map((column) => column.name)).toEqual([
    "gene",
    "a,b",
  ]);
  const refused = await run("x.tsv", tsv, { format: "parquet" });
  expect(refused.result.ok ? null : refused.result.error).toMatchObject({
    reason: "load.other-format",
    at: ["format"],
    fix: { path: ["format"], value: "tsv" },
  });
  expect(refused.result.ok ? "" : failureSentence(refused.result.error, "en")).toMatch(
    /to be read as parquet, and cannot be: it is tsv/,
  );
});

test("a setting that the format does not have is named, not passed over", async () => {
  const { logged } = await run("x.csv", "a,b\n1,2\n", { sheet: "first" });
  expect(logged.join("\n")).toMatch(/sheet: not a setting of csv files/);
});

test("a file that a person reads as CSV may hold another format, if it is text", async () => {
  const vcf = "##fileformat=VCFv4.2\n#CHROM\tPOS\nchr1\t5\n";
  expect((await run("x.vcf", vcf)).result).toMatchObject({ ok: false, error: { reason: "format-variants.columns-wrong" } });
  expect(((await loaded("x.vcf", vcf, { format: "tsv" })) as Table).columns.map((column) => column.name)).toEqual([
    "#CHROM",
    "POS",
  ]);
});
