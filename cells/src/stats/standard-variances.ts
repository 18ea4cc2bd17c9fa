// How much features vary beside others of their mean: Stuart et al., Cell 177:1888-1902, 2019 (Seurat version 3, "vst"). A local
// regression of log10 variance on log10 mean says what is usual of a mean; counts are standardised by it, cut off at the root of the
// number of samples, and the variance of that is taken. Zeros need not be told.

import { loess } from "./loess.ts";

const span = 0.3;

type Each = (act: (feature: number, sample: number, value: number) => void) => void;

export type StandardVariances =
  /** Of features that do not vary 0. */
  | { readonly ok: true; readonly variances: Float64Array; readonly varying: number }
  /** Too few vary, or too many share one mean, for a curve. */
  | { readonly ok: false; readonly varying: number };

/** `each`: calls with every value but zeros, those of a feature in the order of the samples; NaN is missing and left out. */
export function standardVariances(each: Each, features: number, samples: number): StandardVariances {
  const stored = new Float64Array(features);
  const there = new Float64Array(features).fill(samples);
  const means = new Float64Array(features);
  const add = (to: Float64Array, feature: number, value: number): void => {
    to[feature] = (to[feature] as number) + value;
  };
  each((feature, _sample, value) => {
    if (Number.isNaN(value)) add(there, feature, -1);
    else if (value !== 0) {
      add(stored, feature, 1);
      add(means, feature, value);
    }
  });
  for (let at = 0; at < features; at++) means[at] = (means[at] as number) / (there[at] as number);
  const squares = new Float64Array(features);
  each((feature, _sample, value) => {
    if (value === value && value !== 0) add(squares, feature, (value - (means[feature] as number)) ** 2);
  });
  const variances = squares.map((sum, at) => {
    const zeros = (there[at] as number) - (stored[at] as number);
    return (sum + zeros * (means[at] as number) ** 2) / ((there[at] as number) - 1);
  });
  const varying = Int32Array.from(variances.keys()).filter((at) => (variances[at] as number) > 0);
  const curve = loess(
    Float64Array.from(varying, (at) => Math.log10(means[at] as number)),
    Float64Array.from(varying, (at) => Math.log10(variances[at] as number)),
    { span },
  );
  if (!curve.ok) return { ok: false, varying: varying.length };
  const usual = new Float64Array(features);
  varying.forEach((feature, at) => (usual[feature] = Math.sqrt(10 ** (curve.fitted[at] as number))));
  const most = Math.sqrt(samples);
  const sums = new Float64Array(features);
  each((feature, _sample, value) => {
    const wide = usual[feature] as number;
    if (wide > 0 && value === value && value !== 0)
      add(sums, feature, Math.min(most, (value - (means[feature] as number)) / wide) ** 2);
  });
  const standard = sums.map((sum, at) => {
    const wide = usual[at] as number;
    if (!(wide > 0)) return 0;
    const zeros = (there[at] as number) - (stored[at] as number);
    return (sum + zeros * ((means[at] as number) / wide) ** 2) / ((there[at] as number) - 1);
  });
  return { ok: true, variances: standard, varying: varying.length };
}
