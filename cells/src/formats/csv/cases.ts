// Files of the format csv, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

export const cases: FormatCases = {
  examples: [
    {
      title: "numbers, quotes, missing cells, letters of all kinds",
      bytes: () =>
        utf8('gene,note,padj,n\nXist,"a, ""quoted""\nword",0.01,3\nMARCH1,Ω 基因,NA,\n"TSIX",,1,-5\n0610007P14Rik,x,1e-3,7\n'),
      gives: { type: "table", shape: [4, 4] },
      issues: [["long-text", 2]],
    },
    {
      title: "Windows line ends, byte order mark, comments, no end of the last line",
      bytes: () => utf8("\ufeff# made by a program\r\nsample,sex\r\nA1,F\r\nA2,M"),
      gives: { type: "table", shape: [2, 2] },
      issues: [["comments", null]],
    },
    {
      title: "counts of a few genes, read as a matrix",
      bytes: () => utf8("gene,A1,A2,A3\nXist,1,2,3\nTsix,0,16777216,5\nActb,7,8,9\n"),
      spec: { read: "matrix" },
      gives: { type: "assay", shape: [3, 3] },
      issues: [["small-matrix", null]],
    },
    {
      title: "doubtful cells",
      bytes: () => utf8('gene,weight,gene\nXist,"1,5",a\n1-Mar,"2,5",b\nTsix,3,c\n'),
      gives: { type: "table", shape: [3, 3] },
      issues: [
        ["excel-date", 3],
        ["repeated-column", null],
        ["marks-comma", 2],
      ],
    },
  ],
  headerOnly: () => utf8("gene,a,b\n"),
  bad: [
    { title: "a row that is too short", bytes: () => utf8("a,b\n1,2\n3\n"), reason: "load.rows-unequal", line: 3 },
    { title: "a row that is too long", bytes: () => utf8("a,b\n1,2\n3,4,5\n"), reason: "load.row-too-long", line: 3 },
    { title: "a row with an empty field too many", bytes: () => utf8("a,b\n1,2\n3,4,\n"), reason: "load.row-surplus", line: 3 },
    { title: "text behind a closing quote", bytes: () => utf8('a,b\n1,2\n"3" x,4\n'), reason: "load.quote-inside", line: 3 },
    { title: "a quote that stays open", bytes: () => utf8('a,b\n1,2\n3,"4\n'), reason: "load.quote-open", line: 3 },
    { title: "a zero byte", bytes: () => utf8("a,b\n1,2\n3,\0\n"), reason: "load.zero-byte", line: 3 },
    {
      title: "letters of which some are UTF-8 and one is none",
      bytes: () => Uint8Array.of(...utf8("a,é\n1,"), 0xe3, 10),
      reason: "load.not-utf8",
      line: 2,
    },
  ],
};
