// Lines by the text of the standard, not out of the conformance files: what must be found and where, and what must not.

import { describe, expect, test } from "vitest";
import { checkFile } from "../../files/check-file.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { findingsIn } from "../../testing/checked.ts";
import * as vcf from "./check.ts";

const names = "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO";
const text = (version: string, meta: readonly string[], columns: string, records: readonly string[]): string =>
  [`##fileformat=VCFv${version}`, ...meta, columns, ...records, ""].join("\n");
const records = (version: string, ...lines: readonly string[]): string =>
  text(
    version,
    [],
    names,
    lines.map((line) => line.replaceAll(" ", "\t")),
  );
const withSamples = (version: string, ...lines: readonly string[]): string =>
  text(
    version,
    [],
    `${names}\tFORMAT\tA\tB`,
    lines.map((line) => line.replaceAll(" ", "\t")),
  );
const meta = (version: string, ...lines: readonly string[]): string => text(version, lines, names, ["1\t9\t.\tA\tC\t.\t.\t."]);

const strict = async (content: string) =>
  (await checkFile(bytesAsSource(new TextEncoder().encode(content)), "x", { format: "vcf", strict: true })).findings
    .filter(({ severity }) => severity === "error")
    .map(({ rule, line }) => `${rule} ${line}`);

