// Files of the format kallisto-abundance, for its contract suite: as kallisto writes them.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const header = "target_id\tlength\teff_length\test_counts\ttpm\n";
const rows = ["ENST01\t624\t444.406\t73\t52772.4", "ENST02\t1263\t1083.41\t84.0315\t24918.1"] as const;

export const cases: FormatCases = {
  examples: [
    {
      title: "one sample",
      bytes: () => utf8(`${header}${rows.join("\n")}\n`),
      gives: { type: "assay", shape: [2, 1] },
      issues: [["measures", null]],
    },
    {
      title: "line ends of Windows, TPM as the values",
      bytes: () => utf8(`${header}${rows.join("\n")}\n`.replaceAll("\n", "\r\n")),
      spec: { layer: "tpm" },
      gives: { type: "assay", shape: [2, 1] },
      issues: [["measures", null]],
    },
  ],
  bad: [
    {
      title: "a line that was cut",
      bytes: () => utf8(`${header}${rows[0]}\nENST02\t1263\n`),
      reason: "quantified.fields-differ",
      line: 3,
    },
    {
      title: "a number that is none",
      bytes: () => utf8(`${header}${rows[0]}\nENST02\t1263\t1083.41\t84.0315\tmany\n`),
      reason: "quantified.no-number",
      line: 3,
    },
    { title: "names alone", bytes: () => utf8(header), reason: "quantified.no-rows", line: null },
  ],
};
