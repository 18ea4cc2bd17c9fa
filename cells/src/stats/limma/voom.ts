// Counts become logarithms with a weight each: what a count of its size varies by, told from the trend of all features. Law, Chen, Shi &
// Smyth, Genome Biol. 15:R29, 2014; checked against voom of limma 3.54.1.

import { lowess } from "../lowess.ts";
import type { Blocks } from "./correlated.ts";
import { type FittedRows, fitRows, type RowsToFit } from "./fit-rows.ts";
import { between } from "./robust-prior.ts";

export interface CountsToWeigh {
  readonly features: number;
  readonly samples: number;
  /** Feature after feature. */
  readonly counts: ArrayLike<number>;
  /** Library sizes, times the factors of samples. */
  readonly sizes: Float64Array;
  readonly columns: readonly Float64Array[];
  readonly blocks: Blocks | null;
}

/** Of features in the order of their mean log count. */
export interface MeanVarianceTrend {
  readonly features: Int32Array;
  readonly x: Float64Array;
  /** Roots of the deviations of the residuals. */
  readonly y: Float64Array;
  readonly fitted: Float64Array;
}

export interface WeighedLogs {
  /** log2 counts per million. */
  readonly values: Float64Array;
  readonly weights: Float64Array;
  readonly trend: MeanVarianceTrend;
}

/** log2((count + 0.5) / (size + 1) × 1e6) */
export function logsOfCounts({
  features,
  samples,
  counts,
  sizes,
}: Pick<CountsToWeigh, "features" | "samples" | "counts" | "sizes">): Float64Array {
  const values = new Float64Array(features * samples);
  for (let at = 0; at < values.length; at++)
    values[at] = Math.log2((((counts[at] as number) + 0.5) / ((sizes[at % samples] as number) + 1)) * 1e6);
  return values;
}

/** Null: samples cannot be correlated so. At least one residual degree of freedom. */
export async function weighCounts(
  data: CountsToWeigh,
  pause: (share: number) => Promise<void> | void = () => undefined,
): Promise<WeighedLogs | null> {
  const { features, samples, columns, blocks, sizes } = data;
  const values = logsOfCounts(data);
  const rows: RowsToFit = { features, samples, values, columns, weights: null, blocks };
  const fit = await fitRows(rows, pause);
  if (!fit) return null;
  const trend = trendOf(data, fit);
  const weights = new Float64Array(features * samples);
  // Logarithms of counts, of logarithms of counts per million.
  const shift = sizes.map((size) => Math.log2(size + 1) - Math.log2(1e6));
  for (let feature = 0; feature < features; feature++)
    for (let sample = 0; sample < samples; sample++) {
      let fitted = shift[sample] as number;
      columns.forEach((column, at) => (fitted += (column[sample] as number) * (fit.beta[feature * fit.width + at] as number)));
      const square = between(trend.x, trend.fitted, fitted) ** 2;
      weights[feature * samples + sample] = 1 / (square * square);
    }
  return { values, weights, trend };
}

function trendOf({ features, samples, counts, sizes }: CountsToWeigh, fit: FittedRows): MeanVarianceTrend {
  const shift = sizes.reduce((sum, size) => sum + Math.log2(size + 1), 0) / samples - Math.log2(1e6);
  const some = Int32Array.from({ length: features }, (_, at) => at).filter((feature) => {
    for (let at = feature * samples; at < (feature + 1) * samples; at++) if ((counts[at] as number) > 0) return true;
    return false;
  });
  const x = Float64Array.from(some, (at) => (fit.mean[at] as number) + shift);
  const y = Float64Array.from(some, (at) => Math.sqrt(fit.sigma[at] as number));
  const { order, x: sorted, fitted } = lowess(x, y, { span: 0.5, iterations: 3 });
  return oneOfEach({
    features: order.map((at) => some[at] as number),
    x: sorted,
    y: Float64Array.from(order, (at) => y[at] as number),
    fitted,
  });
}

/** Of features at the same place the mean of what was fitted. */
function oneOfEach(trend: MeanVarianceTrend): MeanVarianceTrend {
  const fitted = trend.fitted.slice();
  for (let from = 0, to = 0; from < fitted.length; from = to) {
    let sum = 0;
    for (to = from; to < fitted.length && trend.x[to] === trend.x[from]; to++) sum += fitted[to] as number;
    fitted.fill(sum / (to - from), from, to);
  }
  return { ...trend, fitted };
}
