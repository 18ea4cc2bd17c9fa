// The variance within blocks and what blocks add to it, by restricted maximum likelihood: squared residuals along the directions of the
// blocks are gamma variables whose means are sums of the two (Smyth, Huber & Verbyla in statmod's mixedModel2Fit; Harville, J. Am.
// Stat. Assoc. 72:320-338, 1977). Fisher's scoring with Levenberg's damping.

/** Of one direction: how much of the blocks' variance it has, and the sum of the squares of so many such. */
export interface SquaresAlong {
  readonly shares: ArrayLike<number>;
  readonly squares: ArrayLike<number>;
  readonly times: ArrayLike<number>;
}

export interface Components {
  readonly residual: number;
  readonly block: number;
}

const tolerance = 1e-6;
const mostTurns = 20;

export function varianceComponents(along: SquaresAlong): Components {
  const start = straight(along);
  const { shares, squares, times } = along;
  let [n, sum, spread] = [0, 0, 0];
  for (let at = 0; at < shares.length; at++) {
    n += times[at] as number;
    sum += squares[at] as number;
  }
  for (let at = 0; at < shares.length; at++)
    spread += (times[at] as number) * ((squares[at] as number) / (times[at] as number) - sum / n) ** 2;
  // Too little that differs: the line through it is all there is.
  if (!(n > 2 && spread / (n - 1) > 1e-15)) return start;
  const isAbove = Array.prototype.every.call(shares, (share: number) => start.residual + share * start.block >= 0);
  return scored(along, isAbove ? start : { residual: sum / n, block: 0 });
}

/** Least squares of the squares on the shares. */
function straight({ shares, squares, times }: SquaresAlong): Components {
  let [n, x, y, xx, xy] = [0, 0, 0, 0, 0];
  for (let at = 0; at < shares.length; at++) {
    const [share, total, many] = [shares[at] as number, squares[at] as number, times[at] as number];
    n += many;
    x += many * share;
    y += total;
    xx += many * share * share;
    xy += share * total;
  }
  const wide = xx - (x * x) / n;
  if (!(wide > 1e-14 * xx)) return { residual: y / n, block: Number.NaN };
  const block = (xy - (x * y) / n) / wide;
  return { residual: (y - block * x) / n, block };
}

function scored(along: SquaresAlong, start: Components): Components {
  const { shares, squares, times } = along;
  const count = shares.length;
  let now = start;
  let far = devianceOf(along, now);
  let damping = Number.NaN;
  for (let turn = 1; ; turn++) {
    const means = Array.from({ length: count }, (_, at) => now.residual + (shares[at] as number) * now.block);
    const most = means.reduce((a, b) => Math.max(a, b * b), 0);
    let [rr, rb, bb, sr, sb] = [0, 0, 0, 0, 0];
    means.forEach((mean, at) => {
      const variance = Math.max(mean * mean, most / 1e3);
      const many = times[at] as number;
      const share = shares[at] as number;
      const off = ((squares[at] as number) - many * mean) / variance;
      rr += many / variance;
      rb += (many * share) / variance;
      bb += (many * share * share) / variance;
      sr += off;
      sb += share * off;
    });
    if (turn === 1) damping = Math.abs((rr + bb) / 2) / 2;
    const before = now;
    let moved = { residual: 0, block: 0 };
    let tries = 0;
    let isStuck = false;
    for (;;) {
      tries++;
      const [a, c] = [rr + damping, bb + damping];
      const determinant = a * c - rb * rb;
      moved = { residual: (c * sr - rb * sb) / determinant, block: (a * sb - rb * sr) / determinant };
      now = { residual: before.residual + moved.residual, block: before.block + moved.block };
      const next = devianceOf(along, now);
      if (next <= far) {
        far = next;
        break;
      }
      if (damping / Math.max(rr, bb) > 1e15) {
        now = before;
        isStuck = true;
        break;
      }
      damping *= 2;
    }
    if (isStuck) return now;
    if (tries === 1) damping /= 10;
    if (sr * moved.residual + sb * moved.block < tolerance || turn > mostTurns) return now;
  }
}

/** But for what does not change with the components; Infinity where a mean is not above 0. */
function devianceOf({ shares, squares, times }: SquaresAlong, { residual, block }: Components): number {
  let sum = 0;
  for (let at = 0; at < shares.length; at++) {
    const mean = residual + (shares[at] as number) * block;
    const own = squares[at] as number;
    if (mean < 0 || (mean === 0 && own > 0)) return Number.POSITIVE_INFINITY;
    if (mean > 0) sum += own / mean + (times[at] as number) * Math.log(mean);
  }
  return 2 * sum;
}
