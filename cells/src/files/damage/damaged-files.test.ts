// A genomic file whose first line was damaged is called what it is and refused with that line, and never read as a table of
// sorts; what merely looks a little like one stays a table or a text.

import { expect, test } from "vitest";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { setOf } from "../../testing/set-of.ts";
import { checkFile } from "../check-file.ts";
import { inspectFile } from "../inspect.ts";
import { readFile } from "../read-file.ts";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function refused(text: string, name = "dropped"): Promise<readonly unknown[]> {
  const { format, artifact, issues } = await inspectFile(bytesAsSource(utf8(text)), name);
  const first = issues.find(({ rule }) => rule.startsWith("first-line"));
  const { found = null, expected = null } = first?.message.params ?? {};
  return [format, artifact, first?.severity ?? null, first?.line ?? null, found, expected];
}

const zipped = (files: { readonly [name: string]: string }) => bytesAsSource(setOf(files));
const entries = "3 2 4\n1 1 5\n3 1 1\n2 2 7\n3 2 2\n";
const banner = "%%MatrixMarket matrix coordinate integer general";

test("Matrix Market: a mark lost, a letter lost or changed, what stands before it, the line lost", async () => {
  for (const found of [
    banner.slice(1),
    banner.slice(2),
    `%${banner}`,
    banner.replace("Market", "Markt"),
    banner.replace("trix", "rtix"),
    `"${banner}"`,
    ` ${banner}`,
  ]) {
    expect(await refused(`${found}\n%\n${entries}`)).toEqual(["mtx", null, "error", 1, found, banner]);
    expect(await refused(`${found}\n${entries}`, "matrix.mtx")).toEqual(["mtx", null, "error", 1, found, banner]);
  }
  expect(await refused(entries)).toEqual(["mtx", null, "error", 1, null, banner]);
  expect(await refused(`\n${banner}\n${entries}`)).toEqual(["mtx", null, "error", 1, "", banner]);
  // These are Matrix Market as it is: the standard compares without case, and a mark of UTF-8 is none of the text.
  for (const first of [banner.toLowerCase(), `\ufeff${banner}`])
    expect((await inspectFile(bytesAsSource(utf8(`${first}\n${entries}`)), "m.mtx")).shape).toEqual([3, 2]);
});

test("three files of 10x whose matrix has a damaged first line are those three files, and reading says the line", async () => {
  const names = {
    "barcodes.tsv": "AAAC-1\nAAAG-1\n",
    "features.tsv": "ENSG1\tA\tGene Expression\nENSG2\tB\tGene Expression\nENSG3\tC\tGene Expression\n",
  };
  for (const found of [banner.slice(1), banner.replace("Market", "Markt"), banner.slice(2)]) {
    const found10x = await inspectFile(zipped({ ...names, "matrix.mtx": `${found}\n${entries}` }), "trio");
    expect([found10x.format, found10x.artifact, found10x.issues[0]?.line]).toEqual(["10x-mtx", null, 1]);
    expect(found10x.issues[0]?.message.params["found"]).toBe(found);
  }
  const whole = await inspectFile(zipped({ ...names, "matrix.mtx": `\ufeff${banner.toLowerCase()}\n${entries}` }), "trio");
  expect([whole.format, whole.shape]).toEqual(["10x-mtx", [3, 2]]);
});

const site = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\nchr1\t10\t.\tA\tC\t.\tPASS\t.\n";
const read = (name: string): string => `@${name}\nACGTACGTAC\n+\nIIIIIIIIII\n`;
const header = "@HD\tVN:1.6\tSO:coordinate";
const alignment = "r1\t0\tchr1\t5\t60\t4M\t*\t0\t0\tACGT\tIIII\n";
const gene = "chr1\tx\tgene\t1\t90\t.\t+\t.\tID=g1\n";
const gct = "2\t2\nName\tDescription\tS1\tS2\ng1\tone\t1\t2\ng2\ttwo\t3\t4\n";
const places = "chr1\t10\t20\tpeak1\nchr1\t30\t40\tpeak2\n";
const sixty = "ACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGT";

