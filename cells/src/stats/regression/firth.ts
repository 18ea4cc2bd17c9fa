// Logistic regression with Firth's penalty (Biometrika 80:27-38, 1993): the likelihood times the root of the information's determinant,
// which has a largest value where groups are told apart without exception, and the ordinary likelihood has none. Tests and intervals by
// the penalised likelihood itself (Heinze & Schemper, Statistics in Medicine 21:2409-2419, 2002).

import { chiSquared } from "../distributions/chi-squared.ts";
import { binomial } from "./families.ts";
import { predicted, weightedFit } from "./weighted-fit.ts";

export interface FirthFit {
  readonly coefficients: Float64Array;
  readonly unscaled: Float64Array;
  readonly predictor: Float64Array;
  readonly means: Float64Array;
  readonly weights: Float64Array;
  readonly working: Float64Array;
  readonly leverages: Float64Array;
  readonly penalised: number;
  readonly deviance: number;
}

const mostSteps = 400;
const longestStep = 5;
const closeEnough = 1e-10;

interface Held {
  readonly at: number;
  readonly value: number;
}

/** `held`: one coefficient stays at a value, and the others answer. Null: there was no rest. */
export function fitFirth(
  columns: readonly Float64Array[],
  outcome: Float64Array,
  held: Held | null = null,
  from?: Float64Array,
): FirthFit | null {
  const width = columns.length;
  let beta = from ? Float64Array.from(from) : new Float64Array(width);
  if (held) beta[held.at] = held.value;
  let now = lookAt(columns, outcome, beta);
  for (let round = 0; now && round < mostSteps; round++) {
    const step = stepOf(columns, outcome, now, held);
    if (!step) return null;
    const longest = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    let by = Math.min(1, longestStep / longest);
    if (longest < closeEnough) return now;
    let next: FirthFit | null = null;
    for (let half = 0; half < 40; half++, by /= 2) {
      const there = beta.map((value, at) => value + by * (step[at] as number));
      next = lookAt(columns, outcome, there);
      // Near the top the likelihood is flat to rounding: a short step is taken anyway.
      if (next && (next.penalised >= now.penalised - 1e-12 || longest * by < 1e-6)) {
        beta = there;
        break;
      }
      next = null;
    }
    now = next;
  }
  return null;
}

function lookAt(columns: readonly Float64Array[], outcome: Float64Array, coefficients: Float64Array): FirthFit | null {
  const predictor = predicted(columns, coefficients);
  const means = predictor.map((eta) => binomial.mean(eta));
  const weights = means.map((mean) => mean * (1 - mean));
  const solved = weightedFit(columns, outcome, weights);
  if (!solved) return null;
  const { unscaled, leverages, logDeterminant } = solved;
  const deviance = outcome.reduce((sum, value, row) => sum + binomial.deviance(value, means[row] as number), 0);
  return {
    coefficients,
    unscaled,
    predictor,
    means,
    weights,
    working: outcome.map((value, row) => (value - (means[row] as number)) / (weights[row] as number)),
    leverages,
    penalised: -deviance / 2 + logDeterminant / 2,
    deviance,
  };
}

/** Along the modified score X'(y − π + h (1/2 − π)), by the information of those that are free. */
function stepOf(
  columns: readonly Float64Array[],
  outcome: Float64Array,
  { means, weights, leverages }: FirthFit,
  held: Held | null,
): Float64Array | null {
  const free = columns.filter((_, at) => at !== held?.at);
  const step = new Float64Array(columns.length);
  if (free.length === 0) return step;
  const target = outcome.map((value, row) => {
    const mean = means[row] as number;
    return (value - mean + (leverages[row] as number) * (0.5 - mean)) / (weights[row] as number);
  });
  const solved = weightedFit(free, target, weights);
  if (!solved) return null;
  let next = 0;
  for (let at = 0; at < step.length; at++) if (at !== held?.at) step[at] = solved.coefficients[next++] as number;
  return step;
}

export interface FirthTest {
  readonly chi: number;
  readonly p: number;
  readonly low: number;
  readonly high: number;
}

/** Of one coefficient: the penalised likelihood with it at 0, and where it has fallen by the quantile of chi-squared. */
export function firthTest(
  columns: readonly Float64Array[],
  outcome: Float64Array,
  fit: FirthFit,
  { at, level }: { readonly at: number; readonly level: number },
): FirthTest {
  const fallAt = (value: number): number => {
    const other = fitFirth(columns, outcome, { at, value }, fit.coefficients) ?? fitFirth(columns, outcome, { at, value });
    return other ? 2 * (fit.penalised - other.penalised) : Number.NaN;
  };
  const chi = Math.max(0, fallAt(0));
  const aim = chiSquared.quantile(level, 1);
  const error = Math.sqrt(fit.unscaled[at * columns.length + at] as number);
  const best = fit.coefficients[at] as number;
  const end = (side: number): number => rootBeyond((by) => fallAt(best + side * by) - aim, error);
  return { chi, p: chiSquared.upper(chi, 1), low: best - end(-1), high: best + end(1) };
}

/** Where a function that begins below 0 and grows passes 0: outward by doubling, then by halves and secants. NaN: it does not. */
export function rootBeyond(of: (x: number) => number, first: number): number {
  let [low, high] = [0, first];
  let atLow = of(0);
  let atHigh = of(first);
  for (let round = 0; atHigh < 0; round++) {
    if (round > 12) return Number.NaN;
    [low, atLow, high] = [high, atHigh, high * 2];
    atHigh = of(high);
  }
  if (Number.isNaN(atHigh)) return Number.NaN;
  for (let round = 0, side = 0; round < 60 && high - low > 1e-10 * high; round++) {
    const x = (low * atHigh - high * atLow) / (atHigh - atLow);
    const value = of(x);
    if (Number.isNaN(value)) return Number.NaN;
    if (value === 0) return x;
    if (value < 0) {
      [low, atLow] = [x, value];
      if (side === 1) atHigh /= 2;
      side = 1;
    } else {
      [high, atHigh] = [x, value];
      if (side === -1) atLow /= 2;
      side = -1;
    }
    if (Math.abs(value) < 1e-11) return x;
  }
  return (low + high) / 2;
}
