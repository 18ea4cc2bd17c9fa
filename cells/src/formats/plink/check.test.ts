// What is sound for PLINK is sound here, and what `plink1.9` 1.90b6.26 or `plink2 --validate` (2.00a3.5) refuse or warn of is told with its
// place. Of each case stands behind it what they said.

import { expect, test } from "vitest";
import { checkFile } from "../../files/check-file.ts";
import { bytesAsSource } from "../../testing/bytes-as-source.ts";
import { setOf } from "../../testing/set-of.ts";
import { bed, bedBySample, bim, fam, map, pair, ped, trio, written } from "./plink.fixture.ts";

async function found(bytes: Uint8Array, strict = false) {
  const { findings, checked, format } = await checkFile(bytesAsSource(bytes), "kids.zip", { strict, format: "plink" });
  expect([checked, format]).toEqual([true, "plink"]);
  return findings
    .filter(({ severity }) => severity !== "note")
    .map(({ severity, rule, part, line, byte }) => [severity, rule, part?.split(".").pop(), line ?? byte]);
}

test("sound sets are sound", async () => {
  expect(await found(trio(), true)).toEqual([]);
  expect(await found(pair(), true)).toEqual([]);
  const three = pair({ "kids.map": map.replaceAll(" 0 ", " ") });
  expect(await found(three, true)).toEqual([]);
  expect(await found(trio({ "study/kids.bim": `# sites\n${bim.replaceAll(/^/gm, "chr").slice(0, -3)}` }), true)).toEqual([]);
});

test("what plink1.9 wrote is sound, as a set and file by file", async () => {
  const set = (...endings: readonly string[]) =>
    setOf(Object.fromEntries(Object.entries(written).filter(([name]) => endings.some((ending) => name.endsWith(ending)))));
  expect(await found(set("bed", "bim", "fam"), true)).toEqual([]);
  expect(await found(set("ped", "map"), true)).toEqual([]);
  for (const [name, format] of [
    ["made.bim", "plink-bim"],
    ["made.fam", "plink-fam"],
    ["made.map", "plink-map"],
  ] as const) {
    const alone = await checkFile(bytesAsSource(new TextEncoder().encode(written[name])), name, { strict: true });
    expect([alone.format, alone.checked, alone.rules]).toEqual([format, true, []]);
  }
});

const ofBim = (from: string, to: string) => trio({ "study/kids.bim": bim.replace(from, to) });
const ofFam = (from: string, to: string) => trio({ "study/kids.fam": fam.replace(from, to) });
const ofPed = (from: string, to: string) => pair({ "kids.ped": ped.replace(from, to) });
const ofBed = (...bytes: readonly number[]) => trio({ "study/kids.bed": Uint8Array.from(bytes) });
const head = [0x6c, 0x1b, 1];
const two = [0b11011000, 0b11, 0b00101011, 0b01];

