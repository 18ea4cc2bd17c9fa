// Genes of the same value have no order among each other. A running sum goes straight through them, from where their stretch begins to
// where it ends, as the step function of a Kolmogorov-Smirnov statistic does with ties: a score depends on no order of rows.

/** By rank: where the stretch of genes of that value begins, and where the next one does. Genes of their own value: rank, rank + 1. */
export interface TiedRanks {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** `ranked` from the highest to the lowest; null: no two are the same. */
export function tiedRanks(ranked: Float64Array): TiedRanks | null {
  const [starts, ends] = [new Int32Array(ranked.length), new Int32Array(ranked.length)];
  let isTied = false;
  for (let start = 0; start < ranked.length; ) {
    let end = start + 1;
    while (end < ranked.length && ranked[end] === ranked[start]) end += 1;
    starts.fill(start, start, end);
    ends.fill(end, start, end);
    isTied ||= end > start + 1;
    start = end;
  }
  return isTied ? { starts, ends } : null;
}

/** The same from the other end. */
export function tiesTurned({ starts, ends }: TiedRanks): TiedRanks {
  const all = starts.length;
  return { starts: ends.map((end) => all - end).reverse(), ends: starts.map((start) => all - start).reverse() };
}

/** Where strokes of tied genes stand in a picture: evenly along their stretch. */
export function spreadTies(hits: Int32Array, { starts, ends }: TiedRanks): Int32Array {
  const spread = hits.slice();
  for (let at = 0; at < hits.length; ) {
    const rank = hits[at] as number;
    const [start, end] = [starts[rank] as number, ends[rank] as number];
    let next = at + 1;
    while (next < hits.length && (hits[next] as number) < end) next += 1;
    for (let own = at; own < next; own++) spread[own] = start + Math.floor(((own - at + 0.5) * (end - start)) / (next - at));
    at = next;
  }
  return spread;
}
