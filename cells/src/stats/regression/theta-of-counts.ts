// The negative binomial's θ by maximum likelihood, in turn with the means (Venables & Ripley 2002, section 7.4; MASS's glm.nb).

import { digamma, trigamma } from "../log-gamma.ts";
import { negativeBinomialFamily, poissonFamily } from "./families.ts";
import { type GlmData, type GlmFailure, type GlmFit, stepsOfGlm } from "./fit-glm.ts";

export interface NegativeBinomialFit {
  readonly fit: GlmFit;
  readonly theta: number;
  readonly thetaError: number;
}

const mostTurns = 100;
/** Beyond it the variance is a Poisson's to a hundred thousandth. */
const largest = 1e6;

/**
 * "no-spread": counts vary no more than a Poisson's do, and θ grows without end. Between its turns (of tens of thousands of rows a second each)
 * it yields how many there were, and before each step of a fit nothing, so that whoever runs it may give a turn back.
 */
export function* fitNegativeBinomial(
  data: GlmData,
): Generator<number | undefined, NegativeBinomialFit | { readonly failed: GlmFailure | "no-spread" }> {
  const first = yield* stepsOfGlm(data, poissonFamily);
  if ("failed" in first) return first;
  if (first.fit.unbounded.length > 0) return { failed: "not-told-apart" };
  let { fit } = first;
  let theta = Number.NaN;
  for (let turn = 0; turn < mostTurns; turn++) {
    yield turn;
    const next = thetaOf(data.outcome, fit.means, theta);
    if (!(next < largest)) return { failed: "no-spread" };
    const again = yield* stepsOfGlm({ ...data, start: fit.predictor }, negativeBinomialFamily(next));
    if ("failed" in again) return again;
    const isStill = Math.abs(next / theta - 1) < 1e-9;
    fit = again.fit;
    theta = next;
    if (isStill) break;
  }
  const information = -slopeOf(data.outcome, fit.means, theta);
  // θ is a parameter as well.
  return { fit: { ...fit, aic: fit.aic + 2 }, theta, thetaError: Math.sqrt(1 / information) };
}

function scoreOf(outcome: Float64Array, means: Float64Array, theta: number): number {
  let sum = 0;
  for (let row = 0; row < outcome.length; row++) {
    const [y, mu] = [outcome[row] as number, means[row] as number];
    sum += digamma(theta + y) - digamma(theta) + Math.log(theta) + 1 - Math.log(theta + mu) - (y + theta) / (mu + theta);
  }
  return sum;
}
function slopeOf(outcome: Float64Array, means: Float64Array, theta: number): number {
  let sum = 0;
  for (let row = 0; row < outcome.length; row++) {
    const [y, mu] = [outcome[row] as number, means[row] as number];
    sum += trigamma(theta + y) - trigamma(theta) + 1 / theta - 2 / (mu + theta) + (y + theta) / (mu + theta) ** 2;
  }
  return sum;
}

/** Where the score is 0: by Newton's steps on log θ from `near`, halved where they leave what the score's sign allows. */
function thetaOf(outcome: Float64Array, means: Float64Array, near: number): number {
  let [low, high] = [Math.log(1e-8), Math.log(largest)];
  if (scoreOf(outcome, means, largest) > 0) return Number.POSITIVE_INFINITY;
  let log = Number.isNaN(near) ? 0 : Math.log(near);
  for (let round = 0; round < 100 && high - low > 1e-14; round++) {
    const theta = Math.exp(log);
    const score = scoreOf(outcome, means, theta);
    if (score > 0) low = log;
    else high = log;
    const next = log - score / (theta * slopeOf(outcome, means, theta));
    const isInside = next > low && next < high;
    if (isInside && Math.abs(next - log) < 1e-12) return Math.exp(next);
    log = isInside ? next : (low + high) / 2;
  }
  return Math.exp(log);
}
