// One measure of several tables of two arms, as one that is the same in all (Mantel & Haenszel, J Natl Cancer Inst 22:719-748, 1959): of
// the counts themselves, so that no half is added to empty cells and small trials count as they should. Errors: odds ratios by Robins,
// Breslow & Greenland (Biometrics 42:311-323, 1986), risk ratios by Greenland & Robins (Biometrics 41:55-68, 1985), differences by Sato,
// Greenland & Robins (Biometrics 45:1323-1324, 1989). Answers as those of metafor's rma.mh(); heterogeneity is of the measures of each.

import { chiSquared } from "../distributions/chi-squared.ts";
import { normal } from "../distributions/normal.ts";
import { twoSided } from "../distributions/tails.ts";
import { type Arms, effectOfArms, type MeasureOfArms } from "./effect-of-arms.ts";
import type { MetaAnswer } from "./meta-analysis.ts";

/** Null where the ratio is 0, infinite or unknown: no event, or only events, in one arm of all of them. */
export function mantelHaenszel(studies: readonly Arms[], measure: MeasureOfArms): MetaAnswer | null {
  if (studies.length === 0) return null;
  const { estimate, error } = pooledBy[measure](studies);
  if (!Number.isFinite(estimate) || !(error > 0) || !Number.isFinite(error)) return null;
  const statistic = estimate / error;
  const q = sum(studies, (arms) => {
    const own = effectOfArms(arms, measure);
    return ((own.value - estimate) / own.error) ** 2;
  });
  const freedom = studies.length - 1;
  return {
    studies: studies.length,
    estimate,
    error,
    statistic,
    logP: twoSided(normal.tails(statistic)).logP,
    q,
    qLogP: freedom > 0 ? chiSquared.logUpper(q, freedom) : Number.NaN,
    tau2: 0,
    i2: freedom === 0 ? 0 : Math.max(0, (q - freedom) / q || 0),
    isUnfinished: false,
  };
}

type Pooled = { readonly estimate: number; readonly error: number };

const sum = (studies: readonly Arms[], of: (arms: Arms) => number): number => studies.reduce((so, arms) => so + of(arms), 0);

const pooledBy: { readonly [measure in MeasureOfArms]: (studies: readonly Arms[]) => Pooled } = {
  "odds-ratio": pooledOdds,
  "risk-ratio": pooledRisks,
  "risk-difference": pooledDifference,
};

function pooledOdds(studies: readonly Arms[]): Pooled {
  let [r, s, pr, both, qs] = [0, 0, 0, 0, 0];
  for (const { events: a, total, controlEvents: c, controlTotal } of studies) {
    const [b, d, all] = [total - a, controlTotal - c, total + controlTotal];
    const [forIt, against] = [(a * d) / all, (b * c) / all];
    const [p, q] = [(a + d) / all, (b + c) / all];
    r += forIt;
    s += against;
    pr += p * forIt;
    both += p * against + q * forIt;
    qs += q * against;
  }
  return { estimate: Math.log(r / s), error: Math.sqrt((pr / r ** 2 + both / (r * s) + qs / s ** 2) / 2) };
}

function pooledRisks(studies: readonly Arms[]): Pooled {
  let [r, s, spread] = [0, 0, 0];
  for (const { events: a, total: n, controlEvents: c, controlTotal: m } of studies) {
    const all = n + m;
    r += (a * m) / all;
    s += (c * n) / all;
    spread += (n * m * (a + c)) / all ** 2 - (a * c) / all;
  }
  return { estimate: Math.log(r / s), error: Math.sqrt(spread / (r * s)) };
}

function pooledDifference(studies: readonly Arms[]): Pooled {
  let [weight, difference, first, second] = [0, 0, 0, 0];
  for (const { events: a, total: n, controlEvents: c, controlTotal: m } of studies) {
    const all = n + m;
    weight += (n * m) / all;
    difference += (a * m - c * n) / all;
    first += (c * n ** 2 - a * m ** 2 + (n * m * (m - n)) / 2) / all ** 2;
    second += (a * (m - c) + c * (n - a)) / all / 2;
  }
  const estimate = difference / weight;
  return { estimate, error: Math.sqrt((estimate * first + second) / weight ** 2) };
}
