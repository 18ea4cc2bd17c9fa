// Of each new row the nearest of those that are known already: all pairs are looked at.

import type { Metric } from "./nearest-neighbours.ts";
import { unitRows } from "./unit-rows.ts";

export interface NewRows {
  /** rows x width, and more x width. */
  readonly known: Float64Array;
  readonly values: Float64Array;
  readonly width: number;
  /** At most as many as are known. */
  readonly count: number;
  readonly metric: Metric;
}

/** more x count: the nearest first, of equally near ones the first. Cosine and correlation: 1 less it. */
export async function nearestOfKnown(
  { known, values, width, count, metric }: NewRows,
  pause: (share: number) => Promise<void> | void,
): Promise<{ readonly indices: Int32Array; readonly distances: Float64Array }> {
  const rows = known.length / width;
  const more = values.length / width;
  const [there, here] =
    metric === "euclidean" ? [known, values] : [unitRows(known, width, metric), unitRows(values, width, metric)];
  const [indices, distances] = [new Int32Array(more * count), new Float64Array(more * count)];
  const away = new Float64Array(rows);
  for (let row = 0; row < more; row++) {
    for (let other = 0; other < rows; other++) {
      let square = 0;
      for (let f = 0; f < width; f++) {
        const gap = (here[row * width + f] as number) - (there[other * width + f] as number);
        square += gap * gap;
      }
      away[other] = metric === "euclidean" ? Math.sqrt(square) : square / 2;
    }
    const order = Array.from({ length: rows }, (_, at) => at).sort((a, b) => (away[a] as number) - (away[b] as number) || a - b);
    for (let at = 0; at < count; at++) {
      indices[row * count + at] = order[at] as number;
      distances[row * count + at] = away[order[at] as number] as number;
    }
    await pause((row + 1) / more);
  }
  return { indices, distances };
}
