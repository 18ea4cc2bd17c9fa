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

/** By chromosome and strand, three a chromosome. */
type Orders = readonly (Ordered | undefined)[];
const placeOfOrder = (chromosome: number, strand: number): number => chromosome * 3 + strand + 1;

function ordersOf(b: PlaceList): Orders {
  const rows: number[][] = [];
  for (const [row, chromosome] of b.chromosomes.entries()) {
    if (chromosome < 0) continue;
    const at = placeOfOrder(chromosome, b.strands[row] as number);
    const there = rows[at];
    if (there) there.push(row);
    else rows[at] = [row];
  }
  const by = (values: Float64Array, some: readonly number[]): Int32Array =>
    Int32Array.from(some).sort((x, y) => (values[x] as number) - (values[y] as number) || x - y);
  return rows.map((some) => ({ byStart: by(b.starts, some), byEnd: by(b.ends, some) }));
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
  const search = new Search(a, b, orders, rules);
  for (let row = 0; row < a.chromosomes.length; row++) {
    const own = overlaps.partners.subarray(overlaps.offsets[row], overlaps.offsets[row + 1]);
    const found = own.length > 0 && !rules.ignoresOverlaps ? own : search.apart(row, own);
    if (rules.isFirst && found.length > 0) partners.push(found[0] as number);
    else for (let at = 0; at < found.length; at++) partners.push(found[at] as number);
    if (partners.length > most) return null;
    offsets[row + 1] = partners.length;
  }
  return { offsets, partners: Int32Array.from(partners) };
}

const strands = [1, -1, 0] as const;

/** One row after the other is asked; what is found of one is kept in one place. */
class Search {
  private least = 0;
  private found: number[] = [];
  private overlapped: Int32Array = new Int32Array(0);
  constructor(
    private readonly a: PlaceList,
    private readonly b: PlaceList,
    private readonly orders: Orders,
    private readonly rules: NearestRules,
  ) {}

  /** Those at the least distance among what does not overlap, in their order. */
  apart(row: number, overlapped: Int32Array): readonly number[] {
    const { a, b, orders, rules } = this;
    const chromosome = a.chromosomes[row] as number;
    if (chromosome < 0) return [];
    const strandHere = a.strands[row] as number;
    this.least = rules.within;
    this.found = [];
    this.overlapped = overlapped;
    for (const strand of strands) {
      if (rules.strand === "same" && (strandHere === 0 || strand !== strandHere)) continue;
      if (rules.strand === "opposite" && (strandHere === 0 || strand !== -strandHere)) continue;
      const order = orders[placeOfOrder(chromosome, strand)];
      if (!order) continue;
      if (this.isWanted(-1, strandHere, strand)) {
        const last = countBelow(order.byEnd, b.ends, a.starts[row] as number, true);
        for (let at = last - 1; at >= 0; at--) if (!this.take(row, order.byEnd[at] as number)) break;
      }
      if (this.isWanted(1, strandHere, strand)) {
        const first = countBelow(order.byStart, b.starts, a.ends[row] as number, false);
        for (let at = first; at < order.byStart.length; at++) if (!this.take(row, order.byStart[at] as number)) break;
      }
    }
    return this.found.length > 1 ? [...new Set(this.found)].sort((x, y) => x - y) : this.found;
  }

  private isWanted(gap: number, strandHere: number, strandThere: number): boolean {
    const { side, sign } = this.rules;
    return side === "both" || signed(gap, sign, strandHere, strandThere) < 0 === (side === "upstream");
  }

  /** False: it is farther than what is found, and so is all behind it. */
  private take(row: number, other: number): boolean {
    if (this.overlapped.includes(other)) return true;
    const distance = Math.abs(gapBetween(this.a, row, this.b, other));
    if (distance > this.least) return false;
    if (distance < this.least) this.found = [];
    this.least = distance;
    this.found.push(other);
    return true;
  }
}
