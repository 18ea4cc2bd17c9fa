// Variances of features drawn towards what those of all are like (limma's squeezeVar and the part of eBayes that no contrast changes).
// Smyth, Stat. Appl. Genet. Mol. Biol. 3:3, 2004, section 3.

import type { FittedRows } from "./fit-rows.ts";
import { priorOfVariances, type VariancesOfFeatures } from "./prior-of-variances.ts";
import { robustPriorOfVariances } from "./robust-prior.ts";

export interface Moderation {
  /** The scale of the variances goes by the mean level. */
  readonly trend: boolean;
  readonly robust: boolean;
}

export interface Moderated {
  readonly dfPrior: Float64Array;
  readonly scale: Float64Array;
  /** Drawn; NaN: nothing was fitted. */
  readonly variance: Float64Array;
  readonly dfTotal: Float64Array;
}

/** As limma: a twentieth of the lower tail and a tenth of the upper one. */
const drawnTails = { lower: 0.05, upper: 0.1 };

interface Prior {
  readonly scale: Float64Array;
  readonly dfs: Float64Array;
}

function priorOf(data: VariancesOfFeatures, { robust }: Moderation): Prior | null {
  if (robust) return robustPriorOfVariances(data, drawnTails);
  const prior = priorOfVariances(data);
  return prior && { scale: prior.scale, dfs: new Float64Array(data.df.length).fill(prior.df) };
}

/** Null: no feature has a residual. */
export function moderate({ sigma, df, mean }: Pick<FittedRows, "sigma" | "df" | "mean">, by: Moderation): Moderated | null {
  const count = sigma.length;
  const pooled = df.reduce((sum, each) => sum + each, 0);
  if (pooled === 0) return null;
  const variances = sigma.map((value, at) => (df[at] === 0 ? 0 : value * value));
  const data = { variances, df, level: by.trend ? mean : null };
  // Of two features nothing is learned for a third.
  const prior = count < 3 ? null : priorOf(data, by);
  if (!prior) return { dfPrior: new Float64Array(count), scale: variances, variance: variances, dfTotal: df };
  const { dfs: dfPrior, scale: scales } = prior;
  const variance = variances.map((value, at) => {
    const [own, drawn, scale] = [df[at] as number, dfPrior[at] as number, scales[at] as number];
    return drawn === Number.POSITIVE_INFINITY ? scale : (own * value + drawn * scale) / (own + drawn);
  });
  return { dfPrior, scale: scales, variance, dfTotal: df.map((own, at) => Math.min(own + (dfPrior[at] as number), pooled)) };
}
