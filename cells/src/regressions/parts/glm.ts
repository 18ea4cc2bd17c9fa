// What every generalised linear model answers, whatever its distribution.

import type { FittedRegression, NoFit, RegressionData, Separated } from "../../contract/regression-family.ts";
import type { Sentence } from "../../messages/sentence.ts";
import { influenceOf } from "../../stats/regression/diagnostics.ts";
import type { Family } from "../../stats/regression/families.ts";
import { fitGlm, type GlmFit, stepsOfGlm } from "../../stats/regression/fit-glm.ts";
import { profileInterval } from "../../stats/regression/profile-interval.ts";
import { words } from "../words.ts";

type Glm = Pick<RegressionData, "columns" | "outcome" | "offset" | "intercept" | "pause">;

export async function glmOf(data: Glm, family: Family): Promise<FittedRegression | NoFit | Separated> {
  const made = await fitInTurns(data, family);
  if ("failed" in made) return made.failed;
  if (made.fit.unbounded.length > 0) return { separated: made.fit.unbounded };
  return answersOf(data, family, made.fit);
}

/** A turn is given back between the steps. */
async function fitInTurns(data: Glm, family: Family): Promise<ReturnType<typeof fitGlm>> {
  const steps = stepsOfGlm(data, family);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await data.pause?.();
  }
}

export function answersOf(data: Glm, family: Family, fit: GlmFit): FittedRegression {
  const { outcome } = data;
  const width = data.columns.length;
  const nulls =
    data.offset && data.intercept ? fitGlm({ ...data, columns: [new Float64Array(outcome.length).fill(1)] }, family) : null;
  const { standardised, cooks } = influenceOf(fit, width);
  const isEstimated = family.dispersion === null;
  return {
    coefficients: fit.coefficients,
    variance: fit.unscaled.map((value) => value * fit.dispersion),
    // As R: t where the dispersion is estimated.
    df: () => (isEstimated ? fit.residualDf : Number.POSITIVE_INFINITY),
    pieces: fit,
    deviance: async (columns) => {
      if (columns.length === 0) return emptyDeviance(data, family) / fit.dispersion;
      // As many columns of the same space are the model itself, in whatever contrasts.
      if (columns.length === width) return fit.deviance / fit.dispersion;
      const other = await fitInTurns({ ...data, columns }, family);
      return "fit" in other ? other.fit.deviance / fit.dispersion : Number.NaN;
    },
    profile: (at, level) => {
      const [low, high] = profileInterval(data, family, fit, { at, level });
      return { low, high };
    },
    residualDf: fit.residualDf,
    means: fit.means,
    standardised,
    leverages: fit.leverages,
    cooks,
    residuals: outcome.map((value, row) => value - (fit.means[row] as number)),
    facts: [
      { key: "deviance", value: fit.deviance, more: fit.residualDf },
      { key: "null-deviance", value: nulls && "fit" in nulls ? nulls.fit.deviance : fit.nullDeviance, more: outcome.length - 1 },
      ...(isEstimated ? [{ key: "dispersion" as const, value: fit.dispersion }] : []),
      { key: "log-likelihood", value: fit.logLikelihood },
      { key: "aic", value: fit.aic },
    ],
    doubts: [],
  };
}

function emptyDeviance({ outcome, offset }: Glm, family: Family): number {
  return outcome.reduce((sum, value, row) => sum + family.deviance(value, family.mean(offset ? (offset[row] as number) : 0)), 0);
}

/** Counts vary more than their mean by so much: errors of a Poisson model are too small by its root. */
export const overdispersed = 1.5;
export const spreadDoubt = (ratio: number): Sentence => words.sentence("overdispersed", { ratio: Number(ratio.toPrecision(3)) });

export const isCounts = (values: Float64Array): boolean => values.every((value) => value >= 0 && Number.isInteger(value));
export const isConstant = (values: Float64Array): boolean => values.every((value) => value === values[0]);
