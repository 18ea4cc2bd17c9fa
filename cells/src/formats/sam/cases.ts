// Files of the format sam, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";
import { samText } from "../parts/alignments/alignments.fixture.ts";

const header = "@HD\tVN:1.6\tSO:coordinate\n@SQ\tSN:chr1\tLN:248956422\n";
const row = (fields: readonly (string | number)[]): string => `${fields.join("\t")}\n`;
const good = row(["r1", 0, "chr1", 7, 60, "3M", "*", 0, 0, "ACG", "FFF"]);

export const cases: FormatCases = {
  examples: [
    { title: "a header and twelve records", bytes: () => utf8(samText), gives: { type: "table", shape: [12, 15] } },
    {
      title: "records alone",
      bytes: () => utf8(good + row(["r2", 16, "chr2", 8, 0, "*", "=", 9, -5, "*", "*", "NM:i:1", "XA:Z:a b"])),
      gives: { type: "table", shape: [2, 15] },
    },
    {
      title: "CR LF, and a sequence that the header does not name",
      bytes: () => utf8((header + good + row(["r2", 0, "chr7", 8, 0, "*", "*", 0, 0, "*", "*"])).replaceAll("\n", "\r\n")),
      gives: { type: "table", shape: [2, 15] },
      issues: [["not-in-header", 4]],
    },
  ],
  bad: [
    { title: "a zero byte", bytes: () => utf8(header + good + good.replace("\t", "\0\t")), reason: "load.zero-byte", line: 4 },
    { title: "a header without records", bytes: () => utf8(header), reason: "format-sam.no-records", line: null },
    {
      title: "a line of ten fields",
      bytes: () => utf8(header + good + row(["r2", 0, "chr1", 8, 0, "*", "*", 0, 0, "*"])),
      reason: "format-sam.fields",
      line: 4,
    },
    {
      title: "a flag that is none",
      bytes: () => utf8(header + row(["r2", 70_000, "chr1", 8, 0, "*", "*", 0, 0, "*", "*"])),
      reason: "format-sam.number-up-to",
      line: 3,
    },
    {
      title: "a place that is no number",
      bytes: () => utf8(header + good + row(["r2", 0, "chr1", "8a", 0, "*", "*", 0, 0, "*", "*"])),
      reason: "format-sam.number",
      line: 4,
    },
    {
      title: "bytes that are no letters",
      bytes: () => Uint8Array.from([...utf8(header + good.slice(0, -1)), 9, 88, 65, 58, 90, 58, 0xff, 0xfe, 10]),
      reason: "alignments.not-text",
      line: null,
    },
  ],
};
