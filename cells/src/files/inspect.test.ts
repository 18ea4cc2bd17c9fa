// What the intake card and `genomecraft inspect` say of a file.

import { readFileSync } from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import { createGunzip, gzipSync } from "node:zlib";
import type { CellObject } from "@e965/xlsx";
import { describe, expect, test } from "vitest";
import { hasReference, referenceFile } from "../testing/reference-data.ts";
import { bytesAsSource } from "../testing/bytes-as-source.ts";
import { workbookOf } from "../testing/workbook-of.ts";
import { summaryOf } from "../artifacts/artifact-summary.ts";
import type { Json, JsonObject } from "../base/json.ts";
import { loadText } from "../testing/load-text.ts";
import { inspectFile, inspectionInWords } from "./inspect.ts";
import { eachSheet } from "./inspection.ts";
import { matchFiles } from "./match-files.ts";

const inspect = (name: string, content: string | Uint8Array) =>
  inspectFile(bytesAsSource(typeof content === "string" ? new TextEncoder().encode(content) : content), name);

const csvOf = (rows: readonly (readonly (string | number)[])[]): string => `${rows.map((row) => row.join(",")).join("\n")}\n`;

test("columns with what they are, and what may be wrong with them", async () => {
  const found = await inspect(
    "x.csv",
    'gene,chrom,padj,count,weight,mrn,huge,n\nXist,chrX,0.01,3,"1,5",007,1,NA\n1-Mar,chr1,NA,4,"2,5",012,1e+400,NA\nTsix,chrX,1,5,"3,5",013,2,NA\n',
  );
  expect(found).toMatchObject({ format: "csv", compression: "none", artifact: "table", shape: [3, 8] });
  expect(found.columns.map(({ name, type, semantic, missing }) => [name, type, semantic, missing])).toEqual([
    ["gene", "text", "gene", 0],
    ["chrom", "text", "chromosome", 0],
    ["padj", "float64", "q-value", 1],
    ["count", "int32", "count", 0],
    ["weight", "text", "identifier", 0],
    ["mrn", "text", "record-number", 0],
    ["huge", "text", "identifier", 0],
    ["n", "text", "category", 3],
  ]);
  expect(found.issues.map(({ rule, line, field }) => [rule, line, field])).toEqual([
    ["excel-date", 3, null],
    ["decimal-comma", 2, "weight"],
    ["leading-zeros", null, "mrn"],
    ["too-large", 3, "huge"],
    ["empty-column", null, "n"],
  ]);
  for (const locale of ["en", "ru"] as const)
    expect(JSON.stringify(inspectionInWords(found, locale))).not.toMatch(/load\.|\{\w+\}/);
});

test("names that a spreadsheet turned into dates are told in one sentence, with their count and lines, however many they are", async () => {
  const dates = async (text: string) =>
    (await inspect("x.csv", text)).issues
      .filter(({ rule }) => rule === "excel-date")
      .map(({ line, message }) => [line, message.params["count"] ?? 1, message.params["cells"] ?? message.params["shown"]]);
  expect(await dates("gene,v\nTP53,1\n2-Sep,2\nXist,3\n1-Mar,4\n1-Dec,5\nTsix,6\nA2M,7\n")).toEqual([
    [3, 3, ["2-Sep (3)", "1-Mar (5)", "1-Dec (6)"]],
  ]);
  expect(await dates("gene,v\nMARCH1,1\n2-Sep,2\n1-Dec,3\n")).toEqual([[3, 2, ["2-Sep (3)", "1-Dec (4)"]]]);
  expect(await dates("id,v\nTP53,1\nSep-02,2\n2022-03-01,3\n2.31E+13,4\n")).toEqual([
    [3, 3, ["Sep-02 (3)", "2022-03-01 (4)", "2.31E+13 (5)"]],
  ]);
  expect(await dates("id,gene,v\na,2-Sep,1\nb,1-Mar,2\nc,Xist,3\n")).toEqual([[2, 2, ["2-Sep (2)", "1-Mar (3)"]]]);
  expect(await dates("id,v\n1-Mar,1\nXist,2\nTsix,3\n")).toEqual([[2, 1, "1-Mar"]]);
  for (const none of ["date,v\n2022-03-01,1\n2022-03-02,2\n", "day,v\n1-Mar,1\n2-Mar,2\n3-Mar,3\nunknown,4\nweek1,5\n"])
    expect(await dates(none)).toEqual([]);
});