describe("refused, with rule and line", () => {
  test.each([
    ["a second ##fileformat", meta("4.2", "##fileformat=VCFv4.2"), "vcf-fileformat-twice 2"],
    ["no version", records("4", "1 9 . A C . . ."), "vcf-fileformat 1"],
    ["FORMAT of type Flag", meta("4.3", '##FORMAT=<ID=X,Number=0,Type=Flag,Description="x">'), "vcf-meta-type 2"],
    ["Number=LA before 4.5", meta("4.4", '##FORMAT=<ID=X,Number=LA,Type=Integer,Description="x">'), "vcf-meta-number 2"],
    ["Number=P in INFO", meta("4.4", '##INFO=<ID=X,Number=P,Type=Integer,Description="x">'), "vcf-meta-number 2"],
    ["an INFO line without Type", meta("4.2", '##INFO=<ID=X,Number=1,Description="x">'), "vcf-meta-required 2"],
    ["a key twice in a line", meta("4.2", '##FILTER=<ID=a,ID=b,Description="x">'), "vcf-meta-field-twice 2"],
    ["an ID twice since 4.3", meta("4.3", "##contig=<ID=1>", "##contig=<ID=1>"), "vcf-meta-twice 3"],
    ["a Flag with Number=1 since 4.3", meta("4.3", '##INFO=<ID=X,Number=1,Type=Flag,Description="x">'), "vcf-meta-flag 2"],
    ["an empty value since 4.3", meta("4.4", "##source="), "vcf-meta-empty 2"],
    ["a length that is none", meta("4.3", "##contig=<ID=1,length=10kb>"), "vcf-meta-contig-length 2"],
    ["a contig that begins with *", meta("4.3", "##contig=<ID=*1>"), "vcf-meta-contig 2"],
    ["a contig with brackets", meta("4.3", "##contig=<ID=1[2]>"), "vcf-meta-contig 2"],
    ["blanks in the place of tabs", text("4.2", [], names.replaceAll("\t", " "), []), "vcf-header 2"],
    ["a column too few", text("4.2", [], names.replace("\tQUAL", ""), []), "vcf-header 2"],
    ["a tab at the end of the names", text("4.2", [], `${names}\tFORMAT\tA\t`, []), "vcf-sample-empty 2"],
    ["a record before the names", "##fileformat=VCFv4.2\n1\t9\t.\tA\tC\t.\t.\t.\n", "vcf-header-missing 2"],
    ["a field too few", records("4.2", "1 9 . A C . ."), "vcf-columns 3"],
    ["an empty field", records("4.2", "1 9  A C . . ."), "vcf-empty 3"],
    ["a position with a point", records("4.2", "1 1e3 . A C . . ."), "vcf-pos 3"],
    [
      "a position behind the telomere",
      text("4.2", ["##contig=<ID=1,length=10>"], names, ["1\t12\t.\tA\tC\t.\t.\t."]),
      "vcf-pos-length 4",
    ],
    ["the same identifier twice in a field since 4.3", records("4.3", "1 9 rs1;rs1 A C . . ."), "vcf-id 3"],
    ["REF as a symbol", records("4.2", "1 9 . <DEL> C . . ."), "vcf-ref 3"],
    ["an allele with a hyphen", records("4.2", "1 9 . A - . . ."), "vcf-alt 3"],
    ["a symbol that is not closed", records("4.2", "1 9 . A <DEL . . ."), "vcf-alt-symbolic 3"],
    ["brackets of two directions", records("4.2", "1 9 . A A[2:5] . . ."), "vcf-alt-breakend 3"],
    ["a mate without position", records("4.2", "1 9 . A A[2[ . . ."), "vcf-alt-breakend 3"],
    ["a star within bases since 4.3", records("4.3", "1 9 . A A* . . ."), "vcf-alt 3"],
    ["an allele twice", records("4.2", "1 9 . A C,C . . ."), "vcf-alt-twice 3"],
    ["a filter twice since 4.3", records("4.3", "1 9 . A C . q10;q10 ."), "vcf-filter-twice 3"],
    ["a key of INFO twice since 4.3", records("4.4", "1 9 . A C . . X=1;X=2"), "vcf-info-twice 3"],
    ["a key that begins with a digit since 4.3", records("4.3", "1 9 . A C . . 2X=1"), "vcf-info-key-letters 3"],
    ["an integer beyond 32 bits", records("4.3", "1 9 . A C . . DP=2147483648"), "vcf-info-type 3"],
    ["an integer that BCF keeps for itself", records("4.3", "1 9 . A C . . AD=1,-2147483648"), "vcf-info-type 3"],
    ["AD of two for three alleles since 4.3", records("4.3", "1 9 . A C,G . . AD=1,2"), "vcf-info-number 3"],
    ["a frequency above 1", records("4.2", "1 9 . A C . . AF=1.5"), "vcf-info-frequency 3"],
    ["the same deletion with other context", records("4.2", "1 9 . CAT C . . .", "1 9 . CATG CG . . ."), "vcf-duplicate 4"],
    ["a first phase before 4.4", withSamples("4.3", "1 9 . A C . . . GT /0/1 0/1"), "vcf-sample-gt 3"],
    ["a separator at the end", withSamples("4.2", "1 9 . A C . . . GT 0/1 0/"), "vcf-sample-gt 3"],
    ["an allele that ALT has not", withSamples("4.5", "1 9 . A C . . . GT 0/1 2"), "vcf-sample-allele 3"],
    ["PL of a triploid", withSamples("4.2", "1 9 . A C . . . GT:PL 0/0/1:1,2,3 0/1:1,2,3"), "vcf-sample-number 3"],
    ["a negative depth", withSamples("4.2", "1 9 . A C . . . GT:DP 0/0:-3 0/1:2"), "vcf-sample-negative 3"],
    ["PSO for one of two alleles", withSamples("4.4", "1 9 . A C . . . GT:PSO 0|1:1 0|1:1,2"), "vcf-sample-number 3"],
    [
      "local depths of alleles that LAA has not",
      withSamples("4.5", "1 9 . A C,G . . . GT:LAA:LAD 0/2:2:1,2,3 0/1:1:3,4"),
      "vcf-sample-number 3",
    ],
    ["local depths without LAA", withSamples("4.5", "1 9 . A C,G . . . GT:LAD 0/2:1,2 0/1:3,4"), "vcf-format-local 3"],
    ["a key of FORMAT twice", withSamples("4.2", "1 9 . A C . . . GT:DP:DP 0/0:1:1 0/1:2:2"), "vcf-format-twice 3"],
    ["a deletion without its length since 4.4", records("4.4", "1 9 . A <DEL> . . SVCLAIM=J"), "vcf-info-svlen 3"],
  ])("%s", async (_title, content, found) => {
    expect(await strict(content)).toContain(found);
    for (const one of await strict(content)) expect(one.split(" ").at(-1)).toBe(found.split(" ").at(-1));
  });
});

