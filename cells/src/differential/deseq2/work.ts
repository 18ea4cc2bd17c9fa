// Fits counts and answers contrasts as DESeq2 does; what a contrast needs of the fit are numbers of each feature.

import type { Assay } from "../../artifacts/artifact.ts";
import { sampleIds } from "../../artifacts/assay.ts";
import type { Failure, MessageKey } from "../../base/failure.ts";
import { invariant } from "../../base/invariant.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { ContrastAnswer, FittedFeatures, Observed, WorkOf } from "../../contract/differential-method.ts";
import { contrastOfCounts, type NoP } from "../../stats/deseq/contrast-of-counts.ts";
import { type CountFit, fitCounts } from "../../stats/deseq/fit-counts.ts";
import { filterByMean } from "../../stats/deseq/independent-filter.ts";
import { likelihoodRatio } from "../../stats/deseq/likelihood-ratio.ts";
import { medianOfRatios } from "../../stats/size-factors.ts";
import { countsOfAssay } from "../parts/counts/counts-of-assay.ts";
import type { Deseq2Options } from "./method.ts";
import { words } from "./words.ts";

export const work: WorkOf<Deseq2Options> = {
  async fit({ options, assay, columns, pause, say }) {
    const counts = countsOfAssay(assay, { method: words.say("title", {}, "en"), estimates: false });
    if (!counts.ok) return counts;
    if (assay.sampleCount <= columns.length)
      return err(words.failure("no-rest", { samples: assay.sampleCount, coefficients: columns.length }, { at: ["design"] }));
    const factors = factorsOf(counts.value, assay, options);
    if (!factors.ok) return factors;
    const answer = await fitCounts(
      { genes: assay.featureCount, samples: assay.sampleCount, counts: counts.value, factors: factors.value, columns },
      { trend: options.trend, replaceFrom: options.replaceFrom, pause },
    );
    if (!answer.ok) {
      const at = answer.problem === "trend" ? ["method", "trend"] : ["from"];
      return err(words.failure(problems[answer.problem], {}, { at }));
    }
    const { fit } = answer;
    if (fit.replaced.size > 0) say(words.sentence("replaced-counts", { n: fit.replaced.size, from: options.replaceFrom ?? 0 }));
    const unsettled = fit.settled.reduce((n, each) => n + (each ? 0 : 1), 0);
    if (unsettled > 0) say(words.sentence("unsettled", { n: unsettled }));
    return ok(keptOf(fit, counts.value, factors.value, columns));
  },

  contrast({ options, fitted, features, weights, compared, alpha, least }) {
    const fit = fitOf(fitted, features, weights.length, options);
    const some = numbers(fitted, "some");
    const cells = some.length / features;
    const answer = contrastOfCounts(fit, {
      contrast: weights,
      isEmpty: (gene) => compared?.every((is, cell) => !is || some[gene * cells + cell] === 0) ?? false,
      isTwoGroups: weights.length === 2 && cells === 2,
      least,
    });
    const { change, error, statistic, p } = answer;
    return { level: fit.means, change, error, statistic, p, ...judged(answer, fit.means, alpha) };
  },

  async without({ options, fitted, features, kept, alpha, pause }) {
    const fit = fitOf(fitted, features, kept.length, options);
    const { columns, counts, factors, replaced } = observedOf(fitted);
    const samples = columns[0]?.length ?? 0;
    const isTwoGroups = kept.length === 2 && numbers(fitted, "some").length === 2 * features;
    const found = await likelihoodRatio(
      { ...fit, logLikelihood: numbers(fitted, "logLikelihood"), replaced },
      {
        data: { genes: features, samples, counts, factors, columns },
        columns: columns.filter((_, at) => kept[at]),
        isTwoGroups,
        pause,
      },
    );
    const none = () => new Float64Array(features).fill(Number.NaN);
    const { statistic, p } = found;
    const { facts, ...rest } = judged(found, fit.means, alpha);
    const df = kept.reduce((n, is) => n + (is ? 0 : 1), 0);
    return { level: fit.means, change: none(), error: none(), statistic, p, ...rest, facts: { ...facts, df } };
  },

  inR: (options, { formula, groups, weights, without, alpha, least }) => [
    `dds <- DESeqDataSetFromMatrix(counts, sheet, ${formula})`,
    `dds <- DESeq(dds${without ? `, test = "LRT", reduced = ${without.formula}` : ""}${options.factors === "ratio" ? "" : `, sfType = "${options.factors}"`}${options.trend === "parametric" ? "" : `, fitType = "${options.trend}"`}, minReplicatesForReplace = ${options.replaceFrom ?? "Inf"})`,
    without
      ? `results(dds, alpha = ${alpha})`
      : `results(dds, contrast = ${groups ?? `c(${weights.join(", ")})`}, alpha = ${alpha}${least > 0 ? `, lfcThreshold = ${least}` : ""})`,
  ],
};

