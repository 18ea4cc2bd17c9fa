// Records of GenBank as Biopython 1.80 reads them, and places of features as the definition writes them.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Table } from "../../artifacts/artifact.ts";
import { placeAt, placeColumns } from "../../artifacts/places.ts";
import { cellJson, columnOf } from "../../artifacts/table.ts";
import { loadText } from "../../testing/load-text.ts";
import { hasReference, referenceFile } from "../../testing/reference-data.ts";
import { readLocation } from "./location.ts";

const pten = "format_zoo/pten.gbk";
const load = async (sheet: string | null): Promise<Table> => {
  const { out } = await loadText("pten.gbk", new Uint8Array(readFileSync(referenceFile(pten))), { sheet });
  return out as Table;
};
const cells = (table: Table, name: string) => {
  const column = columnOf(table, name) ?? expect.fail(name);
  return Array.from({ length: table.rowCount }, (_, row) => cellJson(column, row));
};

test.skipIf(!hasReference(pten))("PTEN: features as intervals, places from 1", async () => {
  const table = await load(null);
  expect(table.rowCount).toBe(7);
  expect(cells(table, "type")).toEqual(["source", "gene", "mRNA", "CDS", "gene", "variation", "variation"]);
  expect(cells(table, "record")).toEqual(Array.from({ length: 7 }, () => "NT_030059.13"));
  expect(cells(table, "gene")).toEqual([null, "PTEN", "PTEN", "PTEN", "RPL11P3", "PTEN", "PTEN"]);
  expect([cells(table, "start"), cells(table, "end"), cells(table, "parts")]).toEqual([
    [1, 1, 1, 1033, 82043, null, 10555],
    [105338, 105338, 105338, 102035, 82643, null, 10555],
    [1, 1, 9, 9, 1, null, 1],
  ]);
  expect(cells(table, "product")[3]).toBe(
    "phosphatidylinositol-3,4,5-trisphosphate 3-phosphatase and dual-specificity protein phosphatase PTEN",
  );
  expect(cells(table, "db_xref")[3]).toBe("GI:73765544; GeneID:5728; HGNC:9588; HPRD:03431; MIM:601728");
  const places = placeColumns(table) ?? expect.fail("it has places");
  expect(placeAt(places, 3)).toEqual({ chromosome: "NT_030059.13", start: 1032, end: 102035 });
  expect(placeAt(places, 5)).toBeNull();
});

test.skipIf(!hasReference(pten))("PTEN: its sequence", async () => {
  const table = await load("sequences");
  const of = (name: string) => cells(table, name)[0];
  expect([of("id"), of("length"), of("alphabet"), of("organism"), of("features")]).toEqual([
    "NT_030059.13",
    105338,
    "dna",
    "Homo sapiens",
    7,
  ]);
  expect(String(of("sequence")).slice(-38)).toBe("aactccacttaaaactgattaaagtctcattcttgtca");
  expect(of("description")).toBe("Homo sapiens chromosome 10 genomic contig, GRCh37.p2 reference primary assembly.");
});

test.each([
  ["340..565", 340, 565, "+", 1],
  ["467", 467, 467, "+", 1],
  ["<345..500", 345, 500, "+", 1],
  ["<1..>888", 1, 888, "+", 1],
  ["102.110", 102, 110, "+", 1],
  ["123^124", 123, 124, "+", 1],
  ["join(12..78,134..202)", 12, 202, "+", 2],
  ["complement(34..126)", 34, 126, "-", 1],
  ["complement(join(2691..4571,4918..5163))", 2691, 5163, "-", 2],
  ["join(complement(4918..5163),complement(2691..4571))", 2691, 5163, "-", 2],
  ["join(complement(1..5),8..9)", 1, 9, null, 2],
  ["J00194.1:100..202", null, null, null, 1],
  ["join(1..100,J00194.1:100..202)", 1, 100, "+", 2],
  ["(23.45)..600", 23, 600, "+", 1],
])("%s", (text, start, end, strand, parts) => {
  expect(readLocation(text)).toEqual({ start, end, strand, parts });
});

test.each(["", "join(1..2", "complement()", "a..b", "1..2)(", `${"join(".repeat(200)}1..2${")".repeat(200)}`])(
  "%s is no place",
  (text) => {
    expect(readLocation(text)).toBeNull();
  },
);
