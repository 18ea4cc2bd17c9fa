// Fits counts and answers contrasts as DESeq2 does; what a contrast needs of the fit are numbers of each feature.

import type { Assay } from "../../artifacts/artifact.ts";
import { sampleIds } from "../../artifacts/assay.ts";
import type { Failure, MessageKey } from "../../base/failure.ts";
import { invariant } from "../../base/invariant.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { ContrastAnswer, FittedFeatures, Observed, Shrinkage, WorkOf } from "../../contract/differential-method.ts";
import { cauchyShrinkage, priorScale, type ShrunkenChanges } from "../../stats/deseq/cauchy-shrinkage.ts";
import { asCoefficient } from "../../stats/deseq/contrast-as-coefficient.ts";
import { contrastOfCounts, type NoP } from "../../stats/deseq/contrast-of-counts.ts";
import { type CountFit, fitCounts } from "../../stats/deseq/fit-counts.ts";
import { filterByMean } from "../../stats/deseq/independent-filter.ts";
import { likelihoodRatio } from "../../stats/deseq/likelihood-ratio.ts";
import { normalShrinkage, priorVariances } from "../../stats/deseq/normal-shrinkage.ts";
import { relativeLengths } from "../../stats/gene-lengths.ts";
import { medianOfRatios } from "../../stats/size-factors.ts";
import { estimatesOfAssay } from "../parts/counts/estimates-of-assay.ts";
import { countsOfAssay } from "../parts/counts/counts-of-assay.ts";
import { factorsInR, leftOutInR, plainNamesInR } from "../parts/sheet-in-r.ts";
import type { Deseq2Options } from "./method.ts";
import { words } from "./words.ts";

