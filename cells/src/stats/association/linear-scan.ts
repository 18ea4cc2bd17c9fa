// Linear regression of a trait on one variant after another, beside the same covariates: these are projected out of the trait once, and
// of each variant by as many products as there are covariates (Frisch & Waugh, Econometrica 1:387-401, 1933; Lovell, JASA
// 58:993-1010, 1963). Samples without a genotype are left out of that variant's fit, as plink does it: what they were of the sums is
// taken away. Answers as those of R's lm().

import { directionsOf } from "../design-rank.ts";
import { studentT } from "../distributions/student-t.ts";
import { twoSided } from "../distributions/tails.ts";
import { choleskyOf } from "../small-matrix.ts";
import { noFit, type VariantFit } from "./genotype-rows.ts";

/** What is left of a variant beside its covariates, in parts of it, below which it follows from them: R's lm, 1e-7 of its length. */
export const tolerance = 1e-14;
/** Below it a difference of squares has lost too many digits, and is made anew of the residuals. */
const few = 1e-3;

export interface LinearScan {
  /** Independent covariates, the intercept among them. */
  readonly covariates: number;
  /** `values`: one a sample, written over; `missing` of them are NaN. */
  fit(values: Float64Array, missing: number, into: VariantFit): void;
}

/** `covariates`: columns of samples, with the intercept among them; those that follow from others count for nothing. */
export function linearScan(trait: Float64Array, covariates: readonly Float64Array[]): LinearScan {
  const samples = trait.length;
  const basis = directionsOf(covariates).basis.map(({ q }) => q);
  const width = basis.length;
  const rest = residualOf(trait, basis);
  const whole = dot(rest, rest);
  const along = new Float64Array(width);
  const traitAlong = new Float64Array(width);
  const gram = new Float64Array(width * width);
  const residual = new Float64Array(samples);

  /** Of samples that are all there: the basis is orthonormal. */
  const fitWhole = (values: Float64Array, into: VariantFit): void => {
    const all = dot(values, values);
    let square = all;
    for (let at = 0; at < width; at++) {
      const part = dot(basis[at] as Float64Array, values);
      along[at] = part;
      square -= part * part;
    }
    if (square < few * all) {
      takeAway(values, basis, along);
      square = dot(values, values);
    }
    if (!(square > tolerance * all)) return noFit(into, samples);
    const product = dot(values, rest);
    const beta = product / square;
    let unexplained = whole - beta * product;
    if (unexplained < few * whole) {
      // Values may still hold what goes with the covariates, which takes it out of the sum again.
      takeAway(values, basis, null);
      unexplained = 0;
      for (let at = 0; at < samples; at++) unexplained += ((rest[at] as number) - beta * (values[at] as number)) ** 2;
    }
    answer(into, { n: samples, beta, square, unexplained, freedom: samples - width - 1 });
  };

  /** Of those that are known: the basis is no longer orthonormal, and what it lacks is small. */
  const fitKnown = (values: Float64Array, missing: number, into: VariantFit): void => {
    const n = samples - missing;
    along.fill(0);
    traitAlong.fill(0);
    gram.fill(0);
    let all = 0;
    for (let at = 0; at < width; at++) gram[at * width + at] = 1;
    for (let sample = 0; sample < samples; sample++) {
      const value = values[sample] as number;
      const left = rest[sample] as number;
      if (value === value) {
        all += value * value;
        for (let at = 0; at < width; at++)
          along[at] = (along[at] as number) + value * ((basis[at] as Float64Array)[sample] as number);
        continue;
      }
      for (let row = 0; row < width; row++) {
        const one = (basis[row] as Float64Array)[sample] as number;
        traitAlong[row] = (traitAlong[row] as number) - one * left;
        for (let column = 0; column <= row; column++)
          gram[row * width + column] =
            (gram[row * width + column] as number) - one * ((basis[column] as Float64Array)[sample] as number);
      }
    }
    if (n <= width + 1 || !choleskyOf(gram, width) || hasLostRank(gram, width)) return noFit(into, n);
    solve(gram, along, width);
    solve(gram, traitAlong, width);
    // Residuals are written down: sums of squares would lose digits of a variant that nearly everybody carries.
    let [square, products] = [0, 0];
    for (let sample = 0; sample < samples; sample++) {
      const value = values[sample] as number;
      if (value !== value) continue;
      let [of, left] = [value, rest[sample] as number];
      for (let at = 0; at < width; at++) {
        const part = (basis[at] as Float64Array)[sample] as number;
        of -= (along[at] as number) * part;
        left -= (traitAlong[at] as number) * part;
      }
      values[sample] = of;
      residual[sample] = left;
      square += of * of;
      products += of * left;
    }
    if (!(square > tolerance * all)) return noFit(into, n);
    const beta = products / square;
    let unexplained = 0;
    for (let sample = 0; sample < samples; sample++) {
      const value = values[sample] as number;
      if (value === value) unexplained += ((residual[sample] as number) - beta * value) ** 2;
    }
    answer(into, { n, beta, square, unexplained, freedom: n - width - 1 });
  };

  return {
    covariates: width,
    fit: (values, missing, into) => {
      if (samples - missing <= width + 1) return noFit(into, samples - missing);
      if (missing === 0) fitWhole(values, into);
      else fitKnown(values, missing, into);
    },
  };
}

