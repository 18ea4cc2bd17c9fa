// The search for a gene's dispersion, step for step as DESeq2 goes: it stops early, and what it stops at is what its users report.
// An exact optimum gives other answers (7,610 genes instead of 7,400 on GSE96870), so where it ends is part of the method.

import type { DispersionLikelihood } from "./likelihood.ts";

export const leastDispersion = 1e-8;
export const mostProposals = 100;
const tolerance = 1e-6;
/** How much of the expected rise a step must bring. */
const least = 1e-4;
const bounds = { low: -30, high: 10 };

export interface Searched {
  readonly log: number;
  /** Likelihood where it began, and where it ended. */
  readonly first: number;
  readonly last: number;
  /** Proposals made. */
  readonly steps: number;
}

/** Uphill along the slope by log α, with a step that is shortened until it leads up enough. */
export function searchDispersion(likelihood: DispersionLikelihood, from: number): Searched {
  let log = from;
  let now = likelihood.value(log);
  let slope = likelihood.slope(log);
  const first = now;
  let step = 1;
  let accepted = 0;
  let steps = 0;
  while (steps < mostProposals) {
    steps++;
    const proposed = log + step * slope;
    if (proposed < bounds.low) step = (bounds.low - log) / slope;
    if (proposed > bounds.high) step = (bounds.high - log) / slope;
    const value = likelihood.value(log + step * slope);
    if (!(value >= now + step * least * slope * slope)) {
      step /= 2;
      continue;
    }
    accepted++;
    log += step * slope;
    const rise = value - now;
    if (rise < tolerance) {
      now = value;
      break;
    }
    if (log < Math.log(leastDispersion / 10)) break;
    now = value;
    slope = likelihood.slope(log);
    step = Math.min(step * 1.1, 1);
    if (accepted % 5 === 0) step /= 2;
  }
  return { log, first, last: now, steps };
}

const points = 20;

/** The best of 20 places, then of 20 around it; the first of equal ones. */
export function dispersionByGrid(likelihood: DispersionLikelihood, samples: number): number {
  const [low, high] = [Math.log(leastDispersion), Math.log(Math.max(10, samples))];
  const width = (high - low) / (points - 1);
  const coarse = bestOf(likelihood, low, width);
  return bestOf(likelihood, coarse - width, (2 * width) / (points - 1));
}

function bestOf(likelihood: DispersionLikelihood, from: number, width: number): number {
  let best = from;
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < points; at++) {
    const log = from + at * width;
    const value = likelihood.value(log);
    if (!(value > most)) continue;
    most = value;
    best = log;
  }
  return best;
}
