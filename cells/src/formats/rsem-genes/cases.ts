// Files of the format rsem-genes, for its contract suite: as RSEM writes them.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const header = "gene_id\ttranscript_id(s)\tlength\teffective_length\texpected_count\tTPM\tFPKM\n";
const rows = [
  "ENSG01\tENST01\t624.00\t444.60\t71.00\t51790.21\t55876.78",
  "ENSG02\tENST02,ENST03\t1165.26\t985.86\t105.00\t34540.62\t37266.09",
] as const;

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
      spec: { layer: "TPM" },
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
      bytes: () => utf8(`${header}${rows[0]}\nENSG02\tENST02,ENST03\t1165.26\t985.86\t105.00\t34540.62\tmany\n`),
      reason: "quantified.no-number",
      line: 3,
    },
    { title: "names alone", bytes: () => utf8(header), reason: "quantified.no-rows", line: null },
  ],
};
