// Files of the format genbank, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const record = `LOCUS       AB000001                  25 bp    DNA     circular SYN 01-JAN-2024
DEFINITION  A plasmid of which
            the definition goes on.
ACCESSION   AB000001
VERSION     AB000001.2
SOURCE      synthetic DNA construct
  ORGANISM  synthetic DNA construct
            other sequences.
FEATURES             Location/Qualifiers
     source          1..25
                     /organism="synthetic DNA construct"
     CDS             complement(join(3..8,
                     12..>20))
                     /gene="bla"
                     /product="a product with ""quotes"" that
                     goes on"
                     /translation="MK
                     VL"
                     /pseudo
     misc_feature    5^6
ORIGIN
        1 acgtacgtac gtacgtacgt
       21 acgtn
//
`;
const edited = (from: string, to: string) => () => {
  const changed = record.replace(from, to);
  if (changed === record) throw new Error(`${from} is not there`);
  return utf8(changed);
};

export const cases: FormatCases = {
  examples: [
    {
      title: "features",
      bytes: () => utf8(record),
      gives: { type: "table", shape: [3, 11] },
    },
    {
      title: "sequences",
      bytes: () => utf8(record + record),
      spec: { sheet: "sequences" },
      gives: { type: "table", shape: [2, 9] },
    },
    {
      title: "a place that is none",
      bytes: edited("     misc_feature    5^6", "     variation       -78"),
      gives: { type: "table", shape: [3, 11] },
      issues: [["location", 20]],
    },
    {
      title: "a protein without features",
      bytes: () =>
        utf8("LOCUS       NP_1  12 aa  linear   PRI 01-JAN-2024\nDEFINITION  PTEN.\nORIGIN\n        1 mtaiikeivs rn\n//\n"),
      gives: { type: "table", shape: [1, 9] },
    },
  ],
  bad: [
    {
      title: "a line of the sequence that is missing",
      bytes: edited("        1 acgtacgtac gtacgtacgt\n", "        1 acgtacgtac\n"),
      reason: "format-genbank.origin-number",
      line: 23,
    },
    { title: "a record that does not end", bytes: edited("//\n", ""), reason: "format-genbank.cut", line: 23 },
    { title: "a digit in the sequence", bytes: edited("acgtn", "acg7n"), reason: "format-genbank.letter", line: 23 },
    {
      title: "a line among the features",
      bytes: edited("     misc_feature    5^6", "     misc_feature"),
      reason: "format-genbank.feature",
      line: 20,
    },
  ],
};
