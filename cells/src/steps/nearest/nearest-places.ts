// The nearest places of one list to each of another, as bedtools closest has them: what overlaps is at 0, what touches at 1, and
// so on. Of each chromosome and strand two orders are kept, by starts and by ends; each row looks into them by halving.

import { type Overlaps, type OverlapRules, overlapping, type PlaceList } from "../parts/overlapping.ts";

export interface NearestRules {
  readonly strand: OverlapRules["strand"];
  readonly ignoresOverlaps: boolean;
  readonly sign: "none" | "reference" | "here" | "there";
  readonly side: "both" | "upstream" | "downstream";
  readonly within: number;
  readonly isFirst: boolean;
}

/** Bases from one place to another that it does not overlap. Below 0: it lies before it. */
export function gapBetween(a: PlaceList, row: number, b: PlaceList, other: number): number {
  const before = (a.starts[row] as number) - (b.ends[other] as number);
  const behind = (b.starts[other] as number) - (a.ends[row] as number);
  if (before >= 0 && before >= behind) return -(before + 1);
  return behind >= 0 ? behind + 1 : 0;
}

/** The distance with the sign that is asked for. An unknown strand counts as +. */
export function signed(gap: number, sign: NearestRules["sign"], strandHere: number, strandThere: number): number {
  if (sign === "none") return Math.abs(gap);
  if (gap === 0 || sign === "reference") return gap;
  if (sign === "here") return strandHere < 0 ? -gap : gap;
  // Where the place here lies, seen from that there.
  return strandThere < 0 ? gap : -gap;
}

interface Ordered {
  readonly byStart: Int32Array;
  readonly byEnd: Int32Array;
}

function ordersOf(b: PlaceList): ReadonlyMap<string, Ordered> {
  const rows = new Map<string, number[]>();
  for (const [row, chromosome] of b.chromosomes.entries()) {
    if (chromosome < 0) continue;
    const key = `${chromosome} ${b.strands[row]}`;
    const there = rows.get(key);
    if (there) there.push(row);
    else rows.set(key, [row]);
  }
  const by = (values: Float64Array, some: readonly number[]): Int32Array =>
    Int32Array.from(some).sort((x, y) => (values[x] as number) - (values[y] as number) || x - y);
  return new Map([...rows].map(([key, some]) => [key, { byStart: by(b.starts, some), byEnd: by(b.ends, some) }]));
}

/** How many of the sorted rows have a value below it (`orEqual`: or it). */
function countBelow(rows: Int32Array, values: Float64Array, value: number, orEqual: boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = values[rows[middle] as number] as number;
    if (found < value || (orEqual && found === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Null: there are more than `most` pairs. */
export function nearestPlaces(a: PlaceList, b: PlaceList, rules: NearestRules, most: number): Overlaps | null {
  const overlaps = overlapping(a, b, { least: 1, strand: rules.strand }, most);
  if (!overlaps) return null;
  const orders = ordersOf(b);
  const offsets = new Int32Array(a.chromosomes.length + 1);
  const partners: number[] = [];
  for (let row = 0; row < a.chromosomes.length; row++) {
    const own = overlaps.partners.subarray(overlaps.offsets[row], overlaps.offsets[row + 1]);
    const found = own.length > 0 && !rules.ignoresOverlaps ? own : apart(a, row, b, orders, new Set(own), rules);
    for (const other of rules.isFirst ? found.slice(0, 1) : found) partners.push(other);
    if (partners.length > most) return null;
    offsets[row + 1] = partners.length;
  }
  return { offsets, partners: Int32Array.from(partners) };
}

/** Those at the least distance among what does not overlap, in their order. */
function apart(
  a: PlaceList,
  row: number,
  b: PlaceList,
  orders: ReadonlyMap<string, Ordered>,
  overlapped: ReadonlySet<number>,
  rules: NearestRules,
): readonly number[] {
  const chromosome = a.chromosomes[row] as number;
  if (chromosome < 0) return [];
  const strandHere = a.strands[row] as number;
  let least = rules.within;
  let found: number[] = [];
  const take = (other: number): boolean => {
    if (overlapped.has(other)) return true;
    const distance = Math.abs(gapBetween(a, row, b, other));
    if (distance > least) return false;
    if (distance < least) found = [];
    least = distance;
    found.push(other);
    return true;
  };
  for (const strand of [1, -1, 0]) {
    if (rules.strand === "same" && (strandHere === 0 || strand !== strandHere)) continue;
    if (rules.strand === "opposite" && (strandHere === 0 || strand !== -strandHere)) continue;
    const order = orders.get(`${chromosome} ${strand}`);
    if (!order) continue;
    const wants = (gap: number): boolean => {
      if (rules.side === "both") return true;
      return signed(gap, rules.sign, strandHere, strand) < 0 === (rules.side === "upstream");
    };
    if (wants(-1)) {
      const last = countBelow(order.byEnd, b.ends, a.starts[row] as number, true);
      for (let at = last - 1; at >= 0; at--) if (!take(order.byEnd[at] as number)) break;
    }
    if (wants(1)) {
      const first = countBelow(order.byStart, b.starts, a.ends[row] as number, false);
      for (let at = first; at < order.byStart.length; at++) if (!take(order.byStart[at] as number)) break;
    }
  }
  return [...new Set(found)].sort((x, y) => x - y);
}
