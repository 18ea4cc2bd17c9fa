// t-distributed stochastic neighbour embedding: van der Maaten and Hinton, JMLR 9:2579, 2008, with the forces from afar taken together
// (van der Maaten, JMLR 15:3221, 2014), beginning where the principal components put the rows and with steps that grow with their number
// (Kobak and Berens, Nature Communications 10:5416, 2019). One thread: equal data give equal maps.

import type { Graph } from "../directions-joined.ts";
import { type MapAxes, type Places, placesOf, pointsOf } from "../places.ts";
import { pushes } from "./pushes.ts";

export interface TsneOptions {
  readonly axes: MapAxes;
  readonly iterations: number;
  /** Width over distance, beyond which points are taken together; 0: each by itself. */
  readonly theta: number;
}

export interface Tsne {
  /** rows x axes, row-major. */
  readonly points: Float64Array;
  /** What is lost: the Kullback-Leibler divergence of the likenesses, in nats. */
  readonly divergence: number;
}

const exaggeration = 12;
const exaggerated = 250;
const slow = 0.5;
const quick = 0.8;
const leastGain = 0.01;
const usualRate = 200;
const startSpread = 1e-4;

/** `likeness`: symmetric, 1 together. `start`: rows x axes. */
export async function tsne(
  likeness: Graph,
  start: Float64Array,
  { axes, iterations, theta }: TsneOptions,
  pause: (share: number) => Promise<void> | void,
): Promise<Tsne> {
  const { rows } = likeness;
  const places = placesOf(scaled(start, rows, axes), axes);
  const [gradient, away] = [newPlaces(rows), newPlaces(rows)];
  const moving = ([places.x, places.y, places.z] as const).slice(0, axes).map((axis, k) => ({
    axis,
    slope: [gradient.x, gradient.y, gradient.z][k] as Float64Array,
    gain: new Float64Array(rows).fill(1),
    speed: new Float64Array(rows),
  }));
  // Of few rows each pulls harder: longer steps would throw them about.
  const rate = Math.max(Math.min(usualRate, rows), rows / exaggeration);
  for (let round = 0; round < iterations; round++) {
    const isEarly = round < exaggerated;
    slopes({ likeness, places, theta, factor: isEarly ? exaggeration : 1, away }, gradient);
    for (const each of moving) step(each, rate, isEarly ? slow : quick);
    await pause((round + 1) / iterations);
  }
  return { points: pointsOf(places, axes), divergence: divergenceOf(likeness, places) };
}

const newPlaces = (rows: number): Places => ({
  x: new Float64Array(rows),
  y: new Float64Array(rows),
  z: new Float64Array(rows),
});

interface Moving {
  readonly axis: Float64Array;
  readonly slope: Float64Array;
  readonly gain: Float64Array;
  readonly speed: Float64Array;
}

/** A step with momentum and a gain of each coordinate, and back about the middle. */
function step({ axis, slope, gain, speed }: Moving, rate: number, momentum: number): void {
  let sum = 0;
  for (let row = 0; row < axis.length; row++) {
    const down = slope[row] as number;
    const isTurned = Math.sign(down) !== Math.sign(speed[row] as number);
    gain[row] = Math.max(leastGain, isTurned ? (gain[row] as number) + 0.2 : (gain[row] as number) * 0.8);
    speed[row] = momentum * (speed[row] as number) - rate * (gain[row] as number) * down;
    axis[row] = (axis[row] as number) + (speed[row] as number);
    sum += axis[row] as number;
  }
  const mean = sum / axis.length;
  for (let row = 0; row < axis.length; row++) axis[row] = (axis[row] as number) - mean;
}

interface Slopes {
  readonly likeness: Graph;
  readonly places: Places;
  readonly theta: number;
  readonly factor: number;
  /** Room for what pushes. */
  readonly away: Places;
}

/** The gradient of the divergence, without the constant of 4 that the rate of the field leaves out, too. */
function slopes({ likeness, places, theta, factor, away }: Slopes, gradient: Places): void {
  const { rows, starts, to, weight } = likeness;
  const { x, y, z } = places;
  const total = pushes(places, theta, away);
  for (let row = 0; row < rows; row++) {
    const px = x[row] as number;
    const py = y[row] as number;
    const pz = z[row] as number;
    let gx = 0;
    let gy = 0;
    let gz = 0;
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const other = to[at] as number;
      const dx = px - (x[other] as number);
      const dy = py - (y[other] as number);
      const dz = pz - (z[other] as number);
      const pull = (weight[at] as number) / (1 + dx * dx + dy * dy + dz * dz);
      gx += pull * dx;
      gy += pull * dy;
      gz += pull * dz;
    }
    gradient.x[row] = factor * gx - (away.x[row] as number) / total;
    gradient.y[row] = factor * gy - (away.y[row] as number) / total;
    gradient.z[row] = factor * gz - (away.z[row] as number) / total;
  }
}

/** Over all pairs, none taken together. */
function divergenceOf({ rows, starts, to, weight }: Graph, places: Places): number {
  const { x, y, z } = places;
  const log = Math.log(pushes(places, 0, newPlaces(rows)));
  let sum = 0;
  for (let row = 0; row < rows; row++)
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) {
      const p = weight[at] as number;
      if (p <= 0) continue;
      const other = to[at] as number;
      const square =
        ((x[row] as number) - (x[other] as number)) ** 2 +
        ((y[row] as number) - (y[other] as number)) ** 2 +
        ((z[row] as number) - (z[other] as number)) ** 2;
      sum += p * (Math.log(p) + Math.log(1 + square) + log);
    }
  return sum;
}

/** Small, so that the first pulls decide; the first axis has the spread of the field. */
function scaled(start: Float64Array, rows: number, axes: number): Float64Array {
  let square = 0;
  for (let row = 0; row < rows; row++) square += (start[row * axes] as number) ** 2;
  const spread = Math.sqrt(square / Math.max(1, rows)) || 1;
  return start.map((value) => (value / spread) * startSpread);
}
