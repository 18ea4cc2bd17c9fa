// The half of the rows whose covariance matrix has the least determinant, as far as it is found from many starts: FastMCD (Rousseeuw
// and Van Driessen, Technometrics 41:212-223, 1999), sections 3 and 4. A step from any half to the rows that lie nearest to its
// centre never makes the determinant larger.

import type { Rows } from "./local-outlier-factor.ts";
import { quantiles } from "./quantiles.ts";
import { factorOf, scatterOf, squaredDistances } from "./scatter.ts";
import { type Random, seededRandom, streamSeed } from "./seeded-random.ts";

export interface Half {
  readonly half: Int32Array;
  readonly logDeterminant: number;
}
export type Follows = { readonly follows: number };

const starts = 3000;
/** Those that are followed to their end. */
const best = 50;
/** Of so many numbers each step takes its time: then fewer are followed in parts, and still fewer in all rows. */
const large = 20_000;
const [bestOfParts, bestOfLarge] = [10, 2];
/** Of more rows starts are tried in parts of so many. */
const part = 300;
const mostParts = 5;

/** In units in which columns are of like size. */
export function startOfHalf(given: Rows, half: number, seed: number, pause: () => void): Half | Follows {
  const { rows, width } = given;
  if (width === 1) return shortestHalf(given, half);
  const random = seededRandom(streamSeed(seed, 0));
  if (rows <= 2 * part) {
    const found = bestOf(given, half, starts, best, random, pause);
    return Array.isArray(found) ? toTheEnd(given, half, found, pause) : found;
  }
  // Starts in parts, the best of them in all parts together, the best of those in all rows.
  const isLarge = rows * width > large;
  const most = isLarge ? bestOfParts : best;
  const parts = Math.min(mostParts, Math.floor(rows / part));
  const drawn = someOf(rows, Math.min(rows, part * mostParts), random);
  const size = Math.floor(drawn.length / parts);
  let candidates: Half[] = [];
  for (let nth = 0; nth < parts; nth++) {
    const own = pick(given, drawn.subarray(nth * size, (nth + 1) * size));
    const found = bestOf(own, shareOf(half, rows, size), Math.floor(starts / parts), most, random, pause);
    if (Array.isArray(found))
      candidates.push(...found.map((each) => ({ ...each, half: each.half.map((row) => drawn[nth * size + row] as number) })));
  }
  const merged = pick(given, drawn);
  const placeOf = new Map([...drawn].map((row, place): [number, number] => [row, place]));
  const inMerged = candidates.map((each) => each.half.map((row) => placeOf.get(row) as number));
  candidates = leastOf(stepped(merged, shareOf(half, rows, drawn.length), inMerged, 2, pause), most);
  const inAll = candidates.map((each) => each.half.map((row) => drawn[row] as number));
  const last = stepped(given, half, inAll, 2, pause);
  const found = leastOf(last, isLarge ? bestOfLarge : best);
  if (found.length > 0) return toTheEnd(given, half, found, pause);
  return bestOrWhy(given, half);
}

const shareOf = (half: number, rows: number, size: number): number => Math.min(size, Math.ceil((half / rows) * size));

/** Where no start leads anywhere: the column that follows from others in a half of the rows, or in all of them. */
function bestOrWhy(given: Rows, half: number): Half | Follows {
  const found = factorOf(scatterOf(given));
  if ("singular" in found) return { follows: found.singular };
  return concentrated(
    given,
    half,
    Int32Array.from({ length: given.rows }, (_, row) => row),
    Number.POSITIVE_INFINITY,
  );
}

/** Several starts of as many rows as it takes, two steps each. */
function bestOf(given: Rows, half: number, count: number, most: number, random: Random, pause: () => void): Half[] | Follows {
  let found: Half[] = [];
  for (let nth = 0; nth < count; nth++) {
    pause();
    const start = smallStart(given, random);
    if (start instanceof Int32Array) {
      const end = concentrated(given, half, start, 2);
      // That a half lies in a plane is the least there is.
      if ("follows" in end) return end;
      found.push(end);
      if (found.length >= 4 * most) found = leastOf(found, most);
    } else return start;
  }
  return leastOf(found, most);
}

/** One row more than columns, and more as long as these lie in a plane. */
function smallStart(given: Rows, random: Random): Int32Array | Follows {
  const { rows, width } = given;
  const drawn = someOf(rows, width + 1, random);
  let own = drawn;
  const order = new Set(own);
  for (;;) {
    const found = factorOf(scatterOf(given, own));
    if ("factor" in found) return own;
    if (own.length >= rows) return { follows: found.singular };
    let next = Math.floor(random() * rows);
    while (order.has(next)) next = (next + 1) % rows;
    order.add(next);
    own = Int32Array.from(order);
  }
}

