// Pairs of samples by their kinship, and which samples to leave out so that none of the pairs is left: always the one with most
// relatives, as long as there are any.

import type { Assay } from "../../artifacts/artifact.ts";
import { sampleIds } from "../../artifacts/assay.ts";
import type { JudgeOf, Verdict } from "../../contract/quality-rule.ts";
import { dropSamples } from "../parts/drop-samples.ts";
import { words as shared } from "../words.ts";
import { kinship, planesOf } from "./kinship.ts";
import type { relatedness } from "./rule.ts";
import { words } from "./words.ts";

/** Words of bits that are compared: some ten seconds. */
const mostWork = 3e9;
/** Pairs that are told of one by one, beside the nearest of each sample. */
const mostPairs = 1000;

interface Pair {
  readonly first: number;
  readonly second: number;
  readonly value: number;
}

export const judge: JudgeOf<typeof relatedness> = {
  judge({ assay, genotypes }, settings) {
    if (!genotypes) return { lacks: shared.sentence("of-genotypes") };
    const { sampleCount } = assay;
    const sites = genotypes.autosomal.reduce((sum, one) => sum + one, 0);
    if (sampleCount < 2) return { lacks: words.sentence("few-samples") };
    if (sites < settings.sites) return { lacks: words.sentence("few-sites", { n: sites, least: settings.sites }) };
    if (((sampleCount * (sampleCount - 1)) / 2) * Math.ceil(sites / 32) > mostWork)
      return { lacks: words.sentence("too-many", { n: sampleCount, sites }) };
    const planes = planesOf(genotypes, sampleCount);
    const nearest = new Float64Array(sampleCount).fill(Number.NaN);
    const pairs: Pair[] = [];
    for (let first = 0; first < sampleCount; first++)
      for (let second = first + 1; second < sampleCount; second++) {
        const value = kinship(planes, first, second, settings.sites);
        if (Number.isNaN(value)) continue;
        for (const sample of [first, second]) if (!(value <= (nearest[sample] as number))) nearest[sample] = value;
        if (value > settings.related) pairs.push({ first, second, value });
      }
    const measures = [{ name: "nearest_kinship", values: nearest }];
    if (pairs.length === 0) return { measures, verdicts: [] };
    pairs.sort((a, b) => b.value - a.value);
    const told = pairs.filter(
      ({ first, second, value }, at) => at < mostPairs || value === nearest[first] || value === nearest[second],
    );
    const verdicts = told.map((pair) => verdictOf(pair, assay, settings));
    return { measures, verdicts: [ofAll(pairs, assay, settings.related), ...verdicts] };
  },
};

function verdictOf(
  { first, second, value }: Pair,
  assay: Assay,
  { same, first: near, related }: { readonly same: number; readonly first: number; readonly related: number },
): Verdict {
  const [key, threshold] =
    value > same ? (["same", same] as const) : value > near ? (["first", near] as const) : (["kin", related] as const);
  const ids = sampleIds(assay);
  const says = words.sentence(key, { first: ids[first] ?? "", second: ids[second] ?? "", value, threshold });
  const level = key === "same" ? "fail" : "warn";
  return { level, samples: [first, second], value, threshold, says, ...dropSamples(assay, [second]) };
}

function ofAll(pairs: readonly Pair[], assay: Assay, threshold: number): Verdict {
  const dropped = withoutPairs(pairs);
  const says = words.sentence("pairs", { n: pairs.length, threshold, drop: dropped.length });
  return { level: "warn", samples: [], value: pairs[0]?.value ?? null, threshold, says, ...dropSamples(assay, dropped) };
}

/** Of equals the one that stands later. */
function withoutPairs(pairs: readonly Pair[]): readonly number[] {
  const relatives = new Map<number, Set<number>>();
  for (const { first, second } of pairs)
    for (const [one, other] of [
      [first, second],
      [second, first],
    ] as const)
      relatives.set(one, (relatives.get(one) ?? new Set()).add(other));
  const dropped: number[] = [];
  for (;;) {
    let worst = -1;
    let most = 0;
    for (const [sample, { size }] of relatives)
      if (size > most || (size === most && size > 0 && sample > worst)) {
        worst = sample;
        most = size;
      }
    if (most === 0) return dropped.sort((a, b) => a - b);
    for (const other of relatives.get(worst) ?? []) relatives.get(other)?.delete(worst);
    relatives.delete(worst);
    dropped.push(worst);
  }
}
