// Proportional hazards: coefficients that make the partial likelihood largest (Cox 1972; ties by Efron 1977 or Breslow 1974), by Newton's
// steps with R's bounds (coxph.control: relative change of 1e-9, 20 steps), and the three tests of all coefficients together.

import { chiSquared } from "../distributions/chi-squared.ts";
import { normal } from "../distributions/normal.ts";
import { choleskyOf, inverseOfRoot } from "../small-matrix.ts";
import { meanOf } from "../sums.ts";
import { type CoxData, walkRisk } from "./risk-sums.ts";

export interface TestOfAll {
  readonly statistic: number;
  readonly freedom: number;
  readonly p: number;
}
export interface CoxFit {
  readonly coefficients: Float64Array;
  readonly errors: Float64Array;
  readonly z: Float64Array;
  readonly p: Float64Array;
  /** Row after row, of the coefficients. */
  readonly variance: Float64Array;
  /** x b of each row, from the means on. */
  readonly predictor: Float64Array;
  readonly logLikelihood: { readonly null: number; readonly fit: number };
  readonly likelihoodRatio: TestOfAll;
  readonly wald: TestOfAll;
  readonly score: TestOfAll;
  readonly steps: number;
  /** Columns whose coefficient grows without bound: the likelihood has no largest value along them. */
  readonly unbounded: readonly number[];
}
export type CoxFailure = {
  readonly problem: "no-events" | "not-told-apart" | "no-end";
  /** The column that follows from those before it, within the strata. */
  readonly column: number;
};

const relativeChange = 1e-9;
const mostSteps = 20;

interface Looked {
  readonly likelihood: number;
  readonly gradient: Float64Array;
  readonly information: Float64Array;
}

export function fitCox(data: CoxData): { readonly fit: CoxFit } | { readonly failed: CoxFailure } {
  if (!data.event.includes(1)) return { failed: { problem: "no-events", column: -1 } };
  const width = data.columns.length;
  const scales = data.columns.map((column) => scaleOf(column));
  const scaled: CoxData = {
    ...data,
    columns: data.columns.map((column, at) => {
      const { mean, size } = scales[at] as Scale;
      return column.map((value) => (value - mean) / size);
    }),
  };
  let beta: Float64Array = new Float64Array(width);
  let looked = lookAt(scaled, beta);
  const first = looked;
  const rootOfNull = rootOf(first.information, width);
  if ("column" in rootOfNull) return { failed: { problem: "not-told-apart", column: rootOfNull.column } };
  const score = quadraticOf(first.gradient, rootOfNull.inverse);
  let inverse = rootOfNull.inverse;
  let steps = 0;
  let isHalving = false;
  for (let next = added(beta, times(inverse, looked.gradient)); ; ) {
    if (steps++ === mostSteps) break;
    const there = lookAt(scaled, next);
    const change = Math.abs(1 - looked.likelihood / there.likelihood);
    if (!isHalving && change <= relativeChange) {
      beta = next;
      looked = there;
      break;
    }
    if (!(there.likelihood >= looked.likelihood)) {
      isHalving = true;
      next = beta.map((value, at) => (value + (next[at] as number)) / 2);
      continue;
    }
    isHalving = false;
    const root = rootOf(there.information, width);
    beta = next;
    looked = there;
    // Flat along a direction in which the likelihood still grows: what has been reached is all that there is.
    if ("column" in root) break;
    inverse = root.inverse;
    next = added(beta, times(inverse, looked.gradient));
  }
  const last = rootOf(looked.information, width);
  if (!("column" in last)) inverse = last.inverse;
  const step = times(inverse, looked.gradient);
  const isFlat = "column" in last;
  const unbounded = [...beta.keys()].filter(
    (at) => Math.abs(step[at] as number) > stillMoving || (isFlat && Math.abs(beta[at] as number) > farAway),
  );
  if (steps > mostSteps && unbounded.length === 0) return { failed: { problem: "no-end", column: -1 } };
  return {
    fit: answerOf(data, {
      beta,
      inverse,
      scales,
      steps,
      first,
      last: looked,
      score,
      unbounded,
    }),
  };
}

/** In units of the column: after convergence Newton's next step is a millionth; along a direction without an end it is about one. */
const stillMoving = 1e-2;
const farAway = 8;

interface Scale {
  readonly mean: number;
  readonly size: number;
}
function scaleOf(column: Float64Array): Scale {
  const mean = meanOf(column);
  const size = column.reduce((sum, value) => sum + Math.abs(value - mean), 0) / column.length;
  return { mean, size: size > 0 ? size : 1 };
}

