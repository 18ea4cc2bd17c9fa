// Files of the format rsem-isoforms, for its contract suite: as RSEM writes them.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const header = "transcript_id\tgene_id\tlength\teffective_length\texpected_count\tTPM\tFPKM\tIsoPct\n";
const rows = [
  "ENST01\tENSG01\t624\t444.60\t71.00\t51790.21\t55876.78\t100.00",
  "ENST02\tENSG02\t1263\t1083.60\t84.16\t25188.85\t27176.41\t72.93",
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
      bytes: () => utf8(`${header}${rows[0]}\nENST02\tENSG02\t1263\t1083.60\t84.16\t25188.85\t27176.41\tmany\n`),
      reason: "quantified.no-number",
      line: 3,
    },
    { title: "names alone", bytes: () => utf8(header), reason: "quantified.no-rows", line: null },
  ],
};
