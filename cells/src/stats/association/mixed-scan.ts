// A linear mixed model of a trait on one variant after another: what individuals have in common by their kinship is a random effect.
// Its share is found anew beside each variant by restricted maximum likelihood, exactly, after one turn into the eigenvectors of the
// kinship (Zhou & Stephens, Nat Genet 44:821-824, 2012, online methods; Lippert et al., Nat Methods 8:833-835, 2011). Answers as
// those of `gemma -lmm 1`: Wald's test, with F of 1 and n - covariates - 1 degrees of freedom. Genotypes that are not known are at
// their mean, as gemma has them.

import { studentT } from "../distributions/student-t.ts";
import { twoSided } from "../distributions/tails.ts";
import { choleskyOf, logDeterminantOfRoot } from "../small-matrix.ts";
import { noFit, type VariantFit } from "./genotype-rows.ts";
import { dot, solve } from "./linear-scan.ts";
import type { SymmetricEigen } from "./symmetric-eigen.ts";

/** log λ, as gemma's -lmin and -lmax, and the places that are looked at before the best is closed in on. */
const [least, most, places] = [Math.log(1e-5), Math.log(1e5), 21];

export interface MixedFit extends VariantFit {
  /** Variance by kinship beside that of the rest. */
  lambda: number;
}

export interface MixedScan {
  /** Without any variant: λ, and which share of the variance is by kinship (kinship's mean diagonal times λ beside 1). */
  readonly alone: { readonly lambda: number; readonly share: number };
  /** `values`: dosages, written over; missing ones NaN. */
  fit(values: Float64Array, missing: number, into: MixedFit): void;
}

/** `trait`, `covariates`: of the samples of the kinship, whose eigenvectors `eigen` holds; covariates are independent of each other. */
export function mixedScan(trait: Float64Array, covariates: readonly Float64Array[], eigen: SymmetricEigen): MixedScan {
  const n = trait.length;
  const width = covariates.length;
  // Small negative ones are rounding: a kinship has none.
  const values = eigen.values.map((value) => Math.max(0, value));
  const turned = (column: Float64Array): Float64Array =>
    Float64Array.from({ length: n }, (_, at) => dot(eigen.vectors.subarray(at * n, (at + 1) * n), column));
  const fixed = covariates.map(turned);
  const y = turned(trait);
  const grid = Float64Array.from({ length: places }, (_, at) => least + ((most - least) * at) / (places - 1));
  const known = Array.from(grid, (log) => atLambda(log, values, fixed, y));
  const x = new Float64Array(n);
  const work = { root: new Float64Array((width + 1) ** 2), along: new Float64Array(width + 1), plain: 0 };

  const likelihoodAlone = (log: number): number => withoutVariant(atLambda(log, values, fixed, y), n, width);
  const alone = Math.exp(
    highest(
      grid,
      grid.map((_, at) => withoutVariant(known[at] as Known, n, width)),
      likelihoodAlone,
    ).at,
  );
  const diagonal = values.reduce((sum, value) => sum + value, 0) / n;
  const found: Found = { likelihood: 0, beta: 0, error: 0 };
  return {
    alone: { lambda: alone, share: (alone * diagonal) / (alone * diagonal + 1) },
    fit: (dosages, missing, into) => {
      into.lambda = Number.NaN;
      if (!atMean(dosages, missing)) return noFit(into, n - missing);
      for (let at = 0; at < n; at++) x[at] = dot(eigen.vectors.subarray(at * n, (at + 1) * n), dosages);
      work.plain = plainDeterminant(fixed, x, work);
      if (Number.isNaN(work.plain)) return noFit(into, n - missing);
      const of = (at: Known): number => {
        withVariant(at, fixed, y, x, work, found);
        return found.likelihood;
      };
      const best = highest(
        grid,
        grid.map((_, at) => of(known[at] as Known)),
        (log) => of(atLambda(log, values, fixed, y)),
      );
      withVariant(atLambda(best.at, values, fixed, y), fixed, y, x, work, found);
      into.n = n - missing;
      into.beta = found.beta;
      into.error = found.error;
      into.lambda = Math.exp(best.at);
      into.statistic = found.beta / found.error;
      into.logP = twoSided(studentT.tails(into.statistic, n - width - 1)).logP;
    },
  };
}

/** False: nothing varies. */
function atMean(dosages: Float64Array, missing: number): boolean {
  let [sum, low, high] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < dosages.length; at++) {
    const value = dosages[at] as number;
    if (value !== value) continue;
    sum += value;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (!(high > low)) return false;
  const mean = sum / (dosages.length - missing);
  // Less the mean: the intercept takes it, and digits are kept.
  for (let at = 0; at < dosages.length; at++) {
    const value = dosages[at] as number;
    dosages[at] = value === value ? value - mean : 0;
  }
  return true;
}

/** What is the same for all variants at one λ. */
interface Known {
  readonly weights: Float64Array;
  readonly logWeights: number;
  /** Products of the covariates, row after row, the lower half; of them with the trait; of the trait. */
  readonly gram: Float64Array;
  readonly traits: Float64Array;
  readonly square: number;
}

function atLambda(log: number, values: Float64Array, fixed: readonly Float64Array[], y: Float64Array): Known {
  const lambda = Math.exp(log);
  const width = fixed.length;
  let logWeights = 0;
  const weights = new Float64Array(values.length);
  for (let at = 0; at < values.length; at++) {
    const by = lambda * (values[at] as number) + 1;
    weights[at] = 1 / by;
    logWeights -= Math.log(by);
  }
  const gram = new Float64Array(width * width);
  const traits = new Float64Array(width);
  fixed.forEach((one, row) => {
    for (let column = 0; column <= row; column++)
      gram[row * width + column] = weighted(weights, one, fixed[column] as Float64Array);
    traits[row] = weighted(weights, one, y);
  });
  return { weights, logWeights, gram, traits, square: weighted(weights, y, y) };
}