/** Adjusted p values of the genes whose mean is above where filtering finds most, and why the others have none. */
function judged(
  { p, why: reasons }: { readonly p: Float64Array; readonly why: ReadonlyMap<number, NoP> },
  means: Float64Array,
  alpha: number,
): Pick<ContrastAnswer, "adjusted" | "why" | "facts"> {
  const { adjusted, threshold, share, found } = filterByMean(p, means, alpha);
  const why = new Map<number, MessageKey>([...reasons].map(([gene, reason]) => [gene, words.key(keyOf[reason])]));
  adjusted.forEach((value, gene) => {
    if (Number.isNaN(value) && !why.has(gene)) why.set(gene, words.key("why-low"));
  });
  return { adjusted, why, facts: { threshold, share, found: found.map((each) => ({ ...each })) } };
}

const problems = { trend: "no-trend", flat: "flat", zero: "zero" } as const;
const keyOf = { zero: "why-zero", outlier: "why-outlier" } as const satisfies { readonly [reason in NoP]: string };

function factorsOf(counts: Float64Array, assay: Assay, { factors: by }: Deseq2Options): Result<Float64Array, Failure> {
  const { featureCount, sampleCount } = assay;
  const rowOf = (feature: number) => counts.subarray(feature * sampleCount, (feature + 1) * sampleCount);
  const reference = Array.from({ length: featureCount }, (_, feature) => {
    const row = rowOf(feature);
    const isUsed = by === "ratio" ? row.every((count) => count > 0) : row.some((count) => count > 0);
    return isUsed ? row.reduce((sum, count) => sum + (count > 0 ? Math.log(count) : 0), 0) / sampleCount : null;
  });
  if (reference.every((each) => each === null)) return err(words.failure("no-common", {}, { at: ["method", "factors"] }));
  const factors = Float64Array.from({ length: sampleCount }, (_, sample) =>
    medianOfRatios(
      Float64Array.from({ length: featureCount }, (__, feature) => counts[feature * sampleCount + sample] as number),
      { reference, size: 0 },
    ),
  );
  const lost = factors.findIndex((factor) => !(factor > 0));
  if (lost >= 0) return err(words.failure("no-factor", { sample: sampleIds(assay)[lost] ?? "" }, { at: ["from"] }));
  const centre = by === "ratio" ? 1 : Math.exp(factors.reduce((sum, factor) => sum + Math.log(factor), 0) / sampleCount);
  return ok(factors.map((factor) => factor / centre));
}

/** What contrasts ask of, and what is looked at. */
function keptOf(fit: CountFit, counts: Float64Array, factors: Float64Array, columns: readonly Float64Array[]): FittedFeatures {
  const genes = fit.means.length;
  const { cells, sizes, samples } = fit.design;
  const some = new Float64Array(genes * sizes.length);
  for (let gene = 0; gene < genes; gene++)
    for (let sample = 0; sample < samples; sample++)
      if ((counts[gene * samples + sample] as number) > 0) some[gene * sizes.length + (cells[sample] as number)] = 1;
  const flags = (of: Uint8Array) => Float64Array.from(of);
  return {
    arrays: {
      mean: fit.means,
      own: fit.own,
      trended: fit.trended,
      dispersion: fit.dispersions,
      isOutlier: flags(fit.isOutlier),
      beta: fit.beta.map((value) => value / Math.LN2),
      covariance: fit.covariance,
      cooks: fit.cooks,
      isSpared: flags(fit.isSpared),
      isReplaced: flags(fit.isReplaced),
      logLikelihood: fit.logLikelihood,
      some,
    },
    observed: { columns, counts, factors, replaced: fit.replaced },
    facts: {
      cutoff: Number.isNaN(fit.cooksCutoff) ? null : fit.cooksCutoff,
      prior: fit.spread.prior,
      trend: { ...fit.trend },
      factors: [...factors],
      replaced: fit.replaced.size,
    },
  };
}

type Needed = Parameters<typeof contrastOfCounts>[0];
function fitOf(fitted: FittedFeatures, genes: number, width: number, _options: Deseq2Options): Needed {
  const of = (name: string) => numbers(fitted, name);
  const cutoff = fitted.facts["cutoff"];
  invariant(of("beta").length === genes * width, "a fit has its coefficients");
  return {
    width,
    means: of("mean"),
    dispersions: of("dispersion"),
    beta: of("beta").map((value) => value * Math.LN2),
    covariance: of("covariance"),
    cooks: of("cooks"),
    cooksCutoff: typeof cutoff === "number" ? cutoff : Number.NaN,
    isSpared: of("isSpared"),
    isReplaced: of("isReplaced"),
  };
}

function observedOf({ observed }: FittedFeatures): Observed {
  invariant(observed, "a fit holds its counts");
  return observed;
}

function numbers({ arrays }: FittedFeatures, name: string): Float64Array {
  const found = arrays[name];
  invariant(found, `a fit holds ${name}`);
  return found;
}
