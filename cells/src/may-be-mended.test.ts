// Of a refused file a cell is made where something of the cell may mend it.

import { expect, test } from "vitest";
import { mayBeMended } from "./may-be-mended.ts";

test.each([
  ["vcf", true],
  ["fastq", true],
  ["xlsx", true],
  ["h5ad", true],
  ["bam", false],
  ["bigwig", false],
  ["parquet", false],
  // Recognised, not loaded.
  ["cram", false],
  ["binary", false],
])("%s: %s", (format, expected) => {
  expect(mayBeMended(format)).toBe(expected);
});
