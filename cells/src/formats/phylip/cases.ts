// Files of the format phylip, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const blocks = " 2 14\nhuman     ACGTACGT-A\nmouse     ACGTACGTAA\n\n          ACGT\n          AC-T\n";

export const cases: FormatCases = {
  examples: [
    { title: "blocks", bytes: () => utf8(blocks), gives: { type: "table", shape: [2, 5] } },
    {
      title: "names of ten letters with blanks",
      bytes: () => utf8("2 8\nHomo sapieACGTACGT\nMus musculACGTAC-T\n"),
      gives: { type: "table", shape: [2, 5] },
    },
    {
      title: "names that are longer",
      bytes: () => utf8("2 5\r\nTaxon_number_1 ACGTA\r\nTaxon_2 ACG-A\r\n"),
      gives: { type: "table", shape: [2, 5] },
    },
  ],
  bad: [
    { title: "a row that is too short", bytes: () => utf8(blocks.replace("AC-T", "AC-")), reason: "format-phylip.row", line: 3 },
    {
      title: "a name that stands twice",
      bytes: () => utf8("2 5\nTaxon_1 ACGTA\nTaxon_1 ACG-A\n"),
      reason: "format-phylip.name-twice",
      line: 3,
    },
    {
      title: "a row that is missing",
      bytes: () => utf8("3 8\nhuman     ACGTACGT\nmouse     ACGTACGA\n"),
      reason: "format-phylip.rows-few",
      line: 3,
    },
  ],
};