test.each<[string, Uint8Array, readonly unknown[]]>([
  // Invalid chromosome code '99' on line 3 of .bim file.
  ["a chromosome that man has not", ofBim("23", "99"), ["error", "plink-chromosome", "bim", 3]],
  ["two ways of calling them", ofBim("1\trs2", "chr1\trs2"), ["warning", "plink-chromosomes-mixed", "bim", 2]],
  // Invalid centimorgan position on line 1 of .bim file.
  ["a distance that is none", ofBim("rs1\t0", "rs1\tx"), ["error", "plink-distance", "bim", 1]],
  // Invalid bp coordinate on line 1 of .bim file.
  ["a position that is none", ofBim("100", "x"), ["error", "plink-position", "bim", 1]],
  ["a position too large", ofBim("100", "3000000000"), ["error", "plink-position", "bim", 1]],
  ["a position below 0", ofBim("100", "-100"), ["warning", "plink-position-negative", "bim", 1]],
  // Comma-containing allele code on line 1 of .bim file.
  ["two alleles in one", ofBim("A\tG", "A,C\tG"), ["error", "plink-allele", "bim", 1]],
  // .bim file has a split chromosome. (--freq and all others but --make-bed)
  [
    "a chromosome in two stretches",
    ofBim("1\trs2\t0\t200\tC\tT\n23", "2\trs2\t0\t200\tC\tT\n1"),
    ["error", "plink-split", "bim", 3],
  ],
  // LD-based pruning requires a sorted .bim.
  ["sites out of order", ofBim("100", "900"), ["warning", "plink-sorted", "bim", 2]],
  ["a name of two sites", ofBim("rs2", "rs1"), ["warning", "plink-site-name-twice", "bim", 2]],
  ["one field too few", ofBim("\tT\n23", "\n23"), ["error", "plink-site-fields", "bim", 2]],
  // Invalid IID '0' on line 1 of .fam file.
  ["a sample without a name", ofFam("mother 0", "0 0"), ["error", "plink-sample", "fam", 1]],
  ["a sample twice", ofFam("F2 other", "F2 alone"), ["error", "plink-sample-twice", "fam", 5]],
  // Line 1 of .fam file has fewer tokens than expected.
  ["a sample without phenotype", ofFam("2 1\n", "2\n"), ["error", "plink-sample-fields", "fam", 1]],
  ["a sex that is none", ofFam("2 1\n", "F 1\n"), ["error", "plink-sex", "fam", 1]],
  // 'PHENO1' entry on line 2 is numeric/'NA', while an earlier entry is categorical. (plink2)
  ["a phenotype in words", ofFam("2 1\n", "2 case\n"), ["error", "plink-phenotype", "fam", 1]],
  ["its own father", ofFam("father 0 0", "father father 0"), ["error", "plink-parent", "fam", 2]],
  ["a mother who is a man", ofFam("0 0 2 1", "0 0 1 1"), ["warning", "plink-parent-sex", "fam", 3]],
  [
    "phenotypes of 0 and 1",
    trio({ "study/kids.fam": fam.replaceAll(/ \S+$/gm, " 1").replace(" 1 1\n", " 1 0\n") }),
    ["warning", "plink-phenotype-zero-one", "fam", 2],
  ],
  // Invalid header bytes in .bed file.
  ["another beginning", ofBed(0x6c, 0x1c, ...bed.slice(2)), ["error", "plink-bed-magic", "bed", 1]],
  // Invalid .bed file size (expected 9 bytes).
  ["a byte too few", trio({ "study/kids.bed": bed.slice(0, -1) }), ["error", "plink-bed-size", "bed", 8]],
  ["a byte too many", ofBed(...bed, 0), ["error", "plink-bed-size", "bed", 9]],
  // Last byte of (0-based) variant #0 has nonzero trailing bits. (plink2 --validate)
  [
    "bits behind the last sample",
    ofBed(...head, 0b11011000, 0b01000111, ...two.slice(2), 0xff, 0b11),
    ["error", "plink-bed-padding", "bed", 4],
  ],
  ["genotypes by sample", trio({ "study/kids.bed": bedBySample }), ["warning", "plink-bed-by-sample", "bed", 2]],
  // 2 het. haploid genotypes present: F1 father rs3, F2 alone rs3.
  ["two alleles of men on X", ofBed(...head, ...two, 0b10101010, 0b10), ["warning", "plink-haploid-two", "bed", 7]],
  // Half-missing call in .ped file at variant 1, line 2.
  ["half a genotype", ofPed("A G C", "A 0 C"), ["error", "plink-ped-half", "ped", 2]],
  // Variant 1 triallelic; setting rarest alleles missing.
  ["a third allele", ofPed("A G C", "A C C"), ["error", "plink-ped-alleles", "ped", 4]],
  // Line 2 of .ped file has fewer tokens than expected.
  ["an allele too few", ofPed("A G C T T T", "A G C T T"), ["error", "plink-ped-fields", "ped", 2]],
  // 1 het. haploid genotype present: F1 father rs3.
  ["two alleles of a man on X, as text", ofPed("A G C T T T", "A G C T A T"), ["warning", "plink-haploid-two", "ped", 2]],
  // Line 2 of .map file has fewer tokens than expected.
  ["a line of another width", pair({ "kids.map": map.replace("rs2 0", "rs2") }), ["error", "plink-site-fields", "map", 2]],
])("%s", async (_title, bytes, wanted) => {
  expect(await found(bytes, true)).toContainEqual(wanted);
});

test("as often as PLINK counts them: men with two alleles on Y, and women with any", async () => {
  const bytes = trio({
    "study/kids.bim": bim.replace("23", "24"),
    "study/kids.bed": Uint8Array.of(...head, ...two, 0b10101010, 0b10),
  });
  const { rules } = await checkFile(bytesAsSource(bytes), "kids.zip", { format: "plink" });
  expect(rules.map(({ rule, count }) => [rule, count])).toEqual([
    ["plink-sex-unknown", 1],
    ["plink-y-of-women", 1],
    ["plink-haploid-two", 2],
  ]);
});

test("PLINK takes no half of them for mitochondria", async () => {
  const bytes = trio({
    "study/kids.bim": bim.replace("23", "26"),
    "study/kids.bed": Uint8Array.of(...head, ...two, 0b10101010, 0b10),
  });
  expect(await found(bytes)).toEqual([]);
});
