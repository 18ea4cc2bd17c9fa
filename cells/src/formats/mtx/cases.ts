// Files of the format mtx, for its contract suite. Those of scipy are as scipy 1.10.1 writes them (scipy.io.mmwrite).

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const counts = "%%MatrixMarket matrix coordinate integer general\n%metadata_json: {}\n3 2 4\n1 1 5\n3 1 1\n2 2 7\n3 2 16777217\n";
const nameless: readonly (readonly [string, number | null])[] = [
  ["nameless", null],
  ["samples-in-columns", null],
];

export const cases: FormatCases = {
  examples: [
    {
      title: "counts as Cell Ranger writes them",
      bytes: () => utf8(counts),
      gives: { type: "assay", shape: [3, 2] },
      issues: [...nameless, ["log-rounded", null]],
    },
    {
      title: "real numbers of scipy, sorted by row, cells in rows",
      bytes: () =>
        utf8("%%MatrixMarket matrix coordinate real general\n%\n2 3 3\n1 2 5.000000000000000e-01\n1 3 -1.25e+00\n2 1 3e2\n"),
      spec: { samplesIn: "rows" },
      gives: { type: "assay", shape: [3, 2] },
      issues: nameless,
    },
    {
      title: "an array, by columns",
      bytes: () => utf8("%%MatrixMarket matrix array real general\n2 2\n1\n2\n3.5\nnan\n"),
      gives: { type: "assay", shape: [2, 2] },
      issues: nameless,
    },
    {
      title: "symmetric, with line ends of Windows and blanks",
      bytes: () => utf8("%%MatrixMarket matrix coordinate pattern symmetric\r\n\r\n3 3 2\r\n 1 1 \r\n3\t1\r\n"),
      gives: { type: "assay", shape: [3, 3] },
      issues: nameless,
    },
  ],
  bad: [
    {
      title: "complex numbers",
      bytes: () => utf8("%%MatrixMarket matrix coordinate complex general\n1 1 1\n1 1 1 1\n"),
      reason: "matrix-market.kind-unread",
      line: 1,
    },
    {
      title: "sizes that are none",
      bytes: () => utf8("%%MatrixMarket matrix coordinate real general\n%\n3 2\n1 1 5\n"),
      reason: "matrix-market.sizes",
      line: 3,
    },
    {
      title: "sizes past all memory",
      bytes: () => utf8("%%MatrixMarket matrix coordinate real general\n2000000000 2000000000 2000000000\n1 1 5\n"),
      reason: "matrix-market.too-large",
      line: 2,
    },
    {
      title: "more entries told than there are",
      bytes: () => utf8("%%MatrixMarket matrix coordinate real general\n30000 20000 40000000\n1 1 5\n"),
      reason: "matrix-market.entries-differ",
      line: 3,
    },
    {
      title: "an entry too many",
      bytes: () => utf8(`${counts}1 2 1\n`),
      reason: "matrix-market.entries-differ",
      line: 8,
    },
    {
      title: "a row that is not there",
      bytes: () => utf8(counts.replace("3 1 1", "4 1 1")),
      reason: "matrix-market.outside",
      line: 5,
    },
    {
      title: "a row counted from 0",
      bytes: () => utf8(counts.replace("1 1 5", "0 1 5")),
      reason: "matrix-market.outside",
      line: 4,
    },
    {
      title: "a value that is none",
      bytes: () => utf8(counts.replace("1 1 5", "1 1 five")),
      reason: "matrix-market.not-an-entry",
      line: 4,
    },
    {
      title: "a field too many",
      bytes: () => utf8(counts.replace("1 1 5", "1 1 5 5")),
      reason: "matrix-market.not-an-entry",
      line: 4,
    },
  ],
};
