// Logistic regression of a trait of two values on one variant after another, beside the same covariates. Each fit starts where the
// covariates alone end and goes on by Newton's steps to the maximum (McCullagh & Nelder, Generalized Linear Models, 2nd ed.,
// section 4.4); p is Wald's, as that of R's glm() and of plink. Where the likelihood has no maximum, since a genotype or a
// combination of it with covariates tells cases and controls apart, Firth's is taken (firth.ts).

import { directionsOf } from "../design-rank.ts";
import { normal } from "../distributions/normal.ts";
import { twoSided } from "../distributions/tails.ts";
import { inverseOfRoot, choleskyOf } from "../small-matrix.ts";
import { firthFit } from "./firth.ts";
import { noFit, type VariantFit } from "./genotype-rows.ts";
import { dot, residualOf, tolerance } from "./linear-scan.ts";
import { atBeta, type FitWork } from "./logistic-likelihood.ts";

export interface LogisticFit extends VariantFit {
  /** Firth's penalised likelihood was taken. */
  isFirth: boolean;
}

export type Firth = "where-separated" | "always" | "never";

export interface LogisticScan {
  readonly covariates: number;
  fit(values: Float64Array, missing: number, into: LogisticFit): void;
}

const mostSteps = 25;
/** Of a coefficient in units of its error: what is left to go. Newton's next step would be its square. */
const near = 1e-9;
/** Log odds that no data of people hold: the likelihood grows without end. */
const far = 30;

/** `trait`: 1 for cases and 0 for controls. `covariates`: with the intercept. */
export function logisticScan(trait: Uint8Array, covariates: readonly Float64Array[], firth: Firth): LogisticScan {
  const samples = trait.length;
  const directions = directionsOf(covariates).basis.map(({ q }) => q);
  const basis = directions.map((q) => q.map((value) => value * Math.sqrt(samples)));
  const width = basis.length + 1;
  const places = Int32Array.from({ length: samples }, (_, at) => at);
  const work = workOf(samples, width);
  // The covariates alone, of which each fit starts.
  const start = new Float64Array(width);
  const alone = newton(trait, [...basis], places, { ...workOf(samples, width - 1), beta: new Float64Array(width - 1) });
  if (alone !== "no-maximum") start.set(alone);
  const known = new Int32Array(samples);
  return {
    covariates: basis.length,
    fit: (values, missing, into) => {
      const n = samples - missing;
      into.isFirth = false;
      const seen = tallyOf(values, trait);
      if (n <= width || seen.varies === false || seen.cases === 0 || seen.cases === n) return noFit(into, n);
      let rows = places;
      if (missing > 0) {
        let count = 0;
        for (let sample = 0; sample < samples; sample++)
          if ((values[sample] as number) === (values[sample] as number)) known[count++] = sample;
        rows = known.subarray(0, count);
      }
      const columns = [...basis, values];
      if (rows === places ? followsFrom(values, directions) : hasLostRank(columns, rows)) return noFit(into, n);
      if (firth !== "always" && !(firth === "where-separated" && seen.isEmpty)) {
        work.beta.set(start);
        const found = newton(trait, columns, rows, work);
        if (found !== "no-maximum") return answer(into, n, found, work);
        if (firth === "never") return noFit(into, n);
      }
      work.beta.set(start);
      const found = firthFit(trait, columns, rows, work);
      if (found === null) return noFit(into, n);
      into.isFirth = true;
      answer(into, n, found, work);
    },
  };
}

/** Nothing is left of it beside its covariates: it has no effect of its own, as in linear regression. */
function followsFrom(values: Float64Array, directions: readonly Float64Array[]): boolean {
  const rest = residualOf(values, directions);
  return !(dot(rest, rest) > tolerance * dot(values, values));
}

/** The same among those whose genotype is known, of whom a covariate may no longer tell anything either. */
function hasLostRank(columns: readonly Float64Array[], rows: Int32Array): boolean {
  const known = columns.map((column) => Float64Array.from(rows, (row) => column[row] as number));
  return directionsOf(known).aliased.length > 0;
}

const workOf = (samples: number, width: number): FitWork => ({
  beta: new Float64Array(width),
  step: new Float64Array(width),
  score: new Float64Array(width),
  information: new Float64Array(width * width),
  inverse: new Float64Array(width * width),
  chance: new Float64Array(samples),
});

function answer(into: LogisticFit, n: number, beta: Float64Array, { inverse }: FitWork): void {
  const width = beta.length;
  into.n = n;
  into.beta = beta[width - 1] as number;
  into.error = Math.sqrt(inverse[width * width - 1] as number);
  into.statistic = into.beta / into.error;
  into.logP = twoSided(normal.tails(into.statistic)).logP;
}

interface Tally {
  readonly varies: boolean;
  readonly cases: number;
  /** Of the table of alleles by cases and controls a cell is 0: separated by the variant alone. */
  readonly isEmpty: boolean;
}

function tallyOf(values: Float64Array, trait: Uint8Array): Tally {
  let [cases, n, least, most] = [0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [ofCases, ofControls] = [0, 0];
  for (let sample = 0; sample < values.length; sample++) {
    const value = values[sample] as number;
    if (value !== value) continue;
    n++;
    if (value < least) least = value;
    if (value > most) most = value;
    if (trait[sample] === 1) {
      cases++;
      ofCases += value;
    } else ofControls += value;
  }
  const controls = n - cases;
  const isEmpty = ofCases === 0 || ofControls === 0 || ofCases === 2 * cases || ofControls === 2 * controls;
  return { varies: most > least, cases, isEmpty };
}

/** The maximum, with `inverse` the inverse information there. */
function newton(
  trait: Uint8Array,
  columns: readonly Float64Array[],
  rows: Int32Array,
  work: FitWork,
): Float64Array | "no-maximum" {
  const width = columns.length;
  const { beta, step, score, information, inverse } = work;
  let before = Number.NEGATIVE_INFINITY;
  for (let round = 0; round < mostSteps; round++) {
    const likelihood = atBeta(trait, columns, rows, work);
    if (likelihood < before - 1e-6 * Math.abs(before)) {
      // It went too far: half of the step is taken back.
      for (let at = 0; at < width; at++) {
        step[at] = (step[at] as number) / 2;
        beta[at] = (beta[at] as number) - (step[at] as number);
      }
      continue;
    }
    before = likelihood;
    if (!choleskyOf(information, width)) return "no-maximum";
    inverseOfRoot(information, width, inverse);
    let left = 0;
    for (let at = 0; at < width; at++) {
      let sum = 0;
      for (let other = 0; other < width; other++) sum += (inverse[at * width + other] as number) * (score[other] as number);
      step[at] = sum;
      left = Math.max(left, Math.abs(sum) / Math.sqrt(inverse[at * width + at] as number));
    }
    if (left < near) return beta;
    for (let at = 0; at < width; at++) beta[at] = (beta[at] as number) + (step[at] as number);
    if (Math.abs(beta[width - 1] as number) > far) return "no-maximum";
  }
  return "no-maximum";
}
