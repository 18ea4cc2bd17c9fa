// Which places of one list overlap which of another: a sweep over both, sorted by chromosome and start, that holds the places which
// have begun and not ended. Its work is that of sorting and of the pairs that it finds. Places of no length lie between two bases
// and overlap what holds or touches one of them, as bedtools has it.

/** [start, end) from 0; a chromosome by its number, -1: the row has no place. `strand`: 1, -1, 0 where it is not known. */
export interface PlaceList {
  readonly chromosomes: Int32Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly strands: Int8Array;
}

export interface OverlapRules {
  /** Base pairs that two places share at least. */
  readonly least: number;
  readonly strand: "any" | "same" | "opposite";
}

/** Of each row of the first list how many of the second it overlaps, and which, in their order. */
export interface Overlaps {
  /** Partners of row r: `partners[offsets[r] .. offsets[r + 1])`. */
  readonly offsets: Int32Array;
  readonly partners: Int32Array;
}

/** Bases on both sides of a place without length that it touches. */
const reach = (start: number, end: number): number => (start === end ? 1 : 0);

function sorted({ chromosomes, starts, ends }: PlaceList): Int32Array {
  const rows = Int32Array.from({ length: chromosomes.length }, (_, row) => row).filter(
    (row) => (chromosomes[row] as number) >= 0,
  );
  const from = (row: number): number => (starts[row] as number) - reach(starts[row] as number, ends[row] as number);
  return rows.sort((a, b) => (chromosomes[a] as number) - (chromosomes[b] as number) || from(a) - from(b) || a - b);
}

/** Null: there are more than `most` pairs. */
export function overlapping(a: PlaceList, b: PlaceList, rules: OverlapRules, most: number): Overlaps | null {
  const rowsA = sorted(a);
  const rowsB = sorted(b);
  const counts = new Int32Array(a.chromosomes.length + 1);
  let pairs = 0;
  eachPair(a, b, rowsA, rowsB, rules, (row) => {
    counts[row + 1] = (counts[row + 1] as number) + 1;
    return ++pairs <= most;
  });
  if (pairs > most) return null;
  for (let row = 1; row < counts.length; row++) counts[row] = (counts[row] as number) + (counts[row - 1] as number);
  const next = counts.slice();
  const partners = new Int32Array(pairs);
  eachPair(a, b, rowsA, rowsB, rules, (row, other) => {
    const at = next[row] as number;
    partners[at] = other;
    next[row] = at + 1;
    return true;
  });
  for (let row = 0; row + 1 < counts.length; row++) partners.subarray(counts[row], counts[row + 1]).sort();
  return { offsets: counts, partners };
}

/** Calls `found` with the rows of each pair, until it answers false. */
function eachPair(
  a: PlaceList,
  b: PlaceList,
  rowsA: Int32Array,
  rowsB: Int32Array,
  rules: OverlapRules,
  found: (row: number, other: number) => boolean,
): void {
  let open = new Int32Array(64);
  let openCount = 0;
  let nextB = 0;
  let chromosome = -1;
  for (const row of rowsA) {
    const own = a.chromosomes[row] as number;
    if (own !== chromosome) {
      chromosome = own;
      openCount = 0;
      while (nextB < rowsB.length && (b.chromosomes[rowsB[nextB] as number] as number) < own) nextB++;
    }
    const start = (a.starts[row] as number) - reach(a.starts[row] as number, a.ends[row] as number);
    const end = (a.ends[row] as number) + reach(a.starts[row] as number, a.ends[row] as number);
    // Those that have begun by now are held until they end.
    while (nextB < rowsB.length) {
      const other = rowsB[nextB] as number;
      if (b.chromosomes[other] !== own || startOf(b, other) > start) break;
      if (openCount === open.length) {
        const longer = new Int32Array(openCount * 2);
        longer.set(open);
        open = longer;
      }
      open[openCount++] = other;
      nextB++;
    }
    let kept = 0;
    for (let at = 0; at < openCount; at++) {
      const other = open[at] as number;
      if (endOf(b, other) <= start) continue;
      open[kept++] = other;
      if (isPair(a, b, row, other, rules) && !found(row, other)) return;
    }
    openCount = kept;
    for (let at = nextB; at < rowsB.length; at++) {
      const other = rowsB[at] as number;
      if (b.chromosomes[other] !== own || startOf(b, other) >= end) break;
      if (isPair(a, b, row, other, rules) && !found(row, other)) return;
    }
  }
}

const startOf = ({ starts, ends }: PlaceList, row: number): number =>
  (starts[row] as number) - reach(starts[row] as number, ends[row] as number);
const endOf = ({ starts, ends }: PlaceList, row: number): number =>
  (ends[row] as number) + reach(starts[row] as number, ends[row] as number);

/** Of two that meet: whether they share enough, on the strands that are asked for. */
function isPair(a: PlaceList, b: PlaceList, row: number, other: number, { least, strand }: OverlapRules): boolean {
  if (startOf(b, other) >= endOf(a, row) || startOf(a, row) >= endOf(b, other)) return false;
  if (least > 1) {
    const shared =
      Math.min(a.ends[row] as number, b.ends[other] as number) - Math.max(a.starts[row] as number, b.starts[other] as number);
    if (shared < least) return false;
  }
  return strand === "any" || (a.strands[row] as number) * (b.strands[other] as number) === (strand === "same" ? 1 : -1);
}
