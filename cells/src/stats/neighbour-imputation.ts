// Missing values from the rows that are nearest in what both have: Troyanskaya et al., Bioinformatics 17:520-525, 2001, with the
// distance of scikit-learn's nan_euclidean_distances (the mean square over what is common to two rows) and its KNNImputer. Of
// rows equally far the first count; a row that has nothing in common with another is no neighbour.

import { momentsOf } from "./moments.ts";

export interface NeighbourRows {
  /** rows x width, row-major; NaN is missing. */
  readonly values: Float64Array;
  readonly rows: number;
  readonly width: number;
}

export interface Neighbours {
  readonly count: number;
  /** Nearer ones count for more: by one over the distance; where some lie at the very place, those alone. */
  readonly byDistance: boolean;
}

interface Prepared extends NeighbourRows {
  /** 0 where it is missing. */
  readonly filled: Float64Array;
  readonly gaps: readonly Int32Array[];
}

const prepared = (given: NeighbourRows): Prepared => ({
  ...given,
  filled: given.values.map((value) => (value === value ? value : 0)),
  gaps: Array.from({ length: given.rows }, (_, row) => {
    const found: number[] = [];
    for (let f = 0, at = row * given.width; f < given.width; f++, at++) if (Number.isNaN(given.values[at])) found.push(f);
    return Int32Array.from(found);
  }),
});

/** Rows that are worked on at once: they stay in the processor's cache while all donors pass. */
const block = 32;

/** `target` with what is missing filled from `donors`; NaN stays where no donor has a value. `pause`: between blocks of rows. */
export async function fromNeighbours(
  target: NeighbourRows,
  donors: NeighbourRows,
  options: Neighbours,
  pause: () => Promise<void> | void,
): Promise<Float64Array> {
  const to = prepared(target);
  const from = prepared(donors);
  const out = target.values.slice();
  const means = meansOf(donors);
  const receivers = to.gaps.flatMap((gaps, row) => (gaps.length > 0 ? [row] : []));
  const distances = new Float64Array(block * from.rows);
  for (let at = 0; at < receivers.length; at += block) {
    const own = receivers.slice(at, at + block);
    squaredDistances(to, from, own, distances);
    for (const [place, row] of own.entries()) {
      const line = distances.subarray(place * from.rows, (place + 1) * from.rows);
      fillRow(out, row, to.gaps[row] as Int32Array, line, { from, options, means });
    }
    await pause();
  }
  return out;
}

const meansOf = ({ values, rows, width }: NeighbourRows): Float64Array =>
  Float64Array.from({ length: width }, (_, f) => momentsOf(values, { start: f, stride: width, count: rows }).mean);

/** Squares of what both rows have, as if they had all; Infinity: they have nothing in common. */
function squaredDistances(to: Prepared, from: Prepared, own: readonly number[], out: Float64Array): void {
  const { width } = from;
  const a = to.filled;
  const b = from.filled;
  for (let donor = 0; donor < from.rows; donor += 4) {
    const four = donor + 4 <= from.rows;
    for (let place = 0; place < own.length; place++) {
      const start = (own[place] as number) * width;
      const at = place * from.rows + donor;
      if (!four) {
        for (let next = donor; next < from.rows; next++) {
          let sum = 0;
          for (let f = 0; f < width; f++) sum += ((a[start + f] as number) - (b[next * width + f] as number)) ** 2;
          out[at + next - donor] = sum;
        }
        continue;
      }
      let [b0, b1, b2, b3] = [donor * width, (donor + 1) * width, (donor + 2) * width, (donor + 3) * width];
      let [s0, s1, s2, s3] = [0, 0, 0, 0];
      for (let f = start; f < start + width; f++) {
        const x = a[f] as number;
        const d0 = x - (b[b0++] as number);
        const d1 = x - (b[b1++] as number);
        const d2 = x - (b[b2++] as number);
        const d3 = x - (b[b3++] as number);
        s0 += d0 * d0;
        s1 += d1 * d1;
        s2 += d2 * d2;
        s3 += d3 * d3;
      }
      out[at] = s0;
      out[at + 1] = s1;
      out[at + 2] = s2;
      out[at + 3] = s3;
    }
  }
  const isGap = new Uint8Array(width);
  for (const [place, row] of own.entries()) {
    const gaps = to.gaps[row] as Int32Array;
    for (const f of gaps) isGap[f] = 1;
    for (let donor = 0; donor < from.rows; donor++) {
      const at = place * from.rows + donor;
      out[at] = withoutGaps(to, from, row, donor, gaps, isGap, out[at] as number);
    }
    for (const f of gaps) isGap[f] = 0;
  }
}

