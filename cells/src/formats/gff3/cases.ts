// Files of the format gff3, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const features =
  "##gff-version 3.1.26\n##sequence-region ctg123 1 1497228\nctg123\t.\tgene\t1000\t9000\t.\t+\t.\tID=gene00001;Name=EDEN\nctg123\tx\tmRNA\t1050\t9000\t0.5\t+\t.\tID=mRNA1;Parent=gene00001;Note=one%2C two;Alias=a,b%2Cc\n###\nctg123\tx\tCDS\t1201\t1500\t.\t+\t0\tID=cds1;Parent=mRNA1,mRNA2\n";

export const cases: FormatCases = {
  examples: [
    { title: "a gene with its parts", bytes: () => utf8(features), gives: { type: "table", shape: [3, 13] } },
    {
      title: "without its directive, with sequences below",
      bytes: () => utf8(`${features.split("\n").slice(2).join("\n")}##FASTA\n>ctg123\nACGTAAAACCC\n`),
      gives: { type: "table", shape: [3, 13] },
      issues: [["fasta-part", 5]],
    },
  ],
  headerOnly: () => utf8("##gff-version 3\n"),
  bad: [
    {
      title: "a start behind the end",
      bytes: () => utf8(features.replace("1201\t1500", "1501\t1500")),
      reason: "intervals.start-after-end",
      line: 6,
    },
    {
      title: "a start of 0",
      bytes: () => utf8(features.replace("1201\t1500", "0\t1500")),
      reason: "intervals.before-first",
      line: 6,
    },
    {
      title: "eight columns",
      bytes: () => utf8(features.replace("\tID=cds1;Parent=mRNA1,mRNA2", "")),
      reason: "intervals.too-few-fields",
      line: 6,
    },
    {
      title: "a phase that is none",
      bytes: () => utf8(features.replace("+\t0\tID", "+\tx\tID")),
      reason: "intervals.no-whole",
      line: 6,
    },
    {
      title: "a strand that is none",
      bytes: () => utf8(features.replace(".\t+\t0\tID", ".\tforward\t0\tID")),
      reason: "intervals.no-strand",
      line: 6,
    },
  ],
};
