// How much sparser it is around a row than around its nearest rows: the local outlier factor (Breunig, Kriegel, Ng and Sander,
// SIGMOD 2000), with exactly k neighbours by Euclidean distance, as scikit-learn's LocalOutlierFactor; of rows equally far the
// first count. About 1 among others, larger outside of them.

export interface Rows {
  /** rows x width, row-major, finite. */
  readonly values: Float64Array;
  readonly rows: number;
  readonly width: number;
}

/** One factor a row. At most rows - 1 neighbours count; of one row it is NaN. `pause`: between rows, and may throw. */
export function localOutlierFactors(given: Rows, neighbours: number, pause: () => void = () => undefined): Float64Array {
  const { rows } = given;
  const unit = unitOf(given);
  const k = Math.min(neighbours, rows - 1);
  if (k < 1) return new Float64Array(rows).fill(Number.NaN);
  const scaled = unit === 1 ? given : { ...given, values: given.values.map((value) => value / unit) };
  const nearest = new Int32Array(rows * k);
  const distance = new Float64Array(rows * k);
  const squares = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    if (row % 64 === 0) pause();
    squaresFrom(scaled, row, squares);
    keepNearest(squares, row, nearest.subarray(row * k, (row + 1) * k), distance.subarray(row * k, (row + 1) * k));
  }
  // A neighbour is never nearer than its own farthest neighbour; the inverse of the mean is the density.
  const density = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let at = row * k; at < (row + 1) * k; at++) {
      const own = distance[((nearest[at] as number) + 1) * k - 1] as number;
      sum += Math.max(distance[at] as number, own);
    }
    density[row] = 1 / (sum / k + 1e-10);
  }
  return density.map((own, row) => {
    let sum = 0;
    for (let at = row * k; at < (row + 1) * k; at++) sum += (density[nearest[at] as number] as number) / own;
    return sum / k;
  });
}

/**
 * Numbers of everyday size stay as they are; others are taken in a power of two of their own size. Densities of equal rows are
 * kept from being infinite by 1e-10, which is nothing beside the distances then, and squares stay what a double holds.
 */
function unitOf({ values, rows, width }: Rows): number {
  let widest = 0;
  for (let f = 0; f < width; f++) {
    let [least, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let row = 0; row < rows; row++) {
      const value = values[row * width + f] as number;
      least = Math.min(least, value);
      largest = Math.max(largest, value);
    }
    widest = Math.max(widest, Math.min(largest - least, Number.MAX_VALUE));
  }
  return widest === 0 || (widest > 1e-2 && widest < 1e150) ? 1 : 2 ** Math.max(-1022, Math.floor(Math.log2(widest)));
}

function squaresFrom({ values, rows, width }: Rows, row: number, into: Float64Array): void {
  const from = row * width;
  for (let other = 0, at = 0; other < rows; other++) {
    let sum = 0;
    for (let f = 0; f < width; f++, at++) {
      const off = (values[at] as number) - (values[from + f] as number);
      sum += off * off;
    }
    into[other] = sum;
  }
}

/** The nearest first: a list that is kept in order, since most rows are farther than its last. */
function keepNearest(squares: Float64Array, self: number, nearest: Int32Array, distance: Float64Array): void {
  const k = nearest.length;
  let held = 0;
  for (let row = 0; row < squares.length; row++) {
    const square = squares[row] as number;
    if (row === self || (held === k && square >= (distance[k - 1] as number))) continue;
    let at = held < k ? held++ : k - 1;
    for (; at > 0 && (distance[at - 1] as number) > square; at--) {
      distance[at] = distance[at - 1] as number;
      nearest[at] = nearest[at - 1] as number;
    }
    distance[at] = square;
    nearest[at] = row;
  }
  for (let at = 0; at < k; at++) distance[at] = Math.sqrt(distance[at] as number);
}
