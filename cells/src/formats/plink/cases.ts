// Files of the format plink, for its contract suite.

import type { FormatCases } from "../../testing/describe-format.ts";
import { bed, bedBySample, bim, fam, pair, ped, trio } from "./plink.fixture.ts";

export const cases: FormatCases = {
  isSet: true,
  examples: [
    {
      title: "genotypes, sites and samples",
      bytes: () => trio(),
      gives: { type: "assay", shape: [3, 5] },
      issues: [
        ["counted", null],
        ["cases", null],
        ["build-unknown", null],
        ["design-one-sample", null],
      ],
    },
    {
      title: "genotypes by sample, a log beside",
      bytes: () => trio({ "study/kids.bed": bedBySample, "study/kids.log": "PLINK v1.90b6.26 64-bit (2 Apr 2022)\n" }),
      gives: { type: "assay", shape: [3, 5] },
      issues: [
        ["counted", null],
        ["cases", null],
        ["left-alone", null],
        ["build-unknown", null],
        ["design-one-sample", null],
      ],
    },
    {
      title: "as text",
      bytes: () => pair(),
      gives: { type: "assay", shape: [3, 5] },
      issues: [
        ["counted-ped", null],
        ["cases", null],
        ["build-unknown", null],
        ["design-one-sample", null],
      ],
    },
  ],
  bad: [
    {
      title: "genotypes that were cut",
      bytes: () => trio({ "study/kids.bed": bed.slice(0, -1) }),
      reason: "format-plink-files.bed-size",
      line: null,
    },
    {
      title: "genotypes of more sites",
      bytes: () => trio({ "study/kids.bim": bim.slice(0, bim.indexOf("23")) }),
      reason: "format-plink-files.bed-size",
      line: null,
    },
    {
      title: "genotypes of other samples",
      bytes: () => trio({ "study/kids.fam": fam.repeat(1).split("\n").slice(0, 4).join("\n") }),
      reason: "format-plink-files.bed-size",
      line: null,
    },
    {
      title: "a sample with a genotype less",
      bytes: () => pair({ "kids.ped": `${ped}F3 short 0 0 1 1 A A T T\n` }),
      reason: "format-plink-files.ped-width",
      line: 6,
    },
    {
      title: "a third allele",
      bytes: () => pair({ "kids.ped": ped.replace("G G 0 0", "C C 0 0") }),
      reason: "format-plink-files.ped-alleles",
      line: 5,
    },
  ],
};
