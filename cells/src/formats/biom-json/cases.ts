// Files of the format biom-json, for its contract suite: one by biom-format 2.1.12 (testing/reference/matrices/make.py).

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";
import { matrixFile } from "../../testing/reference-matrices.ts";

const dense =
  '{"id":null,"format":"Biological Observation Matrix 1.0.0","type":"OTU table","matrix_type":"dense","shape":[2,3],' +
  '"rows":[{"id":"o1","metadata":null},{"id":"o2","metadata":null}],' +
  '"columns":[{"id":"s1","metadata":{"n":1}},{"id":"s2","metadata":{"n":2}},{"id":"s3","metadata":null}],"data":[[1,0,2],[3,4,0]]}\n';

export const cases: FormatCases = {
  examples: [
    { title: "as biom-format writes it", bytes: () => matrixFile("small.biom"), gives: { type: "assay", shape: [5, 6] } },
    { title: "every number", bytes: () => utf8(dense), gives: { type: "assay", shape: [2, 3] } },
  ],
  bad: [
    {
      title: "an entry outside",
      bytes: () => utf8(dense.replace("dense", "sparse").replace("[[1,0,2],[3,4,0]]", "[[0,0,1],[5,0,1]]")),
      reason: "format-biom-json.not-an-entry",
      line: null,
    },
    {
      title: "a shape that is another",
      bytes: () => utf8(dense.replace("[2,3]", "[2,4]")),
      reason: "format-biom-json.shape-differs",
      line: null,
    },
    { title: "JSON that was cut", bytes: () => utf8(dense.slice(0, 300)), reason: "format-biom-json.not-json", line: null },
  ],
};