test("a cell that keeps a column from being numbers is named", async () => {
  const issues = async (text: string) =>
    (await inspect("x.csv", text)).issues.map(({ rule, line, message }) => [rule, line, message.params["value"]]);
  expect(await issues("s,v\na,1e400\nb,2\nc,3\n")).toEqual([["too-large", 2, "1e400"]]);
  expect(await issues("s,v\na,1.5\nb,2\nc,n.d.\n")).toEqual([["not-numbers", 4, "n.d."]]);
  expect(await issues("s,v\na,9007199254740993\nb,2\nc,3\n")).toEqual([["too-long", 2, "9007199254740993"]]);
  expect(await issues("s,gene\na,2310009E13\nb,Xist\nc,MARCH1\n")).toEqual([]);
});

test("semicolons between, decimal commas inside: the columns are right, the comma is named", async () => {
  const found = await inspect("x.csv", "name;v\na;1,5\nb;2,25\nc;3\n");
  expect(found.columns.map(({ name }) => name)).toEqual(["name", "v"]);
  expect(found.issues).toMatchObject([{ rule: "marks-comma", line: 2, field: "v" }]);
});

test("names that stand in several rows of what is else a matrix are said before it is loaded", async () => {
  const rows = Array.from({ length: 1200 }, (_, row) => `g${row % 1190},1,2,3,4\n`);
  const { issues } = await inspect("x.csv", `gene,a,b,c,d\n${rows.join("")}`);
  expect(issues).toMatchObject([
    { rule: "repeated-identifiers", line: 1192, field: "gene", message: { params: { count: 10, names: ["g0", "g1", "g2"] } } },
  ]);
});

test("an id of many digits in JSON lines stays, letter for letter", async () => {
  const found = await inspect(
    "x.jsonl",
    '{"id":9007199254740993,"x":0.1234567890123456789,"s":"9007199254740993"}\n{"id":7,"x":1,"s":"a"}\n',
  );
  expect(found.preview.rows).toEqual([
    ["9007199254740993", 0.123_456_789_012_345_68, "9007199254740993"],
    ["7", 1, "a"],
  ]);
});

test("a line of JSON lines that is wrong is named", async () => {
  const found = await inspect("x.jsonl", '{"a":1}\n{"a":2\n{"a":3}\n');
  expect(found).toMatchObject({ format: "jsonl", issues: [{ rule: "json-line", line: 2 }] });
});

test("a file that cannot be loaded says why, and what it is", async () => {
  expect(await inspect("x.csv", "a,b\n1,2\n3\n")).toMatchObject({
    format: "csv",
    artifact: null,
    issues: [{ rule: "rows-unequal", severity: "error", line: 3 }],
  });
  expect(await inspect("fastqc_data.txt", "##FastQC\t0.11.9\n>>Basic Statistics\tpass\n")).toMatchObject({
    format: "fastqc",
    artifact: null,
    issues: [{ rule: "tool-report" }],
  });
  expect(await inspect("x", new Uint8Array(0))).toMatchObject({ format: "empty", issues: [{ rule: "empty" }] });
});

