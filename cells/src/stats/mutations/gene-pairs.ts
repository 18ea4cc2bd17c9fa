// Which genes are mutated together, and which one instead of the other: of each two Fisher's exact test over the sequenced samples, with
// the conditional odds ratio, and p values adjusted over all pairs (as maftools' somaticInteractions, which adjusts none).

import { adjustedP } from "../adjusted-p.ts";
import { type FisherExact, fisherExact } from "../tests/fisher-exact.ts";

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

/** `rows[gene]`: one byte a sequenced sample, 1 where it is mutated. `pause`: asked after each pair. */
export async function genePairs(
  rows: readonly Uint8Array[],
  pause: (share: number) => Promise<void> | null,
): Promise<readonly GenePair[]> {
  const pairs: Omit<GenePair, "adjusted">[] = [];
  const all = (rows.length * (rows.length - 1)) / 2;
  // Rare genes have the same table again and again; which of the two is alone changes nothing.
  const tables = new Map<string, FisherExact | null>();
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
      const key = `${both} ${Math.min(oneAlone, otherAlone)} ${Math.max(oneAlone, otherAlone)}`;
      let found = tables.get(key);
      if (found === undefined) {
        found = fisherExact([
          [both, oneAlone],
          [otherAlone, neither],
        ]);
        tables.set(key, found);
      }
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
      const turn = pause(pairs.length / all);
      if (turn) await turn;
    }
  const adjusted = adjustedP(
    pairs.map(({ p }) => p),
    "bh",
  );
  return pairs.map((pair, at) => ({ ...pair, adjusted: adjusted[at] as number }));
}
