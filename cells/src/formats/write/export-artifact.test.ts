// What leaves GenomeCraft reads back as it was.

import { describe, expect, test } from "vitest";
import type { Assay, Table } from "../../artifacts/artifact.ts";
import { read, utils } from "@e965/xlsx";
import { parquetRead } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import { failureSentence } from "../../messages/catalogue.ts";
import { exportFormatOfName, type ExportFormat } from "../../artifacts/export-formats.ts";
import { integerColumn, tableOf, textColumn } from "../../artifacts/table.ts";
import { exportArtifact } from "./export-artifact.ts";

const table: Table = {
  type: "table",
  rowCount: 3,
  columns: [
    {
      name: "gene, id",
      type: "text",
      valid: new Uint8Array([1, 1, 0]),
      codes: new Int32Array([0, 1, 2]),
      dictionary: ["MARCH1", 'a "b"', ""],
    },
    { name: "__proto__", type: "float64", valid: null, values: Float64Array.of(0.1, Number.NaN, 1e-300) },
    { name: "n", type: "int32", valid: new Uint8Array([1, 0, 1]), values: Int32Array.of(7, 0, -2) },
    { name: "ok", type: "boolean", valid: null, values: Uint8Array.of(1, 0, 1) },
  ],
};
const ids = (name: string, words: readonly string[]): Table => ({
  type: "table",
  rowCount: words.length,
  columns: [{ name, type: "text", valid: null, codes: Int32Array.from(words.keys()), dictionary: words }],
});
const sparse: Assay = {
  type: "assay",
  featureCount: 3,
  sampleCount: 2,
  values: {
    layout: "sparse",
    offsets: Int32Array.of(0, 1, 3),
    featureIndex: Int32Array.of(2, 0, 1),
    data: Float32Array.of(5, 6, 7),
  },
  features: ids("gene", ["Xist", "Sry", "Actb"]),
  samples: ids("sample", ["s1", "s2"]),
  scale: "counts",
  featureNoun: "gene",
};
const exported = async (artifact: Table | Assay, format: ExportFormat): Promise<Uint8Array> => {
  const result = await exportArtifact(artifact, format);
  if (!result.ok) throw new Error(result.error.reason);
  return result.value;
};
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test("a table leaves as CSV with quotes where they are needed and nothing for missing", async () => {
  expect(textOf(await exported(table, "csv"))).toBe(
    '"gene, id",__proto__,n,ok\nMARCH1,0.1,7,true\n"a ""b""",NaN,,false\n,1e-300,-2,true\n',
  );
});

describe("texts that a spreadsheet would take for formulas", () => {
  const texts = [
    "=cmd|' /C calc'!A0",
    "+1",
    "-0.5",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n+x",
    " =1",
    "＝1",
    "a=1",
    "1-2",
    "",
    "MARCH1",
  ];
  const risky = tableOf(
    textColumn("=name", texts),
    integerColumn(
      "n",
      texts.map((_text, at) => at - 6),
    ),
  );

  test("leave as they are in CSV, which reads back letter for letter", async () => {
    const written = textOf(await exported(risky, "csv"));
    expect(written.startsWith("=name,n\n=cmd|' /C calc'!A0,-6\n+1,-5\n-0.5,-4\n")).toBe(true);
    expect(written).not.toContain("'+1");
  });

  test("are texts in CSV for Excel, whose numbers stay numbers", async () => {
    const bytes = await exported(risky, "csv-excel");
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const written = textOf(bytes);
    expect(written).toBe(
      [
        "'=name,n",
        "'=cmd|' /C calc'!A0,-6",
        "'+1,-5",
        "'-0.5,-4",
        "'@SUM(A1),-3",
        "'\t=1,-2",
        `"'\r=1",-1`,
        `"'\n+x",0`,
        "' =1,1",
        "'＝1,2",
        "a=1,3",
        "1-2,4",
        '"",5',
        "MARCH1,6",
        "",
      ].join("\n"),
    );
  });

  test("the longest ending says which of the two a file is", () => {
    expect(["a.csv", "a.excel.csv", "A.EXCEL.CSV", "a.tsv", "a.zip"].map(exportFormatOfName)).toEqual([
      "csv",
      "csv-excel",
      "csv-excel",
      "tsv",
      null,
    ]);
  });
});

