// Transitions (A and G, C and T) over transversions, as bcftools stats counts them: of the data set over its sites, of a sample over
// those where it carries the alternative.

import type { z } from "zod";
import { sampleIds } from "../../artifacts/assay.ts";
import { isMissing } from "../../artifacts/table.ts";
import type { TextColumn } from "../../artifacts/artifact.ts";
import type { Genotypes, JudgeOf, Measure, Verdict } from "../../contract/quality-rule.ts";
import { robustZ } from "../../stats/robust-z.ts";
import { words as shared } from "../words.ts";
import type { transitions } from "./rule.ts";
import { words } from "./words.ts";

type Asked = z.output<(typeof transitions)["settings"]>;

export const judge: JudgeOf<typeof transitions> = {
  judge({ assay, genotypes }, settings) {
    if (!genotypes) return { lacks: shared.sentence("of-genotypes") };
    const { alleles } = genotypes;
    if (!alleles) return { lacks: words.sentence("no-alleles") };
    const changes = changesOf(alleles.counted, alleles.other, assay.featureCount);
    const count = (kind: number): number => changes.reduce((sum, one) => sum + (one === kind ? 1 : 0), 0);
    const [ti, tv] = [count(transition), count(transversion)];
    if (ti + tv < settings.sites) return { lacks: words.sentence("few", { n: ti + tv, least: settings.sites }) };
    const ofSet = tv > 0 ? ofDataSet(ti / tv, settings) : [];
    // Copies of either allele do not say who carries the alternative.
    const notes = tv > 0 ? [words.sentence("counted", { ti, tv, value: ti / tv })] : [];
    if (alleles.countedIs === "either") return { measures: [], verdicts: ofSet, notes };
    const ratios = ratiosOf(genotypes, assay.sampleCount, changes, settings.sites);
    const { z, median } = robustZ(ratios);
    const ids = sampleIds(assay);
    const verdicts = [...ratios].flatMap((value, sample): Verdict[] => {
      const far = Math.abs(z[sample] as number);
      if (!(far > settings.deviations) || Math.abs(value - median) < settings.least) return [];
      const said = { sample: ids[sample] ?? "", value, median, z: far, threshold: settings.deviations };
      return [
        { level: "warn", samples: [sample], value: far, threshold: settings.deviations, says: words.sentence("sample", said) },
      ];
    });
    const measures: Measure[] = [{ name: "ti_tv", values: ratios }];
    return { measures, verdicts: [...ofSet, ...verdicts], notes };
  },
};

function ofDataSet(value: number, asked: Asked): readonly Verdict[] {
  const { assay, fail, genomeLow, genomeHigh, exomeLow, exomeHigh } = asked;
  if (value < fail)
    return [{ level: "fail", samples: [], value, threshold: fail, says: words.sentence("low", { value, threshold: fail }) }];
  const ranges = {
    genome: [[genomeLow, genomeHigh]],
    exome: [[exomeLow, exomeHigh]],
    automatic: [
      [genomeLow, genomeHigh],
      [exomeLow, exomeHigh],
    ],
    // Its sites were chosen.
    array: [[fail, Number.POSITIVE_INFINITY]],
  } as const;
  if (ranges[assay].some(([low, high]) => value >= low && value <= high)) return [];
  const threshold = ranges[assay].flat().reduce((near, end) => (Math.abs(end - value) < Math.abs(near - value) ? end : near));
  const said = { value, genomeLow, genomeHigh, exomeLow, exomeHigh };
  const says = words.sentence(assay === "genome" ? "no-genome" : assay === "exome" ? "no-exome" : "neither", said);
  return [{ level: "warn", samples: [], value, threshold, says }];
}

const transition = 1;
const transversion = 2;

/** Of each site; 0: no single base that becomes another. */
function changesOf(one: TextColumn, other: TextColumn, sites: number): Uint8Array {
  const [bases, others] = [one, other].map(({ dictionary }) => dictionary.map((text) => text.toUpperCase())) as [
    string[],
    string[],
  ];
  const changes = new Uint8Array(sites);
  for (let site = 0; site < sites; site++) {
    if (isMissing(one, site) || isMissing(other, site)) continue;
    const pair = `${bases[one.codes[site] as number]}${others[other.codes[site] as number]}`;
    if (!/^(?!(.)\1)[ACGT]{2}$/.test(pair)) continue;
    changes[site] = /^(?:AG|GA|CT|TC)$/.test(pair) ? transition : transversion;
  }
  return changes;
}

/** NaN where a sample carries fewer than so many. */
function ratiosOf({ calls }: Genotypes, samples: number, changes: Uint8Array, least: number): Float64Array {
  const [ti, tv] = [new Float64Array(samples), new Float64Array(samples)];
  const all = calls();
  for (let site = 0; site < changes.length; site++) {
    const kind = changes[site];
    if (kind === 0) continue;
    const counts = kind === transition ? ti : tv;
    for (let sample = 0, at = site * samples; sample < samples; sample++, at++)
      if ((all[at] as number) > 0) counts[sample] = (counts[sample] as number) + 1;
  }
  return ti.map((count, sample) => {
    const other = tv[sample] as number;
    return other > 0 && count + other >= least ? count / other : Number.NaN;
  });
}