describe("what was guessed has its alternative, and a look with it finds what a load with it gives", () => {
  const rows = (text: string) => Array.from({ length: 1000 }, (_, row) => `gene${row % 990}${text}`).join("\n");
  const letters = Uint8Array.of(0xe3, 0xe4, 0xe5, 44, 97, 10, 49, 44, 50, 10);
  /** A look, which says of the file what loading it gives. */
  async function lookedAndLoaded(content: string | Uint8Array, settings: JsonObject) {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    const seen = await inspectFile(bytesAsSource(bytes), "x.csv", { settings });
    const { out } = await loadText("x.csv", bytes, settings);
    expect([seen.artifact, seen.shape]).toEqual(out && [out.type, summaryOf(out).shape]);
    return seen;
  }
  test.each<[string, string | Uint8Array, string, Json, object, object]>([
    ["short rows", "id,a,b\nx,1,2\ny,3\n", "ragged", "fill", { artifact: null }, { artifact: "table", shape: [2, 3] }],
    [
      "names that repeat",
      `gene,a,b,c,d\n${rows(",1,2,3,4")}\n`,
      "duplicates",
      "suffix",
      { artifact: "table" },
      { artifact: "assay", shape: [1000, 4] },
    ],
    ["a decimal comma", "name;v\na;1,5\nb;2,25\n", "decimal", "point", { shape: [2, 2] }, { columns: [{}, { type: "text" }] }],
    ["lines above the names", "Exported 2024\nid,a\nx,1\ny,2\n", "skip", 0, { shape: [2, 2] }, {}],
    [
      "two rows of names",
      "id,weight,age\n,kg,years\nx,1,2\ny,3,4\nz,5,6\n",
      "headerRows",
      1,
      { shape: [3, 3] },
      { shape: [4, 3] },
    ],
    ["an encoding", letters, "encoding", "koi8-r", {}, { columns: [{ name: "\u0426\u0414\u0415" }, {}] }],
  ])("%s", async (_title, content, field, value, before, after) => {
    const found = await inspect("x.csv", content);
    expect(found).toMatchObject(before);
    expect(found.issues.map(({ fix }) => fix)).toContainEqual({ path: [field], value });
    const again = await lookedAndLoaded(content, { [field]: value });
    expect(again).toMatchObject(after);
    expect(again.issues.map(({ fix }) => fix)).not.toContainEqual({ path: [field], value });
  });
  test("samples on the other side, a matrix read as a table, rows of totals kept", async () => {
    const text = `gene,a,b,c,d\n${Array.from({ length: 1000 }, (_, row) => `x${row},1,2,3,4`).join("\n")}\n__no_feature,9,9,9,9\n`;
    const look = async (settings: JsonObject) => {
      const { artifact, shape, samplesIn } = await lookedAndLoaded(text, settings);
      return [artifact, shape, samplesIn];
    };
    expect(await look({})).toEqual(["assay", [1000, 4], "columns"]);
    expect(await look({ samplesIn: "rows" })).toEqual(["assay", [4, 1001], "rows"]);
    expect(await look({ read: "table" })).toEqual(["table", [1001, 5], null]);
    expect(await look({ summaryRows: "keep" })).toEqual(["assay", [1001, 4], "columns"]);
  });
  test.each<[string, string, JsonObject]>([
    ["length, Entrez number", "gene,length,a,b,c,d\n", { annotations: "samples" }],
    ["a question mark", "gene,a,b,c,d\nx0,1,?,3,4\n", { read: "matrix" }],
    ["samples that are rows", "sample,g1,g2,g3,g4\n", { read: "matrix", samplesIn: "columns" }],
  ])("a matrix with %s", async (_title, head, settings) => {
    const width = (head.split("\n")[0] as string).split(",").length - 1;
    const rows = Array.from({ length: 1000 }, (_, row) => `y${row},${Array.from({ length: width }, (_, at) => at + row)}`);
    for (const some of [{}, settings]) await lookedAndLoaded(`${head}${rows.join("\n")}\n`, some);
  });
  test("a setting of one sheet leaves the others alone; a sheet that is not there is refused", async () => {
    const book = workbookOf({ A: [["a"], [1]], B: [["b"], [2], [3]] });
    const one = await inspectFile(bytesAsSource(book), "x.xlsx", { settings: { sheet: "B", header: false } });
    expect(one).toMatchObject({ sheet: "B", shape: [3, 1], others: [], sheets: ["A", "B"] });
    const none = await inspectFile(bytesAsSource(book), "x.xlsx", { settings: { sheet: "C" } });
    expect(none).toMatchObject({ artifact: null, issues: [{ rule: "sheet-missing" }] });
  });
});

