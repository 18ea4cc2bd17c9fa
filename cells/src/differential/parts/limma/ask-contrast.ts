// Contrasts of what limma's methods keep: fits nothing.

import type { MessageKey } from "../../../base/failure.ts";
import { invariant } from "../../../base/invariant.ts";
import type { AskedContrast, AskedWithout, ContrastAnswer, FittedFeatures } from "../../../contract/differential-method.ts";
import { adjustedP } from "../../../stats/adjusted-p.ts";
import { contrastOfRows, type ModeratedFit } from "../../../stats/limma/contrast-of-rows.ts";
import { fOfContrasts } from "../../../stats/limma/f-of-contrasts.ts";
import { words } from "./words.ts";

export function askContrast({ fitted, weights, least }: Pick<AskedContrast, "fitted" | "weights" | "least">): ContrastAnswer {
  const fit = moderatedOf(fitted, weights.length);
  const { change, error, t, p, odds } = contrastOfRows(fit, weights, least);
  const level = numbers(fitted, "mean");
  const used = weights.reduce((n, each) => n + Number(each !== 0), 0);
  return {
    level,
    change,
    error,
    statistic: t,
    p,
    adjusted: adjustedP(p, "bh"),
    more: { odds },
    why: reasonsOf(fit, fitted, { p, change }),
    // Of weights and missing values contrasts.fit takes no account where several coefficients are brought together.
    facts: { isApproximate: used > 1 && fitted.facts["isUneven"] === true },
  };
}

/** By F: whether any of them differs. */
export function askTogether({ fitted }: Pick<AskedContrast, "fitted">, contrasts: readonly Float64Array[]): ContrastAnswer {
  const fit = moderatedOf(fitted, contrasts[0]?.length ?? 0);
  const { f, p, df } = fOfContrasts(fit, contrasts);
  const none = () => new Float64Array(p.length).fill(Number.NaN);
  return {
    level: numbers(fitted, "mean"),
    change: none(),
    error: none(),
    statistic: none(),
    p,
    adjusted: adjustedP(p, "bh"),
    more: { f },
    why: reasonsOf(fit, fitted, { p, change: f }),
    facts: { df, isApproximate: fitted.facts["isUneven"] === true },
  };
}

/** By F of the coefficients that a smaller design lacks. */
export const askWithout = ({ fitted, kept }: Pick<AskedWithout, "fitted" | "kept">): ContrastAnswer =>
  askTogether(
    { fitted },
    kept.flatMap((is, at) => (is ? [] : [Float64Array.from(kept, (_, place) => Number(place === at))])),
  );

function reasonsOf(
  fit: ModeratedFit,
  fitted: FittedFeatures,
  { p, change }: Pick<ContrastAnswer, "p" | "change">,
): ReadonlyMap<number, MessageKey> {
  const isFiltered = fitted.arrays["isFiltered"];
  const why = new Map<number, MessageKey>();
  p.forEach((value, at) => {
    if (Number.isNaN(value)) why.set(at, words.key(reasonOf(fit, at, { change, isFiltered: isFiltered?.[at] === 1 })));
  });
  return why;
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
