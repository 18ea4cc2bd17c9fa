// Depths of counts as voom takes them, and which features have enough of them.

import type { Assay } from "../../artifacts/artifact.ts";
import { sampleIds } from "../../artifacts/assay.ts";
import type { Failure } from "../../base/failure.ts";
import { err, ok, type Result } from "../../base/result.ts";
import { cutoffsOf, isExpressed, smallestOfDesign } from "../../stats/filter-by-expr.ts";
import { trimmedMeans } from "../../stats/size-factors.ts";
import { words } from "./words.ts";

export function sizesOf(counts: Float64Array, samples: number): Float64Array {
  const sizes = new Float64Array(samples);
  for (let at = 0; at < counts.length; at++) sizes[at % samples] = (sizes[at % samples] as number) + (counts[at] as number);
  return sizes;
}

export const rowsOf = (values: Float64Array, samples: number, kept: Int32Array): Float64Array => {
  const rows = new Float64Array(kept.length * samples);
  kept.forEach((feature, at) => rows.set(values.subarray(feature * samples, (feature + 1) * samples), at * samples));
  return rows;
};

/** Places of features with enough counts by edgeR's filterByExpr of the design. */
export function enoughCounts(counts: Float64Array, columns: readonly Float64Array[], minCount: number): Int32Array {
  const samples = columns[0]?.length ?? 0;
  const options = { minCount, minTotalCount: 15, largeN: 10, minProp: 0.7 };
  const cutoffs = cutoffsOf(sizesOf(counts, samples), smallestOfDesign(columns, samples), options);
  return Int32Array.from({ length: counts.length / samples }, (_, at) => at).filter((feature) => {
    let [reached, total] = [0, 0];
    for (let sample = 0; sample < samples; sample++) {
      const count = counts[feature * samples + sample] as number;
      total += count;
      if (count * (cutoffs.perMillion[sample] as number) >= cutoffs.cpm) reached++;
    }
    return isExpressed(reached, total, cutoffs, options);
  });
}

/** Library sizes times their factors. */
export function librariesOf(counts: Float64Array, assay: Assay, factors: "tmm" | "none"): Result<Float64Array, Failure> {
  const samples = assay.sampleCount;
  const sizes = sizesOf(counts, samples);
  const refused = (key: "no-reads" | "no-factor", at: number) =>
    err(words.failure(key, { sample: sampleIds(assay)[at] ?? "" }, { at: ["from"] }));
  const empty = sizes.indexOf(0);
  if (empty >= 0) return refused("no-reads", empty);
  if (factors === "none") return ok(sizes);
  const features = counts.length / samples;
  const bySample = Array.from(sizes, (_, sample) =>
    Float64Array.from({ length: features }, (__, feature) => counts[feature * samples + sample] as number),
  );
  const found = trimmedMeans(bySample, sizes);
  const lost = found.findIndex((factor) => !(factor > 0 && Number.isFinite(factor)));
  return lost >= 0 ? refused("no-factor", lost) : ok(sizes.map((size, at) => size * (found[at] as number)));
}
