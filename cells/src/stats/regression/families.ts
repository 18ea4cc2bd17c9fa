// Distributions of an outcome around what is expected of it, each with its link: what is fitted is linear on the scale of the link
// (McCullagh & Nelder, Generalized Linear Models, 2nd edition, 1989, table 2.1). Conventions are those of R's family objects.

import { logGamma } from "../log-gamma.ts";

export interface Family {
  /** Inverse of the link. */
  mean(predictor: number): number;
  /** Of the inverse link. */
  slope(predictor: number): number;
  variance(mean: number): number;
  /** Twice the difference of log-likelihoods of one row. */
  deviance(value: number, mean: number): number;
  /** On the scale of the link, where the search begins. */
  start(value: number, meanOfAll: number): number;
  link(mean: number): number;
  /** Null: the dispersion is estimated by Pearson's statistic. */
  readonly dispersion: 1 | null;
  logLikelihood(values: Float64Array, means: Float64Array, deviance: number): number;
}

const logOr0 = (value: number, ratio: number): number => (value === 0 ? 0 : value * Math.log(ratio));
const sumOver = (values: Float64Array, means: Float64Array, of: (value: number, mean: number) => number): number =>
  values.reduce((sum, value, row) => sum + of(value, means[row] as number), 0);

export const gaussian: Family = {
  mean: (eta) => eta,
  slope: () => 1,
  variance: () => 1,
  deviance: (value, mean) => (value - mean) ** 2,
  start: (value) => value,
  link: (mean) => mean,
  dispersion: null,
  logLikelihood: (values, _means, deviance) => {
    const n = values.length;
    return -(n / 2) * (Math.log((2 * Math.PI * deviance) / n) + 1);
  },
};

/** As R bounds it: no probability is 0 or 1. */
const farthest = 30;
export const binomial: Family = {
  mean: (eta) => 1 / (1 + Math.exp(-Math.max(-farthest, Math.min(farthest, eta)))),
  slope: (eta) => {
    if (Math.abs(eta) > farthest) return Number.EPSILON;
    const one = 1 + Math.exp(eta);
    return Math.exp(eta) / (one * one);
  },
  variance: (mean) => mean * (1 - mean),
  deviance: (value, mean) => 2 * (logOr0(value, value / mean) + logOr0(1 - value, (1 - value) / (1 - mean))),
  start: (value) => Math.log((value + 0.5) / (1.5 - value)),
  link: (mean) => Math.log(mean / (1 - mean)),
  dispersion: 1,
  logLikelihood: (values, means) => sumOver(values, means, (value, mean) => Math.log(value === 1 ? mean : 1 - mean)),
};

export const poissonFamily: Family = {
  mean: (eta) => Math.max(Math.exp(eta), Number.EPSILON),
  slope: (eta) => Math.max(Math.exp(eta), Number.EPSILON),
  variance: (mean) => mean,
  deviance: (value, mean) => 2 * (logOr0(value, value / mean) - (value - mean)),
  start: (value) => Math.log(value + 0.1),
  link: Math.log,
  dispersion: 1,
  logLikelihood: (values, means) => sumOver(values, means, (value, mean) => value * Math.log(mean) - mean - logGamma(value + 1)),
};

/** Variance μ + μ² / θ (MASS's negative.binomial). */
export const negativeBinomialFamily = (theta: number): Family => ({
  ...poissonFamily,
  variance: (mean) => mean + (mean * mean) / theta,
  deviance: (value, mean) =>
    2 * (logOr0(value, Math.max(1, value) / mean) - (value + theta) * Math.log((value + theta) / (mean + theta))),
  start: (value) => Math.log(value + (value === 0 ? 1 / 6 : 0)),
  logLikelihood: (values, means) =>
    sumOver(
      values,
      means,
      (value, mean) =>
        logGamma(theta + value) -
        logGamma(theta) -
        logGamma(value + 1) +
        theta * Math.log(theta) +
        (value === 0 ? 0 : value * Math.log(mean)) -
        (theta + value) * Math.log(theta + mean),
    ),
});

export const gammaFamily: Family = {
  ...poissonFamily,
  variance: (mean) => mean * mean,
  deviance: (value, mean) => -2 * (Math.log(value / mean) - (value - mean) / mean),
  start: (value) => Math.log(value),
  dispersion: null,
  // As R's Gamma()$aic has it: by the mean deviance.
  logLikelihood: (values, means, deviance) => {
    const dispersion = deviance / values.length;
    const shape = 1 / dispersion;
    return sumOver(
      values,
      means,
      (value, mean) =>
        (shape - 1) * Math.log(value) - value / (mean * dispersion) - shape * Math.log(mean * dispersion) - logGamma(shape),
    );
  },
};