export const work: WorkOf<Deseq2Options> = {
  async fit({ options, assay, columns, pause, say }) {
    const found = estimatesOfAssay(assay);
    const estimates = options.lengths ? found : null;
    const fix = found && !options.lengths ? { path: ["method", "lengths"], value: true } : null;
    const given = countsOfAssay(assay, { method: { key: words.key("title"), params: {} }, estimates: estimates !== null, fix });
    if (!given.ok) return given;
    const counts = ok(estimates ? given.value.map(rounded) : given.value);
    if (estimates) say(words.sentence("by-lengths", { layer: estimates.layer }));
    if (assay.sampleCount <= columns.length)
      return err(words.failure("no-rest", { samples: assay.sampleCount, coefficients: columns.length }, { at: ["design"] }));
    const relative = estimates && relativeLengths(estimates.lengths, assay.sampleCount);
    const depths = factorsOf(
      relative ? counts.value.map((count, at) => count / (relative[at] as number)) : counts.value,
      assay,
      options,
    );
    const factors = depths.ok && relative ? ok(centred(relative, depths.value)) : depths;
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
    if (fit.trend.by !== options.trend) say(words.sentence("fell-back"));
    if (fit.replaced.size > 0) say(words.sentence("replaced-counts", { n: fit.replaced.size, from: options.replaceFrom ?? 0 }));
    const unsettled = fit.settled.reduce((n, each) => n + (each ? 0 : 1), 0);
    if (unsettled > 0) say(words.sentence("unsettled", { n: unsettled }));
    return ok(keptOf(fit, counts.value, factors.value, columns));
  },

  contrast({ fitted, features, weights, compared, isTwoGroups, alpha, least }) {
    const fit = fitOf(fitted, features, weights.length);
    const some = numbers(fitted, "some");
    const cells = some.length / features;
    const answer = contrastOfCounts(fit, {
      contrast: weights,
      isEmpty: (gene) => compared?.every((is, cell) => !is || some[gene * cells + cell] === 0) ?? false,
      isTwoGroups,
      least,
    });
    const { change, error, statistic, p } = answer;
    return { level: fit.means, change, error, statistic, p, ...judged(answer, fit.means, alpha) };
  },

  async without({ fitted, features, kept, isTwoGroups, alpha, pause }) {
    const fit = fitOf(fitted, features, kept.length);
    const { columns, counts, factors, replaced } = observedOf(fitted);
    const samples = columns[0]?.length ?? 0;
    const found = await likelihoodRatio(
      {
        ...fit,
        logLikelihood: numbers(fitted, "logLikelihood"),
        cooksOfRatio: numbers(fitted, "cooksOfRatio"),
        replaced,
      },
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

  async shrink({ fitted, features, weights, formula, by, answer, pause }) {
    const fit = fitOf(fitted, features, weights.length);
    const { columns, counts, factors } = observedOf(fitted);
    const { columns: own, at, isOwn } = asCoefficient(columns, weights);
    const refused =
      by === "normal" ? (isOwn ? (hasInteraction(formula) ? "shrink-interaction" : null) : "shrink-coefficient") : null;
    if (refused) return err(words.failure(refused, {}, { at: ["shrink"], fix: { path: ["shrink"], value: "apeglm" } }));
    const change = answer.change.map((value) => value * Math.LN2);
    const width = weights.length;
    const task = {
      data: { genes: features, samples: columns[0]?.length ?? 0, counts, factors },
      columns: own,
      at,
      dispersions: fit.dispersions,
      means: fit.means,
      // The other coefficients stay what they are; the contrast stands in the place of one.
      beta: (gene: number) =>
        fit.beta.slice(gene * width, (gene + 1) * width).map((value, place) => (place === at ? (change[gene] as number) : value)),
      pause,
    };
    if (by === "normal") {
      const variances = priorVariances(task, numbers(fitted, "trended"));
      const scale = Math.sqrt(variances[at] as number);
      return ok({ ...inLog2(await normalShrinkage(task, variances)), scale });
    }
    const scale = priorScale(
      change,
      answer.error.map((value) => value * Math.LN2),
    );
    return ok({ ...inLog2(await cauchyShrinkage(task, scale)), scale: scale / Math.LN2 });
  },

  inR(options, { formula, factors, leftOut, groups, weights, without, alpha, least, shrink, hasLengths }) {
    const names = plainNamesInR(formula);
    const design = names.within(formula);
    const compared = groups && names.grouped(groups);
    const settings = [
      ...(without ? [`test = "LRT", reduced = ${names.within(without.formula)}`] : []),
      ...(options.factors === "ratio" ? [] : [`sfType = "${options.factors}"`]),
      ...(options.trend === "parametric" ? [] : [`fitType = "${options.trend}"`]),
      `minReplicatesForReplace = ${options.replaceFrom ?? "Inf"}`,
    ];
    return [
      ...leftOutInR({ leftOut }, "counts"),
      ...names.lines,
      ...factorsInR({ factors: factors.map(({ name, levels }) => ({ name: names.of(name), levels })) }),
      hasLengths && options.lengths
        ? `dds <- DESeqDataSetFromTximport(txi, sheet, ${design})`
        : `dds <- DESeqDataSetFromMatrix(counts, sheet, ${design})`,
      `dds <- DESeq(dds, ${settings.join(", ")})`,
      without
        ? `results(dds, alpha = ${alpha})`
        : `results(dds, contrast = ${compared ?? `c(${weights.join(", ")})`}, alpha = ${alpha}${least > 0 ? `, lfcThreshold = ${least}` : ""})`,
      ...(shrink ? shrinkInR(weights, design, shrink) : []),
    ];
  },
};

/** Of a contrast that is no coefficient the design is written so that it is one: lfcShrink takes nothing else. */
function shrinkInR(weights: readonly number[], formula: string, by: Shrinkage): readonly string[] {
  const { at, isOwn, columns } = asCoefficient(
    weights.map((_, place) => Float64Array.from(weights, (__, row) => Number(row === place))),
    Float64Array.from(weights),
  );
  const shrink = `lfcShrink(dds, coef = ${at + 1}, type = "${by}")`;
  if (isOwn) return [shrink];
  const matrix = columns.map((column) => [...column].join(", ")).join(", ");
  return [
    `X <- model.matrix(${formula}, sheet) %*% matrix(c(${matrix}), ${weights.length})`,
    `colnames(X) <- c(${weights.map((_, place) => (place === at ? '"contrast"' : `"x${place + 1}"`)).join(", ")})`,
    "design(dds) <- X",
    "dds <- nbinomWaldTest(dds)",
    shrink,
  ];
}

const hasInteraction = (formula: string): boolean => /[:*^]|%in%|\//u.test(formula);
const inLog2 = ({ change, error }: ShrunkenChanges): ShrunkenChanges => ({
  change: change.map((value) => value / Math.LN2),
  error: error.map((value) => value / Math.LN2),
});

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

/** Halves to even numbers, as R's round(). */
function rounded(value: number): number {
  const low = Math.floor(value);
  const rest = value - low;
  return rest > 0.5 || (rest === 0.5 && low % 2 === 1) ? low + 1 : low;
}

/** A factor of each count: relative length times depth, with a geometric mean of 1 in each gene (DESeq2's estimateNormFactors). */
function centred(relative: Float64Array, depths: Float64Array): Float64Array {
  const samples = depths.length;
  return relativeLengths(
    relative.map((length, at) => length * (depths[at % samples] as number)),
    samples,
  );
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
      cooksOfRatio: fit.cooksOfRatio,
      isSpared: flags(fit.isSpared),
      isReplaced: flags(fit.isReplaced),
      logLikelihood: fit.logLikelihood,
      some,
    },
    observed: { columns, counts, factors, replaced: fit.replaced },
    facts: {
      cutoff: Number.isNaN(fit.cooksCutoff) ? null : fit.cooksCutoff,
      prior: fit.spread.prior,
      trend: fit.trend.by === "local" ? { by: "local" } : { ...fit.trend },
      // Of lengths as well there is one for each count.
      factors: factors.length === samples ? [...factors] : [],
      hasLengths: factors.length > samples,
      replaced: fit.replaced.size,
    },
  };
}

type Needed = Parameters<typeof contrastOfCounts>[0];
function fitOf(fitted: FittedFeatures, genes: number, width: number): Needed {
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
