// The largest of several t statistics that share their spread and are correlated (multivariate t): what Dunnett's comparisons with one
// reference ask for. By separation of variables (Genz & Bretz, Journal of Computational and Graphical Statistics 11:950-971, 2002) on
// fixed points of Richtmyer's lattice, so that equal questions have equal answers: to about 1e-4.

import { normalQuantile } from "../normal-quantile.ts";
import { chiSquared } from "./chi-squared.ts";
import { erfcx } from "./erfcx.ts";
import { normal } from "./normal.ts";
import { studentT } from "./student-t.ts";

const points = 4093;

export interface LargestT {
  /** P(some |T| > t). */
  upper(t: number): number;
  /** Where `upper` is that much. */
  quantile(upper: number): number;
}

/** `correlation`: row after row; df Infinity: normal. */
export function largestT(correlation: Float64Array, df: number): LargestT {
  const size = Math.round(Math.sqrt(correlation.length));
  const root = rootOf(correlation, size);
  const steps = primes(size).map((prime) => Math.sqrt(prime) % 1);
  const at = (point: number, dimension: number): number => Math.abs(2 * (((point + 1) * (steps[dimension] as number)) % 1) - 1);
  const spreadAt = Number.isFinite(df) ? spreadsOf(df) : () => 1;
  const spreads = Float64Array.from({ length: points }, (_, point) => spreadAt(normalQuantile(within(at(point, 0)))));
  const drawn = new Float64Array(size);
  const inside = (t: number, point: number): number => {
    const bound = t * (spreads[point] as number);
    let all = 1;
    for (let row = 0; row < size; row++) {
      let shift = 0;
      for (let before = 0; before < row; before++) shift += (root[row * size + before] as number) * (drawn[before] as number);
      const scale = root[row * size + row] as number;
      // It follows from those before.
      if (scale === 0) {
        if (Math.abs(shift) > bound) return 0;
        drawn[row] = 0;
        continue;
      }
      const [low, high] = [below((-bound - shift) / scale), below((bound - shift) / scale)];
      all *= high - low;
      if (row < size - 1) drawn[row] = normalQuantile(within(low + at(point, row + 1) * (high - low)));
    }
    return all;
  };
  const upper = (t: number): number => {
    if (!(t > 0)) return Number.isNaN(t) ? Number.NaN : 1;
    if (size === 1) return alone(t, df);
    let outside = 0;
    for (let point = 0; point < points; point++) outside += 1 - inside(t, point);
    // Between that of one and Bonferroni's, also where points are too few for the tail.
    return Math.min(1, Math.max(Math.min(outside / points, size * alone(t, df)), alone(t, df)));
  };
  return {
    upper,
    quantile(wanted) {
      let [low, high] = [0, 4];
      while (upper(high) > wanted) {
        low = high;
        high *= 2;
        if (high > 1e6) return Number.NaN;
      }
      // False position on the logarithm of the tail, which is nearly a parabola; an end that stays counts for half.
      const far = (t: number): number => Math.log(Math.max(upper(t), Number.MIN_VALUE) / wanted);
      let [over, under] = [far(low), far(high)];
      for (let round = 0; round < 40 && high - low > 1e-7 * high; round++) {
        const t = low + ((high - low) * over) / (over - under);
        const found = far(t);
        if (Math.abs(found) < 1e-8) return t;
        if (found > 0) [low, over, under] = [t, found, under / 2];
        else [high, under, over] = [t, found, over / 2];
      }
      return (low + high) / 2;
    },
  };
}

const nodes = 64;
const reach = 8;

/** The spread at a normal deviate: its logarithm is smooth in that, and kept as a Chebyshev polynomial. */
function spreadsOf(df: number): (deviate: number) => number {
  const values = Array.from({ length: nodes }, (_, node) => {
    const deviate = reach * Math.cos((Math.PI * (node + 0.5)) / nodes);
    const tail = deviate > 0 ? { upper: normal.upper(deviate) } : { lower: normal.lower(deviate) };
    return Math.log(chiSquared.quantile(tail, df) / df) / 2;
  });
  const terms = Float64Array.from({ length: nodes }, (_, j) => {
    const sum = values.reduce((all, value, node) => all + value * Math.cos((Math.PI * j * (node + 0.5)) / nodes), 0);
    return ((j === 0 ? 1 : 2) * sum) / nodes;
  });
  return (deviate) => {
    const x = Math.max(-1, Math.min(1, deviate / reach));
    let [b, c] = [0, 0];
    for (let j = nodes - 1; j > 0; j--) [b, c] = [2 * x * b - c + (terms[j] as number), b];
    return Math.exp(x * b - c + (terms[0] as number));
  };
}

/** Of one statistic. */
const alone = (t: number, df: number): number => 2 * (Number.isFinite(df) ? studentT.upper(t, df) : normal.upper(t));

/** P(Z <= z), to the digits that the points are worth. */
function below(z: number): number {
  const tail = (erfcx(Math.abs(z) * Math.SQRT1_2) * Math.exp((-z * z) / 2)) / 2;
  return z < 0 ? tail : 1 - tail;
}

/** No quantile is asked of 0 or 1. */
const within = (p: number): number => Math.min(Math.max(p, 1e-15), 1 - 1e-15);

/** Cholesky's, with 0 where a row follows from those before. */
function rootOf(correlation: Float64Array, size: number): Float64Array {
  const root = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      let rest = correlation[row * size + column] as number;
      for (let at = 0; at < column; at++) rest -= (root[row * size + at] as number) * (root[column * size + at] as number);
      if (row === column) root[row * size + row] = rest > 1e-10 ? Math.sqrt(rest) : 0;
      else if ((root[column * size + column] as number) > 0)
        root[row * size + column] = rest / (root[column * size + column] as number);
    }
  return root;
}

function primes(count: number): readonly number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number++) if (found.every((prime) => number % prime !== 0)) found.push(number);
  return found;
}
