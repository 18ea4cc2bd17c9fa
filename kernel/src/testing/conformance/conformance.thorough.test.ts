// The bars of the files that were made to be checked: what must pass has no error, relaxed or strict; faults of the body are refused
// with their line; faults of the header are at least warned of.

import { expect, test } from "vitest";
import "@genomecraft/cells/all-words.ts";
import { conformanceFolder, hasConformance, type Verdict, verdicts } from "./conformance.ts";

const absent = hasConformance ? "" : ` (not tried: ${conformanceFolder} is not there)`;

const share = (some: readonly Verdict[], of: readonly Verdict[]): number => (of.length === 0 ? 1 : some.length / of.length);

test.skipIf(!hasConformance).each([
  { mode: "relaxed", isStrict: false, formats: ["vcf", "sam", "fastq"] },
  { mode: "strict", isStrict: true, formats: ["vcf", "sam", "fastq", "fasta"] },
])(`$mode: the files of others come out as they should${absent}`, { timeout: 300_000 }, async ({ isStrict, formats }) => {
  const all = await verdicts(isStrict);
  const wronglyRefused = all.filter(({ expected, isRefused }) => expected.passes && isRefused);
  expect(wronglyRefused.map(({ expected, lines }) => [expected.file, lines])).toEqual([]);
  for (const format of formats) {
    const of = all.filter(({ expected }) => expected.format === format);
    expect(of.length, format).toBeGreaterThan(40);
    const body = of.filter(({ expected }) => expected.part === "body");
    const header = of.filter(({ expected }) => expected.part === "header");
    const refused = body.filter(({ isRefused, isLineRight }) => isRefused && isLineRight);
    expect(share(refused, body), `${format}: faults of the body`).toBeGreaterThanOrEqual(0.95);
    const warned = header.filter(({ isWarned, isLineRight }) => isWarned && isLineRight);
    expect(share(warned, header), `${format}: faults of the header`).toBeGreaterThanOrEqual(0.95);
  }
});