test("whoever else waits is served while a large table is written", async () => {
  const rows = 200_000;
  const long = ids("gene", ["Xist", ...Array.from({ length: rows - 1 }, (_, row) => `g${row}`)]);
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  const written = textOf(await exported(long, "csv"));
  clearInterval(timer);
  expect(written.length).toBe(
    ["gene", ...(long.columns[0] as { dictionary: readonly string[] }).dictionary, ""].join("\n").length,
  );
  expect(turns).toBeGreaterThanOrEqual(3);
});

test("a matrix leaves with a row per feature and a column per sample", async () => {
  expect(textOf(await exported(sparse, "tsv"))).toBe("gene\ts1\ts2\nXist\t0\t6\nSry\t0\t7\nActb\t5\t0\n");
});

test("identifiers that look like dates stay text in Excel", async () => {
  const book = read(await exported(table, "xlsx"));
  const rows = utils.sheet_to_json<unknown[]>(book.Sheets.GenomeCraft as never, { header: 1 });
  expect(rows[1]).toEqual(["MARCH1", 0.1, 7, true]);
});

test("a table and a matrix leave as Parquet that another reader takes", async () => {
  const read = async (artifact: Table | Assay) => {
    const { buffer } = await exported(artifact, "parquet");
    let rows: readonly unknown[] = [];
    await parquetRead({ file: buffer as ArrayBuffer, compressors, onComplete: (found) => (rows = found) });
    return rows;
  };
  expect(await read(table)).toEqual([
    ["MARCH1", 0.1, 7, true],
    ['a "b"', Number.NaN, null, false],
    [null, 1e-300, -2, true],
  ]);
  expect(await read(sparse)).toEqual([
    ["Xist", 0, 6],
    ["Sry", 0, 7],
    ["Actb", 5, 0],
  ]);
  const rows = 40_000;
  const long = ids(
    "gene",
    Array.from({ length: rows }, (_, row) => `g${row % 20_000}`),
  );
  const back = await read(long);
  expect(back.length).toBe(rows);
  expect(back[39_999]).toEqual(["g19999"]);
});

test("JSON keeps rows as arrays, so that any text may be a column's name", async () => {
  expect(JSON.parse(textOf(await exported(table, "json"))).rows).toEqual([
    ["MARCH1", 0.1, 7, true],
    ['a "b"', "NaN", null, false],
    [null, 1e-300, -2, true],
  ]);
});

test("a format that does not fit is refused with those that do", async () => {
  const refused = await exportArtifact(table, "onnx");
  expect(refused.ok).toBe(false);
  if (refused.ok) return;
  expect(refused.error).toMatchObject({
    reason: "cli.format-refused",
    params: { format: "onnx", formats: "csv, csv-excel, tsv, parquet, json, xlsx, bed, gff3, fasta, fastq" },
  });
  expect(failureSentence(refused.error, "en")).toContain("table");
  expect(failureSentence(refused.error, "ru")).toContain("таблица");
});

test("numbers of a matrix leave it as they were written: 0.1, and not the neighbour that 32 bits keep of it", async () => {
  const written = [0.1, 3.3, 1234567.9, 6.123457, 1e-7, 16777216];
  const assay: Assay = {
    ...sparse,
    features: ids("gene", ["A", "B", "C"]),
    samples: ids("sample", ["s1", "s2"]),
    featureCount: 3,
    sampleCount: 2,
    values: { layout: "dense", data: Float32Array.from(written) },
  };
  const csv = await exportArtifact(assay, "csv");
  // As str() of NumPy 2.4.6 prints float32.
  expect(csv.ok && new TextDecoder().decode(csv.value)).toBe("gene,s1,s2\nA,0.1,3.3\nB,1234567.9,6.123457\nC,1e-7,16777216\n");
});
