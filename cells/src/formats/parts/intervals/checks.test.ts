// BED, GFF3, GTF and MAF are held to their standards: what is wrong is found with its rule and line, what is right passes.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { checkFile } from "../../../files/check-file.ts";
import { bytesAsSource } from "../../../testing/bytes-as-source.ts";
import { hasReference, referenceFile } from "../../../testing/reference-data.ts";

const bytesOf = (text: string | Uint8Array) => (typeof text === "string" ? new TextEncoder().encode(text) : text);
async function check(name: string, text: string | Uint8Array, strict = true) {
  const found = await checkFile(bytesAsSource(bytesOf(text)), name, { strict });
  return { ...found, rules: found.findings.map(({ rule, line }) => [rule, line]) };
}

const bed12 = "chr1\t100\t300\ta\t0\t+\t100\t300\t0\t2\t50,10\t0,190\n";
test.each<[string, string, readonly (readonly [string, number])[]]>([
  ["right", bed12, []],
  ["a start behind the end", "chr1\t5\t4\n", [["bed-end", 1]]],
  [
    "no numbers",
    "chr1\tx\t4\nchr1\t1\ty\nchr1\t1\t2\n",
    [
      ["bed-start", 1],
      ["bed-end", 2],
    ],
  ],
  ["blanks", "track name=x\nchr1 1 2\n", [["bed-separator", 2]]],
  ["fields that differ", "chr1\t1\t2\ta\nchr1\t1\t2\n", [["bed-fields", 2]]],
  ["a name with a point", "NC_000001.11\t1\t2\n", [["bed-chrom", 1]]],
  [
    "score and strand",
    "chr1\t1\t2\ta\t1001\t*\nchr1\t1\t2\ta\t0.5\t+\n",
    [
      ["bed-score", 1],
      ["bed-strand", 1],
      ["bed-score", 2],
    ],
  ],
  ["thick outside", bed12.replace("+\t100", "+\t99"), [["bed-thick", 1]]],
  ["colours", bed12.replace("300\t0\t2", "300\t256,0,0\t2"), [["bed-rgb", 1]]],
  ["blocks", bed12.replace("50,10\t", "50\t"), [["bed-blocks", 1]]],
  ["blocks that overlap", bed12.replace("0,190", "0,40"), [["bed-block-places", 1]]],
])("BED: %s", async (_title, text, rules) => {
  expect((await check("x.bed", text)).rules).toEqual(rules);
});

test("BED: places out of order are told with the step that sorts them", async () => {
  const { findings } = await check("x.bed", "chr1\t5\t9\nchr1\t1\t3\nchr2\t1\t2\nchr1\t20\t30\n");
  const step = { verb: "sort", by: [{ column: "chromosome" }, { column: "start" }] };
  expect(
    findings.map(({ rule, severity, line, expected, step: by }) => [rule, severity, line, expected.params["other"], by]),
  ).toEqual([
    ["bed-sorted", "note", 2, 1, step],
    ["bed-sorted", "note", 4, 2, step],
  ]);
});

const gff = (...lines: readonly string[]) => `##gff-version 3\n${lines.join("\n")}\n`;
const gene = "c\t.\tgene\t1\t9\t.\t+\t.\tID=g";
test.each<[string, string, readonly (readonly [string, number])[]]>([
  ["right", gff("##sequence-region c 1 100", gene, "c\t.\tCDS\t1\t9\t1e-3\t?\t0\tID=c1;Parent=g;Target=x 1 9 +"), []],
  ["no version", `${gene}\n`, [["gff3-version", 1]]],
  ["a start behind the end", gff(gene, "c\t.\tgene\t10\t9\t.\t+\t.\tID=h"), [["gff3-end", 3]]],
  ["a start of 0", gff("c\t.\tgene\t0\t9\t.\t+\t.\tID=g"), [["gff3-start", 2]]],
  ["a CDS without phase", gff(gene, "c\t.\tCDS\t1\t9\t.\t+\t.\tParent=g"), [["gff3-phase", 3]]],
  [
    "columns, strand, score, escape",
    gff("c\t.\tgene\t1\t9\t.\t+\tID=g", "c%2\t.\tgene\t1\t9\tx\t*\t.\tID=g"),
    [
      ["gff3-columns", 2],
      ["gff3-score", 3],
      ["gff3-strand", 3],
      ["gff3-escape", 3],
    ],
  ],
  [
    "attributes",
    gff("c\t.\tgene\t1\t9\t.\t+\t.\tID=g;pseudo;Note=a;Note=b;Kind=x"),
    [
      ["gff3-attributes", 2],
      ["gff3-attribute-twice", 2],
      ["gff3-attribute-case", 2],
    ],
  ],
  [
    "an ID of two types, and a part of itself",
    gff(gene, "c\t.\tmRNA\t1\t9\t.\t+\t.\tID=g;Parent=g"),
    [
      ["gff3-id", 3],
      ["gff3-cycle", 3],
    ],
  ],
  [
    "parts of each other",
    gff("c\t.\tgene\t1\t9\t.\t+\t.\tID=a;Parent=b", "c\t.\tgene\t1\t9\t.\t+\t.\tID=b;Parent=a"),
    [["gff3-cycle", 2]],
  ],
  ["a parent that is not there", gff(gene, "c\t.\tmRNA\t1\t9\t.\t+\t.\tID=m;Parent=z"), [["gff3-parent", 3]]],
  ["outside of its region", gff("##sequence-region c 1 8", gene), [["gff3-bounds", 3]]],
  ["a region that is none", gff("##sequence-region c 9 8", gene), [["gff3-region", 2]]],
])("GFF3: %s", async (_title, text, rules) => {
  expect((await check("x.gff3", text)).rules).toEqual(rules);
});

