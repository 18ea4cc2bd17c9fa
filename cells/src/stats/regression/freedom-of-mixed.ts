// Degrees of freedom in a model with a random intercept: by Satterthwaite, from how surely both variances are known (Fai & Cornelius,
// Journal of Statistical Computation and Simulation 54:363-378, 1996; R's lmerTest, Kuznetsova, Brockhoff & Christensen 2017), and the
// covariance and degrees of freedom of Kenward & Roger (Biometrics 53:983-997, 1997; R's pbkrtest). V = σ² I + τ ZZ' has one eigenvalue
// σ² + nᵢ τ a group, along its mean, and σ² elsewhere, so that all sums are over groups and none is over rows by rows.

import { chiSquared } from "../distributions/chi-squared.ts";
import { fisherF } from "../distributions/f.ts";
import { eigenParts } from "../limma/symmetric-tridiagonal.ts";
import { choleskyOf, inverseOfRoot } from "../small-matrix.ts";
import { groupMeans, type GroupedData, type MixedFit } from "./random-intercept.ts";
import { product, quadratic } from "./robust-variance.ts";
import { waldOf } from "./term-tests.ts";
import { predicted } from "./weighted-fit.ts";

export interface FreedomOfMixed {
  readonly satterthwaite: Freedom;
  /** Null of a fit by ordinary maximum likelihood, for which it is not made. */
  readonly kenwardRoger: Freedom | null;
}
export interface Freedom {
  /** Of the coefficients: Kenward and Roger's is larger than the fit's own. */
  readonly variance: Float64Array;
  /** Of one contrast. */
  df(weights: Float64Array): number;
  /** F of several contrasts together, none of which follows from the others. */
  together(weights: readonly Float64Array[]): JointTest;
}
export interface JointTest {
  readonly statistic: number;
  readonly df: number;
  readonly residualDf: number;
  readonly p: number;
}

type Pair = readonly [ofBetween: number, ofWithin: number];

export function freedomOfMixed(data: GroupedData, fit: MixedFit): FreedomOfMixed {
  const { columns, outcome, groups } = data;
  const { sizes, variance: c, coefficients, within, between } = fit;
  const width = columns.length;
  const n = outcome.length;
  // Where no spread between groups is found, the model is a linear one with its degrees of freedom.
  if (fit.isSingular) return plain(fit, n - width);
  const means = columns.map((column) => groupMeans(column, groups, sizes));
  const centred = columns.map((column, at) =>
    column.map((value, row) => value - ((means[at] as Float64Array)[groups[row] as number] as number)),
  );
  const along = Float64Array.from(sizes, (size) => within + size * between);
  // X' f(V) X, by its value on either side.
  const crossed = (ofMean: (group: number) => number, elsewhere: number): Float64Array => {
    const sums = new Float64Array(width * width);
    for (let row = 0; row < width; row++)
      for (let column = 0; column < width; column++) {
        let sum = 0;
        if (elsewhere !== 0) sum = elsewhere * dot(centred[row] as Float64Array, centred[column] as Float64Array);
        for (let group = 0; group < sizes.length; group++)
          sum +=
            ofMean(group) *
            (sizes[group] as number) *
            ((means[row] as Float64Array)[group] as number) *
            ((means[column] as Float64Array)[group] as number);
        sums[row * width + column] = sum;
      }
    return sums;
  };
  // dV by τ is nᵢ along the mean and nothing elsewhere, by σ² it is 1.
  const derivative = (which: number, group: number): number => (which === 0 ? (sizes[group] as number) : 1);
  const first = [0, 1].map((which) =>
    crossed((group) => derivative(which, group) / (along[group] as number) ** 2, which === 0 ? 0 : 1 / within ** 2),
  ) as [Float64Array, Float64Array];
  const second = [0, 1].map((one) =>
    [0, 1].map((other) =>
      crossed(
        (group) => (derivative(one, group) * derivative(other, group)) / (along[group] as number) ** 3,
        one === 1 && other === 1 ? 1 / within ** 3 : 0,
      ),
    ),
  ) as [[Float64Array, Float64Array], [Float64Array, Float64Array]];
  const spread = (one: number, other: number): number => {
    let sum = one === 1 && other === 1 ? (n - sizes.length) / within ** 2 : 0;
    for (let group = 0; group < sizes.length; group++)
      sum += (derivative(one, group) * derivative(other, group)) / (along[group] as number) ** 2;
    return sum;
  };
  const middle = predicted(columns, coefficients);
  const residuals = outcome.map((value, row) => value - (middle[row] as number));
  const heights = groupMeans(residuals, groups, sizes);
  const around = residuals.map((value, row) => value - (heights[groups[row] as number] as number));
  // e' f(V) e, and X' f(V) e.
  const squares = (ofMean: (group: number) => number, elsewhere: number): number => {
    let sum = elsewhere * dot(around, around);
    for (let group = 0; group < sizes.length; group++)
      sum += ofMean(group) * (sizes[group] as number) * (heights[group] as number) ** 2;
    return sum;
  };
  const against = [0, 1].map((which) =>
    Float64Array.from(columns, (_, at) => {
      let sum = which === 0 ? 0 : dot(centred[at] as Float64Array, around) / within ** 2;
      for (let group = 0; group < sizes.length; group++)
        sum +=
          (derivative(which, group) / (along[group] as number) ** 2) *
          (sizes[group] as number) *
          (heights[group] as number) *
          ((means[at] as Float64Array)[group] as number);
      return sum;
    }),
  );
  /** The second derivatives of −2 log-likelihood as it is here. */
  const observed = (one: number, other: number): number => {
    const curved = squares(
      (group) => (derivative(one, group) * derivative(other, group)) / (along[group] as number) ** 3,
      one === 1 && other === 1 ? 1 / within ** 3 : 0,
    );
    const explained = quadratic(against[one] as Float64Array, c, against[other] as Float64Array);
    return -trace(one, other) + 2 * (curved - explained);
  };
  const trace = (one: number, other: number): number => {
    if (!fit.reml) return spread(one, other);
    const both = product(product(c, first[one] as Float64Array, width), product(c, first[other] as Float64Array, width), width);
    const twice = product(c, (second[one] as Float64Array[])[other] as Float64Array, width);
    return spread(one, other) - 2 * diagonalOf(twice, width) + diagonalOf(both, width);
  };
  const surely = inverseOfTwo([observed(0, 0), observed(0, 1), observed(1, 1)]).map((value) => 2 * value);
  const changes = first.map((of) => product(product(c, of, width), c, width));
  const freedomOf = (weights: ArrayLike<number>): number => {
    const value = quadratic(weights, c);
    const slope = changes.map((of) => quadratic(weights, of)) as unknown as Pair;
    return (2 * value * value) / ofTwo(slope, surely);
  };
  return {
    satterthwaite: { variance: c, df: freedomOf, together: (weights) => togetherBy(weights, coefficients, c, freedomOf) },
    kenwardRoger: fit.reml ? kenwardRoger({ coefficients, c, first, second, width, changes, trace }) : null,
  };
}

