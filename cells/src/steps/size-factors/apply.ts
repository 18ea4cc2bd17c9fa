// What is kept: means of logarithms (median of ratios), the counts of the reference sample (TMM) or which features are not 0
// everywhere (upper quartile), and by what factors are divided so that those of the training have the geometric mean 1.

import { z } from "zod";
import type { Assay, Column } from "../../artifacts/artifact.ts";
import { denseData, featureIds, sampleIds } from "../../artifacts/assay.ts";
import type { StepScope } from "../../contract/step.ts";
import { factorColumns } from "../parts/factor-columns.ts";
import { featuresOfState, namesOfState } from "../parts/features-of-state.ts";
import { fittedOf } from "../parts/fitted.ts";
import { librarySizes } from "../parts/library-sizes.ts";
import { mapValues } from "../parts/matrix-values.ts";
import { needReads } from "../parts/need-reads.ts";
import { refuse, tableWith } from "../parts/step-scope.ts";
import { medianOfRatios, type Reference, referenceSample, trimmedMean, upperQuartile } from "../../stats/size-factors.ts";
import { columnOfFactors, type FactorRule, isOfLibrary, type sizeFactors } from "./step.ts";
import { words } from "./words.ts";

const state = z.strictObject({
  features: namesOfState,
  /** One number a feature, by the rule; null: not used. */
  reference: z.array(z.number().nullable()),
  /** Library size of the reference sample. */
  size: z.number(),
  center: z.number().positive(),
});

export const { fitted, apply } = fittedOf<typeof sizeFactors>()({
  // The reference sample of TMM is a row itself.
  keeps: ({ by }) => (by === "tmm" ? "values" : "statistics"),
  state,
  on: {
    assay: {
      fit({ by }, assay, scope) {
        const sizes = checkedSizes(assay, scope);
        const kept = referenceOf(by, assay, sizes);
        if (kept.reference.every((value) => value === null)) refuse(scope, words, "no-common", { noun: assay.featureNoun });
        const center = by === "ratio" ? 1 : geometricMean(factorsOf(by, assay, sizes, kept, scope));
        return { features: [...featureIds(assay)], reference: [...kept.reference], size: kept.size, center };
      },
      apply({ by }, given, kept, scope) {
        const assay = featuresOfState(given, kept.features, scope);
        const sizes = checkedSizes(assay, scope);
        const factors = factorsOf(by, assay, sizes, kept, scope).map((factor) => factor / kept.center);
        const divisors = isOfLibrary(by) ? factors.map((factor, at) => (factor * (sizes[at] as number)) / 1e6) : factors;
        const columns: Column[] = [{ name: columnOfFactors(by), type: "float64", valid: null, values: factors }];
        // By which logarithms find their prior counts again.
        if (isOfLibrary(by)) columns.push({ name: factorColumns.library, type: "float64", valid: null, values: sizes });
        return {
          ...assay,
          scale: isOfLibrary(by) ? "cpm" : "unknown",
          values: mapValues(assay, true, (value, sample) => value / (divisors[sample] as number)),
          samples: tableWith(scope, [...assay.samples.columns, ...columns], assay.sampleCount),
        };
      },
    },
  },
});

function checkedSizes(assay: Assay, scope: StepScope): Float64Array {
  needReads(assay, "scale-cpm", scope);
  const data = denseData(assay);
  const missing = data.findIndex((value) => Number.isNaN(value));
  if (missing >= 0)
    refuse(scope, words, "missing-count", {
      feature: featureIds(assay)[Math.floor(missing / assay.sampleCount)] ?? "",
      sample: sampleIds(assay)[missing % assay.sampleCount] ?? "",
    });
  return librarySizes(assay, scope);
}

const geometricMean = (factors: Float64Array): number =>
  Math.exp(factors.reduce((sum, factor) => sum + Math.log(factor), 0) / factors.length);

function countsOf(assay: Assay, data: Float32Array, sample: number): Float64Array {
  return Float64Array.from({ length: assay.featureCount }, (_, at) => data[at * assay.sampleCount + sample] as number);
}

function factorsOf(by: FactorRule, assay: Assay, sizes: Float64Array, kept: Reference, scope: StepScope): Float64Array {
  const data = denseData(assay);
  return sizes.map((size, sample) => {
    const counts = countsOf(assay, data, sample);
    const factor =
      by === "tmm"
        ? trimmedMean(counts, size, kept)
        : by === "upper-quartile"
          ? upperQuartile(counts, size, kept)
          : medianOfRatios(counts, kept);
    return factor > 0 ? factor : refuse(scope, words, "no-factor", { sample: sampleIds(assay)[sample] ?? "" });
  });
}

function referenceOf(by: FactorRule, assay: Assay, sizes: Float64Array): Reference {
  const data = denseData(assay);
  const width = assay.sampleCount;
  const rows = Array.from({ length: assay.featureCount }, (_, at) => data.subarray(at * width, (at + 1) * width));
  const someOf = (row: Float32Array): boolean => row.some((count) => count > 0);
  if (!isOfLibrary(by)) {
    const isUsed = by === "ratio" ? (row: Float32Array) => width > 0 && row.every((count) => count > 0) : someOf;
    const meanLog = (row: Float32Array): number => row.reduce((sum, count) => sum + (count > 0 ? Math.log(count) : 0), 0) / width;
    return { reference: rows.map((row) => (isUsed(row) ? meanLog(row) : null)), size: 0 };
  }
  const used: Reference = { reference: rows.map((row) => (someOf(row) ? 1 : null)), size: 0 };
  if (by === "upper-quartile") return used;
  const counts = Array.from(sizes, (_, sample) => countsOf(assay, data, sample));
  const chosen = referenceSample(counts, sizes, used);
  return { reference: rows.map((row) => (someOf(row) ? (row[chosen] ?? 0) : null)), size: sizes[chosen] ?? 0 };
}