const stepped = (
  given: Rows,
  half: number,
  from: readonly Int32Array[],
  steps: number,
  pause: () => void,
): readonly (Half | Follows)[] =>
  from.map((start) => {
    pause();
    return concentrated(given, half, start, steps);
  });

function toTheEnd(given: Rows, half: number, from: readonly Half[], pause: () => void): Half | Follows {
  const found = stepped(
    given,
    half,
    from.map((each) => each.half),
    Number.POSITIVE_INFINITY,
    pause,
  );
  const plane = found.find((each): each is Follows => "follows" in each);
  return plane ?? (leastOf(found, 1)[0] as Half);
}

/** Steps until the determinant stays as it is, or so many. */
function concentrated(given: Rows, half: number, start: Int32Array, steps: number): Half | Follows {
  let own = start;
  let last = Number.POSITIVE_INFINITY;
  const squares = new Float64Array(given.rows);
  for (let step = 0; ; step++) {
    const scatter = scatterOf(given, own);
    const found = factorOf(scatter);
    if ("singular" in found) return { follows: found.singular };
    const isHalf = own.length === half && step > 0;
    if (isHalf && (step >= steps || found.logDeterminant >= last - 1e-12))
      return { half: own, logDeterminant: found.logDeterminant };
    if (isHalf) last = found.logDeterminant;
    own = nearest(squaredDistances(given, scatter.centre, found.factor, squares), half);
  }
}

/** The rows of the least distances; of equal ones at the edge the first. */
function nearest(squares: Float64Array, half: number): Int32Array {
  const edge = quantiles(Float64Array.from(squares), [(half - 1) / Math.max(1, squares.length - 1)])[0] as number;
  const own = new Int32Array(half);
  let at = 0;
  // The quantile may be rounded beside the value at that rank.
  const bound = edge * (1 - 1e-12);
  for (let row = 0; row < squares.length && at < half; row++) if ((squares[row] as number) < bound) own[at++] = row;
  if (at === half) return own.sort();
  const rest = Array.from(squares.keys()).filter((row) => (squares[row] as number) >= bound);
  rest.sort((a, b) => (squares[a] as number) - (squares[b] as number) || a - b);
  for (const row of rest) {
    if (at === half) break;
    own[at++] = row;
  }
  return own.sort();
}

const leastOf = (found: readonly (Half | Follows)[], most: number): Half[] => {
  const halves = found.filter((each): each is Half => "half" in each);
  const seen = new Set<string>();
  return halves
    .toSorted((a, b) => a.logDeterminant - b.logDeterminant)
    .filter(({ logDeterminant }) => {
      const key = logDeterminant.toPrecision(12);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, most);
};

function someOf(rows: number, count: number, random: Random): Int32Array {
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  for (let at = 0; at < count; at++) {
    const other = at + Math.floor(random() * (rows - at));
    const held = all[at] as number;
    all[at] = all[other] as number;
    all[other] = held;
  }
  return all.subarray(0, count);
}

const pick = ({ values, width }: Rows, of: Int32Array): Rows => {
  const own = new Float64Array(of.length * width);
  for (const [at, row] of of.entries()) own.set(values.subarray(row * width, (row + 1) * width), at * width);
  return { values: own, rows: of.length, width };
};

/** Of one column it is exact: of its values in order the run of that many with the least variance. */
function shortestHalf(given: Rows, half: number): Half | Follows {
  const order = Int32Array.from({ length: given.rows }, (_, row) => row).sort(
    (a, b) => (given.values[a] as number) - (given.values[b] as number),
  );
  let [least, from] = [Number.POSITIVE_INFINITY, 0];
  let [sum, squares] = [0, 0];
  const at = (nth: number): number => given.values[order[nth] as number] as number;
  for (let nth = 0; nth < order.length; nth++) {
    sum += at(nth);
    squares += at(nth) ** 2;
    if (nth >= half) {
      sum -= at(nth - half);
      squares -= at(nth - half) ** 2;
    }
    if (nth < half - 1) continue;
    const spread = squares - sum ** 2 / half;
    if (spread < least) [least, from] = [spread, nth - half + 1];
  }
  const own = order.slice(from, from + half).sort();
  const found = factorOf(scatterOf(given, own));
  return "singular" in found ? { follows: 0 } : { half: own, logDeterminant: found.logDeterminant };
}
