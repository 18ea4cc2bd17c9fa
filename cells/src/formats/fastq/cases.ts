// Files of the format fastq, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const reads = (quality: string) => () =>
  utf8(`@r1 1:N:0:ATCACG\nACGTACGTAC\n+\n${quality}\n@r2 1:N:0:ATCACG\nTTGACNNNCA\n+r2 1:N:0:ATCACG\n${quality}\n`);

export const cases: FormatCases = {
  examples: [
    { title: "Illumina 1.8", bytes: reads("#IIIIIIIFF"), gives: { type: "table", shape: [2, 7] } },
    {
      title: "qualities whose encoding their range leaves open",
      bytes: reads("hhhhhgfBBB"),
      gives: { type: "table", shape: [2, 7] },
      issues: [["qualities-guessed", null]],
    },
    {
      title: "the same, set",
      bytes: reads("hhhhhgfBBB"),
      spec: { qualities: "illumina-1.5", records: 1 },
      gives: { type: "table", shape: [1, 7] },
      issues: [["qualities-guessed", null]],
    },
    {
      title: "several lines, a quality that begins with @ and one with +, a read without bases, line ends of Windows",
      bytes: () => utf8("@r1\r\nACGT\r\nACG\r\n+\r\n@@+I\r\n+%I\r\n@r2\r\n\r\n+\r\n\r\n@r3\r\nGG\r\n+r3\r\n!!\r\n"),
      gives: { type: "table", shape: [3, 7] },
      issues: [["sequence-empty", 7]],
    },
  ],
  bad: [
    {
      title: "fewer qualities than bases",
      bytes: () => utf8("@r1\nACGT\n+\nIII\n@r2\nACGT\n+\nIIII\n"),
      reason: "sequences.fastq-quality-short",
      line: 4,
    },
    {
      title: "more qualities than bases",
      bytes: () => utf8("@r1\nACGT\n+\nIIII\n@r2\nACGT\n+\nIIIII\n"),
      reason: "sequences.fastq-quality-long",
      line: 8,
    },
    {
      title: "another title behind the +",
      bytes: () => utf8("@r1\nACGT\n+\nIIII\n@r2\nACGT\n+r3\nIIII\n"),
      reason: "sequences.fastq-plus-title",
      line: 7,
    },
    {
      title: "a blank among bases",
      bytes: () => utf8("@r1\nACGT\n+\nIIII\n@r2\nAC GT\n+\nIIIII\n"),
      reason: "sequences.letter",
      line: 6,
    },
    {
      title: "a control among qualities, in the second of two lines",
      bytes: () => utf8("@r1\nACGT\nAC\n+\nIIII\nI\u0007\n"),
      reason: "sequences.quality-letter",
      line: 6,
    },
    {
      title: "an end within a read",
      bytes: () => utf8("@r1\nACGT\n+\nIIII\n@r2\nACGT\n"),
      reason: "sequences.fastq-cut",
      line: 6,
    },
    {
      title: "a read that begins within another",
      bytes: () => utf8("@r1\nACGT\n+\nIIII\n@r2\nACGT\n@r3\nACGT\n+\nIIII\n"),
      reason: "sequences.fastq-no-plus",
      line: 7,
    },
    {
      title: "a line too many",
      bytes: () => utf8("@r1\nACGT\n+\nIIII\n\nIIII\n@r2\nACGT\n+\nIIII\n"),
      reason: "sequences.fastq-title",
      line: 6,
    },
  ],
};
