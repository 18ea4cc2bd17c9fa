// Files of the format salmon-quant, for its contract suite: as Salmon writes them.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const header = "Name\tLength\tEffectiveLength\tTPM\tNumReads\n";
const rows = ["ENST01\t624\t443.132\t53196.442868\t73.000", "ENST02\t1263\t1082.132\t26291.996311\t88.107"] as const;

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
      title: "a zero byte",
      bytes: () => utf8(`${header}${rows[0]}\n${String(rows[0]).replace("ENST", "EN\0ST")}\n`),
      reason: "load.zero-byte",
      line: 3,
    },
    {
      title: "a line that was cut",
      bytes: () => utf8(`${header}${rows[0]}\nENST02\t1263\n`),
      reason: "quantified.fields-differ",
      line: 3,
    },
    {
      title: "a number that is none",
      bytes: () => utf8(`${header}${rows[0]}\nENST02\t1263\t1082.132\t26291.996311\tmany\n`),
      reason: "quantified.no-number",
      line: 3,
    },
    { title: "names alone", bytes: () => utf8(header), reason: "quantified.no-rows", line: null },
  ],
};
