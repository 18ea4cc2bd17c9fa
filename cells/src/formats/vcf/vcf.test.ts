// What comes of a VCF is what bcftools 1.16 says of it (norm -m-, query), cell by cell.

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { type Assay, type Column, missingByte, type Table } from "../../artifacts/artifact.ts";
import { featureIds, sampleIds, withLayer } from "../../artifacts/assay.ts";
import { cellJson, columnOf } from "../../artifacts/table.ts";
import { digestOfArtifact } from "../../artifacts/digest-of-artifact.ts";
import { FailureError } from "../../base/failure.ts";
import { readFile, type ReadFileOptions } from "../../files/read-file.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { utf8 } from "../../testing/describe-format.ts";
import { hasReference, referenceFile } from "../../testing/reference-data.ts";
import { setOf } from "../../testing/set-of.ts";
import { beside, family, gvcf, imputed, sitesOnly } from "./vcf.fixture.ts";

async function read(content: string | Uint8Array, options: ReadFileOptions = {}) {
  const bytes = typeof content === "string" ? utf8(content) : content;
  const { content: found, issues } = await readFile(bytesAsSource(bytes), "x.vcf", options);
  if (found.shape !== "whole") throw new Error("no artifact");
  return { artifact: found.artifact, issues, rules: issues.map(({ rule }) => rule) };
}
const assayOf = async (content: string | Uint8Array, options: ReadFileOptions = {}): Promise<Assay> => {
  const { artifact } = await read(content, options);
  if (artifact.type !== "assay") throw new Error("no assay");
  return artifact;
};
const told = (table: Table, name: string) => {
  const column = columnOf(table, name);
  return column && Array.from({ length: table.rowCount }, (_, row) => cellJson(column, row));
};
const dosages = ({ values }: Assay): number[] => (values.layout === "sparse" ? [] : [...values.data]);
const n = missingByte;

test("sites, one for each alternative, with the type that the header says", async () => {
  const { features } = await assayOf(family);
  expect(features.columns.map(({ name, type }) => `${name} ${type}`)).toEqual([
    "site text",
    "chromosome text",
    "position int32",
    "id text",
    "ref text",
    "alt text",
    "quality float64",
    "filter text",
    "NS int32",
    "DP int32",
    "AF float64",
    "DB boolean",
  ]);
  expect(told(features, "site")).toEqual([
    "20:14370:G:A",
    "20:17330:T:A",
    "20:1110696:A:<DEL>",
    "20:1234567:GTC:G",
    "20:1234567:GTC:GTCT",
    "X:2781600:C:T",
  ]);
  expect(told(features, "id")).toEqual(["rs6054257", null, "rs6040355", "microsat1", "microsat1", null]);
  expect(told(features, "quality")).toEqual([29, 3.5, 67, 50, 50, null]);
  expect(told(features, "filter")).toEqual(["PASS", "q10", "PASS", "PASS", "PASS", null]);
  expect(told(features, "AF")).toEqual([0.5, 0.017, 0.001, 0.25, 0.5, null]);
  expect(told(features, "DP")).toEqual([14, 11, 10, 9, 9, null]);
  expect(told(features, "DB")).toEqual([true, false, true, false, false, false]);
  const [chromosome, position] = [columnOf(features, "chromosome"), columnOf(features, "position")];
  expect([chromosome?.semantic, chromosome?.build]).toEqual(["chromosome", "GRCh36"]);
  expect([position?.semantic, position?.origin]).toEqual(["position", 1]);
});

test("dosages of each alternative; half calls are missing and kept apart, haploid ones are 0 or 1", async () => {
  const assay = await assayOf(family);
  expect(assay.values.layout).toBe("bytes");
  expect(dosages(assay)).toEqual([0, 1, 2, 0, 1, n, 0, 1, 0, 1, 0, n, 0, 1, n, 1, 1, 0]);
  expect(sampleIds(assay)).toEqual(["mother", "father", "child"]);
  expect(told(assay.samples, "ploidy")).toEqual(["2", "1, 2", "1, 2"]);
  // Frequencies are counted in copies: what is not diploid brings the layer along, as it is where it is asked for.
  const copies = withLayer(assay, "ploidy");
  expect(copies && dosages(copies)).toEqual([2, 2, 2, 2, 2, n, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1]);
  const half = withLayer(assay, "half calls");
  expect(half && dosages(half)).toEqual([n, n, n, n, n, n, n, n, n, n, n, 1, n, n, 0, n, n, n]);
});

