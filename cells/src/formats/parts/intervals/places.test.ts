// Files of places as real programs write them: what columns hold and mean, which build they are of, and what is told.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Table } from "../../../artifacts/artifact.ts";
import { placeAt, placeColumns } from "../../../artifacts/places.ts";
import { cellJson, columnOf } from "../../../artifacts/table.ts";
import { recognise } from "../../../files/recognise.ts";
import { loadText } from "../../../testing/load-text.ts";
import { hasReference, referenceFile } from "../../../testing/reference-data.ts";

async function tableOf(name: string, content: string | Uint8Array, spec = {}) {
  const loaded = await loadText(name, content, spec);
  if (loaded.out?.type !== "table") throw new Error(`${name}: ${loaded.failure?.reason}`);
  return { table: loaded.out, loaded };
}
const cells = (table: Table, column: string) =>
  Array.from({ length: table.rowCount }, (_, row) => {
    const found = columnOf(table, column);
    return found ? cellJson(found, row) : undefined;
  });
const build = (table: Table) => placeColumns(table)?.build;
const zoo = (file: string) => new Uint8Array(readFileSync(referenceFile(`format_zoo/${file}`)));
const counts = (values: readonly unknown[]) => {
  const found: { [value: string]: number } = {};
  for (const value of values) found[String(value)] = (found[String(value)] ?? 0) + 1;
  return found;
};

test("starts stand as the format counts them, and places are [start, end) from 0 for all", async () => {
  const bed = await tableOf("x.bed", "chr1\t99\t200\ta\t0\t+\nchr2\t5\t6\tb\t.\t.\n");
  const gff = await tableOf(
    "x.gff3",
    "##gff-version 3\nchr1\t.\tgene\t100\t200\t.\t+\t.\tID=a\nchr2\t.\tSNV\t6\t6\t.\t.\t.\tID=b\n",
  );
  expect([cells(bed.table, "start"), cells(gff.table, "start")]).toEqual([
    [99, 5],
    [100, 6],
  ]);
  for (const { table } of [bed, gff]) {
    const places = placeColumns(table);
    expect(places && [0, 1].map((row) => placeAt(places, row))).toEqual([
      { chromosome: "chr1", start: 99, end: 200 },
      { chromosome: "chr2", start: 5, end: 6 },
    ]);
  }
  expect(columnOf(bed.table, "score")?.valid).toEqual(Uint8Array.of(1, 0));
});

test("chromosomes and alleles are texts, whatever they look like", async () => {
  const { table } = await tableOf("x.bed", "1\t1\t2\n2\t3\t4\n");
  expect(columnOf(table, "chromosome")).toMatchObject({ type: "text", dictionary: ["1", "2"], semantic: "chromosome" });
  const ssf =
    "chromosome\tbase_pair_location\teffect_allele\tother_allele\tbeta\tstandard_error\tp_value\n21\t9\tT\tT\t1\t1\t0.5\n";
  const { table: gwas } = await tableOf("x.tsv", ssf);
  expect(gwas.columns.map(({ type, semantic, origin }) => [type, semantic, origin])).toEqual([
    ["text", "chromosome", undefined],
    ["int32", "position", 1],
    ["text", "allele", undefined],
    ["text", "allele", undefined],
    ["int32", "number", undefined],
    ["int32", "number", undefined],
    ["float64", "p-value", undefined],
  ]);
});

test("the effect's allele is named as each program counts it", async () => {
  const saige = "CHR\tPOS\tMarkerID\tAllele1\tAllele2\tAC_Allele2\tAF_Allele2\tMissingRate\tBETA\tSE\tTstat\tvar\tp.value\n";
  const { loaded } = await tableOf("x.txt", `${saige}21\t9\trs1\tT\tC\t132\t0.4\t0\t0.8\t0.8\t1\t0.7\t0.3\n`);
  expect(loaded.logged).toContain("The columns are those of SAIGE.");
  expect(loaded.logged).toContain("Effects are those of the allele in Allele2.");
});

