// The first part of ComBat: each feature less what batches and covariates do not change of it, over its own spread. With missing
// values the least squares of a feature are those of its own samples, and spreads are divided by one less, as in sva.

import { type LeastSquares, leastSquares } from "../least-squares.ts";

export interface ComBatData {
  /** features x samples, row-major; NaN is missing. Finite. */
  readonly values: ArrayLike<number>;
  readonly features: number;
  readonly samples: number;
  /** From 0; each has a sample. */
  readonly batchOf: Int32Array;
  readonly batches: number;
  /** What is to stay: columns that no others and no batches make up, without an intercept. */
  readonly covariates: readonly Float64Array[];
  /** The batch to which the others are brought, or null: all meet. */
  readonly reference: number | null;
}
export interface Standardised {
  /** Features that are adjusted. */
  readonly rows: Int32Array;
  /** Those rows x samples; NaN is missing. */
  readonly values: Float64Array;
  /** What was taken away, and by what was divided. */
  readonly level: Float64Array;
  /** Of each row its coefficients of the covariates. */
  readonly slopes: Float64Array;
  readonly spread: Float64Array;
}

/** `bare`: rows whose batches and covariates cannot be told apart by the samples that have a value. */
export type MadeStandard = { readonly ok: true; readonly made: Standardised } | { readonly ok: false; readonly bare: number };

/** No rest but what rounding leaves: the spread of a feature is below this part of its size. */
const nothing = 1e-14;

export function standardise(data: ComBatData, rows: Int32Array): MadeStandard {
  const { samples, batchOf, batches, covariates, reference } = data;
  const columns = designOf(data);
  const whole = leastSquares(columns);
  const width = columns.length;
  const gaps = hasGaps(data, rows);
  const shares = sharesOf(batchOf, batches);
  const kept: number[] = [];
  const level = new Float64Array(rows.length);
  const spread = new Float64Array(rows.length);
  const slopes = new Float64Array(rows.length * covariates.length);
  const values = new Float64Array(rows.length * samples);
  const found = new Float64Array(width);
  const own = new Float64Array(samples);
  const rest = new Float64Array(samples);
  let bare = 0;
  for (const row of rows) {
    for (let sample = 0; sample < samples; sample++) own[sample] = data.values[row * samples + sample] as number;
    if (!fitOne(own, { whole, columns, gaps }, found)) {
      bare++;
      continue;
    }
    const grand =
      reference === null
        ? shares.reduce((sum, share, batch) => sum + share * (found[batch] as number), 0)
        : (found[reference] ?? 0);
    let size = 0;
    for (let sample = 0; sample < samples; sample++) {
      let fitted = 0;
      for (let at = 0; at < width; at++) fitted += ((columns[at] as Float64Array)[sample] as number) * (found[at] as number);
      rest[sample] = (own[sample] as number) - fitted;
      size = Math.max(size, Math.abs(own[sample] as number) || 0);
    }
    const deviation = Math.sqrt(varianceOfRest(rest, data, gaps));
    if (!(deviation > nothing * size)) continue;
    const at = kept.length;
    kept.push(row);
    level[at] = grand;
    spread[at] = deviation;
    for (let c = 0; c < covariates.length; c++) slopes[at * covariates.length + c] = found[batches + c] as number;
    for (let sample = 0; sample < samples; sample++)
      values[at * samples + sample] = ((own[sample] as number) - grand - explained(slopes, at, covariates, sample)) / deviation;
  }
  if (bare > 0) return { ok: false, bare };
  return { ok: true, made: { rows: Int32Array.from(kept), values, level, slopes, spread } };
}

/** What the covariates make of a sample. */
export function explained(slopes: Float64Array, at: number, covariates: readonly Float64Array[], sample: number): number {
  let sum = 0;
  for (let c = 0; c < covariates.length; c++)
    sum += (slopes[at * covariates.length + c] as number) * ((covariates[c] as Float64Array)[sample] as number);
  return sum;
}

/** A column for each batch, of a reference batch the level of all, and the covariates. */
export function designOf({ batchOf, batches, covariates, reference }: Omit<ComBatData, "values">): readonly Float64Array[] {
  const columns = Array.from({ length: batches }, (_, batch) =>
    Float64Array.from(batchOf, (of) => (of === batch || batch === reference ? 1 : 0)),
  );
  return [...columns, ...covariates];
}

function sharesOf(batchOf: Int32Array, batches: number): Float64Array {
  const shares = new Float64Array(batches);
  for (const batch of batchOf) shares[batch] = (shares[batch] as number) + 1 / batchOf.length;
  return shares;
}

function hasGaps({ values, samples }: ComBatData, rows: Int32Array): boolean {
  return rows.some((row) => {
    for (let at = row * samples; at < (row + 1) * samples; at++) if (Number.isNaN(values[at])) return true;
    return false;
  });
}

interface Fit {
  readonly whole: LeastSquares;
  readonly columns: readonly Float64Array[];
  readonly gaps: boolean;
}
/** False: by the samples that have a value the columns cannot be told apart. */
function fitOne(own: Float64Array, { whole, columns, gaps }: Fit, into: Float64Array): boolean {
  if (!gaps || !own.some((value) => Number.isNaN(value))) {
    whole.coefficients(own, into);
    return true;
  }
  const isThere = (_: number, at: number): boolean => !Number.isNaN(own[at]);
  const some = leastSquares(columns.map((column) => column.filter(isThere)));
  if (some.rank < columns.length) return false;
  some.coefficients(own.filter(isThere), into);
  return true;
}

/** Of the reference batch alone, where there is one. */
function varianceOfRest(rest: Float64Array, { batchOf, reference }: ComBatData, gaps: boolean): number {
  const isCounted = (at: number): boolean => (reference === null || batchOf[at] === reference) && !Number.isNaN(rest[at]);
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (let at = 0; at < rest.length; at++) {
    if (!isCounted(at)) continue;
    n++;
    sum += rest[at] as number;
    squares += (rest[at] as number) ** 2;
  }
  return gaps ? (squares - (sum * sum) / n) / (n - 1) : squares / n;
}
