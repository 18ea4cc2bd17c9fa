// Files of the format bedgraph, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const graph = "chr1\t0\t100\t1.5\nchr1\t100\t180\t0\nchr1\t180\t190\t-2e-3\nchr2\t5\t9\t3\nchr2\t9\t12\t7\n";

export const cases: FormatCases = {
  examples: [
    { title: "values of places", bytes: () => utf8(graph), gives: { type: "table", shape: [5, 4] } },
    {
      title: "a track line and remarks, between blanks",
      bytes: () => utf8(`#made by hand\ntrack type=bedGraph name="x"\n${graph.replaceAll("\t", " ")}`),
      gives: { type: "table", shape: [5, 4] },
    },
    {
      title: "a value that is no number, which is missing",
      bytes: () => utf8(`${graph}${graph.replace("-2e-3", "high")}`),
      gives: { type: "table", shape: [10, 4] },
      issues: [["cells-unread", 8]],
    },
  ],
  headerOnly: () => utf8("track type=bedGraph\n"),
  bad: [
    {
      title: "a start behind the end",
      bytes: () => utf8(graph.replace("180\t190", "280\t190")),
      reason: "intervals.start-after-end",
      line: 3,
    },
    {
      title: "a line of five fields",
      bytes: () => utf8(graph.replace("-2e-3", "1\t2")),
      reason: "intervals.fields-differ",
      line: 3,
    },
  ],
};
