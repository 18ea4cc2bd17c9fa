// The nearest rows of each row while they are looked for: lists of one length, the nearest first, of equally near ones the first
// row.

export class NeighbourLists {
  readonly count: number;
  /** rows x count, row-major; -1 where nothing was found yet. */
  readonly indices: Int32Array;
  /** rows x count: of what is compared (squared lengths); Infinity where nothing was found yet. */
  readonly away: Float64Array;
  /** 1 for a neighbour that was not used yet to find others. */
  readonly isFresh: Uint8Array;

  constructor(rows: number, count: number) {
    this.count = count;
    this.indices = new Int32Array(rows * count).fill(-1);
    this.away = new Float64Array(rows * count).fill(Number.POSITIVE_INFINITY);
    this.isFresh = new Uint8Array(rows * count);
  }

  /** How far the last of a row's list is: what is farther is no neighbour of it. */
  farthest(row: number): number {
    return this.away[(row + 1) * this.count - 1] as number;
  }

  /** Whether `other` was new and is now in the list of `row`. */
  keep(row: number, other: number, away: number): boolean {
    const { count, indices, away: held, isFresh } = this;
    const start = row * count;
    let at = start + count - 1;
    if (away > (held[at] as number)) return false;
    if (away === held[at] && other >= (indices[at] as number) && indices[at] !== -1) return false;
    while (at > start) {
      const before = held[at - 1] as number;
      if (before < away || (before === away && (indices[at - 1] as number) <= other)) break;
      at -= 1;
    }
    // The same row, once more, lies right before its place: equal distances stand by their rows.
    if (at > start && indices[at - 1] === other) return false;
    held.copyWithin(at + 1, at, start + count - 1);
    indices.copyWithin(at + 1, at, start + count - 1);
    isFresh.copyWithin(at + 1, at, start + count - 1);
    held[at] = away;
    indices[at] = other;
    isFresh[at] = 1;
    return true;
  }
}
