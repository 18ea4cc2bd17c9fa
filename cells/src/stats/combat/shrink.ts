// The second part of ComBat: what a batch shifts and stretches of a feature is drawn towards what it does to the others, by the
// parametric prior (normal shifts, inverse gamma variances, found by turns) or without one, by the likelihood of the feature
// under what the others show. Johnson, Li & Rabinovic, Biostatistics 8:118-127, 2007.

import { momentsOf } from "../moments.ts";

/** One batch: of each feature how many values there are, their mean and the sum of their squared deviations. */
export interface BatchMoments {
  readonly n: Float64Array;
  readonly mean: Float64Array;
  readonly squares: Float64Array;
  /** What it shifts and stretches, before it is drawn. */
  readonly shift: Float64Array;
  readonly stretch: Float64Array;
}
export interface Drawn {
  readonly shift: Float64Array;
  readonly stretch: Float64Array;
  /** False: it had not settled after many turns. */
  readonly settled: boolean;
}

/** A sum of squares around any shift. */
const squaresAround = ({ n, mean, squares }: BatchMoments, at: number, shift: number): number =>
  (squares[at] as number) + (n[at] as number) * ((mean[at] as number) - shift) ** 2;

/** Where only means are adjusted, variances stay 1. */
export function drawMeans({ shift, stretch }: BatchMoments): Drawn {
  const { mean, squares, n } = momentsOf(shift);
  const t2 = squares / (n - 1);
  return { shift: shift.map((each) => (t2 * each + mean) / (t2 + 1)), stretch: stretch.slice(), settled: true };
}

/** sva stops once no feature changes by more than this part. */
const still = 1e-4;
const mostTurns = 100_000;

export function drawByPrior(batch: BatchMoments): Drawn {
  const { n, shift, stretch } = batch;
  const ofShift = momentsOf(shift);
  const ofStretch = momentsOf(stretch);
  const bar = ofShift.mean;
  const t2 = ofShift.squares / (ofShift.n - 1);
  const spread = ofStretch.squares / (ofStretch.n - 1);
  // Equal variances everywhere leave nothing to draw.
  if (!(spread > 0)) return { ...drawnShifts(batch, bar, t2), stretch: stretch.slice(), settled: true };
  const a = (2 * spread + ofStretch.mean ** 2) / spread;
  const b = (ofStretch.mean * spread + ofStretch.mean ** 3) / spread;
  const shifts = shift.slice();
  const stretches = stretch.slice();
  for (let turn = 0; turn < mostTurns; turn++) {
    let change = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < shift.length; at++) {
      const size = n[at] as number;
      const before = shifts[at] as number;
      const wide = stretches[at] as number;
      const next = (t2 * size * (shift[at] as number) + wide * bar) / (t2 * size + wide);
      const width = (0.5 * squaresAround(batch, at, next) + b) / (size / 2 + a - 1);
      // By the sign of the shift, as in sva: of negative ones the variance alone decides when it ends.
      const moved = Math.abs(next - before) / before;
      const stretched = Math.abs(width - wide) / wide;
      if (moved > change) change = moved;
      if (stretched > change) change = stretched;
      shifts[at] = next;
      stretches[at] = width;
    }
    if (!(change > still)) return { shift: shifts, stretch: stretches, settled: true };
  }
  return { shift: shifts, stretch: stretches, settled: false };
}

function drawnShifts({ n, shift, stretch }: BatchMoments, bar: number, t2: number): Pick<Drawn, "shift"> {
  return {
    shift: shift.map((each, at) => {
      const size = t2 * (n[at] as number);
      const wide = stretch[at] as number;
      return size + wide > 0 ? (size * each + wide * bar) / (size + wide) : each;
    }),
  };
}

/** Below this the weight of another feature is less than rounding. */
const negligible = -60;
const piece = 200;

/**
 * The means of what the other features show, weighted by the likelihood of this one under each. Likelihoods are taken as parts of
 * the largest, so that there is an answer where all of them are too small for a double (sva has NaN there).
 */
export async function drawByOthers(batch: BatchMoments, pause: () => Promise<void> | void): Promise<Drawn> {
  const { n, shift, stretch } = batch;
  const count = shift.length;
  const shifts = new Float64Array(count);
  const stretches = new Float64Array(count);
  const logs = stretch.map((width) => Math.log(2 * Math.PI * width));
  const halves = stretch.map((width) => 1 / (2 * width));
  const weights = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    const half = (n[at] as number) / 2;
    let most = Number.NEGATIVE_INFINITY;
    for (let other = 0; other < count; other++) {
      const log = -half * (logs[other] as number) - squaresAround(batch, at, shift[other] as number) * (halves[other] as number);
      weights[other] = log;
      if (log > most && other !== at) most = log;
    }
    weights[at] = Number.NEGATIVE_INFINITY;
    let sum = 0;
    let toShift = 0;
    let toStretch = 0;
    for (let other = 0; other < count; other++) {
      const log = (weights[other] as number) - most;
      // NaN, of a feature that does not vary, is passed over.
      if (!(log > negligible)) continue;
      const weight = Math.exp(log);
      sum += weight;
      toShift += weight * (shift[other] as number);
      toStretch += weight * (stretch[other] as number);
    }
    shifts[at] = toShift / sum;
    stretches[at] = toStretch / sum;
    if (at % piece === 0) await pause();
  }
  return { shift: shifts, stretch: stretches, settled: true };
}
