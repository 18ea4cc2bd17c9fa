// A small one, for tests: alignments of two samples over two sequences.

import type { IndexedFile } from "../../artifact.ts";
import { integerColumn, tableOf, textColumn } from "../../table.ts";

export const example: IndexedFile = {
  type: "file",
  format: "bam",
  file: { digest: "0".repeat(64), name: "reads.zip", size: 1234 },
  part: "reads.bam",
  index: "reads.bam.bai",
  header: "@HD\tVN:1.6\tSO:coordinate\n",
  contigs: tableOf(
    textColumn("contig", ["chr1", "chr2"], { semantic: "chromosome", build: "GRCh38" }),
    integerColumn("length", [248_956_422, 242_193_529]),
  ),
  samples: ["a", "b"],
  build: "GRCh38",
  facts: { mapped: 10 },
};