describe("every sheet of a workbook is looked into", () => {
  const samples = ["s1", "s2", "s3", "s4", "s5"];
  const counts = [["gene", ...samples], ...Array.from({ length: 1000 }, (_, row) => [`gene${row}`, 1, 2, 3, 4, row])];
  const sheet = [["sample", "sex"], ...samples.map((name, at) => [name, at % 2 === 0 ? "f" : "m"])];

  test("a sheet of counts and one of samples are paired as two dropped files are", async () => {
    const book = await inspect("study.xlsx", workbookOf({ Samples: sheet, Counts: counts, Notes: [["note"], ["x"]] }));
    const seen = eachSheet(book);
    expect(seen.map((one) => [one.sheet, one.artifact, one.shape, one.format])).toEqual([
      ["Samples", "table", [5, 2], "xlsx"],
      ["Counts", "assay", [1000, 5], "xlsx"],
      ["Notes", "table", [1, 1], "xlsx"],
    ]);
    const two = [await inspect("counts.csv", csvOf(counts)), await inspect("samples.csv", csvOf(sheet))];
    const [files] = matchFiles(two);
    expect(matchFiles(seen)).toEqual([{ ...files, data: 1, sheet: 0 }]);
  });
  test("ids of a sheet that pandas wrote as 101.0 are those of the matrix", async () => {
    const ids = samples.map((_, at) => 101 + at);
    const matrix = [["gene", ...ids], ...Array.from({ length: 1000 }, (_, row) => [`gene${row}`, 1, 2, 3, 4, row])];
    const floats = [["sample", "sex"], ...ids.map((id, at) => [`${id}.0`, at % 2 === 0 ? "f" : "m"])];
    const two = [await inspect("counts.csv", csvOf(matrix)), await inspect("samples.csv", csvOf(floats))];
    expect(matchFiles(two)).toMatchObject([{ data: 0, sheet: 1 }]);
  });
  test("a sheet that cannot be read says why, and the others are there", async () => {
    const broken = [
      ["id", "n"],
      ["a", { t: "n", f: "1+1" } as CellObject],
    ];
    const book = await inspect("x.xlsx", workbookOf({ Broken: broken, Empty: [], Fine: sheet, Lists: sheet }, ["Lists"]));
    expect(eachSheet(book).map((one) => [one.sheet, one.artifact, one.isHidden, one.issues.map(({ rule }) => rule)])).toEqual([
      ["Broken", null, false, ["formulas-without-value"]],
      ["Empty", null, false, ["sheet-empty"]],
      ["Fine", "table", false, []],
      ["Lists", "table", true, []],
    ]);
    expect(book.sheets).toEqual(["Broken", "Empty", "Fine", "Lists"]);
  });
  test("of more than a hundred the others are named", async () => {
    const many = Object.fromEntries(Array.from({ length: 103 }, (_, at) => [`s${at}`, [["a"], [1]]]));
    const book = await inspect("x.xlsx", workbookOf(many));
    expect([book.sheets.length, book.others.length]).toEqual([103, 99]);
    expect(book.issues).toMatchObject([{ rule: "more-sheets", severity: "note", message: { params: { count: 3 } } }]);
  });
  test("what is no workbook has no sheets", async () => {
    expect(await inspect("x.csv", "a,b\n1,2\n")).toMatchObject({ sheet: null, sheets: [], others: [] });
  });
});