function lookAt(data: CoxData, beta: Float64Array): Looked {
  const width = beta.length;
  const predictor = predictorOf(data.columns, beta, data.time.length);
  // Weights are taken from the largest: exp() of none is infinite.
  const most = predictor.reduce((max, value) => Math.max(max, value), Number.NEGATIVE_INFINITY);
  const shifted = predictor.map((value) => value - most);
  const gradient = new Float64Array(width);
  const information = new Float64Array(width * width);
  let likelihood = 0;
  walkRisk(
    data,
    shifted,
    (row) => {
      likelihood += shifted[row] as number;
      for (let at = 0; at < width; at++)
        gradient[at] = (gradient[at] as number) + ((data.columns[at] as Float64Array)[row] as number);
    },
    ({ logTotal, times: n, means, spread }) => {
      likelihood -= n * logTotal;
      for (let at = 0; at < width; at++) gradient[at] = (gradient[at] as number) - n * (means[at] as number);
      for (let at = 0; at < information.length; at++) information[at] = (information[at] as number) + n * (spread[at] as number);
    },
  );
  return { likelihood, gradient, information };
}

const predictorOf = (columns: readonly Float64Array[], beta: ArrayLike<number>, rows: number): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) =>
    columns.reduce((sum, column, at) => sum + (column[row] as number) * (beta[at] as number), 0),
  );

/** The inverse, or the first column that adds nothing to those before it. */
function rootOf(information: Float64Array, width: number): { readonly inverse: Float64Array } | { readonly column: number } {
  for (let size = 1; size <= width; size++) {
    const corner = Float64Array.from({ length: size * size }, (_, at) => {
      const [row, column] = [Math.floor(at / size), at % size];
      return information[row * width + column] as number;
    });
    const diagonal = corner[size * size - 1] as number;
    if (!choleskyOf(corner, size) || (corner[size * size - 1] as number) ** 2 <= toleranceOfPivot * Math.max(diagonal, tiny))
      return { column: size - 1 };
    if (size < width) continue;
    const inverse = new Float64Array(size * size);
    inverseOfRoot(corner, size, inverse);
    return { inverse };
  }
  return { inverse: new Float64Array() };
}
/** R's toler.chol. */
const toleranceOfPivot = Number.EPSILON ** 0.75;
const tiny = 1e-12;

const added = (one: Float64Array, other: Float64Array): Float64Array => one.map((value, at) => value + (other[at] as number));

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const size = vector.length;
  return vector.map((_, row) => vector.reduce((sum, value, column) => sum + (matrix[row * size + column] as number) * value, 0));
}
const quadraticOf = (vector: Float64Array, matrix: Float64Array): number =>
  times(matrix, vector).reduce((sum, value, at) => sum + value * (vector[at] as number), 0);

interface Found {
  readonly beta: Float64Array;
  readonly inverse: Float64Array;
  readonly scales: readonly Scale[];
  readonly steps: number;
  readonly first: Looked;
  readonly last: Looked;
  readonly score: number;
  readonly unbounded: readonly number[];
}

function answerOf(data: CoxData, { beta, inverse, scales, steps, first, last, score, unbounded }: Found): CoxFit {
  const width = beta.length;
  const sizeAt = (at: number): number => (scales[at] as Scale).size;
  const coefficients = beta.map((value, at) => value / sizeAt(at));
  const variance = inverse.map((value, at) => value / (sizeAt(Math.floor(at / width)) * sizeAt(at % width)));
  const errors = coefficients.map((_, at) => Math.sqrt(variance[at * width + at] as number));
  const z = coefficients.map((value, at) => value / (errors[at] as number));
  const root = rootOf(last.information, width);
  const wald = "column" in root ? Number.NaN : quadraticOf(beta, last.information);
  const test = (statistic: number): TestOfAll => ({
    statistic,
    freedom: width,
    p: Number.isNaN(statistic) ? Number.NaN : chiSquared.upper(statistic, width),
  });
  const centred = data.columns.map((column, at) => column.map((value) => value - (scales[at] as Scale).mean));
  return {
    coefficients,
    errors,
    z,
    p: z.map((value) => chiSquared.upper(value * value, 1)),
    variance,
    predictor: predictorOf(centred, coefficients, data.time.length),
    logLikelihood: { null: first.likelihood, fit: last.likelihood },
    likelihoodRatio: test(2 * (last.likelihood - first.likelihood)),
    wald: test(wald),
    score: test(score),
    steps,
    unbounded,
  };
}

/** exp(coefficient) with its interval. */
export function hazardRatio(coefficient: number, error: number, level: number): readonly [number, number, number] {
  const by = normal.quantile(1 - (1 - level) / 2) * error;
  return [Math.exp(coefficient), Math.exp(coefficient - by), Math.exp(coefficient + by)];
}