describe("sound also where checking is strict", () => {
  test.each([
    [
      "a telomere, and one behind the end",
      text("4.2", ["##contig=<ID=1,length=9>"], names, ["1\t0\t.\tN\t.[1:5[\t.\t.\t.", "1\t10\t.\tN\tN]1:5]\t.\t.\t."]),
    ],
    ["single breakends", records("4.3", "1 9 . A A. . . .", "1 10 . A .A . . .")],
    ["a contig of the assembly file inserted", records("4.2", "13 9 . C C<ctg1> . . .").replace("C<ctg1>", "C[<ctg1>:7[")],
    ["lower case bases", records("4.1", "1 9 . acg t . . .")],
    ["spaces in values since 4.3", text("4.3", [], names, ["1\t9\t.\tA\tC\t.\t.\tNOTE=two words"])],
    ["encoded signs since 4.3", records("4.3", "1 9 . A C . . NOTE=a%3Bb%3Dc")],
    [
      "HLA alleles as sequences since 4.3",
      text("4.3", ["##contig=<ID=HLA-A*01:01:01:01,length=3503>"], names, ["HLA-A*01:01:01:01\t9\t.\tA\tC\t.\t.\t."]),
    ],
    ["a Float without digits before the point", records("4.4", "1 9 . A C .5e-3 PASS AF=.5")],
    ["infinities of every spelling", records("4.3", "1 9 . A C Infinity . BQ=-INF")],
    ["missing values in lists", withSamples("4.3", "1 9 . A C,G . . AC=.,2 GT:AD ./.:.,.,. 0/2:1,.,3")],
    ["trailing values dropped", withSamples("4.2", "1 9 . A C . . . GT:DP:GQ 0/1 0/1:3")],
    ["a call without genotype, with likelihoods of two alleles", withSamples("4.2", "1 9 . A C . . . GT:PL .:1,2,3 ./.:0,1,2")],
    ["haploid and tetraploid", withSamples("4.2", "X 9 . A C . . . GT:GL 0:-1,-2 0/0/1/1:-1,-2,-3,-4,-5")],
    ["first phases since 4.4", withSamples("4.4", "1 9 . A C . . . GT:PSL /0|1:.,p1 |0/1/1:p1,.,.")],
    [
      "the local alleles of 4.5 (its §1.6.2)",
      withSamples("4.5", "1 9 . G A,C,T,<*> . . . GT:LAA:LAD:LPL 2/4:2,4:20,30,10:90,80,0,100,110,120 0/0::30:0").replace(
        "0/0::30:0",
        "0/0:.:30:0",
      ),
    ],
    ["two insertions of unknown sequence at one place", records("4.2", "1 9 . A <INS> . . .", "1 9 . A <INS> . . .")],
    ["several records at one place", records("4.2", "1 9 . A C . . .", "1 9 . A G . . .", "1 9 . AC A . . .")],
    [
      "quotes and backslashes in a description",
      meta("4.2", String.raw`##INFO=<ID=X,Number=1,Type=String,Description="a \"b\" \\, <c>">`),
    ],
    [
      "values of ##META",
      meta(
        "4.3",
        "##META=<ID=Assay,Type=String,Number=.,Values=[WholeGenome, Exome]>",
        '##SAMPLE=<ID=S1,Assay=Exome,Description="x">',
      ),
    ],
    [
      "a pedigree by ID since 4.3",
      meta("4.3", "##PEDIGREE=<ID=Child,Father=F,Mother=M>", "##PEDIGREE=<ID=Child2,Father=F,Mother=M>"),
    ],
    ["symbols of ambiguity since 4.3", meta("4.3", '##ALT=<ID=R,Description="IUPAC code R = A/G">')],
    ["a header without records", text("4.5", [], names, [])],
    ["line ends of Windows", records("4.2", "1 9 . A C . . .").replaceAll("\n", "\r\n")],
  ])("%s", async (_title, content) => {
    expect(await strict(content)).toEqual([]);
  });
});

test("a reference block of a caller is no fault (GATK, bcftools: <NON_REF>, <*>)", async () => {
  const found = await findingsIn(
    vcf,
    text(
      "4.2",
      ['##ALT=<ID=NON_REF,Description="x">', '##INFO=<ID=END,Number=1,Type=Integer,Description="x">'],
      `${names}\tFORMAT\tS`,
      ["1\t9\t.\tA\t<NON_REF>\t.\t.\tEND=20\tGT:MIN_DP\t0/0:3"],
    ),
  );
  expect(found.map(({ rule }) => rule)).toEqual(["vcf-format-key-letters"]);
});

test("what blanks stand for tabs in is offered with tabs", async () => {
  const found = await findingsIn(vcf, text("4.2", [], names.replaceAll("\t", " "), ["1 9 . A C . . ."]));
  expect(found.map(({ fix }) => fix)).toContainEqual({ line: 2, text: names });
});

test("sections are those of the file's own version", async () => {
  for (const [version, section] of [
    ["4.1", "VCF 4.1 §1.4.1"],
    ["4.3", "VCF 4.3 §1.6.1"],
    ["4.5", "VCF 4.5 §1.6.1"],
  ] as const)
    expect((await findingsIn(vcf, records(version, "1 x . A C . . ."))).map((found) => found.section)).toEqual([section]);
});

test("any bytes are checked to their end", async () => {
  const whole = withSamples("4.2", "1 9 . A C . . AC=1 GT:PL 0/0:1,2,3 0/1:1,2,3");
  for (let at = 0; at <= whole.length; at++) await findingsIn(vcf, whole.slice(0, at));
  for (const noise of ["\u0000\t\t", "<><>", "=;=;,,", "##=<", "##a=<b", '##a=<b="', "##INFO=<ID=>", "1\t1\t1", "\t".repeat(40)])
    for (let at = 0; at <= whole.length; at += 7) await findingsIn(vcf, whole.slice(0, at) + noise + whole.slice(at));
});