const exon = 'c\tx\texon\t1\t9\t.\t-\t.\tgene_id "g"; transcript_id "t";\n';
test.each<[string, string, readonly (readonly [string, number])[]]>([
  ["right", `#!genome-build x\n${exon}c\tx\tgene\t1\t9\t.\t-\t.\tgene_id "g"; level 2;\n`, []],
  ["no transcript", exon.replace(' transcript_id "t";', ""), [["gtf-transcript-id", 1]]],
  ["no semicolon", `${exon}${exon.replace('"t";', '"t"')}`, [["gtf-attributes", 2]]],
  ["text without quotes", exon.replace('"t"', "t"), [["gtf-quotes", 1]]],
  ["a CDS without frame", exon.replace("exon", "CDS"), [["gtf-frame", 1]]],
  [
    "places",
    `${exon}${exon.replace("\t1\t9", "\t0\t9")}${exon.replace("\t1\t9", "\t10\t9")}`,
    [
      ["gtf-start", 2],
      ["gtf-end", 3],
    ],
  ],
])("GTF: %s", async (_title, text, rules) => {
  expect((await check("x.gtf", text)).rules).toEqual(rules);
});

const maf =
  "Hugo_Symbol\tNCBI_Build\tChromosome\tStart_Position\tEnd_Position\tVariant_Classification\tVariant_Type\tReference_Allele\tTumor_Seq_Allele2\tTumor_Sample_Barcode\nTP53\t37\t17\t7577121\t7577122\tFrame_Shift_Del\tDEL\tTT\t-\tS1\n";
test.each<[string, string, readonly (readonly [string, number])[]]>([
  ["right", maf, []],
  ["a column that is not there", maf.replace("End_Position", "Stop"), [["maf-columns", 1]]],
  [
    "a date, a class, a type",
    maf.replace("TP53", "2-Sep").replace("Frame_Shift_Del", "Frameshift").replace("DEL", "Deletion"),
    [
      ["maf-symbol", 2],
      ["maf-classification", 2],
      ["maf-type", 2],
    ],
  ],
  [
    "alleles and lengths",
    maf.replace("TT\t-", "TTT\t?"),
    [
      ["maf-allele", 2],
      ["maf-length", 2],
    ],
  ],
  ["two builds", `${maf}${(maf.split("\n")[1] ?? "").replace("37", "38")}\n`, [["maf-builds", 3]]],
])("MAF: %s", async (_title, text, rules) => {
  expect((await check("x.maf", text)).rules).toEqual(rules);
});

const folder = referenceFile("conformance/gff3");
describe.skipIf(!existsSync(folder))("the conformance files of GFF3", () => {
  const lines = readFileSync(path.resolve(import.meta.dirname, "../../../../../fixtures/conformance-lines.tsv"), "utf8").split(
    "\n",
  );
  const expected = lines.map((line) => line.split("\t")).filter(([file]) => file?.startsWith("gff3/"));
  test("all of them are expected something of", () => {
    expect(expected.map(([file]) => file?.slice(5)).sort()).toEqual(readdirSync(folder).sort());
  });
  test.each(expected)("%s", async (file = "", _format, verdict, part, wanted = "") => {
    const bytes = new Uint8Array(readFileSync(path.join(folder, file.slice(5))));
    const relaxed = await check(file.slice(5), bytes, false);
    if (verdict === "pass") return expect(relaxed.findings.filter(({ severity }) => severity === "error")).toEqual([]);
    const told = new Set(
      relaxed.findings.filter(({ severity }) => part === "header" || severity === "error").map(({ line }) => line),
    );
    return expect(wanted.split(",").every((line) => told.has(Number(line)))).toBe(true);
  });
});

test.skipIf(!hasReference("tcga_laml/tcga_laml.maf.gz"))("the MAF of TCGA LAML is sound", async () => {
  const { errors, format } = await check(
    "tcga_laml.maf.gz",
    new Uint8Array(readFileSync(referenceFile("tcga_laml/tcga_laml.maf.gz"))),
    false,
  );
  expect([format, errors]).toEqual(["maf", 0]);
});
