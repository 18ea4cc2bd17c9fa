// Files of the format htseq-count, for its contract suite: as htseq-count 1.99.2 writes them.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const below = (counts: string): string =>
  ["no_feature", "ambiguous", "too_low_aQual", "not_aligned", "alignment_not_unique"]
    .map((name) => `__${name}\t${counts}\n`)
    .join("");

export const cases: FormatCases = {
  examples: [
    {
      title: "one sample",
      bytes: () => utf8(`ENSG00000171862\t74\nENSG00000171863\t105\nENSG00000171864\t114\n${below("7")}`),
      gives: { type: "assay", shape: [3, 1] },
      atMost: 8,
    },
    {
      title: "three samples, with symbols",
      bytes: () => utf8(`PTEN1\tPTEN\t74\t187\t46\nTP53A\tTP53\t105\t207\t406\n${below("\t0\t0\t0")}`),
      gives: { type: "assay", shape: [2, 3] },
      atMost: 7,
    },
  ],
  bad: [
    {
      title: "a gene twice",
      bytes: () => utf8(`A\t74\nB\t105\nA\t114\n${below("7")}`),
      reason: "load.duplicate-names",
      line: null,
    },
    { title: "no genes", bytes: () => utf8(below("7")), reason: "quantified.no-rows", line: null },
  ],
};
