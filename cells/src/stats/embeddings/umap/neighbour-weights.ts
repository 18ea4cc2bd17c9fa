// How near each neighbour is on the scale of its own surroundings, between 0 and 1: 1 for the nearest, and so that all together make
// log2 of their number. McInnes, Healy and Melville, arXiv:1802.03426, sections 2.2 and 4.1, with the floor of the published program
// (umap-learn, smooth_knn_dist): a spread of at least a thousandth of the mean distance.

/** Of each row its nearest others, the nearest first, without itself: `indices` and `distances` of rows x count. */
export interface Neighbours {
  readonly indices: Int32Array;
  readonly distances: Float64Array;
}

export interface LocalScale {
  /** The distance of the nearest that is not at the same place. */
  readonly nearest: Float64Array;
  readonly spread: Float64Array;
}

const rounds = 64;
const leastShare = 1e-3;

/** `count` others of each row; the row itself counts as one more, as the field's number of neighbours does. */
export function localScale({ distances }: Neighbours, rows: number, count: number, everywhere = meanOf(distances)): LocalScale {
  const target = Math.log2(count + 1);
  const nearest = new Float64Array(rows);
  const spread = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const mine = distances.subarray(row * count, (row + 1) * count);
    const first = mine.find((distance) => distance > 0) ?? 0;
    let [low, high, middle] = [0, Number.POSITIVE_INFINITY, 1];
    for (let round = 0; round < rounds; round++) {
      let sum = 0;
      for (let at = 0; at < count; at++) {
        const beyond = (mine[at] as number) - first;
        sum += beyond > 0 ? Math.exp(-beyond / middle) : 1;
      }
      if (Math.abs(sum - target) < 1e-5) break;
      if (sum > target) {
        high = middle;
        middle = (low + high) / 2;
      } else {
        low = middle;
        middle = high === Number.POSITIVE_INFINITY ? middle * 2 : (low + high) / 2;
      }
    }
    nearest[row] = first;
    // The mean is taken with the row itself, at a distance of 0.
    const floor = first > 0 ? (meanOf(mine) * count) / (count + 1) : (everywhere * count) / (count + 1);
    spread[row] = Math.max(middle, leastShare * floor);
  }
  return { nearest, spread };
}

/** One weight a neighbour, in their order. */
export function neighbourWeights({ distances }: Neighbours, rows: number, count: number, scale: LocalScale): Float64Array {
  const weights = new Float64Array(rows * count);
  for (let row = 0; row < rows; row++)
    for (let at = row * count; at < (row + 1) * count; at++) {
      const beyond = (distances[at] as number) - (scale.nearest[row] as number);
      const spread = scale.spread[row] as number;
      weights[at] = beyond <= 0 || spread === 0 ? 1 : Math.exp(-beyond / spread);
    }
  return weights;
}

export function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return values.length === 0 ? 0 : sum / values.length;
}