test("layers on request: numbers of samples, depths of the site's allele and of the reference, phase, ploidy", async () => {
  const assay = await assayOf(family, { layers: ["GQ", "AD", "phase", "ploidy", "XX"] });
  const of = (name: string) => {
    const layer = withLayer(assay, name);
    return layer && dosages(layer).map((value) => (Number.isNaN(value) ? null : value));
  };
  expect(assay.layers?.map(({ name }) => name)).toEqual(["phase", "ploidy", "half calls", "GQ", "AD", "AD_ref"]);
  expect(of("GQ")).toEqual([48, 48, 43, 49, 3, null, null, 2, 35, 35, 17, 40, 35, 17, 40, null, null, null]);
  expect(of("AD")?.slice(9, 15)).toEqual([5, 0, 1, 0, 3, null]);
  expect(of("AD_ref")?.slice(9, 15)).toEqual([4, 2, 1, 4, 2, 1]);
  expect(of("phase")).toEqual([1, 1, 0, 1, 1, n, 0, 0, 0, 0, 0, n, 0, 0, n, 0, 1, 1]);
  expect(of("ploidy")).toEqual([2, 2, 2, 2, 2, n, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1]);
  expect((await read(family, { layers: ["XX"] })).rules).toContain("layers-none");
});

test("a gVCF: blocks are left out or kept with their end; what was not seen is no site", async () => {
  const called = await assayOf(gvcf);
  expect([featureIds(called), dosages(called)]).toEqual([["chr1:100:C:A"], [1]]);
  const all = await assayOf(gvcf, { blocks: "keep" });
  expect(featureIds(all)).toEqual(["chr1:1:N:<NON_REF>", "chr1:100:C:A", "chr1:101:G:<NON_REF>"]);
  expect(told(all.features, "end")).toEqual([99, null, 200]);
  expect(columnOf(all.features, "chromosome")?.build).toBe("GRCh38");
});

test("dosages that were imputed are the values where there are no genotypes", async () => {
  const assay = await assayOf(imputed);
  expect([assay.values.layout, assay.scale]).toEqual(["dense", "dosage"]);
  expect(dosages(assay)).toEqual([0.125, 1.5, 0, Number.NaN, 2, Number.NaN]);
  const probabilities = imputed
    .replaceAll("\tDS\t", "\tGP\t")
    .replace("0.125\t1.5", "0.5,0.3,0.2\t0,0,1")
    .replace("A\tG,C", "A\tG")
    .replace("0,2\t.", "1,1,1\t.");
  const { artifact, rules } = await read(probabilities);
  expect(dosages(artifact as Assay).map((value) => Number(value.toFixed(6)))).toEqual([0.7, 2, Number.NaN, Number.NaN]);
  expect(rules).toEqual(["imputed", "dosage-invalid", "build-unknown"]);
});

test("dosages that contradict the genotypes beside them are counted as bcftools finds them, with the first", async () => {
  const { issues } = await read(beside);
  const said = (rule: string) => issues.find((issue) => issue.rule === rule);
  expect(said("dosages-against")).toMatchObject({
    line: 8,
    message: { params: { count: 6, sample: "ann", dosage: 1.8, copies: 0 } },
    fix: { path: ["layers"], value: ["DS"] },
  });
  // bob has one copy of X and a dosage of 2.
  expect(said("dosages-doubled")).toMatchObject({ line: 12, message: { params: { count: 1 } } });
  expect(
    (await read(beside.replaceAll(/0\.95$|:1\.8|:0\.1$|:1\.9,0\.1|:0\.2/gm, ":."))).issues.map(({ rule }) => rule),
  ).not.toContain("dosages-against");
});

