// Contrasts of what limma's methods keep: fits nothing.

import type { MessageKey } from "../../../base/failure.ts";
import { invariant } from "../../../base/invariant.ts";
import type { AskedContrast, ContrastAnswer, FittedFeatures } from "../../../contract/differential-method.ts";
import { adjustedP } from "../../../stats/adjusted-p.ts";
import { contrastOfRows, type ModeratedFit } from "../../../stats/limma/contrast-of-rows.ts";
import { words } from "./words.ts";

export function askContrast({ fitted, weights, least }: Pick<AskedContrast, "fitted" | "weights" | "least">): ContrastAnswer {
  const fit = moderatedOf(fitted, weights.length);
  const { change, error, t, p, odds } = contrastOfRows(fit, weights, least);
  const level = numbers(fitted, "mean");
  const isFiltered = fitted.arrays["isFiltered"];
  const why = new Map<number, MessageKey>();
  p.forEach((value, at) => {
    if (Number.isNaN(value)) why.set(at, words.key(reasonOf(fit, at, { change, isFiltered: isFiltered?.[at] === 1 })));
  });
  const used = weights.reduce((n, each) => n + Number(each !== 0), 0);
  return {
    level,
    change,
    error,
    statistic: t,
    p,
    adjusted: adjustedP(p, "bh"),
    more: { odds },
    why,
    // Of weights and missing values contrasts.fit takes no account where several coefficients are brought together.
    facts: { isApproximate: used > 1 && fitted.facts["isUneven"] === true },
  };
}

interface Of {
  readonly change: Float64Array;
  readonly isFiltered: boolean;
}
function reasonOf({ df, dfPrior }: ModeratedFit, at: number, { change, isFiltered }: Of) {
  if (isFiltered) return "why-few-counts";
  if (Number.isNaN(change[at])) return "why-no-values";
  return df[at] === 0 && dfPrior[at] === 0 ? "why-no-rest" : "why-flat";
}

function moderatedOf(fitted: FittedFeatures, width: number): ModeratedFit {
  const of = (name: string) => numbers(fitted, name);
  const covariance = fitted.facts["covariance"];
  invariant(Array.isArray(covariance) && covariance.length === width * width, "a fit has the covariance of its coefficients");
  return {
    width,
    beta: of("beta"),
    stdev: of("stdev"),
    covariance: Float64Array.from(covariance, Number),
    variance: of("variance"),
    df: of("df"),
    dfTotal: of("dfTotal"),
    dfPrior: of("dfPrior"),
    scale: of("scale"),
  };
}

function numbers({ arrays }: FittedFeatures, name: string): Float64Array {
  const found = arrays[name];
  invariant(found, `a fit holds ${name}`);
  return found;
}
