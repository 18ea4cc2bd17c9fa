// KING-robust kinship of all pairs (Manichaikul et al., Bioinformatics 26:2867-2873, 2010, equation 11, between families):
// 1/2 - (4 IBS0 + (one is heterozygous and the other is not)) / (4 min(het1, het2)) over the sites that both have. Needs no
// frequencies, so populations beside each other do not look like kin. Genotypes lie in three planes of bits a sample.

import type { Genotypes } from "../../contract/quality-rule.ts";

export interface Planes {
  /** Of a sample so many words. */
  readonly words: number;
  readonly het: Int32Array;
  /** No copy, two copies. */
  readonly none: Int32Array;
  readonly two: Int32Array;
  /** Of a sample that has every site how many of them are heterozygous; -1: it lacks some. */
  readonly complete: Int32Array;
  readonly sites: number;
}

export function planesOf({ calls, autosomal }: Genotypes, samples: number): Planes {
  const sites = autosomal.reduce((sum, one) => sum + one, 0);
  const words = (sites + 31) >>> 5;
  const [het, none, two] = [new Int32Array(samples * words), new Int32Array(samples * words), new Int32Array(samples * words)];
  const planes = [none, het, two];
  const all = calls();
  for (let site = 0, nth = 0; site < autosomal.length; site++) {
    if (autosomal[site] === 0) continue;
    const word = nth >>> 5;
    const bit = 1 << (nth & 31);
    nth++;
    for (let sample = 0, at = site * samples; sample < samples; sample++, at++) {
      const plane = planes[all[at] as number];
      const to = sample * words + word;
      if (plane) plane[to] = (plane[to] as number) | bit;
    }
  }
  const complete = new Int32Array(samples);
  for (let sample = 0; sample < samples; sample++) {
    const [first, end] = [sample * words, (sample + 1) * words];
    const ofHet = sumOfBits(het, first, end);
    complete[sample] = ofHet + sumOfBits(none, first, end) + sumOfBits(two, first, end) === sites ? ofHet : -1;
  }
  return { words, het, none, two, complete, sites };
}

function sumOfBits(plane: Int32Array, first: number, end: number): number {
  let sum = 0;
  for (let at = first; at < end; at++) sum += bits(plane[at] as number);
  return sum;
}

/** Of two samples; NaN: they share fewer than so many sites, or one has no heterozygous one there. */
export function kinship(planes: Planes, first: number, second: number, least: number): number {
  const [one, other] = [planes.complete[first] as number, planes.complete[second] as number];
  if (one < 0 || other < 0) return ofSharedSites(planes, first, second, least);
  const { words, het, none, two, sites } = planes;
  let both = 0;
  let apart = 0;
  for (let a = first * words, b = second * words, end = a + words; a < end; a++, b++) {
    both += bits((het[a] as number) & (het[b] as number));
    apart += bits(((none[a] as number) & (two[b] as number)) | ((two[a] as number) & (none[b] as number)));
  }
  return sites < least ? Number.NaN : robust(both, apart, one - both, other - both);
}

function ofSharedSites({ words, het, none, two }: Planes, first: number, second: number, least: number): number {
  let both = 0;
  let apart = 0;
  let one = 0;
  let other = 0;
  let same = 0;
  for (let a = first * words, b = second * words, end = a + words; a < end; a++, b++) {
    const [hetA, noneA, twoA] = [het[a] as number, none[a] as number, two[a] as number];
    const [hetB, noneB, twoB] = [het[b] as number, none[b] as number, two[b] as number];
    const homA = noneA | twoA;
    const homB = noneB | twoB;
    both += bits(hetA & hetB);
    apart += bits((noneA & twoB) | (twoA & noneB));
    one += bits(hetA & homB);
    other += bits(homA & hetB);
    same += bits(homA & homB);
  }
  return both + one + other + same < least ? Number.NaN : robust(both, apart, one, other);
}

/** `one`, `other`: sites where that sample alone is heterozygous. */
function robust(both: number, apart: number, one: number, other: number): number {
  const fewest = Math.min(one, other) + both;
  return fewest === 0 ? Number.NaN : 0.5 - (4 * apart + one + other) / (4 * fewest);
}

/** How many bits are set (Warren, Hacker's Delight, section 5-1). */
function bits(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
