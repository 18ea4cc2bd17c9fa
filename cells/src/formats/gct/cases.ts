// Files of the format gct, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";
import { small12, small13 } from "./gct.fixture.ts";

const edited = (text: string, from: string, to: string) => () => {
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${from} is not there`);
  return utf8(changed);
};

export const cases: FormatCases = {
  examples: [
    { title: "1.2", bytes: () => utf8(small12), gives: { type: "assay", shape: [4, 3] } },
    {
      title: "1.3, with what describes rows and samples",
      bytes: () => utf8(small13),
      gives: { type: "assay", shape: [4, 3] },
      issues: [["none-said", null]],
    },
    {
      title: "1.3 with line ends of Windows, read as a table",
      bytes: () => utf8(small13.replaceAll("\n", "\r\n")),
      spec: { read: "table" },
      gives: { type: "table", shape: [4, 6] },
      issues: [["none-said", null]],
    },
    {
      title: "trailing tabs behind version and numbers, as Excel saves it",
      bytes: edited(small12, "#1.2\n4\t3\n", "#1.2\t\t\t\t\n4\t3\t\t\t\n"),
      gives: { type: "assay", shape: [4, 3] },
    },
  ],
  headerOnly: () => utf8("#1.2\n0\t2\nName\tDescription\tA\tB\n"),
  bad: [
    { title: "numbers that are none", bytes: edited(small12, "4\t3", "four\t3"), reason: "format-gct.dims", line: 2 },
    { title: "numbers that are too few", bytes: edited(small13, "4\t3\t2\t3", "4\t3"), reason: "format-gct.dims", line: 2 },
    { title: "fewer samples than told", bytes: edited(small12, "4\t3", "4\t5"), reason: "format-gct.columns-differ", line: 3 },
    { title: "more rows than told", bytes: edited(small12, "4\t3", "2\t3"), reason: "format-gct.rows-differ", line: 6 },
    { title: "fewer rows than told", bytes: edited(small13, "4\t3\t2", "9\t3\t2"), reason: "format-gct.rows-differ", line: 10 },
    {
      title: "a description that is too short",
      bytes: edited(small13, "\t10\t-666\t0.5", "\t10\t-666"),
      reason: "format-gct.columns-differ",
      line: 5,
    },
    { title: "a value that is no number", bytes: edited(small13, "8.2499", "high"), reason: "format-gct.no-number", line: 10 },
    { title: "a row that is too short", bytes: edited(small13, "\t16777217", ""), reason: "load.rows-unequal", line: 10 },
    {
      title: "a file that ends before its names",
      bytes: () => utf8("#1.2\n4\t3\n"),
      reason: "format-gct.lines-missing",
      line: 2,
    },
  ],
};
