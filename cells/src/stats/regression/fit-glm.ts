// Generalised linear models by iteratively reweighted least squares (McCullagh & Nelder 1989, section 2.5; Green, Journal of the Royal
// Statistical Society B 46:149-192, 1984). A normal outcome is the case that is done in one step.

import { normal } from "../distributions/normal.ts";
import { studentT } from "../distributions/student-t.ts";
import type { Family } from "./families.ts";
import { predicted, type WeightedFit, weightedFit } from "./weighted-fit.ts";

export interface GlmData {
  readonly columns: readonly Float64Array[];
  readonly outcome: Float64Array;
  /** Added to the predictor of each row; null: nothing. */
  readonly offset?: Float64Array | null;
  /** Predictor of each row to start from; absent: the family's own. */
  readonly start?: Float64Array;
}

export interface GlmFit {
  readonly coefficients: Float64Array;
  /** (X'WX)⁻¹, row after row: times the dispersion it is the classical covariance. */
  readonly unscaled: Float64Array;
  readonly dispersion: number;
  readonly residualDf: number;
  readonly predictor: Float64Array;
  readonly means: Float64Array;
  /** Of the last step. */
  readonly weights: Float64Array;
  /** (y − μ) dη/dμ. */
  readonly working: Float64Array;
  readonly leverages: Float64Array;
  readonly deviance: number;
  readonly nullDeviance: number;
  readonly pearson: number;
  readonly logLikelihood: number;
  /** Akaike's criterion; an estimated dispersion of a normal or gamma outcome counts as a parameter. */
  readonly aic: number;
  readonly steps: number;
  /** Columns along which the likelihood grows without end. */
  readonly unbounded: readonly number[];
}

/** "no-end": the steps come to no rest. */
export type GlmFailure = "no-end" | "not-told-apart";

const mostSteps = 60;
/** Of the deviance, relative. R stops at 1e-8; what is closer is nearer to the maximum that R looks for. */
const closeEnough = 1e-12;

type Fitted = { readonly fit: GlmFit } | { readonly failed: GlmFailure };

export function fitGlm(data: GlmData, family: Family): Fitted {
  const steps = stepsOfGlm(data, family);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, which yields before each step: of tens of thousands of rows one takes a part of a second. */
export function* stepsOfGlm(data: GlmData, family: Family): Generator<undefined, Fitted> {
  const { columns, outcome, offset = null } = data;
  const n = outcome.length;
  const meanOfAll = outcome.reduce((sum, value) => sum + value, 0) / n;
  let predictor: Float64Array = data.start ?? outcome.map((value) => family.start(value, meanOfAll));
  let deviance = Number.POSITIVE_INFINITY;
  let solved: WeightedFit | null = null;
  let coefficients: Float64Array | null = null;
  let steps = 0;
  for (; steps < mostSteps; steps++) {
    yield;
    const { weights, target } = workingOf(outcome, predictor, offset, family);
    const next = weightedFit(columns, target, weights);
    // Weights that vanish take rows away: along some column the likelihood grows without end.
    if (!next) break;
    let now = next.coefficients;
    let there = shifted(predicted(columns, now), offset);
    let reached = devianceOf(outcome, there, family);
    // Halfway back as long as it went uphill (R's glm.fit does so where the deviance is no number).
    for (let time = 0; coefficients && time < 30 && !(reached <= deviance * (1 + 1e-9) + 1e-12); time++) {
      now = now.map((value, at) => (value + (coefficients?.[at] as number)) / 2);
      there = shifted(predicted(columns, now), offset);
      reached = devianceOf(outcome, there, family);
    }
    const change = Math.abs(reached - deviance) / (Math.abs(reached) + 0.1);
    [solved, coefficients, predictor, deviance] = [next, now, there, reached];
    if (change < closeEnough) break;
  }
  if (!solved || !coefficients) return { failed: "not-told-apart" };
  const { weights, target, means, working } = workingOf(outcome, predictor, offset, family);
  const last = weightedFit(columns, target, weights);
  const unbounded = family.dispersion === 1 ? unboundedIn(columns, coefficients, last) : [];
  if (steps === mostSteps && unbounded.length === 0) return { failed: "no-end" };
  const { unscaled, leverages } = last ?? solved;
  const residualDf = n - columns.length;
  const pearson = outcome.reduce((sum, value, row) => {
    const mean = means[row] as number;
    return sum + (value - mean) ** 2 / family.variance(mean);
  }, 0);
  const dispersion = family.dispersion ?? pearson / residualDf;
  const logLikelihood = family.logLikelihood(outcome, means, deviance);
  const nullMean = outcome.map(() => family.link(meanOfAll));
  return {
    fit: {
      coefficients,
      unscaled,
      dispersion,
      residualDf,
      predictor,
      means,
      weights,
      working,
      leverages,
      deviance,
      nullDeviance: devianceOf(outcome, nullMean, family),
      pearson,
      logLikelihood,
      aic: -2 * logLikelihood + 2 * (columns.length + (family.dispersion === null ? 1 : 0)),
      steps: steps + 1,
      unbounded,
    },
  };
}

const shifted = (values: Float64Array, by: Float64Array | null): Float64Array =>
  by ? values.map((value, row) => value + (by[row] as number)) : values;

const devianceOf = (outcome: Float64Array, predictor: Float64Array, family: Family): number =>
  outcome.reduce((sum, value, row) => sum + family.deviance(value, family.mean(predictor[row] as number)), 0);

function workingOf(outcome: Float64Array, predictor: Float64Array, offset: Float64Array | null, family: Family) {
  const n = outcome.length;
  const [weights, target, means, working] = [new Float64Array(n), new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  for (let row = 0; row < n; row++) {
    const eta = predictor[row] as number;
    const mean = family.mean(eta);
    const slope = family.slope(eta);
    means[row] = mean;
    weights[row] = (slope * slope) / family.variance(mean);
    working[row] = ((outcome[row] as number) - mean) / slope;
    target[row] = eta - (offset ? (offset[row] as number) : 0) + (working[row] as number);
  }
  return { weights, target, means, working };
}

/** In units of the column: after convergence the next step is less than a millionth; along a direction without an end it is about one. */
const stillMoving = 1e-2;

function unboundedIn(columns: readonly Float64Array[], coefficients: Float64Array, next: WeightedFit | null): readonly number[] {
  const moves = (at: number, by: number): boolean => {
    const column = columns[at] as Float64Array;
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    const size = column.reduce((sum, value) => sum + Math.abs(value - mean), 0) / column.length || 1;
    return Math.abs(by) * size > stillMoving;
  };
  // All weights are gone: whatever is large has no end.
  if (!next) return [...coefficients.keys()].filter((at) => moves(at, (coefficients[at] as number) / 500));
  return [...coefficients.keys()].filter((at) => moves(at, (next.coefficients[at] as number) - (coefficients[at] as number)));
}

/** Two-sided p of an estimate over its error; degrees of freedom without end are the normal distribution's. */
export const twoSidedP = (statistic: number, df: number): number =>
  Number.isNaN(statistic) ? Number.NaN : Math.min(1, 2 * studentT.upper(Math.abs(statistic), df));

/** So many errors lie on either side. */
export const reachOf = (level: number, df: number): number =>
  Number.isFinite(df) ? studentT.quantile({ upper: (1 - level) / 2 }, df) : normal.quantile({ upper: (1 - level) / 2 });
