// How far the genotypes of two sites go together over people (r², the squared correlation of copies), and a choice of sites of which
// no two near ones do: PLINK's --indep-pairwise (Purcell et al., Am J Hum Genet 81:559-575, 2007).

import { atOnce } from "./at-once.ts";

/** Genotypes of sites as bits, a row a site: known; one copy or two; two. */
interface Packed {
  readonly words: number;
  readonly known: Int32Array;
  readonly some: Int32Array;
  readonly both: Int32Array;
  /** Of each site: people who are known, the sum of their copies, of their squares. */
  readonly people: Int32Array;
  readonly sum: Int32Array;
  readonly squares: Int32Array;
}

/** `calls`: sites x samples; what is no 0, 1 or 2 is none. */
export interface SiteCalls {
  readonly calls: Int8Array;
  readonly samples: number;
  /** Of whom the correlation is. */
  readonly members: readonly number[];
}

function* packed({ calls, samples, members }: SiteCalls, sites: ArrayLike<number>): Generator<void, Packed> {
  const words = Math.ceil(members.length / 32);
  const [known, some, both] = [0, 1, 2].map(() => new Int32Array(sites.length * words)) as [Int32Array, Int32Array, Int32Array];
  const [people, sum, squares] = [0, 1, 2].map(() => new Int32Array(sites.length)) as [Int32Array, Int32Array, Int32Array];
  for (let at = 0; at < sites.length; at++) {
    if (at % 64 === 63) yield;
    const start = (sites[at] as number) * samples;
    for (let nth = 0; nth < members.length; nth++) {
      const call = calls[start + (members[nth] as number)] as number;
      if (call < 0 || call > 2) continue;
      const word = at * words + (nth >>> 5);
      const bit = 1 << (nth & 31);
      known[word] = (known[word] as number) | bit;
      if (call > 0) some[word] = (some[word] as number) | bit;
      if (call > 1) both[word] = (both[word] as number) | bit;
      people[at] = (people[at] as number) + 1;
      sum[at] = (sum[at] as number) + call;
      squares[at] = (squares[at] as number) + call * call;
    }
  }
  return { words, known, some, both, people, sum, squares };
}

/** Bits that are set (Warren, Hacker's Delight, 2nd ed., fig. 5-2). */
function bits(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  x = (x + (x >>> 4)) & 0x0f0f0f0f;
  return Math.imul(x, 0x01010101) >>> 24;
}

/** Squared covariance, and the product of the variances, both in one unit: over those who are known at both sites. */
function together(sites: Packed, one: number, other: number, members: number): readonly [number, number] {
  const { words, known, some, both, people, sum, squares } = sites;
  const [a, b] = [one * words, other * words];
  const isWhole = people[one] === members && people[other] === members;
  let [products, n, sumA, sumB, twoA, twoB] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < words; at++) {
    const [someA, bothA] = [some[a + at] as number, both[a + at] as number];
    const [someB, bothB] = [some[b + at] as number, both[b + at] as number];
    products += bits(someA & someB) + bits(someA & bothB) + bits(bothA & someB) + bits(bothA & bothB);
    if (isWhole) continue;
    const [knownA, knownB] = [known[a + at] as number, known[b + at] as number];
    n += bits(knownA & knownB);
    sumA += bits(someA & knownB);
    twoA += bits(bothA & knownB);
    sumB += bits(someB & knownA);
    twoB += bits(bothB & knownA);
  }
  if (isWhole) {
    const [x, y] = [sum[one] as number, sum[other] as number];
    const covariance = members * products - x * y;
    return [covariance ** 2, (members * (squares[one] as number) - x ** 2) * (members * (squares[other] as number) - y ** 2)];
  }
  const [x, y] = [sumA + twoA, sumB + twoB];
  const covariance = n * products - x * y;
  return [covariance ** 2, (n * (sumA + 3 * twoA) - x ** 2) * (n * (sumB + 3 * twoB) - y ** 2)];
}

/** Of two sites; NaN where one of them does not vary among those who are known at both. */
export function linkage(calls: SiteCalls, one: number, other: number): number {
  const [squared, variances] = together(atOnce(packed(calls, [one, other])), 0, 1, calls.members.length);
  return variances > 0 ? squared / variances : Number.NaN;
}

export interface Pruning {
  /** Sites of a window, or where `places` are given the most by which places in it lie apart from its first one. */
  readonly window: number;
  /** Of the sites, ascending: a window is as wide on the chromosome then. NaN: it is not known, and lies in no window but its own. */
  readonly places?: ArrayLike<number>;
  /** By how many it is moved on. */
  readonly step: number;
  /** Of a pair above it one goes. */
  readonly most: number;
}

/** Frequencies that differ by rounding are equal. */
const tie = 1 - 2 ** -44;

/**
 * Of sites in the order of their places on one chromosome, those that stay: sites that do not vary go first; then in each window of
 * each pair above the threshold the one with the rarer allele, of two as rare the later one. Stands still before each window, and in it
 * after each pass.
 */
export function* unlinkedSites(
  calls: SiteCalls,
  sites: ArrayLike<number>,
  { window, places, step, most }: Pruning,
): Generator<void, readonly number[]> {
  const of = yield* packed(calls, sites);
  const count = sites.length;
  const members = calls.members.length;
  const gone = new Uint8Array(count);
  const rarer = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    const [n, sum] = [of.people[at] as number, of.sum[at] as number];
    if (n * (of.squares[at] as number) === sum ** 2) gone[at] = 1;
    rarer[at] = n === 0 ? 0 : Math.min(sum / (2 * n), 1 - sum / (2 * n));
  }
  // Each site's next one that it was not compared with: a pair that both stand is not asked again.
  const next = Int32Array.from({ length: count }, (_, at) => at + 1);
  let end = 0;
  for (let start = 0; start < count; start += step) {
    yield;
    if (places) {
      end = Math.max(end, start);
      while (end < count && (end === start || (places[end] as number) <= (places[start] as number) + window)) end++;
    } else end = Math.min(start + window, count);
    while (prunesOne(of, members, { gone, rarer, next, most }, start, end)) yield;
    if (end >= count) break;
  }
  return Array.from({ length: count }, (_, at) => at).flatMap((at) => (gone[at] === 1 ? [] : [sites[at] as number]));
}

interface State {
  readonly gone: Uint8Array;
  readonly rarer: Float64Array;
  readonly next: Int32Array;
  readonly most: number;
}

/** One pass: of each site that stands the first later one that goes with it. Whether any went. */
function prunesOne(of: Packed, members: number, { gone, rarer, next, most }: State, start: number, end: number): boolean {
  let went = false;
  for (let one = start; one < end; one++) {
    if (gone[one] === 1) continue;
    let other = next[one] as number;
    for (; other < end; other++) {
      if (gone[other] === 1) continue;
      const [squared, variances] = together(of, one, other, members);
      if (!(squared > most * variances)) continue;
      went = true;
      const isRarer = (rarer[one] as number) < (rarer[other] as number) * tie;
      gone[isRarer ? one : other] = 1;
      break;
    }
    next[one] = other;
  }
  return went;
}
