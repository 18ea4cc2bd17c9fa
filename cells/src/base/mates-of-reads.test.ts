// Files of reads that are mates, by what sequencers, archives and programs call them.

import { expect, test } from "vitest";
import { filesOfMates, matesOfSamples } from "./mates-of-reads.ts";

test.each<[string, readonly string[], readonly (readonly (string | boolean)[])[]]>([
  [
    "bcl2fastq, lanes in order, without the reads of the index",
    [
      "S1_L002_R2_001.fastq.gz",
      "S1_L001_R1_001.fastq.gz",
      "S1_L002_R1_001.fastq.gz",
      "S1_L001_R2_001.fastq.gz",
      "S1_L001_I1_001.fastq.gz",
    ],
    [["S1", true, "S1_L001_R1_001.fastq.gz", "S1_L001_R2_001.fastq.gz", "S1_L002_R1_001.fastq.gz", "S1_L002_R2_001.fastq.gz"]],
  ],
  [
    "the SRA, which writes what lost its mate into a third file",
    ["x_1.fastq", "x_2.fastq", "x.fastq"],
    [["x", false, "x_1.fastq", "x_2.fastq"]],
  ],
  [
    "two samples in folders",
    ["a/r_R1.fq.gz", "a/r_R2.fq.gz", "b/r.R1.fq", "b/r.R2.fq"],
    [
      ["a/r", true, "a/r_R1.fq.gz", "a/r_R2.fq.gz"],
      ["b/r", true, "b/r.R1.fq", "b/r.R2.fq"],
    ],
  ],
  [
    "Trim Galore",
    ["s_R1_001_val_1.fq.gz", "s_R2_001_val_2.fq.gz"],
    [["s", true, "s_R1_001_val_1.fq.gz", "s_R2_001_val_2.fq.gz"]],
  ],
  ["Trimmomatic, what lost its mate left out", ["s_1P.fq", "s_2P.fq", "s_1U.fq", "s_2U.fq"], [["s", true, "s_1P.fq", "s_2P.fq"]]],
  ["a sample that is called 1 or 2", ["S_1_1.fastq", "S_1_2.fastq"], [["S_1", false, "S_1_1.fastq", "S_1_2.fastq"]]],
  [
    "forward and reverse, by letters (Galaxy #22267) and in words",
    [
      "E_F.fq.gz",
      "E_R.fq.gz",
      "t.forward.fastq",
      "t.reverse.fastq",
      "u_L001_read2.fq",
      "u_L001_read1.fq",
      "v_pair1.fq",
      "v_pair2.fq",
    ],
    [
      ["E", false, "E_F.fq.gz", "E_R.fq.gz"],
      ["t", true, "t.forward.fastq", "t.reverse.fastq"],
      ["u", true, "u_L001_read1.fq", "u_L001_read2.fq"],
      ["v", true, "v_pair1.fq", "v_pair2.fq"],
    ],
  ],
  ["a number and a letter are no mates", ["s_1.fq", "s_R.fq", "t_F.fq", "t_R2.fq"], []],
  [
    "ATAC of 10x Genomics, where R2 is a barcode and R3 the mate of R1",
    ["A_S1_L001_R1_001.fastq.gz", "A_S1_L001_R2_001.fastq.gz", "A_S1_L001_R3_001.fastq.gz", "A_S1_L001_I1_001.fastq.gz"],
    [],
  ],
  ["three samples that are counted", ["s_1.fastq", "s_2.fastq", "s_3.fastq"], []],
  ["one mate, and what is no reads", ["s_R1.fastq", "s_R2.txt", "sample12.fastq"], []],
  [
    "a mate twice, which keeps no other sample apart",
    ["s_R1.fastq", "s_R1.fastq.gz", "s_R2.fastq", "t.1.fq", "t.2.fq"],
    [["t", false, "t.1.fq", "t.2.fq"]],
  ],
])("%s", (_title, names, found) => {
  expect(matesOfSamples(names).map((mates) => [mates.stem, mates.isSaid, ...filesOfMates(mates)])).toEqual(found);
});

test("a lane without its mate is there, so that it is said", () => {
  expect(matesOfSamples(["S_L001_R1.fq", "S_L001_R2.fq", "S_L002_R1.fq"])[0]?.lanes).toEqual([
    { lane: "L001", first: "S_L001_R1.fq", second: "S_L001_R2.fq" },
    { lane: "L002", first: "S_L002_R1.fq", second: null },
  ]);
});
