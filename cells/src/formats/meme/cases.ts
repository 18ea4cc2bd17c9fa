// Files of the format meme, for its contract suite.

import { type FormatCases, utf8 } from "../../testing/describe-format.ts";

const small = `MEME version 5

ALPHABET= ACGT

strands: + -

MOTIF MA0004.1 Arnt
letter-probability matrix: alength= 4 w= 2 nsites= 20 E= 0
 0.2 0.3 0.4 0.1
 1 0 0 0
URL http://example.org

MOTIF other
letter-probability matrix: alength= 4 w= 1 nsites= 5
 0.25 0.25 0.25 0.25
`;

export const cases: FormatCases = {
  examples: [{ title: "two motifs", bytes: () => utf8(small), gives: { type: "table", shape: [3, 8] } }],
  bad: [
    {
      title: "a position that is missing",
      bytes: () => utf8(small.replace(" 1 0 0 0\n", "")),
      reason: "format-meme.matrix-length",
      line: 8,
    },
    {
      title: "a letter that is missing",
      bytes: () => utf8(small.replace(" 1 0 0 0\n", " 1 0 0\n")),
      reason: "format-meme.row-width",
      line: 10,
    },
    {
      title: "a motif without a matrix",
      bytes: () => utf8(small.replace(/letter-[^]*?\n 1 0 0 0\n/, "")),
      reason: "format-meme.no-matrix",
      line: 7,
    },
    { title: "a word", bytes: () => utf8(small.replace(" 1 0 0 0", " 1 0 x 0")), reason: "motifs.no-number", line: 10 },
  ],
};
