// What of a matrix is put beside its like: features, samples or both, by what is drawn of them.

import type { Sentence } from "../../messages/sentence.ts";
import { distancesOf } from "../../stats/clusters/distances.ts";
import { type Clustering, hclust } from "../../stats/clusters/hclust.ts";
import { momentsOf } from "../../stats/moments.ts";
import { words } from "../parts/words.ts";
import type { HeatmapOptions } from "./chart.ts";
import { words as own } from "./words.ts";

/** Of more the distances of all pairs would take long, and no tree could be read. */
const most = 2_000;

/** What the trees of a matrix are found of. */
export type HowAlike = Pick<HeatmapOptions, "cluster" | "linkage" | "distance">;

export interface Trees {
  readonly features: Clustering | null;
  readonly samples: Clustering | null;
  readonly notes: readonly Sentence[];
}

/** `rows`: the drawn values of each feature over all samples. */
export function clusterMatrix(
  rows: readonly ArrayLike<number>[],
  samples: number,
  { cluster, linkage, distance }: HowAlike,
): Trees {
  const notes: Sentence[] = [];
  const isCorrelation = distance === "pearson" || distance === "spearman";
  const of = (wanted: boolean, n: number, vectors: () => readonly ArrayLike<number>[]): Clustering | null => {
    if (!wanted || n < 3) return null;
    if (n > most) {
      notes.push(words.sentence("note-not-clustered", { n, most }));
      return null;
    }
    const all = vectors();
    const moments = all.map((values) => momentsOf(values));
    const empty = moments.filter(({ n: values }) => values === 0).length;
    if (empty > 0) notes.push(own.sentence("note-no-values", { n: empty, all: n }));
    const constant = isCorrelation ? moments.filter(({ n: values, isConstant }) => values > 0 && isConstant).length : 0;
    if (constant > 0) notes.push(own.sentence("note-no-correlation", { n: constant, all: n }));
    return hclust(n, distancesOf(all, distance), linkage);
  };
  return {
    features: of(cluster === "both" || cluster === "features", rows.length, () => rows),
    samples: of(cluster === "both" || cluster === "samples", samples, () =>
      Array.from({ length: samples }, (_, sample) => Float64Array.from(rows, (row) => row[sample] as number)),
    ),
    notes,
  };
}