test("attributes are columns: escapes are read, values that repeat stand together, what is not there is missing", async () => {
  const gff =
    "##gff-version 3\nc\t.\tgene\t1\t9\t.\t+\t.\tID=a;Note=x%2C y%3B z;Dbxref=p,q%2Cr\nc\t.\tCDS\t1\t9\t1e-5\t?\t2\tParent=a,b\n";
  const { table } = await tableOf("x.gff3", gff);
  expect(table.columns.map(({ name }) => name).slice(8)).toEqual(["ID", "Note", "Dbxref", "Parent"]);
  expect(["ID", "Note", "Dbxref", "Parent", "score", "phase"].map((name) => cells(table, name))).toEqual([
    ["a", null],
    ["x, y; z", null],
    ["p,q%2Cr", null],
    [null, "a,b"],
    [null, 1e-5],
    [null, 2],
  ]);
  const gtf = 'c\tx\texon\t1\t9\t.\t-\t.\tgene_id "g"; transcript_id "t;1"; tag "a"; tag "b"; exon_number 2;\n';
  const { table: genes } = await tableOf("x.gtf", gtf);
  expect(["gene_id", "transcript_id", "tag", "exon_number"].map((name) => cells(genes, name)[0])).toEqual(["g", "t;1", "a,b", 2]);
});

test("a key of 100,000 values in one line is read at once, names beyond 256 stand together", async () => {
  const many = Array.from({ length: 100_000 }, (_, at) => `tag "t${at}";`).join(" ");
  const { table } = await tableOf("x.gtf", `c\tx\texon\t1\t9\t.\t-\t.\tgene_id "g"; ${many}\n`);
  expect(String(cells(table, "tag")[0]).split(",").length).toBe(100_000);
  const keys = Array.from({ length: 300 }, (_, at) => `k${at}=v${at}`).join(";");
  const { table: wide, loaded } = await tableOf("x.gff3", `##gff-version 3\nc\t.\tgene\t1\t9\t.\t+\t.\t${keys}\n`);
  expect([wide.columns.length, String(cells(wide, "other_attributes")[0]).slice(0, 9)]).toEqual([8 + 256 + 1, "k256=v256"]);
  expect(loaded.findings.map(({ rule }) => rule)).toEqual(["more-attributes"]);
});

test("the build is that which a file names, which its lengths or accessions tell, or which is set", async () => {
  const rows = "chr1\t1\t2\nchr2\t3\t4\n";
  const lengths = "##gff-version 3\n##sequence-region 1 1 248956422\n1\t.\tgene\t1\t9\t.\t+\t.\tID=a\n";
  expect(build((await tableOf("x.bed", `track name=x db=hg19\n${rows}`)).table)).toBe("GRCh37");
  expect(build((await tableOf("x.bed", `# genome mm10\n${rows}`)).table)).toBe("GRCm38");
  expect(build((await tableOf("x.bed", "NC_000001.11\t1\t2\nNC_000002.12\t1\t2\n")).table)).toBe("GRCh38");
  expect(build((await tableOf("x.gff3", lengths)).table)).toBe("GRCh38");
  const gencode = "##description: evidence-based annotation of the human genome (GRCh38), version 42 (Ensembl 108)\n";
  expect(build((await tableOf("x.gtf", `${gencode}chr1\tx\tgene\t1\t9\t.\t-\t.\tgene_id "g";\n`)).table)).toBe("GRCh38");
  expect(build((await tableOf("x.bed", rows)).table)).toBe(null);
  expect(build((await tableOf("x.bed", rows, { build: "GRCm39" })).table)).toBe("GRCm39");
  const { loaded } = await tableOf("x.bed", `track db=hg19\n${rows}`, { build: "GRCh38" });
  expect(loaded.findings.map(({ rule }) => rule)).toEqual(["build-otherwise"]);
});

test("a plain table with chromosomes is of the build that is set", async () => {
  const { table } = await tableOf("x.csv", "chrom,start,end,v\nchr1,1,20,0.5\nchr2,5,9,1\n", { build: "GRCh38" });
  expect([build(table), placeColumns(table)?.end?.name]).toEqual(["GRCh38", "end"]);
});

test("places behind the end of their chromosome are told with the build", async () => {
  const { loaded } = await tableOf("x.bed", "track db=hg38\nchr1\t1\t2\nchr21\t46709983\t46709984\nchr22\t5\t60818468\n");
  expect(loaded.findings).toMatchObject([
    { rule: "beyond-end", message: { params: { count: 2, line: 3, chromosome: "chr21", length: 46_709_983, build: "GRCh38" } } },
  ]);
});