function weighted(weights: Float64Array, one: Float64Array, other: Float64Array): number {
  let [a, b] = [0, 0];
  const end = weights.length - 1;
  let at = 0;
  for (; at < end; at += 2) {
    a += (weights[at] as number) * (one[at] as number) * (other[at] as number);
    b += (weights[at + 1] as number) * (one[at + 1] as number) * (other[at + 1] as number);
  }
  if (at < weights.length) a += (weights[at] as number) * (one[at] as number) * (other[at] as number);
  return a + b;
}

/** Restricted likelihood, but for what no λ changes. */
function withoutVariant({ gram, traits, square, logWeights }: Known, n: number, width: number): number {
  const root = gram.slice();
  if (!choleskyOf(root, width)) return Number.NEGATIVE_INFINITY;
  const part = traits.slice();
  solve(root, part, width);
  const left = square - dot(part, traits);
  return (logWeights - logDeterminantOfRoot(root, width) - (n - width) * Math.log(left)) / 2;
}

interface Work {
  readonly root: Float64Array;
  readonly along: Float64Array;
  plain: number;
}
interface Found {
  likelihood: number;
  beta: number;
  error: number;
}

/** log det of the products without weights; NaN: the variant follows from the covariates. */
function plainDeterminant(fixed: readonly Float64Array[], x: Float64Array, { root }: Work): number {
  const width = fixed.length;
  const size = width + 1;
  const all = [...fixed, x];
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++)
      root[row * size + column] = dot(all[row] as Float64Array, all[column] as Float64Array);
  const own = root[size * size - 1] as number;
  if (!choleskyOf(root, size) || (root[size * size - 1] as number) ** 2 < 1e-12 * own) return Number.NaN;
  return logDeterminantOfRoot(root, size);
}

function withVariant(at: Known, fixed: readonly Float64Array[], y: Float64Array, x: Float64Array, work: Work, into: Found): void {
  const width = fixed.length;
  const size = width + 1;
  const { root, along, plain } = work;
  for (let row = 0; row < width; row++) {
    for (let column = 0; column <= row; column++) root[row * size + column] = at.gram[row * width + column] as number;
    along[row] = at.traits[row] as number;
    root[width * size + row] = weighted(at.weights, x, fixed[row] as Float64Array);
  }
  root[size * size - 1] = weighted(at.weights, x, x);
  const withTrait = weighted(at.weights, x, y);
  along[width] = withTrait;
  if (!choleskyOf(root, size)) {
    into.likelihood = Number.NEGATIVE_INFINITY;
    into.beta = into.error = Number.NaN;
    return;
  }
  solve(root, along, size);
  let left = at.square - (along[width] as number) * withTrait;
  for (let row = 0; row < width; row++) left -= (along[row] as number) * (at.traits[row] as number);
  const freedom = x.length - size;
  into.likelihood = (at.logWeights + plain - logDeterminantOfRoot(root, size) - freedom * Math.log(left)) / 2;
  into.beta = along[width] as number;
  // The last entry of the inverse is one over the square of the root's last one.
  into.error = Math.sqrt(left / freedom) / (root[size * size - 1] as number);
}

const golden = (3 - Math.sqrt(5)) / 2;

/** The highest place: the best of the grid, closed in on by parabolas and golden sections (Brent, 1973, chapter 5). */
function highest(grid: Float64Array, heights: Float64Array, of: (at: number) => number): { readonly at: number } {
  let top = 0;
  for (let at = 1; at < heights.length; at++) if ((heights[at] as number) > (heights[top] as number)) top = at;
  let low = grid[Math.max(0, top - 1)] as number;
  let high = grid[Math.min(grid.length - 1, top + 1)] as number;
  let x = grid[top] as number;
  let fx = heights[top] as number;
  let [w, fw, v, fv] = [x, fx, x, fx];
  let [step, last] = [0, 0];
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    const tolerance = 1e-9 * Math.abs(x) + 1e-9;
    if (Math.abs(x - middle) <= 2 * tolerance - (high - low) / 2) break;
    let isGolden = true;
    if (Math.abs(last) > tolerance) {
      const r = (x - w) * (fv - fx);
      let q = (x - v) * (fw - fx);
      let p = (x - v) * q - (x - w) * r;
      q = 2 * (q - r);
      if (q > 0) p = -p;
      q = Math.abs(q);
      const before = last;
      last = step;
      if (Math.abs(p) < Math.abs((q * before) / 2) && p > q * (low - x) && p < q * (high - x)) {
        step = p / q;
        isGolden = false;
      }
    }
    if (isGolden) {
      last = (x < middle ? high : low) - x;
      step = golden * last;
    }
    const u = Math.abs(step) >= tolerance ? x + step : x + (step > 0 ? tolerance : -tolerance);
    const fu = of(u);
    if (fu >= fx) {
      if (u < x) high = x;
      else low = x;
      [v, fv, w, fw, x, fx] = [w, fw, x, fx, u, fu];
    } else {
      if (u < x) low = u;
      else high = u;
      if (fu >= fw || w === x) [v, fv, w, fw] = [w, fw, u, fu];
      else if (fu >= fv || v === x || v === w) [v, fv] = [u, fu];
    }
  }
  return { at: x };
}
