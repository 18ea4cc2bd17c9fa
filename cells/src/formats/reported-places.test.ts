// Annotations, places, mutations and associations: faults that users of other readers reported.

import { testReported } from "../testing/reported.ts";

const gff = (...rows: readonly string[]): string =>
  `##gff-version 3\n${rows.map((row) => row.replaceAll(" | ", "\t")).join("\n")}\n`;
const mafNames =
  "Hugo_Symbol\tNCBI_Build\tChromosome\tStart_Position\tEnd_Position\tVariant_Classification\tReference_Allele\tTumor_Seq_Allele2\tTumor_Sample_Barcode";
const mutation = (gene: string, start: string, end: string, more = ""): string =>
  `${gene}\tGRCh37\t17\t${start}\t${end}\tMissense_Mutation\tG\tA\tS1${more}\n`;
const circular = (...features: readonly string[]): string =>
  `LOCUS       P                         40 bp    DNA     circular UNK 01-JAN-1980\nFEATURES             Location/Qualifiers\n${features
    .map((place) => `     gene            ${place}\n                     /gene="g"\n`)
    .join("")}ORIGIN\n        1 acgtacgtac gtacgtacgt acgtacgtac gtacgtacgt\n//\n`;

testReported([
  {
    issue: "daler/gffutils#212, zaeleus/noodles#299",
    rule: "a semicolon in quotes belongs to the text",
    name: "a.gtf",
    file: 'NC_1\tRefSeq\tCDS\t410\t1747\t.\t+\t0\tgene_id "BSU"; transcript_id "t"; note "Evidence 1a; PubMedId: 2, 3; f : x"; product "DnaA";\n',
    holds: { note: ["Evidence 1a; PubMedId: 2, 3; f : x"], product: ["DnaA"] },
  },
  {
    issue: "NBISweden/AGAT#434",
    rule: "several values of one key, each in quotes, are all kept",
    name: "a.gtf",
    file: '##gtf-version 2.5\nNW_1\tGnomon\tgene\t6\t22\t.\t+\t.\tgene_id "g"; Dbxref "GeneID:110","Genbank:XM_02.1"; Name "L";\n',
    holds: { Dbxref: ["GeneID:110,Genbank:XM_02.1"], Name: ["L"] },
  },
  {
    issue: "hartleys/QoRTs#12",
    rule: "a blank before attributes changes nothing, and text behind a closing quote stays",
    name: "a.gtf",
    file: 'Mt\tx\texon\t273\t734\t.\t-\t.\t gene_id "A;B"; transcript_id "A.1"; gene_name "A""B";\n',
    holds: { gene_id: ["A;B"], gene_name: ['A""B'] },
  },
  {
    issue: "pyranges/pyranges0#272",
    rule: "lines with a last semicolon and without it",
    name: "a.gtf",
    file: 'E\tx\texon\t1\t644\t0.0\t+\t.\tgene_id "E"; transcript_id "D"\nchr1\tx\tgene\t11\t14\t.\t+\t.\tgene_id "G"; gene_name "N";\n',
    holds: { gene_id: ["E", "G"], transcript_id: ["D", null], gene_name: [null, "N"] },
  },
  {
    issue: "scikit-bio/scikit-bio#2454, daler/gffutils#98",
    rule: "escapes are text again, but for a comma among several values",
    name: "a.gff3",
    file: gff(
      "c%7C2 | A%25 | gene | 1 | 9 | . | + | . | ID=a;Note=2%2C3-b%3B c",
      "c | x | gene | 1 | 9 | . | + | . | ID=b;Note=a%2Cb,c;",
    ),
    holds: { chromosome: ["c|2", "c"], source: ["A%", "x"], Note: ["2,3-b; c", "a%2Cb,c"] },
  },
  {
    issue: "galaxyproject/galaxy#3148",
    rule: "two thousand lines of header do not make a BED of a GFF3",
    name: "a.txt",
    file: gff(
      ...Array.from({ length: 2000 }, (_, at) => `##sequence-region s${at} 1 ${at + 9}`),
      "s1 | x | gene | 1 | 9 | . | + | . | ID=g",
    ),
    holds: { type: ["gene"], ID: ["g"] },
  },
  {
    issue: "arq5x/bedtools2#518",
    rule: "a place by an exponent is refused with its line",
    name: "a.bed",
    file: "chr1\t5\t9\ta\nchr1\t185995000\t1.86e+08\tb\n",
    refused: ["intervals.no-whole", { line: 2, value: "1.86e+08" }],
  },
  {
    issue: "arq5x/bedtools2#646",
    rule: "a place of no length is one, at the first base, too",
    name: "a.bed",
    file: "NW_003020053.1\t0\t0\t.\t585\t+\nNW_003020053.1\t433\t433\t.\t585\t+\n",
    holds: { start: [0, 433], end: [0, 433], name: [null, null] },
  },
  {
    issue: "etal/cnvkit#315",
    rule: "a hyphen where BED has names is no strand",
    name: "a.bed",
    file: "chr1\t11601\t11725\t-\t6\nchr1\t11736\t11860\t-\t8\n",
    holds: { name: ["-", "-"], score: [6, 8] },
  },
  {
    issue: "igvteam/spacewalk#254",
    rule: "names of NCBI with strokes are names of sequences, and tabs cut the lines",
    name: "a.txt",
    file: "gi|378448274|ref|NC_016856.1|\t0\t10\t0.5\ngi|378448274|ref|NC_016856.1|\t10\t20\t0.75\n",
    holds: { chromosome: ["gi|378448274|ref|NC_016856.1|", "gi|378448274|ref|NC_016856.1|"], end: [10, 20], value: [0.5, 0.75] },
  },
  {
    issue: "galaxyproject/galaxy#1156",
    rule: "lists with commas do not cut a text with tabs",
    name: "a.txt",
    file: "g\tstarts\tx\ng1\t1,2,3,4,5\tx\ng2\t4,5,6,7,8\ty\n",
    holds: { g: ["g1", "g2"], starts: ["1,2,3,4,5", "4,5,6,7,8"] },
  },
  {
    issue: "igvteam/igv.js#328",
    rule: "the lines of browser and track are none, and db is the build",
    name: "a.bedgraph",
    file: 'browser position chr1:1-9\ntrack type=bedGraph name="a b" db=hg19\nchr1\t0\t100\t1.5\n',
    holds: { start: [0], value: [1.5] },
    says: [/GRCh37/],
  },
  {
    issue: "biopython/biopython#1096",
    rule: "a feature across the origin does not cover all of the plasmid",
    name: "a.gb",
    file: circular("complement(join(38..40,1..9))", "join(30..40,1..5)", "join(1..5,30..40)", "join(3..9,20..40)"),
    holds: { start: [null, null, null, 3], end: [null, null, null, 40], strand: ["-", "+", "+", "+"], parts: [2, 2, 2, 2] },
    says: [/3 features cross the origin.*line 3/],
  },
  {
    issue: "biopython/biopython#1745",
    rule: "a place that ends before it starts crosses the origin of what is circular",
    name: "a.gb",
    file: circular("36..5", "complement(36..5)", "10^11"),
    holds: { start: [null, null, 10], end: [null, null, 11], location: ["36..5", "complement(36..5)", "10^11"] },
  },
  {
    issue: "biopython/biopython#1608",
    rule: "and is none in what is linear",
    name: "a.gb",
    file: circular("36..5").replace("circular", "linear  "),
    holds: { start: [null], end: [null] },
    says: [/is no place in its record/],
  },
  {
    issue: "biopython/biopython#937",
    rule: "a place with a comma too many is told, and the others are read",
    name: "a.gb",
    file: circular("order(10..16,18..23,)", "order(4..>9)"),
    holds: { start: [null, 4], end: [null, 9] },
    says: [/order\(10\.\.16,18\.\.23,\)/],
  },
  {
    issue: "biopython/biopython#547",
    rule: "a place that is broken within a number",
    name: "a.gb",
    file: circular("join(1..1\n                     2,20..35)"),
    holds: { location: ["join(1..12,20..35)"], end: [35] },
  },
  {
    issue: "cBioPortal/cbioportal#6276, cBioPortal/cbioportal#9799",
    rule: "mutations without a place: NA and nothing are missing",
    name: "a.maf",
    file: `${mafNames}\n${mutation("TP53", "NA", "NA")}${mutation("KRAS", "", "")}${mutation("MYC", "7", "9")}`,
    holds: { Start_Position: [null, null, 7], End_Position: [null, null, 9] },
  },
  {
    issue: "PoisonAlien/maftools#77",
    rule: "tabs at the end of each line, which the names do not have, hold nothing",
    name: "a.maf",
    file: `#version 2.4\n${mafNames}\n${mutation("TP53", "5", "5", "\t\t")}${mutation("KRAS", "6", "6", "\t\t")}`,
    holds: { Hugo_Symbol: ["TP53", "KRAS"], Tumor_Sample_Barcode: ["S1", "S1"] },
  },
  {
    issue: "gwas-catalog/summary-statistics-standard#24",
    rule: "#NA is missing, and a p below every number is told",
    name: "a.tsv",
    file: "chromosome\tbase_pair_location\teffect_allele\tother_allele\tbeta\teffect_allele_frequency\tp_value\trsid\n1\t869388\tA\tG\t-0.01\t#NA\t0.1\t#NA\n23\t24\tT\tTG\t0.1\t0.5\t3.5E-400\trs1\n",
    holds: { effect_allele_frequency: [null, 0.5], rsid: [null, "rs1"], p_value: [0.1, 0], chromosome: ["1", "23"] },
    says: [/1 value of p_value is 0/],
  },
  {
    issue: "Al-Murphy/MungeSumstats#208",
    rule: "where names do not tell the effect's allele, that is said",
    name: "a.txt",
    file: "Chr\tPos_b37\tRSID\tAllele1\tAllele2\tEffect\tStdErr\tP-value\n1\t10\trs1\ta\tac\t0.1\t0.2\t7e-01\n",
    holds: { Allele1: ["a"], "P-value": [0.7] },
    says: [/do not tell which allele/],
  },
  {
    issue: "opain/GenoPred#118",
    rule: "a sharp before the first name is no remark",
    name: "a.txt",
    file: "#CHR SNP POS A1 A2 BETA SE P\n1 1:10:A:G 10 A G 0.1 0.02 1e-5\n1 1:20:T:C 20 T C -0.1 0.02 1e-5\n",
    holds: { "#CHR": ["1", "1"], BETA: [0.1, -0.1] },
  },
  {
    issue: "Al-Murphy/MungeSumstats#48",
    rule: "variants without a place, with two names, and by place",
    name: "a.txt",
    file: "SNP CHR BP ALLELE1 ALLELE0 A1FREQ BETA SE P_BOLT_LMM\n1:10:a:g 1 10 a g 0.2 0.1 0.02 1e-5\nrs1,rs2 1 20 t c 0.3 -0.1 0.02 1e-6\nrs3 NA NA t c 0.3 -0.1 0.02 0.5\n",
    holds: { SNP: ["1:10:a:g", "rs1,rs2", "rs3"], CHR: ["1", "1", null], BP: [10, 20, null] },
    says: [/ALLELE1/],
  },
]);