test.each([
  ["vcf", `fileformat=VCFv4.2\n##x=1\n${site}`, "fileformat=VCFv4.2", "##fileformat=VCFv4.2"],
  ["vcf", `"##fileformat=VCFv4.2"\n${site}`, '"##fileformat=VCFv4.2"', "##fileformat=VCFv4.2"],
  ["fastq", read("r1").slice(1) + read("r2"), "r1", "@r1"],
  ["fastq", read("r1").slice(4) + read("r2"), "ACGTACGTAC", "@…"],
  ["fastq", `IIIIIIIIII\n${read("r2")}`, "IIIIIIIIII", "@…"],
  ["sam", `${header.slice(1)}\n@SQ\tSN:chr1\tLN:90\n${alignment}`, header.slice(1), header],
  ["sam", `@DH\tVN:1.6\n${alignment}`, "@DH\tVN:1.6", "@HD\tVN:1.6"],
  ["sam", `VN:1.6\n@SQ\tSN:chr1\tLN:90\n${alignment}`, "VN:1.6", "@HD\tVN:…"],
  ["gct", `1.2\n${gct}`, "1.2", "#1.2"],
  ["gct", `##1.2\n${gct}`, "##1.2", "#1.2"],
  ["gct", gct, null, "#1.2"],
  [
    "gtf",
    '!genome-build GRCh38\nchr1\tx\tgene\t1\t90\t.\t+\t.\tgene_id "g1";\n',
    "!genome-build GRCh38",
    "#!genome-build GRCh38",
  ],
  ["bed", `trak name=mine\n${places}`, "trak name=mine", "track name=mine"],
  ["bed", `rack name=mine\n${places}`, "rack name=mine", "track name=mine"],
  ["fasta", `seq1 Homo\n${sixty}\n${sixty}\n${sixty}\nACGT\n`, "seq1 Homo", ">seq1 Homo"],
  ["fasta", `${sixty}\n>seq2\nACGTACGTAC\n`, sixty, ">…"],
  ["nexus", "NEXUS\nbegin trees;\ntree t = (A,B);\nend;\n", "NEXUS", "#NEXUS"],
  ["stockholm", "STOCKHOLM 1.0\ns1 ACGTAC\ns2 ACGTAC\n//\n", "STOCKHOLM 1.0", "# STOCKHOLM 1.0"],
  [
    "salmon-quant",
    "name length effectivelength tpm numreads\nt1\t9\t5.5\t1.5\t3\n".replaceAll(/(?<=^[^\n]*) /g, "\t"),
    "name\tlength\teffectivelength\ttpm\tnumreads",
    "Name\tLength\tEffectiveLength\tTPM\tNumReads",
  ],
])("%s by all but its first line: %j", async (format, text, found, expected) => {
  expect(await refused(text)).toEqual([format, null, "error", 1, found, expected]);
});

test("whole ones that lost a mark which others do without are read, and the check says what is missing", async () => {
  for (const [text, format] of [
    [`#fileformat=VCFv4.2\n${site}`, "vcf"],
    [`#gff-version 3\n${gene}`, "gff3"],
    [`gff-version 3\n${gene}`, "gff3"],
    [alignment, "sam"],
  ] as const)
    expect((await inspectFile(bytesAsSource(utf8(text)), "dropped")).format).toBe(format);
});

test("a plain table or text that begins a little like one stays what it is", async () => {
  for (const text of [
    "Tracks of the deer\nnorth 1 2\n",
    "Clustal Omega is a program\nthat aligns sequences.\n",
    "Stockholm 1.0 is a format.\nIt has lines.\n",
    "1.2\n3.4\n5.6\n",
    "1.2\n10 20\n30 40\n",
    "3 2 4\n1 1 5\n3 1 1\n",
    "guide\nACGTACGTACGTACGTACGT\nACGTACGTACGTACGTACGA\nACGTACGTACGTACGTACGC\nACGTACGTACGTACGTACGG\n",
    "name\tlength\nt1\t9\n",
    "Hugo_symbol\tS1\nTP53\t1\n",
    "Locus\tallele\nD3S1358\t15\n",
    "id\tchrom\tstart\tend\nx\tchr1\t1\t2\n",
  ]) {
    const { format, issues } = await inspectFile(bytesAsSource(utf8(text)), "dropped");
    expect([text, ["tsv", "csv", "delimited", "text"].includes(format)]).toEqual([text, true]);
    expect(issues.filter(({ rule }) => rule.startsWith("first-line"))).toEqual([]);
  }
});

test("it is read as a table where that is asked for, which the refusal offers", async () => {
  const damaged = bytesAsSource(utf8(`1.2\n${gct}`));
  const { issues } = await inspectFile(damaged, "x.gct");
  expect(issues[0]?.fix).toEqual({ path: ["format"], value: "tsv" });
  await expect(readFile(damaged, "x.gct", { format: "gct" })).rejects.toThrow("first-line-damaged");
  expect((await readFile(damaged, "x.gct", { format: "tsv" })).listed.format.name).toBe("tsv");
});

test("the check of such a file says the line, and goes on by the rules of its format", async () => {
  const { format, errors, findings } = await checkFile(bytesAsSource(utf8(`${header.slice(1)}\n${alignment}`)), "x.sam");
  expect([format, errors > 0]).toEqual(["sam", true]);
  expect(findings[0]).toMatchObject({ rule: "file-first-line", line: 1, found: header.slice(1) });
});