/** Less what stands in the place of missing values, over the share that is left. */
function withoutGaps(
  to: Prepared,
  from: Prepared,
  row: number,
  donor: number,
  gaps: Int32Array,
  isGap: Uint8Array,
  whole: number,
): number {
  const { width } = from;
  const theirs = from.gaps[donor] as Int32Array;
  const [a, b] = [row * width, donor * width];
  let left = whole;
  let common = width - gaps.length;
  for (let nth = 0; nth < gaps.length; nth++) {
    const value = from.filled[b + (gaps[nth] as number)] as number;
    left -= value * value;
  }
  for (let nth = 0; nth < theirs.length; nth++) {
    const f = theirs[nth] as number;
    if (isGap[f] === 0) common--;
    const value = to.filled[a + f] as number;
    left -= value * value;
  }
  if (common === 0) return Number.POSITIVE_INFINITY;
  // Where little is left of much, its digits are lost: it is summed anew.
  if (!(left > 1e-6 * whole)) {
    left = 0;
    for (let f = 0; f < width; f++) {
      const off = (to.values[a + f] as number) - (from.values[b + f] as number);
      if (off === off) left += off * off;
    }
  }
  return (left * width) / common;
}

/** The nearest of all, first the nearest; of rows equally far the first. */
function nearest(line: Float64Array, most: number, isIn: (donor: number) => boolean): Int32Array {
  const kept = new Int32Array(Math.min(most, line.length));
  const far = new Float64Array(kept.length);
  let n = 0;
  for (let donor = 0; donor < line.length; donor++) {
    const distance = line[donor] as number;
    if (distance === Number.POSITIVE_INFINITY || (n === kept.length && !(distance < (far[n - 1] as number)))) continue;
    if (!isIn(donor)) continue;
    let at = n < kept.length ? n++ : n - 1;
    while (at > 0 && (far[at - 1] as number) > distance) {
      far[at] = far[at - 1] as number;
      kept[at] = kept[at - 1] as number;
      at--;
    }
    far[at] = distance;
    kept[at] = donor;
  }
  return kept.subarray(0, n);
}

function fillRow(
  out: Float64Array,
  row: number,
  gaps: Int32Array,
  line: Float64Array,
  { from, options, means }: { readonly from: Prepared; readonly options: Neighbours; readonly means: Float64Array },
): void {
  const { width, values } = from;
  // A few more than are needed: of some of them the value is missing, too.
  const most = 3 * options.count + 8;
  const candidates = nearest(line, most, () => true);
  for (const f of gaps) {
    const has = (donor: number): boolean => !Number.isNaN(values[donor * width + f]);
    let chosen: Int32Array = candidates.filter(has).subarray(0, options.count);
    if (chosen.length < options.count && candidates.length === most) chosen = nearest(line, options.count, has);
    out[row * width + f] = chosen.length === 0 ? (means[f] as number) : meanOfDonors(chosen, f, line, from, options);
  }
}

function meanOfDonors(
  chosen: Int32Array,
  f: number,
  line: Float64Array,
  { values, width }: Prepared,
  { byDistance }: Neighbours,
) {
  const isHere = byDistance && line[chosen[0] as number] === 0;
  let sum = 0;
  let weights = 0;
  for (const donor of chosen) {
    const square = line[donor] as number;
    const weight = !byDistance ? 1 : isHere ? (square === 0 ? 1 : 0) : 1 / Math.sqrt(square);
    sum += weight * (values[donor * width + f] as number);
    weights += weight;
  }
  return sum / weights;
}