interface Known {
  readonly coefficients: Float64Array;
  readonly c: Float64Array;
  readonly first: readonly [Float64Array, Float64Array];
  readonly second: readonly [readonly Float64Array[], readonly Float64Array[]];
  readonly width: number;
  readonly changes: readonly Float64Array[];
  readonly trace: (one: number, other: number) => number;
}

function kenwardRoger({ coefficients, c, first, second, width, changes, trace }: Known): Freedom {
  // Expected information of both variances: half the trace of P dV P dV.
  const w = inverseOfTwo([trace(0, 0) / 2, trace(0, 1) / 2, trace(1, 1) / 2]);
  const weightOf = (one: number, other: number): number => w[one + other] as number;
  const inner = new Float64Array(width * width);
  for (const one of [0, 1])
    for (const other of [0, 1]) {
      const by = weightOf(one, other);
      const q = (second[one] as readonly Float64Array[])[other] as Float64Array;
      const pcp = product(product(first[one] as Float64Array, c, width), first[other] as Float64Array, width);
      for (let at = 0; at < inner.length; at++)
        inner[at] = (inner[at] as number) + by * ((q[at] as number) - (pcp[at] as number));
    }
  const larger = product(product(c, inner, width), c, width);
  const variance = c.map((value, at) => value + 2 * (larger[at] as number));
  return {
    variance,
    // Of one contrast their A1 is A2, the scale of F is 1, and m = 4 + 3 / (ρ − 1) is 2 / A2.
    df: (weights) => {
      const value = quadratic(weights, c);
      const slope = changes.map((of) => quadratic(weights, of) / value) as unknown as Pair;
      return 2 / ofTwo(slope, w);
    },
    together: (weights) => {
      const q = weights.length;
      const inverse = inverseOfQuadratic(weights, c);
      if (!inverse) return { statistic: Number.NaN, df: q, residualDf: Number.NaN, p: Number.NaN };
      const parts = changes.map((of) => product(inverse, quadraticsOf(weights, of), q));
      const traces = parts.map((part) => diagonalOf(part, q)) as unknown as Pair;
      const a1 = ofTwo(traces, w);
      let a2 = 0;
      for (const one of [0, 1])
        for (const other of [0, 1])
          a2 += weightOf(one, other) * diagonalOf(product(parts[one] as Float64Array, parts[other] as Float64Array, q), q);
      // Their section 3: B, g, c1 to c3, and the scale and freedom by which two moments of F are right.
      const b = (a1 + 6 * a2) / (2 * q);
      const g = ((q + 1) * a1 - (q + 4) * a2) / ((q + 2) * a2);
      const d = 3 * q + 2 * (1 - g);
      const [c1, c2, c3] = [g / d, (q - g) / d, (q + 2 - g) / d];
      const rho = (((1 - a2 / q) / (1 - c2 * b)) ** 2 * ((1 + c1 * b) / (1 - c3 * b))) / q;
      const residualDf = 4 + (q + 2) / (q * rho - 1);
      const scale = (residualDf * (1 - a2 / q)) / (residualDf - 2);
      const statistic = (scale * waldOf(weights, coefficients, variance)) / q;
      return { statistic, df: q, residualDf, p: fisherF.upper(statistic, q, residualDf) };
    },
  };
}

