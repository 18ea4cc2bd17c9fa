// Files of the format bcf, for its contract suite.

import type { FormatCases } from "../../testing/describe-format.ts";
import { family } from "./bcf.fixture.ts";

/** Where the records begin: behind the magic bytes, the length of the header and the header. */
const recordsOf = (bytes: Uint8Array): number => 9 + new DataView(bytes.buffer).getUint32(5, true);
const changed = (change: (bytes: Uint8Array, at: number) => void) => () => {
  const bytes = family();
  change(bytes, recordsOf(bytes));
  return bytes;
};

export const cases: FormatCases = {
  examples: [
    {
      title: "genotypes of three samples",
      bytes: family,
      gives: { type: "assay", shape: [6, 3] },
      // Lines are those of the text that it stands for, to which bcftools adds that of PASS.
      issues: [
        ["split", 20],
        ["half-calls", 20],
        ["haploid", 21],
      ],
    },
  ],
  headerOnly: () => family().slice(0, recordsOf(family())),
  bad: [
    {
      title: "a record that ends in its middle",
      bytes: () => family().slice(0, -3),
      reason: "format-variants.bcf-cut",
      line: null,
    },
    {
      title: "a record that says it were longer than any",
      bytes: changed((bytes, at) => bytes.fill(0xff, at, at + 4)),
      reason: "format-variants.bcf-broken",
      line: null,
    },
    {
      title: "a contig that the header does not have",
      bytes: changed((bytes, at) => bytes.fill(0x7f, at + 8, at + 12)),
      reason: "format-variants.bcf-broken",
      line: null,
    },
    {
      title: "more samples than the header has",
      bytes: changed((bytes, at) => bytes.fill(0x7f, at + 28, at + 31)),
      reason: "format-variants.bcf-broken",
      line: null,
    },
    {
      title: "a type that is none",
      bytes: changed((bytes, at) => bytes.fill(0x1e, at + 32, at + 33)),
      reason: "format-variants.bcf-broken",
      line: null,
    },
  ],
};
