// Files of the format nexus, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const small = `#NEXUS
[a comment; with a mark]
begin data;
dimensions ntax=2 nchar=8;
format datatype=dna missing=? gap=- matchchar=.;
matrix
human   ACGTAC
        GT
'Mus m' AC-T..G?
;
end;
begin trees;
  translate 1 human, 2 'Mus m';
  tree t1 = [&R] (1:0.1,2:0.2)0.9;
end;
`;
const edited = (from: string, to: string) => () => {
  const changed = small.replace(from, to);
  if (changed === small) throw new Error(`${from} is not there`);
  return utf8(changed);
};

export const cases: FormatCases = {
  examples: [
    { title: "an alignment", bytes: () => utf8(small), gives: { type: "table", shape: [2, 5] } },
    { title: "its trees", bytes: () => utf8(small), spec: { sheet: "trees" }, gives: { type: "table", shape: [3, 8] } },
    {
      title: "blocks of rows",
      bytes: () =>
        utf8(
          "#nexus\r\nBEGIN DATA;\r\nDIMENSIONS NTAX=2 NCHAR=6;\r\nFORMAT DATATYPE=PROTEIN INTERLEAVE=yes;\r\nMATRIX\r\na MKV\r\nb MKV\r\n\r\na LE-\r\nb LEQ\r\n;\r\nEND;\r\n",
        ),
      gives: { type: "table", shape: [2, 5] },
    },
  ],
  bad: [
    { title: "a row that is too short", bytes: edited("AC-T..G?", "AC-T..G"), reason: "sequences.row-length", line: 9 },
    { title: "a row that is missing", bytes: edited("ntax=2", "ntax=3"), reason: "format-nexus.rows", line: 6 },
    { title: "characters that are no sequences", bytes: edited("=dna", "=standard"), reason: "format-nexus.datatype", line: 6 },
    { title: "an end that is missing", bytes: edited("0.9;\nend;\n", "0.9;\n"), reason: "format-nexus.cut", line: 14 },
  ],
};
