// Intervals of a generalised linear model by the likelihood: where the signed root of what the deviance grows by, with one coefficient
// held and the others fitted anew, reaches the normal quantile (Venables & Ripley, Modern Applied Statistics with S, 2002, section 8.4).
// The roots themselves, where MASS's confint draws a spline through a few.

import { normal } from "../distributions/normal.ts";
import type { Family } from "./families.ts";
import { rootBeyond } from "./firth.ts";
import { fitGlm, type GlmData, type GlmFit } from "./fit-glm.ts";

/** NaN where the likelihood does not fall so far on that side. */
export function profileInterval(
  data: GlmData,
  family: Family,
  fit: GlmFit,
  { at, level }: { readonly at: number; readonly level: number },
): readonly [low: number, high: number] {
  const others = data.columns.filter((_, place) => place !== at);
  const column = data.columns[at] as Float64Array;
  const best = fit.coefficients[at] as number;
  const error = Math.sqrt(fit.dispersion * (fit.unscaled[at * data.columns.length + at] as number));
  const aim = normal.quantile({ upper: (1 - level) / 2 });
  const end = (side: number): number =>
    rootBeyond((by) => {
      const offset = column.map((value) => value * (best + side * by));
      const deviance =
        others.length === 0 ? devianceAt(data, family, offset) : deviated({ ...data, columns: others, offset }, family);
      return Math.sqrt(Math.max(0, (deviance - fit.deviance) / fit.dispersion)) - aim;
    }, error);
  return [best - end(-1), best + end(1)];
}

function deviated(data: GlmData, family: Family): number {
  const refit = fitGlm(data, family);
  return "fit" in refit ? refit.fit.deviance : Number.NaN;
}

const devianceAt = ({ outcome }: GlmData, family: Family, predictor: Float64Array): number =>
  outcome.reduce((sum, value, row) => sum + family.deviance(value, family.mean(predictor[row] as number)), 0);
