// What pictures of running sums are drawn of: what genes are ranked by, thinned out, and the sums of the first sets at their genes.

import type { EnrichmentAnswer } from "../../contract/enrichment-method.ts";
import type { EnrichmentBody } from "../../reports/enrichment/report.ts";
import { sumsAtHits } from "../../stats/enrichment/enrichment-score.ts";
import { spreadTies, type TiedRanks } from "../../stats/enrichment/tied-ranks.ts";
import type { AnsweredSet } from "./table-of-sets.ts";

/** So many sets can be looked at, and so many places of the ranking tell its shape. */
const [mostSets, mostPlaces] = [24, 300];

const rounded = (value: number): number => Number(value.toPrecision(5));

export function rankingOf(
  { order, weights, ties }: NonNullable<EnrichmentAnswer["ranking"]>,
  answered: readonly AnsweredSet[],
  values: Float64Array,
  shown: string,
): NonNullable<EnrichmentBody["ranking"]> {
  const n = order.length;
  const at = Array.from({ length: Math.min(n, mostPlaces) }, (_, step) =>
    Math.round((step * (n - 1)) / Math.max(1, Math.min(n, mostPlaces) - 1)),
  );
  const rankOf = new Int32Array(n);
  for (const [rank, place] of order.entries()) rankOf[place] = rank;
  const first = answered.slice(0, mostSets);
  const wanted = answered.filter(({ set }) => set.name === shown && !first.some((each) => each.set.name === shown));
  return {
    genes: n,
    at,
    values: at.map((rank) => rounded(values[order[rank] as number] as number)),
    sets: [...first, ...wanted].map(({ set, places, answer, adjusted }) => {
      const hits = Int32Array.from(places, (place) => rankOf[place] as number).sort();
      const nes = answer.numbers[1];
      return {
        name: set.name,
        nes: nes === undefined || Number.isNaN(nes) ? null : rounded(nes),
        adjusted: Number.isNaN(adjusted) ? null : rounded(adjusted),
        hits: [...(ties ? spreadTies(hits, ties) : hits)],
        sums: Array.from(sumsAtHits(weights, hits, ties), rounded),
        ...(ties ? { corners: cornersAlong(weights, hits, ties) } : {}),
      };
    }),
  };
}

/** Both ends of each stretch of genes of one value that holds some of the set, and those of the ranking. */
function cornersAlong(
  weights: Float64Array,
  hits: Int32Array,
  { starts, ends }: TiedRanks,
): { readonly x: number[]; readonly y: number[] } {
  const sums = sumsAtHits(weights, hits, { starts, ends });
  const down = 1 / (weights.length - hits.length);
  const [x, y]: [number[], number[]] = [[0], [0]];
  for (const [at, rank] of hits.entries()) {
    const [start, end] = [starts[rank] as number, ends[rank] as number];
    if (x.at(-1) === end) continue;
    const before = (y.at(-1) as number) - (start - (x.at(-1) as number)) * down;
    x.push(start, end);
    y.push(rounded(before), rounded(sums[at] as number));
  }
  x.push(weights.length);
  y.push(0);
  return { x, y };
}
