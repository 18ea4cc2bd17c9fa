// Local regression with weights as locfit does it where nothing is chosen (Loader, Local Regression and Likelihood, 1999, chapters 2 and
// 12): quadratics over the nearest 70 % of the points by tricube weights, fitted with their slopes at the corners of cells that are
// halved until they are no wider than 0.8 of the bandwidth at either corner, and joined by cubics.

import { reflectAndSolve } from "./small-matrix.ts";

const share = 0.7;
const cut = 0.8;

interface Corner {
  readonly x: number;
  readonly value: number;
  readonly slope: number;
  readonly bandwidth: number;
}

/**
 * Finite numbers, weights above 0; null: too few places to fit quadratics at. Beyond the points what differs from one quadratic through
 * all of them goes on straight.
 */
export function localRegression(x: Float64Array, y: Float64Array, weights: Float64Array): ((x: number) => number) | null {
  const corner = (at: number): Corner | null => cornerAt(at, { x, y, weights });
  const [low, high] = x.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  );
  const [first, last] = [corner(low), corner(high)];
  const whole = quadratic({ x, y, weights }, low, high - low);
  if (!(high > low) || !first || !last || !whole) return null;
  const corners = between(first, last, corner);
  if (!corners) return null;
  const all = [first, ...corners, last];
  return (at) => {
    if (at < low || at > high) {
      const end = at < low ? first : last;
      return whole.at(at) + (end.value - whole.at(end.x)) + (end.slope - whole.slope(end.x)) * (at - end.x);
    }
    const next = all.findIndex((each, place) => place > 0 && each.x >= at);
    const to = next < 0 ? all.length - 1 : next;
    return cubic(all[to - 1] as Corner, all[to] as Corner, at);
  };
}

/** Corners inside; null: one cannot be fitted. */
function between(from: Corner, to: Corner, corner: (at: number) => Corner | null): readonly Corner[] | null {
  if (to.x - from.x <= cut * Math.min(from.bandwidth, to.bandwidth)) return [];
  const middle = corner((from.x + to.x) / 2);
  if (!middle) return null;
  const [left, right] = [between(from, middle, corner), between(middle, to, corner)];
  return left && right && [...left, middle, ...right];
}

interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly weights: Float64Array;
}
function cornerAt(at: number, { x, y, weights }: Points): Corner | null {
  const far = x.map((value) => Math.abs(value - at));
  const count = Math.floor(x.length * share + 1e-12);
  const bandwidth = Float64Array.from(far).sort()[count - 1] ?? 0;
  if (!(bandwidth > 0)) return null;
  const near = far.map((each) => Math.max(0, 1 - (each / bandwidth) ** 3) ** 3);
  const found = quadratic({ x, y, weights: weights.map((weight, place) => weight * (near[place] as number)) }, at, bandwidth);
  return found && { x: at, value: found.at(at), slope: found.slope(at), bandwidth };
}

interface Quadratic {
  at(x: number): number;
  slope(x: number): number;
}
/** Weighted least squares around a middle, in units of the width that keep the columns alike. */
function quadratic({ x, y, weights }: Points, middle: number, unit: number): Quadratic | null {
  const used = [...weights.keys()].filter((place) => (weights[place] as number) > 0);
  const values = new Float64Array(used.length * 3);
  const target = new Float64Array(used.length);
  used.forEach((place, row) => {
    const root = Math.sqrt(weights[place] as number);
    const step = ((x[place] as number) - middle) / unit;
    values.set([root, root * step, root * step * step], row * 3);
    target[row] = root * (y[place] as number);
  });
  const found = new Float64Array(3);
  if (used.length < 3 || !reflectAndSolve(values, target, { rows: used.length, width: 3 }, found)) return null;
  const [a = 0, b = 0, c = 0] = found;
  const inUnits = (place: number): number => (place - middle) / unit;
  return {
    at: (place) => a + b * inUnits(place) + c * inUnits(place) ** 2,
    slope: (place) => (b + 2 * c * inUnits(place)) / unit,
  };
}

/** Hermite's: values and slopes of both ends. */
function cubic(from: Corner, to: Corner, at: number): number {
  const wide = to.x - from.x;
  const t = (at - from.x) / wide;
  const [t2, t3] = [t * t, t * t * t];
  return (
    (2 * t3 - 3 * t2 + 1) * from.value +
    (t3 - 2 * t2 + t) * wide * from.slope +
    (3 * t2 - 2 * t3) * to.value +
    (t3 - t2) * wide * to.slope
  );
}
