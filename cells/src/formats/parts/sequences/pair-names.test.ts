// Two files of reads are a pair where their names say so, read for read.

import { expect, test } from "vitest";
import { mateOfFile, pairedNames, readName } from "./pair-names.ts";

test("names of reads by what wrote them", () => {
  expect(readName("EAS139:136:FC706VJ:2:5:1000:12850 1:Y:18:ATCACG")).toEqual({
    name: "EAS139:136:FC706VJ:2:5:1000:12850",
    mate: 1,
  });
  expect(readName("HWUSI-EAS100R:6:73:941:1973#0/2")).toEqual({ name: "HWUSI-EAS100R:6:73:941:1973#0", mate: 2 });
  expect(readName("SRR001666.1 071112_SLXA-EAS1_s_7:5:1:817:345 length=36")).toEqual({ name: "SRR001666.1", mate: null });
});

test("two files in the same order are a pair; what differs is named with its place", () => {
  expect(pairedNames(["a 1:N:0:A", "b 1:N:0:A"], ["a 2:N:0:A", "b 2:N:0:A"])).toEqual(["a", "b"]);
  expect(pairedNames(["x/1"], ["x/2"])).toEqual(["x"]);
  expect(() => pairedNames(["a/1", "b/1"], ["a/2", "c/2"])).toThrow('sequences.pair-differs {"row":2,"first":"b","second":"c"}');
  expect(() => pairedNames(["a/1"], ["a/1"])).toThrow("sequences.pair-same");
  expect(() => pairedNames(["a/1", "b/1"], ["a/2"])).toThrow("sequences.pair-count");
});

test("names of files", () => {
  expect(mateOfFile("HG1_S1_L001_R1_001.fastq.gz")).toEqual({ stem: "HG1_S1_L001_R*_001.fastq.gz", mate: 1 });
  expect(mateOfFile("HG1_S1_L001_R2_001.fastq.gz")?.stem).toBe("HG1_S1_L001_R*_001.fastq.gz");
  expect(mateOfFile("x_2.fq")).toEqual({ stem: "x_*.fq", mate: 2 });
  expect(mateOfFile("sample12.fastq")).toBeNull();
});
