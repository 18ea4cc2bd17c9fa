// Files of the format vcf, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";
import { family, gvcf, imputed, sitesOnly } from "./vcf.fixture.ts";

const edited = (text: string, from: string, to: string) => () => {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${from} is not there`);
  return utf8(changed);
};
const issues = [
  ["split", 19],
  ["half-calls", 19],
  ["haploid", 20],
] as const;

export const cases: FormatCases = {
  examples: [
    { title: "genotypes of three samples", bytes: () => utf8(family), gives: { type: "assay", shape: [6, 3] }, issues },
    {
      title: "line ends of Windows",
      bytes: () => utf8(family.replaceAll("\n", "\r\n")),
      gives: { type: "assay", shape: [6, 3] },
      issues,
    },
    {
      title: "sites without samples",
      bytes: () => utf8(sitesOnly),
      gives: { type: "table", shape: [2, 11] },
      issues: [["build-unknown", null]],
    },
    {
      title: "a gVCF, its reference blocks left out",
      bytes: () => utf8(gvcf),
      gives: { type: "assay", shape: [1, 1] },
      issues: [
        ["blocks-left-out", 8],
        ["any-alternative", 9],
      ],
    },
    {
      title: "a gVCF with its reference blocks",
      bytes: () => utf8(gvcf),
      spec: { blocks: "keep" },
      gives: { type: "assay", shape: [3, 1] },
      issues: [
        ["blocks-left-out", 8],
        ["any-alternative", 9],
      ],
    },
    {
      title: "imputed dosages",
      bytes: () => utf8(imputed),
      gives: { type: "assay", shape: [3, 2] },
      issues: [
        ["split", 5],
        ["imputed", null],
        ["build-unknown", null],
      ],
    },
  ],
  headerOnly: () => utf8(family.slice(0, family.indexOf("20\t14370"))),
  bad: [
    {
      title: "no line of names",
      bytes: edited(family, "#CHROM", "CHROM"),
      reason: "format-variants.no-columns",
      line: 15,
    },
    {
      title: "names separated by blanks",
      bytes: edited(family, "#CHROM\tPOS\tID", "#CHROM POS ID"),
      reason: "format-variants.columns-wrong",
      line: 15,
    },
    { title: "a sample too few", bytes: edited(family, "\t1/1:43:5", ""), reason: "format-variants.columns-differ", line: 16 },
    {
      title: "a sample too many",
      bytes: edited(family, "1/1:43:5", "1/1:43:5\t0/0"),
      reason: "format-variants.columns-differ",
      line: 16,
    },
    {
      title: "a position that is none",
      bytes: edited(family, "\t17330\t", "\tx17330\t"),
      reason: "format-variants.position",
      line: 17,
    },
    {
      title: "nothing but reference blocks",
      bytes: () =>
        utf8(
          gvcf
            .split("\n")
            .filter((line) => !line.includes("A,<NON_REF>"))
            .join("\n"),
        ),
      reason: "format-variants.nothing-left",
      line: null,
    },
    { title: "a zero byte", bytes: edited(family, "rs6054257", "rs\0"), reason: "load.zero-byte", line: 16 },
  ],
};
