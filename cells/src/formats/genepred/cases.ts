// Files of the format genepred, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const genes =
  "NM_1\tchr1\t-\t100\t900\t120\t800\t2\t100,500,\t300,900,\t0\tMYCL\tcmpl\tcmpl\t0,1,\nNM_2\tchr10\t+\t10\t90\t10\t90\t1\t10,\t90,\t0\tPTEN\tcmpl\tcmpl\t0,\n";

export const cases: FormatCases = {
  examples: [
    {
      title: "extended, as the command line tools of UCSC write it",
      bytes: () => utf8(genes),
      gives: { type: "table", shape: [2, 15] },
    },
    {
      title: "a table of UCSC, with bins",
      bytes: () => utf8(genes.replaceAll(/^/gm, "585\t").replace(/585\t$/, "")),
      gives: { type: "table", shape: [2, 16] },
    },
    {
      title: "knownGene, which has a protein and an alignment behind the exons",
      bytes: () =>
        utf8(
          "uc1\tchr1\t-\t100\t900\t120\t800\t2\t100,500,\t300,900,\tP1\tuc1\nuc2\tchr10\t+\t10\t90\t10\t90\t1\t10,\t90,\t\tuc2\n",
        ),
      gives: { type: "table", shape: [2, 12] },
    },
  ],
  bad: [
    {
      title: "an end before the start",
      bytes: () => utf8(`${genes}${genes}${genes.replace("10\t90\t10", "95\t90\t10")}`),
      reason: "intervals.start-after-end",
      line: 6,
    },
  ],
};
