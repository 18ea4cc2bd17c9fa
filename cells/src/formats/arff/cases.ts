// Files of the format arff, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const header =
  "% made up\n@RELATION 'gene expression'\n\n@attribute TP53 numeric\n@ATTRIBUTE 'cell line' string\n@attribute class {tumour,'not \\'sick\\''}\n\n@data\n";
const rows = "1.5,'HeLa, a',tumour\n?,MCF7,'not \\'sick\\''\n% between\n-2e-3 , ? , tumour\n";

export const cases: FormatCases = {
  examples: [
    {
      title: "numbers, texts in quotes, what is missing, comments",
      bytes: () => utf8(header + rows),
      gives: { type: "table", shape: [3, 3] },
    },
    {
      title: "line ends of Windows, a weight, a date",
      bytes: () =>
        utf8(
          "@relation r\n@attribute day date 'dd.MM.yyyy'\n@attribute n integer\n@data\n03.02.2021,1\n28.02.2021,2,{0.5}\n".replaceAll(
            "\n",
            "\r\n",
          ),
        ),
      gives: { type: "table", shape: [2, 3] },
      atMost: 3,
    },
    {
      title: "sparse rows",
      bytes: () =>
        utf8("@relation s\n@attribute a numeric\n@attribute b numeric\n@attribute c {x,y}\n@data\n{0 1.5, 2 y}\n{1 3}\n{}\n"),
      gives: { type: "table", shape: [3, 3] },
    },
  ],
  headerOnly: () => utf8(header),
  bad: [
    { title: "a number that is none", bytes: () => utf8(`${header}x,a,tumour\n`), reason: "format-arff.no-number", line: 9 },
    {
      title: "a level that was not named",
      bytes: () => utf8(`${header}${rows}1,a,Tumour\n`),
      reason: "format-arff.no-level",
      line: 13,
    },
    { title: "a value too few", bytes: () => utf8(`${header}1,a\n`), reason: "format-arff.fields-differ", line: 9 },
    { title: "an empty value", bytes: () => utf8(`${header}1,,tumour\n`), reason: "format-arff.field-empty", line: 9 },
    { title: "a quote without its end", bytes: () => utf8(`${header}1,'a,tumour\n`), reason: "format-arff.quote-open", line: 9 },
    {
      title: "a table in each cell",
      bytes: () => utf8("@relation r\n@attribute bag relational\n@attribute a numeric\n@end bag\n@data\n'1',1\n"),
      reason: "format-arff.relational",
      line: 2,
    },
    {
      title: "a sparse row with a column twice",
      bytes: () => utf8("@relation s\n@attribute a numeric\n@attribute b numeric\n@data\n{0 1, 0 2}\n"),
      reason: "format-arff.sparse-place",
      line: 5,
    },
    { title: "no data", bytes: () => utf8("@relation s\n@attribute a numeric\n"), reason: "format-arff.no-data", line: 2 },
  ],
};