interface Fitted {
  readonly n: number;
  readonly beta: number;
  /** Of the variant, without what goes with the covariates. */
  readonly square: number;
  readonly unexplained: number;
  readonly freedom: number;
}

function answer(into: VariantFit, { n, beta, square, unexplained, freedom }: Fitted): void {
  const error = Math.sqrt(unexplained / freedom / square);
  into.n = n;
  into.beta = beta;
  into.error = error;
  into.statistic = beta / error;
  into.logP = twoSided(studentT.tails(into.statistic, freedom)).logP;
}

/** A covariate that only samples without a genotype tell apart from the others. */
function hasLostRank(root: Float64Array, width: number): boolean {
  for (let at = 0; at < width; at++) if ((root[at * width + at] as number) < 1e-5) return true;
  return false;
}

/** By the lower root, in place. */
export function solve(root: Float64Array, vector: Float64Array, width: number): void {
  for (let row = 0; row < width; row++) {
    let sum = vector[row] as number;
    for (let at = 0; at < row; at++) sum -= (root[row * width + at] as number) * (vector[at] as number);
    vector[row] = sum / (root[row * width + row] as number);
  }
  for (let row = width - 1; row >= 0; row--) {
    let sum = vector[row] as number;
    for (let at = row + 1; at < width; at++) sum -= (root[at * width + row] as number) * (vector[at] as number);
    vector[row] = sum / (root[row * width + row] as number);
  }
}

/** What is left beside the basis; twice, for what rounding left of the first time. */
export function residualOf(values: Float64Array, basis: readonly Float64Array[]): Float64Array {
  const rest = Float64Array.from(values);
  for (let pass = 0; pass < 2; pass++) takeAway(rest, basis, null);
  return rest;
}

function takeAway(values: Float64Array, basis: readonly Float64Array[], parts: Float64Array | null): void {
  basis.forEach((q, at) => {
    const part = parts ? (parts[at] as number) : dot(q, values);
    for (let row = 0; row < values.length; row++) values[row] = (values[row] as number) - part * (q[row] as number);
  });
}

/** Four sums beside each other: a processor adds them at once, and rounding is less. */
export function dot(a: Float64Array, b: Float64Array): number {
  let [one, two, three, four] = [0, 0, 0, 0];
  const end = a.length - 3;
  let at = 0;
  for (; at < end; at += 4) {
    one += (a[at] as number) * (b[at] as number);
    two += (a[at + 1] as number) * (b[at + 1] as number);
    three += (a[at + 2] as number) * (b[at + 2] as number);
    four += (a[at + 3] as number) * (b[at + 3] as number);
  }
  for (; at < a.length; at++) one += (a[at] as number) * (b[at] as number);
  return one + two + (three + four);
}
