// Files of the format maf, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const mutations =
  "#version 2.4\nHugo_Symbol\tNCBI_Build\tChromosome\tStart_Position\tEnd_Position\tStrand\tVariant_Classification\tReference_Allele\tTumor_Seq_Allele2\tTumor_Sample_Barcode\tvaf\nABCA10\t37\t17\t67170917\t67170917\t+\tSplice_Site\tT\tC\tTCGA-AB-2988\t45.66\nDNMT3A\t37\t2\t25457242\t25457242\t+\tMissense_Mutation\tC\tT\tTCGA-AB-2869\t\nTP53\t37\t17\t7577121\t7577122\t+\tFrame_Shift_Del\tTT\t-\tTCGA-AB-2869\t0.5\n";

export const cases: FormatCases = {
  examples: [
    { title: "mutations", bytes: () => utf8(mutations), gives: { type: "table", shape: [3, 11] } },
    {
      title: "a gene that a spreadsheet turned into a date, and two builds",
      bytes: () => utf8(mutations.replace("TP53\t37", "1-Mar\t38")),
      gives: { type: "table", shape: [3, 11] },
      issues: [
        ["several-builds", null],
        ["excel-date", 5],
      ],
    },
  ],
  headerOnly: () => utf8(mutations.split("\n").slice(0, 2).join("\n")),
  bad: [
    {
      title: "a start behind the end",
      bytes: () => utf8(mutations.replace("7577121\t", "7577129\t")),
      reason: "intervals.start-after-end",
      line: 5,
    },
    {
      title: "a start that is no number",
      bytes: () => utf8(mutations.replace("7577121\t", "7.5e6\t")),
      reason: "intervals.no-whole",
      line: 5,
    },
    {
      title: "a line that is too short",
      bytes: () => utf8(mutations.replace("\t0.5\n", "\n")),
      reason: "intervals.too-few-fields",
      line: 5,
    },
  ],
};
