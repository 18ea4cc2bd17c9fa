// Points of one group beside each other so that no two touch: each in turn, from the lowest up, as near to the middle as those
// that stand already let it (the swarm of R's beeswarm, priority "ascending": Eklund 2016). Pure, and the same whenever asked.

/**
 * How far each point stands beside the middle; `places` are along the axis, in the unit of `apart`, the least distance of two
 * middles. Where both sides are equally near, the right one. No place is NaN.
 */
export function swarm(places: ArrayLike<number>, apart: number): Float64Array {
  const n = places.length;
  const order = Array.from({ length: n }, (_, at) => at).sort((a, b) => (places[a] as number) - (places[b] as number) || a - b);
  const beside = new Float64Array(n);
  const [low, high] = [new Float64Array(n), new Float64Array(n)];
  let first = 0;
  order.forEach((at, turn) => {
    const place = places[at] as number;
    while (place - (places[order[first] as number] as number) >= apart) first++;
    for (let k = first; k < turn; k++) {
      const other = order[k] as number;
      const up = place - (places[other] as number);
      // Points that just touch do not hinder each other, whatever the numbers round to.
      const reach = Math.sqrt(Math.max(0, apart * apart * slack - up * up));
      low[k] = (beside[other] as number) - reach;
      high[k] = (beside[other] as number) + reach;
    }
    beside[at] = nearestFree(low, high, first, turn);
  });
  return beside;
}

const slack = 0.9999;

/** The place nearest to 0 that lies within none of the spans `from` to `to`; their ends are free. */
function nearestFree(low: Float64Array, high: Float64Array, from: number, to: number): number {
  let [left, right] = [0, 0];
  for (let moved = true; moved; ) {
    moved = false;
    for (let k = from; k < to; k++) {
      const [starts, ends] = [low[k] as number, high[k] as number];
      if (starts < right && right < ends) {
        right = ends;
        moved = true;
      }
      if (starts < left && left < ends) {
        left = starts;
        moved = true;
      }
    }
  }
  return right <= -left ? right : left;
}

/**
 * For more points than a swarm has room for: each beside the middle by the next number of van der Corput's sequence, as far as
 * the density at its place is high (quasirandom, as R's vipor: Sherrill-Mix & Clarke). `density` at each point; within -1..1.
 */
export function quasirandom(places: ArrayLike<number>, density: ArrayLike<number>): Float64Array {
  const n = places.length;
  const order = Array.from({ length: n }, (_, at) => at).sort((a, b) => (places[a] as number) - (places[b] as number) || a - b);
  let highest = 0;
  for (let at = 0; at < n; at++) highest = Math.max(highest, density[at] as number);
  const beside = new Float64Array(n);
  order.forEach((at, turn) => {
    beside[at] = (2 * corput(turn + 1) - 1) * (highest > 0 ? (density[at] as number) / highest : 1);
  });
  return beside;
}

/** The digits of n in base 2, mirrored behind the point: 1/2, 1/4, 3/4, 1/8 … */
function corput(n: number): number {
  let value = 0;
  let part = 0.5;
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2), part /= 2) value += (rest % 2) * part;
  return value;
}
