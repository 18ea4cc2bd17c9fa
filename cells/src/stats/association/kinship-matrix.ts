// How alike individuals are by their genotypes: the mean over variants of the products of centred dosages, missing ones at the mean
// (GEMMA's -gk 1; Zhou & Stephens, Nat Genet 44:821-824, 2012, online methods).

import type { GenotypeRows } from "./genotype-rows.ts";

/** Variants whose centred dosages stand beside each other while their products are added. */
const together = 64;

export interface KinshipSum {
  /** samples x samples, the lower half alone; a sum over variants, not yet their mean. */
  readonly products: Float64Array;
  readonly variants: number;
}

/** `of`: which variants; `pause`: between some of them. */
export async function kinshipSum(
  genotypes: GenotypeRows,
  of: readonly number[],
  pause: (done: number) => Promise<void> | null,
): Promise<KinshipSum> {
  const { samples } = genotypes;
  const products = new Float64Array(samples * samples);
  const row = new Float64Array(samples);
  // A sample a row: products of two samples go along memory.
  const block = new Float64Array(samples * together);
  for (let from = 0; from < of.length; from += together) {
    const count = Math.min(together, of.length - from);
    block.fill(0);
    for (let nth = 0; nth < count; nth++) {
      const missing = genotypes.read(of[from + nth] as number, row);
      let sum = 0;
      for (let sample = 0; sample < samples; sample++)
        if ((row[sample] as number) === (row[sample] as number)) sum += row[sample] as number;
      const mean = sum / (samples - missing);
      for (let sample = 0; sample < samples; sample++) {
        const value = row[sample] as number;
        block[sample * together + nth] = value === value ? value - mean : 0;
      }
    }
    for (let one = 0; one < samples; one++) {
      const line = one * together;
      for (let other = 0; other <= one; other++) {
        const next = other * together;
        let [a, b, c, d] = [0, 0, 0, 0];
        for (let at = 0; at < together; at += 4) {
          a += (block[line + at] as number) * (block[next + at] as number);
          b += (block[line + at + 1] as number) * (block[next + at + 1] as number);
          c += (block[line + at + 2] as number) * (block[next + at + 2] as number);
          d += (block[line + at + 3] as number) * (block[next + at + 3] as number);
        }
        products[one * samples + other] = (products[one * samples + other] as number) + (a + b + (c + d));
      }
      if (one % 128 === 127) await pause(from / of.length);
    }
    await pause((from + count) / of.length);
  }
  return { products, variants: of.length };
}

/** The matrix of all variants but some: samples x samples, whole. */
export function kinshipWithout(all: KinshipSum, without: KinshipSum | null, samples: number): Float64Array {
  const kinship = new Float64Array(samples * samples);
  const variants = all.variants - (without?.variants ?? 0);
  for (let row = 0; row < samples; row++)
    for (let column = 0; column <= row; column++) {
      const at = row * samples + column;
      const value = ((all.products[at] as number) - (without ? (without.products[at] as number) : 0)) / variants;
      kinship[at] = value;
      kinship[column * samples + row] = value;
    }
  return kinship;
}
