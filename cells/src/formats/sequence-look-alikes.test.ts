// What merely begins like sequences is not taken for them.

import { expect, test } from "vitest";
import { recognise } from "../files/recognise.ts";

const found = (text: string, name = "x.txt") => recognise(new TextEncoder().encode(text), name, true).format;
const sequences = ["fasta", "fastq"];

test.each<[string, string]>([
  ["a quotation in a mail", "> Dear all,\n> the samples are in the freezer.\n\nThanks, I have found them.\n"],
  ["a quotation with one word under it", "> Did you find them?\nYes\n"],
  ["Markdown", "> **Note**\n> text\n\nA paragraph.\n"],
  ["a mention", "@anna please look at this\nThanks\n+1\n"],
  ["a mention with letters of bases", "@tag\nCat\nmore text here\n"],
  ["a header of SAM", "@HD\tVN:1.6\tSO:coordinate\n@SQ\tSN:chr1\tLN:1000\n"],
  ["a table whose header begins with @", "@sample,value\na,1\nb,2\n"],
  ["a table with tabs whose header begins with @", "@sample\tvalue\nACGT\t1\nGGG\t2\n"],
  ["ARFF", "@relation weather\n@attribute outlook {sunny,rainy}\n@data\nsunny\n"],
  ["motifs of JASPAR", ">MA0001.1 AGL3\nA [ 0 3 79 ]\nC [ 94 75 4 ]\nG [ 1 0 3 ]\nT [ 2 19 11 ]\n"],
  ["motifs without letters", ">MA0001.1 AGL3\n0 3 79\n94 75 4\n1 0 3\n2 19 11\n"],
  ["qualities", ">EAS54_6_R1_2_1_413_324\n26 26 18 26 26 26\n26 26\n>b\n1 2 3\n"],
  ["a table whose cells begin with >", ">5 mg,12\n<5 mg,3\n"],
  ["lines of a prompt", "> library(limma)\n> fit <- lmFit(x)\n"],
  ["a comparison", ">90%\nmost\n>50%\nhalf\n"],
])("%s", (_title, text) => {
  for (const name of ["x.txt", "x.fasta", "x.fastq", "x"]) expect(sequences).not.toContain(found(text, name));
});

test.each<[string, string]>([
  ["fasta", ">chr1\nACGTNNacgt\n"],
  ["fasta", ">P53_HUMAN Cellular tumor antigen\nMEEPQSDPSVEPPLSQETFSDLWKLLPENNVLSPLPSQAMDDLMLSPDDIEQWFTEDPGP\n"],
  ["fasta", ">a\nmkvlaaqwertyhgfdsaipl\n"],
  ["fasta", "; a comment of an old file\n>a\nACGT\n"],
  ["fasta", ">a\nMKVLAAGIVG LLLAQWERTY\nPPGF\n"],
  ["fasta", ">a aligned\nMKV--LAAG...\n>b\nMKVQQLAAGKKK\n"],
  ["fastq", "@r1\nACGT\n+\nIIII\n"],
  ["fastq", "@r1\nACGT\nACGT\n+r1\nIIII\nIIII\n"],
  ["fastq", "@HD 1\nACGUN\n+\n!!!!!\n"],
])("%s: %j", (format, text) => {
  for (const name of ["x.txt", "x.csv", "x"]) expect(found(text, name)).toBe(format);
});
