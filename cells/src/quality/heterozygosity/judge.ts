// F = (O - E) / (N - E) of homozygous sites, as PLINK's --het has it: E is the sum of p^2 + q^2 over the autosomal sites of which the
// sample has a genotype, by the frequencies in all samples of its group, so that populations beside each other are not taken
// for one that mates at random (Wahlund 1928). The deviation is told within the group.

import { sampleIds } from "../../artifacts/assay.ts";
import type { Genotypes, JudgeOf, Measure, QualityData, Verdict } from "../../contract/quality-rule.ts";
import { robustZ } from "../../stats/robust-z.ts";
import { groupingOf } from "../parts/quality-data.ts";
import { words as shared } from "../words.ts";
import type { heterozygosity } from "./rule.ts";
import { words } from "./words.ts";

/** Of fewer samples the frequencies of alleles are hardly known. */
const fewestSamples = 10;

export const judge: JudgeOf<typeof heterozygosity> = {
  judge(data, settings) {
    const { assay, genotypes } = data;
    if (!genotypes) return { lacks: shared.sentence("of-genotypes") };
    const counts = countsOf(genotypes, assay.sampleCount);
    const groups = groupsOf(data).map((group) => group.filter((sample) => (counts.sites[sample] as number) > 0));
    const large = groups.filter((group) => group.length >= fewestSamples);
    if (large.length === 0)
      return {
        lacks: words.sentence("few-samples", { least: fewestSamples, n: Math.max(0, ...groups.map(({ length }) => length)) }),
      };
    const f = new Float64Array(assay.sampleCount).fill(Number.NaN);
    for (const group of large) inbreeding(genotypes, assay.sampleCount, group, counts, f);
    if (f.every(Number.isNaN)) return { lacks: words.sentence("no-variance") };
    const z = new Float64Array(assay.sampleCount).fill(Number.NaN);
    const verdicts = large.flatMap((group) => unusual(data, group, f, z, settings));
    const measures: Measure[] = [
      { name: "heterozygous_share", values: counts.het.map((het, sample) => ratio(het, counts.sites[sample] as number)) },
      { name: "inbreeding_f", values: f },
      { name: "inbreeding_f_z", values: z, unit: "MAD" },
    ];
    // Copies of either allele do not say which genotype of two equal ones is the other than the reference.
    if (genotypes.alleles?.countedIs === "alternative")
      measures.unshift({
        name: "het_hom_ratio",
        values: counts.het.map((het, sample) => ratio(het, counts.two[sample] as number)),
      });
    return { measures, verdicts };
  },
};

const ratio = (one: number, other: number): number => (other > 0 ? one / other : Number.NaN);

interface Counts {
  /** Of each sample: its autosomal sites of two copies, those with two alleles, those with two of what is counted. */
  readonly sites: Float64Array;
  readonly het: Float64Array;
  readonly two: Float64Array;
}

function countsOf({ calls, autosomal }: Genotypes, samples: number): Counts {
  const [sites, het, two] = [new Float64Array(samples), new Float64Array(samples), new Float64Array(samples)];
  const all = calls();
  for (let site = 0; site < autosomal.length; site++) {
    if (autosomal[site] === 0) continue;
    for (let sample = 0, at = site * samples; sample < samples; sample++, at++) {
      const call = all[at] as number;
      if (call < 0) continue;
      sites[sample] = (sites[sample] as number) + 1;
      if (call === 1) het[sample] = (het[sample] as number) + 1;
      else if (call === 2) two[sample] = (two[sample] as number) + 1;
    }
  }
  return { sites, het, two };
}

/** Places of the samples of each group; of those that no group names nothing is expected. */
function groupsOf({ assay, columns }: QualityData): readonly (readonly number[])[] {
  const all = Array.from({ length: assay.sampleCount }, (_, sample) => sample);
  if (!columns.group) return [all];
  const { names, of } = groupingOf(columns.group, assay.sampleCount);
  return names.map((_, at) => all.filter((sample) => of[sample] === at));
}

function inbreeding(
  { calls, autosomal }: Genotypes,
  samples: number,
  group: readonly number[],
  counts: Counts,
  f: Float64Array,
): void {
  const all = calls();
  const expected = new Float64Array(samples);
  for (let site = 0; site < autosomal.length; site++) {
    if (autosomal[site] === 0) continue;
    let copies = 0;
    let told = 0;
    for (const sample of group) {
      const call = all[site * samples + sample] as number;
      if (call < 0) continue;
      copies += call;
      told++;
    }
    if (told === 0) continue;
    const p = copies / (2 * told);
    const het = 2 * p * (1 - p);
    for (const sample of group)
      if ((all[site * samples + sample] as number) >= 0) expected[sample] = (expected[sample] as number) + het;
  }
  for (const sample of group) f[sample] = 1 - ratio(counts.het[sample] as number, expected[sample] as number);
}

function unusual(
  { assay }: QualityData,
  group: readonly number[],
  f: Float64Array,
  z: Float64Array,
  { warn, fail, least }: { readonly warn: number; readonly fail: number; readonly least: number },
): readonly Verdict[] {
  const ids = sampleIds(assay);
  const told = robustZ(group.map((sample) => f[sample] as number));
  return group.flatMap((sample, at): Verdict[] => {
    const value = f[sample] as number;
    const far = told.z[at] as number;
    z[sample] = far;
    if (!(Math.abs(value - told.median) >= least)) return [];
    const level = Math.abs(far) > fail ? "fail" : Math.abs(far) > warn ? "warn" : null;
    if (!level) return [];
    const threshold = level === "fail" ? fail : warn;
    const said = { sample: ids[sample] ?? "", value, median: told.median, z: Math.abs(far), threshold };
    return [{ level, samples: [sample], value: far, threshold, says: words.sentence(far < 0 ? "too-many" : "too-few", said) }];
  });
}