describe("a file whose name and content disagree is read as what it is, or says what it is", () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const table = "name\ta\tb\nXaver\t1\t2\nTine\t3\t4\n";
  const wide = (text: string) => Uint8Array.from([...text].flatMap((letter) => [letter.charCodeAt(0), 0]));
  const compound = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600));
  const zip = (parts: string) => Uint8Array.of(0x50, 0x4b, 3, 4, ...bytes(parts));
  test.each([
    ["text called .xlsx", "counts.xlsx", bytes(table), "tsv", [["ending", { ending: ".xlsx", format: "tsv" }]]],
    ["gzip called .csv", "counts.csv", gzipSync(table), "tsv", [["ending", { ending: ".csv", format: "gzip" }]]],
    ["plain text called .gz", "counts.tsv.gz", bytes(table), "tsv", [["ending", { ending: ".gz", format: "tsv" }]]],
    ["gzip called .csv.gz", "counts.csv.gz", gzipSync(table), "tsv", []],
    [
      "prose called .xlsx",
      "letter.xlsx",
      bytes("Dear Ann\nplease find the table elsewhere\nyours, Ben\n"),
      "text",
      [["text-inside", { ending: ".xlsx" }]],
    ],
    ["a web page called .xls", "export.xls", bytes("<html><table><tr><td>a</td></tr></table></html>"), "html", [["markup", {}]]],
    ["an old workbook called .csv", "old.csv", compound, "xls", [["workbook.cut", {}]]],
    [
      "a workbook with a password",
      "x.xlsx",
      Uint8Array.of(...compound, ...wide("EncryptedPackage")),
      "xlsx-encrypted",
      [["excel-encrypted", {}]],
    ],
    ["a damaged workbook", "broken.xlsx", zip(" this is not a book"), "xlsx-damaged", [["excel-damaged", {}]]],
    ["an archive called .csv", "x.csv", zip("..inner.csv"), "zip", [["zip", {}]]],
    ["a letter called .xlsx", "x.xlsx", zip("..[Content_Types].xml..word/document.xml"), "docx", [["not-loaded-yet", {}]]],
    ["gzip in gzip", "x.csv.gz", gzipSync(gzipSync(table)), "gzip", [["packed-twice", {}]]],
    ["gzip that is cut at its beginning", "x.csv.gz", gzipSync(table).subarray(0, 20), "gzip", [["gzip-broken", {}]]],
    ["UTF-16 without its mark", "x.csv", wide(table), "tsv", [["encoding", {}]]],
    [
      "bytes above 127 alone",
      "x.csv",
      Uint8Array.from({ length: 900 }, (_, at) => 128 + ((at * 73) % 127)),
      "binary",
      [["binary", {}]],
    ],
    ["a zero byte in what is else text", "x.csv", bytes("a,b\n1,2\n3,\0\n"), "csv", [["zero-byte", { line: 3 }]]],
    [
      "letters of Windows in the header",
      "x.csv",
      Uint8Array.of(0xe3, 0xe4, 0xe5, 44, 97, 10, 49, 44, 50, 10),
      "csv",
      [["encoding-guessed", { encoding: "Windows-1251", line: 1, value: "где", other: "KOI8-R" }]],
    ],
  ] as const)("%s", async (_title, name, content, format, issues) => {
    const found = await inspect(name, content);
    expect(found.format).toBe(format);
    expect(found.issues.map(({ rule }) => rule)).toEqual(issues.map(([rule]) => rule));
    issues.forEach(([, params], at) => expect(found.issues[at]?.message.params).toMatchObject(params));
    for (const locale of ["en", "ru"] as const)
      expect(JSON.stringify(inspectionInWords(found, locale)["issues"])).not.toMatch(/load\.|\{\w+\}/);
  });

  test("a comment that is not UTF-8 moves nothing", async () => {
    const found = await inspect("x.csv", Uint8Array.of(35, 0xfc, 0xfc, 10, ...bytes("gene,a\nXist,1\n")));
    expect(found).toMatchObject({ shape: [1, 2], issues: [{ rule: "comments", severity: "note" }] });
    expect(found.columns.map(({ name }) => name)).toEqual(["gene", "a"]);
  });
});

describe("real files", () => {
  const file = (name: string) => inspect(path.basename(name), readFileSync(referenceFile(name)));
  test("22 of 22 samples match on sample", async () => {
    const files = [
      await file("GSE96870_mouse_influenza/GSE96870_coldata_cerebellum.csv"),
      await file("GSE96870_mouse_influenza/GSE96870_counts_cerebellum.csv.gz"),
    ];
    expect(files[1]).toMatchObject({ compression: "gzip", artifact: "assay", shape: [41_786, 22], samplesIn: "columns" });
    expect(matchFiles(files)).toMatchObject([
      { data: 1, sheet: 0, samplesIn: "columns", column: "sample", matched: 22, of: 22, onlyInData: [], onlyInSheet: [] },
    ]);
  });
  test.skipIf(!hasReference("stemcells_4labs/samples.csv"))("samples in the rows match as well", async () => {
    const files = [await file("stemcells_4labs/expression.csv"), await file("stemcells_4labs/samples.csv")];
    expect(matchFiles(files)).toMatchObject([{ data: 0, sheet: 1, samplesIn: "rows", column: "sample", matched: 125 }]);
  });
  test.skipIf(!hasReference("format_zoo/manifest.tsv"))("formats are named by content, whatever the file is called", async () => {
    const manifest = readFileSync(referenceFile("format_zoo/manifest.tsv"), "utf8").trim().split("\n").slice(1);
    const wrong: string[] = [];
    let named = 0;
    for (const line of manifest) {
      const [name, expected] = line.split("\t") as [string, string];
      const found = await inspectFile(bytesAsSource(readFileSync(referenceFile(`format_zoo/${name}`))), "dropped", {
        inflate: (packed) => Readable.from(packed).pipe(createGunzip()),
      });
      if (found.format === expected.replace("-illumina1.3", "")) named++;
      else wrong.push(`${name}: ${expected}, found ${found.format}`);
    }
    // What is left is delimited text of a special purpose, which loads as the table that it is.
    expect(wrong.filter((line) => !/found (?:tsv|csv|delimited|text)$/.test(line))).toEqual([]);
    expect(named).toBeGreaterThanOrEqual(32);
  });
});