test("imputed dosages of calls with one copy are of one copy where GP says so, and told where nothing does", async () => {
  const head = imputed.slice(0, imputed.indexOf("1\t100"));
  const text = `${head.replaceAll("\t9", "")}X\t5\t.\tA\tG\t.\t.\t.\tDS:GP\t0.9:0.1,0.9\t1.1:0.1,0.7,0.2\nX\t6\t.\tA\tG\t.\t.\t.\tDS:GP\t1.8:0.1,0.9\t.:.\n`;
  const { artifact, issues } = await read(text);
  const copies = withLayer(artifact as Assay, "ploidy");
  expect(copies && dosages(copies)).toEqual([1, 2, 1, n]);
  expect(told((artifact as Assay).samples, "ploidy")).toEqual(["1", "2"]);
  expect(issues.map(({ rule, line }) => [rule, line])).toEqual([
    ["imputed", null],
    ["dosages-doubled", 5],
    ["haploid", 4],
    ["build-unknown", null],
  ]);
  const unknown = await read(text.replaceAll(":GP", "").replaceAll(/(\t[\d.]+):[\d.,]+/g, "$1"));
  expect(unknown.issues.find(({ rule }) => rule === "copies-unknown")?.message.params).toEqual({ count: 2, chromosomes: ["X"] });
  expect((await read(imputed)).issues.map(({ rule }) => rule)).not.toContain("copies-unknown");
});

test("without samples it is a table of sites; lists stay texts", async () => {
  const { artifact } = await read(sitesOnly);
  expect(artifact.type).toBe("table");
  expect(told(artifact as Table, "OLD")).toEqual(["a,b", null]);
  expect(told(artifact as Table, "end")).toEqual([null, 300]);
  expect(told(artifact as Table, "filter")).toEqual(["PASS", "q10;s50"]);
});

test("beside its index in a folder it is the same", async () => {
  const index = new Uint8Array(gzipSync(utf8("TBI\u0001")));
  const packed = new Uint8Array(gzipSync(utf8(family)));
  const { artifact } = await read(setOf({ "calls.vcf.gz": packed, "calls.vcf.gz.tbi": index }));
  expect(digestOfArtifact(artifact)).toBe(digestOfArtifact((await read(family)).artifact));
});

const lines = (header: string, info: string, alts = "G"): string =>
  `##fileformat=VCFv4.2\n${header}\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n1\t10\t.\tA\t${alts}\t.\t.\t${info}\n`;

test("CSQ of VEP: of each allele the most severe entry, and how many it had", async () => {
  const header =
    '##INFO=<ID=CSQ,Number=.,Type=String,Description="Consequence annotations from Ensembl VEP. Format: Allele|Consequence|IMPACT|SYMBOL|DISTANCE">';
  const csq =
    "CSQ=G|intron_variant|MODIFIER|B1|,G|stop_gained&splice_region_variant|HIGH|B2|,-|missense_variant|MODERATE|B3|12,G|stop_gained|HIGH|B4|";
  const { artifact, rules } = await read(lines(header, csq, "G,AT").replace("\tA\tG,AT", "\tAC\tAG,A"));
  const table = artifact as Table;
  expect(told(table, "CSQ_entries")).toEqual([3, 1]);
  expect(told(table, "CSQ_Consequence")).toEqual(["stop_gained&splice_region_variant", "missense_variant"]);
  expect(told(table, "CSQ_SYMBOL")).toEqual(["B2", "B3"]);
  expect(told(table, "CSQ_DISTANCE")).toEqual([null, 12]);
  expect(columnOf(table, "CSQ_SYMBOL")?.semantic).toBe("gene");
  expect(rules).toContain("entries");
});

test("ANN of SnpEff: its columns are named by its header", async () => {
  const header =
    "##INFO=<ID=ANN,Number=.,Type=String,Description=\"Functional annotations: 'Allele | Annotation | Annotation_Impact | Gene_Name | cDNA.pos / cDNA.length'\">";
  const { artifact } = await read(
    lines(header, "ANN=G|missense_variant|MODERATE|PTEN|3/8515,G|upstream_gene_variant|MODIFIER|X|"),
  );
  expect((artifact as Table).columns.slice(8).map(({ name }: Column) => name)).toEqual([
    "ANN_entries",
    "ANN_Allele",
    "ANN_Annotation",
    "ANN_Annotation_Impact",
    "ANN_Gene_Name",
    "ANN_cDNA.pos_cDNA.length",
  ]);
  expect(told(artifact as Table, "ANN_Gene_Name")).toEqual(["PTEN"]);
});

test("what is odd in INFO is said with its line, and read as far as it can be", async () => {
  const header = '##INFO=<ID=DP,Number=1,Type=Integer,Description="x">\n##INFO=<ID=AF,Number=A,Type=Float,Description="x">';
  const { artifact, issues } = await read(lines(header, "DP=many;AF=0.1;NEW=a;DP=3;end=7", "G,T"));
  const table = artifact as Table;
  expect(issues.map(({ rule, line }) => [rule, line])).toEqual([
    ["split", 5],
    ["info-odd", 5],
    ["info-uneven", 5],
    ["info-repeated", 5],
    ["info-unknown", null],
    ["build-unknown", null],
  ]);
  expect(told(table, "AF")).toEqual([0.1, null]);
  expect(told(table, "NEW")).toEqual(["a", "a"]);
  expect(told(table, "INFO_end")).toEqual(["7", "7"]);
  expect(columnOf(table, "DP")).toBeNull();
});

