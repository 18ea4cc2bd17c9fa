// The map is drawn together along the edges of the graph and pushed apart everywhere else, edge by edge, in a fixed order: equal seeds
// give equal maps. McInnes, Healy and Melville, arXiv:1802.03426, section 4.2 and algorithm 5; steps and numbers of rounds as in
// umap-learn 0.5.

import { seededRandom } from "../../seeded-random.ts";
import type { Places } from "../places.ts";
import type { DistanceCurve } from "./curve-of-distances.ts";
import { lookedUp } from "./looked-up.ts";

export interface Pulling {
  /** Points that move; changed in place. */
  readonly points: Places;
  /** Where the other ends of edges stand; the same places where both ends move. */
  readonly others: Places;
  /** Edges: from a moving point to another, with a weight between 0 and 1. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly weight: Float64Array;
  readonly curve: DistanceCurve;
  readonly epochs: number;
  readonly seed: number;
  /** Length of the first step; it falls to 0. */
  readonly step: number;
  pause(share: number): Promise<void> | void;
}

const pushes = 5;
const furthest = 4;

const clipped = (value: number): number => (value > furthest ? furthest : value < -furthest ? -furthest : value);

export async function pullAndPush(task: Pulling): Promise<void> {
  const edges = edgesThatAct(task);
  const due = edges.every.slice();
  const pushEvery = edges.every.map((each) => each / pushes);
  const pushDue = pushEvery.slice();
  const random = seededRandom(task.seed);
  const { a, b } = task.curve;
  const forces: Forces = {
    pull: lookedUp((square) => (-2 * a * b * square ** b) / (square * (a * square ** b + 1))),
    push: lookedUp((square) => (2 * b) / ((0.001 + square) * (a * square ** b + 1))),
    random,
  };
  for (let epoch = 0; epoch < task.epochs; epoch++) {
    const step = task.step * (1 - epoch / task.epochs);
    oneRound(task, { ...edges, due, pushEvery, pushDue }, epoch, step, forces);
    await task.pause((epoch + 1) / task.epochs);
  }
}

interface Edges {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** An edge acts once in so many rounds: as often as its weight is of the largest. */
  readonly every: Float64Array;
}

/** One that would never act is left out. */
function edgesThatAct({ from, to, weight, epochs }: Pulling): Edges {
  let most = 0;
  for (const value of weight) if (value > most) most = value;
  const acting: number[] = [];
  for (let at = 0; at < weight.length; at++) if ((weight[at] as number) >= most / epochs) acting.push(at);
  return {
    from: Int32Array.from(acting, (at) => from[at] as number),
    to: Int32Array.from(acting, (at) => to[at] as number),
    every: Float64Array.from(acting, (at) => most / (weight[at] as number)),
  };
}

interface Due extends Edges {
  readonly due: Float64Array;
  readonly pushEvery: Float64Array;
  readonly pushDue: Float64Array;
}

/** By the square of a distance, in units of the gap along an axis. */
interface Forces {
  pull(square: number): number;
  push(square: number): number;
  random(): number;
}

function oneRound(
  { points, others }: Pulling,
  { from, to, every, due, pushEvery, pushDue }: Due,
  epoch: number,
  step: number,
  { pull, push, random }: Forces,
): void {
  const { x, y, z } = points;
  const { x: otherX, y: otherY, z: otherZ } = others;
  const both = points === others;
  const rows = otherX.length;
  for (let edge = 0; edge < from.length; edge++) {
    if ((due[edge] as number) > epoch) continue;
    const mine = from[edge] as number;
    const theirs = to[edge] as number;
    let px = x[mine] as number;
    let py = y[mine] as number;
    let pz = z[mine] as number;
    const dx = px - (otherX[theirs] as number);
    const dy = py - (otherY[theirs] as number);
    const dz = pz - (otherZ[theirs] as number);
    const square = dx * dx + dy * dy + dz * dz;
    if (square > 0) {
      const force = pull(square);
      const mx = step * clipped(force * dx);
      const my = step * clipped(force * dy);
      const mz = step * clipped(force * dz);
      px += mx;
      py += my;
      pz += mz;
      if (both) {
        x[theirs] = (x[theirs] as number) - mx;
        y[theirs] = (y[theirs] as number) - my;
        z[theirs] = (z[theirs] as number) - mz;
      }
    }
    due[edge] = (due[edge] as number) + (every[edge] as number);
    const times = Math.floor((epoch - (pushDue[edge] as number)) / (pushEvery[edge] as number));
    for (let time = 0; time < times; time++) {
      const other = Math.floor(random() * rows);
      if (both && other === mine) continue;
      const gx = px - (otherX[other] as number);
      const gy = py - (otherY[other] as number);
      const gz = pz - (otherZ[other] as number);
      const apart = gx * gx + gy * gy + gz * gz;
      // At one place there is no direction apart; the next pull or push finds one.
      if (apart === 0) continue;
      const force = push(apart);
      px += step * clipped(force * gx);
      py += step * clipped(force * gy);
      pz += step * clipped(force * gz);
    }
    if (times > 0) pushDue[edge] = (pushDue[edge] as number) + times * (pushEvery[edge] as number);
    x[mine] = px;
    y[mine] = py;
    z[mine] = pz;
  }
}
