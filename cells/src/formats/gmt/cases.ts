// Files of the format gmt, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const two =
  "response to virus\thttp://purl.obolibrary.org/obo/GO_0009615\tMx1\tIfit1\tOas2\nmyelination\thttp://purl.obolibrary.org/obo/GO_0042552\tMbp\tPlp1\n";

export const cases: FormatCases = {
  examples: [
    { title: "two sets", bytes: () => utf8(two), gives: { type: "table", shape: [5, 3] } },
    {
      title: "Windows line ends, blank lines, blanks around genes",
      bytes: () => utf8(two.replaceAll("\n", "\r\n\r\n").replace("Oas2", " Oas2 ").replace("Mx1\t", "Mx1\t\t")),
      gives: { type: "table", shape: [5, 3] },
    },
    {
      title: "ids of NCBI Gene, as WikiPathways writes them",
      bytes: () =>
        utf8(
          "Apoptosis%WikiPathways_20220410%WP254%Homo sapiens\thttp://www.wikipathways.org/instance/WP254\t843\t3725\nGlycolysis%WikiPathways_20220410%WP534%Homo sapiens\thttp://www.wikipathways.org/instance/WP534\t2821\t5211\t226\n",
        ),
      gives: { type: "table", shape: [5, 3] },
    },
    {
      title: "weights behind genes, as Enrichr writes them",
      bytes: () => utf8("Apoptosis\t\tTP53,1.0\tBAX,1.0\tNKX2-1,0.5\t\nGlycolysis\t\tPKM,1.0\tHK1,1.0\n"),
      gives: { type: "table", shape: [5, 3] },
    },
    {
      title: "a set without genes, a gene twice, one name for two sets",
      bytes: () => utf8(`${two}empty\tna\nmyelination\tna of its own\tMbp\tMag\nlast\tna\tMog\tMog\tMobp\n`),
      gives: { type: "table", shape: [8, 3] },
      issues: [
        ["without-genes", 3],
        ["same-name", null],
        ["gene-twice", null],
      ],
    },
  ],
  bad: [{ title: "a set without a name", bytes: () => utf8(`${two}\tna\tMbp\n`), reason: "gene-sets.no-name", line: 3 }],
};
