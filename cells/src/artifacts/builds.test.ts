// Builds by names, lengths and accessions.

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { hasReference, referenceFile } from "../testing/reference-data.ts";
import { buildNamed, buildOfAccessions, buildOfContigs, chromosomeLength, styleOfChromosomes } from "./builds.ts";

test("a build is known by each of its names, and by no other text", () => {
  const named: readonly (readonly [string, string | null])[] = [
    ["hg19", "GRCh37"],
    ["GRCh37.p13", "GRCh37"],
    ["37", "GRCh37"],
    ["b37", "GRCh37"],
    ["NCBI GRCh38", "GRCh38"],
    ["GCA_000001405.28", "GRCh38"],
    ["GCA_000001405.14", "GRCh37"],
    ["file:///seq/hs37d5.fa.gz", "GRCh37"],
    ["hs1", "T2T-CHM13v2.0"],
    ["T2T-CHM13v2.0", "T2T-CHM13v2.0"],
    ["mm10", "GRCm38"],
    ["mm9", "NCBIM37"],
    ["GRCz11", "GRCz11"],
    ["sacCer3", "R64-1-1"],
    ["chapter 37 of the book", null],
    ["hg1", null],
    ["canFam3", null],
    ["", null],
  ];
  expect(named.map(([text]) => [text, buildNamed(text)])).toEqual(named);
});

test("lengths and accessions tell a build whatever its chromosomes are called", () => {
  expect(buildOfContigs([{ name: "1", length: 248_956_422 }])).toBe("GRCh38");
  expect(buildOfContigs([{ name: "chr1", length: 195_154_279 }])).toBe("GRCm39");
  expect(buildOfContigs([{ name: "NC_000001.10", length: 249_250_621 }])).toBe("GRCh37");
  expect(buildOfContigs([{ name: "chr1", length: 5 }])).toBe(null);
  expect(buildOfContigs([{ name: "chrUn_1", length: 5 }])).toBe(null);
  expect(buildOfAccessions(["NC_000023.11", "NC_000001.11"])).toBe("GRCh38");
  expect(buildOfAccessions(["NC_000001.10", "NC_000001.11"])).toBe(null);
  expect([
    chromosomeLength("GRCh38", "chrX"),
    chromosomeLength("GRCh38", "X"),
    chromosomeLength("GRCh38", "NC_000023.11"),
  ]).toEqual([156_040_895, 156_040_895, 156_040_895]);
  expect([chromosomeLength("GRCh38", "chrQ"), chromosomeLength("canFam3", "chr1")]).toEqual([null, null]);
});

test("chromosomes are called in one style or in none", () => {
  expect(
    [["chr1", "chrX", "chrUn_K1"], ["1", "X", "MT"], ["1", "chr2"], ["ctg1"], ["ctg1", "2"]].map(styleOfChromosomes),
  ).toEqual(["chr", "plain", null, null, "plain"]);
});

test.skipIf(!hasReference("format_zoo/hg19.chrom.sizes"))("UCSC's lengths of hg19 are those of GRCh37", () => {
  const rows = readFileSync(referenceFile("format_zoo/hg19.chrom.sizes"), "utf8").trim().split("\n");
  const contigs = rows.map((row) => ({ name: row.split("\t")[0] ?? "", length: Number(row.split("\t")[1]) }));
  expect(buildOfContigs(contigs)).toBe("GRCh37");
  const named = contigs.filter(({ name }) => /^chr(?:\d+|X|Y)$/.test(name));
  expect(named.map(({ name }) => chromosomeLength("GRCh37", name))).toEqual(named.map(({ length }) => length));
});