test("what merely looks alike stays a table", () => {
  const found = (text: string, name = "x.tsv") => recognise(new TextEncoder().encode(text), name, true).format;
  expect(found("chrom\tstart\tend\tname\nchr1\t1\t2\ta\nchr1\t5\t9\tb\n")).toBe("tsv");
  expect(found("#rname\tstartpos\tendpos\tnumreads\nchr1\t1\t40020\t1066\n")).toBe("tsv");
  expect(found("chrM\t75\t1\nchrM\t76\t1\nchrM\t77\t2\n")).toBe("tsv");
  expect(found("1\t2\t3\n4\t5\t6\n7\t8\t9\n")).toBe("tsv");
  expect(found("chr1\t100\nchr2\t200\n")).toBe("tsv");
  expect(found("chr10\t40020\t19\t60\t61\nchrM\t5\t40717\t60\t61\n")).toBe("tsv");
  expect(found("10\t1691\t2336\t1\t1\t1\t19\t0\t27\n10\t2620\t2806\t0\t0\t1\t12\t0\t27\n")).toBe("tsv");
  expect(found("Hugo_Symbol\tEntrez_Gene_Id\tS1\tS2\nTP53\t7157\t1.5\t2\n")).toBe("tsv");
  expect(found("gene,chr,logFC,pvalue\nG0,chr7,1.015,0.4910\nG1,chr7,1.0,0.5\n", "x.csv")).toBe("csv");
  expect(found("gene\tP\tSE\nG0\t0.8\t1\nG1\t0.7\t1\n")).toBe("tsv");
});

test.skipIf(!hasReference("tcga_laml/tcga_laml.maf.gz"))(
  "mutations of TCGA LAML: maftools' nine classes hold 1,732 of 192 samples",
  async () => {
    const { table } = await tableOf(
      "tcga_laml.maf.gz",
      new Uint8Array(readFileSync(referenceFile("tcga_laml/tcga_laml.maf.gz"))),
    );
    expect([table.rowCount, table.columns.length, build(table)]).toEqual([2207, 17, "GRCh37"]);
    const classes = cells(table, "Variant_Classification");
    const silent = new Set(["Silent", "RNA", "IGR", "Intron", "5'Flank"]);
    const samples = cells(table, "Tumor_Sample_Barcode");
    const kept = classes.flatMap((one, row) => (silent.has(String(one)) ? [] : [row]));
    expect([kept.length, new Set(kept.map((row) => samples[row])).size, new Set(samples).size]).toEqual([1732, 192, 193]);
    // cut -f9 | sort | uniq -c
    expect(counts(classes)).toEqual({
      "5'Flank": 3,
      Frame_Shift_Del: 52,
      Frame_Shift_Ins: 91,
      IGR: 5,
      In_Frame_Del: 10,
      In_Frame_Ins: 42,
      Intron: 8,
      Missense_Mutation: 1342,
      Nonsense_Mutation: 103,
      RNA: 10,
      Silent: 449,
      Splice_Site: 92,
    });
  },
);

test.skipIf(!hasReference("format_zoo/hg19.chrom.sizes"))("files of genome browsers are named and read", async () => {
  // Lines less track lines, remarks and empty ones; awk '{print NF}', and of annotations 8 columns and their attributes' names.
  const expected: readonly (readonly [file: string, rows: number, columns: number, build: string | undefined])[] = [
    ["bed3.bed", 128, 3, undefined],
    ["chromosomes.bedgraph", 24, 4, undefined],
    ["hg19_myc.bedpe", 25, 13, undefined],
    ["sample.bedmethyl", 100, 18, undefined],
    ["gencode-lincRNA.gtf", 10, 8 + 13, undefined],
    ["Ensembl_MYC.gff3", 76, 8 + 20, undefined],
    ["hg19.chrom.sizes", 93, 2, "GRCh37"],
    ["myc_refFlat.txt", 23, 11, undefined],
    ["TCGA.AB.3009.seg.txt", 818, 6, undefined],
    ["fixedStep.wig", 89, 4, undefined],
  ];
  for (const [file, rows, columns, of] of expected) {
    const { table } = await tableOf(file, zoo(file));
    const found = table.columns.find(({ semantic }) => semantic === "chromosome")?.build;
    expect([file, table.rowCount, table.columns.length, found]).toEqual([file, rows, columns, of]);
  }
});
