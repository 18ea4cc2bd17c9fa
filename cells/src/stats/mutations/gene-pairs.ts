// Which genes are mutated together, and which one instead of the other: of each two Fisher's exact test over the sequenced samples, with
// the conditional odds ratio, and p values adjusted over all pairs (as maftools' somaticInteractions, which adjusts none).

import { adjustedP } from "../adjusted-p.ts";
import { fisherExact } from "../tests/fisher-exact.ts";

export interface GenePair {
  /** Places of genes, the first before the second. */
  readonly one: number;
  readonly other: number;
  readonly both: number;
  readonly oneAlone: number;
  readonly otherAlone: number;
  readonly neither: number;
  /** 0: never together; Infinity: never one alone. NaN: a gene is mutated in all samples, or in none. */
  readonly oddsRatio: number;
  readonly p: number;
  /** Benjamini and Hochberg. */
  readonly adjusted: number;
}

/** `rows[gene]`: one byte a sequenced sample, 1 where it is mutated. */
export function genePairs(rows: readonly Uint8Array[]): readonly GenePair[] {
  const pairs: Omit<GenePair, "adjusted">[] = [];
  for (const [one, first] of rows.entries())
    for (let other = one + 1; other < rows.length; other++) {
      const second = rows[other] as Uint8Array;
      let [both, oneAlone, otherAlone] = [0, 0, 0];
      for (const [sample, has] of first.entries()) {
        const hasOther = second[sample] === 1;
        if (has === 1 && hasOther) both++;
        else if (has === 1) oneAlone++;
        else if (hasOther) otherAlone++;
      }
      const neither = first.length - both - oneAlone - otherAlone;
      const found = fisherExact([
        [both, oneAlone],
        [otherAlone, neither],
      ]);
      pairs.push({
        one,
        other,
        both,
        oneAlone,
        otherAlone,
        neither,
        oddsRatio: found?.oddsRatio ?? Number.NaN,
        p: found?.p ?? Number.NaN,
      });
    }
  const adjusted = adjustedP(
    pairs.map(({ p }) => p),
    "bh",
  );
  return pairs.map((pair, at) => ({ ...pair, adjusted: adjusted[at] as number }));
}