test("sites and samples of one name are numbered and said", async () => {
  const twice = family.replace("20\t17330\t.\tT\tA", "20\t14370\t.\tG\tA").replace("mother\tfather", "father\tfather");
  const { artifact, rules } = await read(twice);
  expect(featureIds(artifact as Assay).slice(0, 2)).toEqual(["20:14370:G:A", "20:14370:G:A#2"]);
  expect(sampleIds(artifact as Assay)).toEqual(["father", "father_2", "child"]);
  expect(rules).toEqual(expect.arrayContaining(["names-repeat", "samples-repeat"]));
});

test("genotypes that are none are missing and said; 4.4 may tell how the first allele is phased", async () => {
  const odd = family.replace("1/1:43:5", "1/7:43:5").replace("0|0:49:3", "a/0:49:3").replace("0/0:35", "|0/1:35");
  const { artifact, issues } = await read(odd);
  expect(dosages(artifact as Assay).slice(0, 9)).toEqual([0, 1, n, n, 1, n, 0, 1, 1]);
  expect(issues.find(({ rule }) => rule === "gt-invalid")).toMatchObject({ line: 16 });
});

test("letters of other encodings are found", async () => {
  const text = family.replace("dbSNP membership", "dbSNP-Zugehörigkeit");
  const latin = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const { rules } = await read(latin);
  expect(rules[0]).toBe("encoding-guessed");
});

describe("what is damaged ends soon and in words", () => {
  const refused = async (text: string): Promise<string> => {
    try {
      await read(text);
      return "read";
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      return error.failure.reason;
    }
  };
  test("a line of 100 MB", async () => {
    const started = performance.now();
    expect(await refused(`${sitesOnly}chr1\t1\t.\tA\t${"ACGT".repeat(25 << 20)}`)).toBe("format-variants.line-too-long");
    expect(performance.now() - started).toBeLessThan(20_000);
  });
  test("thousands of fields that are none", async () => {
    const info = Array.from({ length: 6000 }, (_, at) => `K${at}=1`).join(";");
    expect(await refused(`${sitesOnly}chr1\t1\t.\tA\tG\t.\t.\t${info}\n`)).toBe("format-variants.too-many-fields");
  });
  test("a description without an end, and a header of a million letters", async () => {
    expect(await refused(sitesOnly.replace('"Allele Frequency">', `"${"x=,".repeat(300_000)}>`))).toBe("read");
  });
  test("ten thousand samples of one name", async () => {
    const names = "\ts".repeat(10_000);
    const calls = "\t0/1".repeat(10_000);
    const header = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT";
    const text = `##fileformat=VCFv4.2\n${header}${names}\n1\t1\t.\tA\tG\t.\t.\t.\tGT${calls}\n`;
    const started = performance.now();
    expect((await assayOf(text)).sampleCount).toBe(10_000);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

const shared = [
  "format_zoo/volvox.vcf.gz",
  "clinvar_20genes/clinvar_20genes_GRCh37.vcf.gz",
  "kg_phase1_1092/kg_phase1_14079.vcf.gz",
];
test.skipIf(!hasReference(...shared))(
  "real files: records, sums and missing genotypes as bcftools counts them",
  { timeout: 60_000 },
  async () => {
    const [volvox = "", clinvar = "", people = ""] = shared.map((name) => referenceFile(name));
    const totals = (assay: Assay) => [
      assay.featureCount,
      assay.sampleCount,
      dosages(assay).reduce((sum, value) => sum + Math.max(0, value), 0),
      dosages(assay).filter((value) => value === n).length,
    ];
    expect(totals(await assayOf(readFileSync(volvox)))).toEqual([109, 1094, 7496, 30_713]);
    expect(totals(await assayOf(readFileSync(people)))).toEqual([14_079, 1092, 12_876_745, 0]);
    const { artifact } = await read(readFileSync(clinvar));
    expect((artifact as Table).rowCount).toBe(20_530);
  },
);
