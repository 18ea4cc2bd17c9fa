// A metric fold by fold: its mean, and how far the folds lie apart. That is no interval of confidence: the folds' models
// share most of their training rows, so their spread does not say how far off the mean is.

import { momentsOf } from "../stats/moments.ts";
import { metricNames, type Metrics } from "./metrics.ts";

export type OverFolds = {
  readonly mean: number;
  /** Divisor n - 1; 0 of one fold. */
  readonly sd: number;
  readonly least: number;
  readonly most: number;
  /** Folds in which the metric is defined. */
  readonly folds: number;
};

/** Of each metric that is defined in a fold at least. */
export function overFolds(folds: readonly Metrics[]): { readonly [metric: string]: OverFolds } {
  return Object.fromEntries(
    metricNames.flatMap((name): [string, OverFolds][] => {
      const values = folds.flatMap((fold) => fold[name] ?? []);
      if (values.length === 0) return [];
      const { mean, squares } = momentsOf(values);
      const sd = values.length < 2 ? 0 : Math.sqrt(squares / (values.length - 1));
      return [[name, { mean, sd, least: Math.min(...values), most: Math.max(...values), folds: values.length }]];
    }),
  );
}
