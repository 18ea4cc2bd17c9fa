// Files of the format fasta, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

export const cases: FormatCases = {
  examples: [
    {
      title: "bases in lines of ten, a description, small letters",
      bytes: () => utf8(">chr1 a piece of it\nACGTACGTAC\nNNNacgtacg\nTT\n\n>chr2\nACGTACGTACGTTTGACA\n"),
      gives: { type: "table", shape: [2, 5] },
    },
    {
      title: "aligned proteins, with line ends of Windows",
      bytes: () => utf8(">a\r\nMKV-LERQ\r\nPI\r\n>b\r\nMKVQLERQ\r\nP-\r\n"),
      gives: { type: "table", shape: [2, 5] },
    },
    {
      title: "an alphabet that is set, the first record alone",
      bytes: () => utf8(">a\nMKVSDRAHN\n>b\nMKVSDRAHNGG\n"),
      spec: { alphabet: "protein", records: 1 },
      gives: { type: "table", shape: [1, 5] },
      issues: [["alphabet-guessed", null]],
    },
    {
      title: "a name that stands twice, a title without a sequence",
      bytes: () => utf8(">a\nACGUACGU\n>a\n>b\nACGU\n"),
      gives: { type: "table", shape: [3, 5] },
      issues: [
        ["sequence-empty", 3],
        ["id-twice", 3],
      ],
    },
  ],
  bad: [
    { title: "a digit in a sequence", bytes: () => utf8(">a\nACGTACGT\n>b\nACGT1ACGT\n"), reason: "sequences.letter", line: 4 },
    { title: "line ends of two systems", bytes: () => utf8(">a\nACGT\nACGT\rAC\n"), reason: "load.line-ends-mixed", line: 3 },
    { title: "a zero byte", bytes: () => utf8(">a\nACGT\nAC\0GT\n"), reason: "load.zero-byte", line: 3 },
  ],
};