const quadraticsOf = (weights: readonly Float64Array[], variance: Float64Array): Float64Array =>
  Float64Array.from({ length: weights.length ** 2 }, (_, at) =>
    quadratic(weights[Math.floor(at / weights.length)] as Float64Array, variance, weights[at % weights.length] as Float64Array),
  );
function inverseOfQuadratic(weights: readonly Float64Array[], variance: Float64Array): Float64Array | null {
  const root = quadraticsOf(weights, variance);
  if (!choleskyOf(root, weights.length)) return null;
  const inverse = new Float64Array(root.length);
  inverseOfRoot(root, weights.length, inverse);
  return inverse;
}

/** Of a positive matrix of two rows: its three values. */
function inverseOfTwo([a, b, d]: readonly [number, number, number]): readonly number[] {
  const determinant = a * d - b * b;
  return [d / determinant, -b / determinant, a / determinant];
}
const ofTwo = ([one, other]: Pair, matrix: readonly number[]): number =>
  one * one * (matrix[0] as number) + 2 * one * other * (matrix[1] as number) + other * other * (matrix[2] as number);

function diagonalOf(matrix: Float64Array, size: number): number {
  let sum = 0;
  for (let at = 0; at < size; at++) sum += matrix[at * size + at] as number;
  return sum;
}
function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < a.length; row++) sum += (a[row] as number) * (b[row] as number);
  return sum;
}

function plain({ coefficients, variance, reml }: MixedFit, df: number): FreedomOfMixed {
  const one: Freedom = { variance, df: () => df, together: (weights) => togetherBy(weights, coefficients, variance, () => df) };
  return { satterthwaite: one, kenwardRoger: reml ? one : null };
}

/** Along the eigenvectors of LCL' contrasts are independent: squares of t, each with its own degrees of freedom, whose mean is F's. */
function togetherBy(
  weights: readonly Float64Array[],
  coefficients: Float64Array,
  variance: Float64Array,
  freedomOf: (weights: Float64Array) => number,
): JointTest {
  const size = weights.length;
  // The parts of each contrast along the eigenvectors: rows of the matrix of eigenvectors.
  let values = new Float64Array(size);
  const parts = weights.map((_, row) => {
    const unit = new Float64Array(size);
    unit[row] = 1;
    values = eigenParts(quadraticsOf(weights, variance), unit) as Float64Array<ArrayBuffer>;
    return unit;
  });
  const largest = values.reduce((most, value) => Math.max(most, value), 0);
  let [f, df, expected] = [0, 0, 0];
  const freedoms: number[] = [];
  for (let at = 0; at < size; at++) {
    const value = values[at] as number;
    if (!(value > 1e-8 * largest)) continue;
    const contrast = new Float64Array(coefficients.length);
    weights.forEach((one, row) => {
      const by = (parts[row] as Float64Array)[at] as number;
      one.forEach((weight, place) => {
        contrast[place] = (contrast[place] as number) + by * weight;
      });
    });
    const estimate = contrast.reduce((sum, weight, place) => sum + weight * (coefficients[place] as number), 0);
    f += (estimate * estimate) / value;
    df++;
    freedoms.push(freedomOf(contrast));
  }
  f /= df;
  for (const each of freedoms) if (each > 2) expected += each / (each - 2);
  const [only = Number.NaN] = freedoms;
  const alike = freedoms.every((each) => Math.abs(each - only) < 1e-8 * only);
  const residualDf = alike ? only : expected > df ? (2 * expected) / (expected - df) : Number.NaN;
  return {
    statistic: f,
    df,
    residualDf,
    p: Number.isFinite(residualDf) ? fisherF.upper(f, df, residualDf) : chiSquared.upper(f * df, df),
  };
}
