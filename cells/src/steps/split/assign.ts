// Into which part each unit of rows falls: by chance and in proportion to the classes that it holds, or by time. Units are what
// must not be divided: rows of one patient, equal rows, or a row by itself.

import type { Random } from "../../stats/seeded-random.ts";
import { shuffle } from "../../stats/seeded-random.ts";

/** Places among parts; -1: unused. */
export type Parts = Int8Array;

/**
 * `unitOf`, `classOf`: of each row, from 0 on. `shares`: of each part, 1 in all. Units are dealt from the largest to the smallest, equal
 * ones in an order by chance, each to the part that lacks most of what it holds: what a part lacks of a class is its share of all
 * rows of that class, less what it has. Of units of one row the parts so have the shares of each class to within a row.
 */
export function assignUnits(unitOf: Int32Array, classOf: Int32Array, shares: readonly number[], random: Random): Parts {
  const units = 1 + Math.max(-1, ...chunkMax(unitOf));
  const classes = 1 + Math.max(-1, ...chunkMax(classOf));
  const sizes = new Int32Array(units);
  const held = new Map<number, number>();
  const totals = new Float64Array(classes);
  const rowsOf: number[][] = Array.from({ length: units }, () => []);
  unitOf.forEach((unit, row) => {
    sizes[unit] = (sizes[unit] as number) + 1;
    rowsOf[unit]?.push(row);
    const one = classOf[row] as number;
    totals[one] = (totals[one] as number) + 1;
    held.set(unit * classes + one, (held.get(unit * classes + one) ?? 0) + 1);
  });
  const order = shuffle(
    Array.from({ length: units }, (_, unit) => unit),
    random,
  ).sort((a, b) => (sizes[b] as number) - (sizes[a] as number));
  // A part without a share gets nothing, also where the others are full to within a row.
  const active = shares.flatMap((share, part) => (share > 0 ? [part] : []));
  const lacks = shares.map((share) => totals.map((total) => total * share));
  const lacksRows = shares.map((share) => unitOf.length * share);
  const parts: Parts = new Int8Array(unitOf.length).fill(-1);
  for (const unit of order) {
    const classesHere = [...new Set((rowsOf[unit] ?? []).map((row) => classOf[row] as number))];
    const wish = (part: number): number =>
      classesHere.reduce(
        (sum, one) =>
          sum + (held.get(unit * classes + one) as number) * ((lacks[part]?.[one] as number) / (totals[one] as number)),
        0,
      );
    let best = active[0] ?? 0;
    for (const part of active.slice(1)) {
      const gain = wish(part) - wish(best);
      // Classes that want both alike go where rows lack.
      if (gain > 1e-12 || (gain > -1e-12 && (lacksRows[part] as number) > (lacksRows[best] as number))) best = part;
    }
    for (const row of rowsOf[unit] ?? []) {
      parts[row] = best;
      const of = lacks[best] as Float64Array;
      of[classOf[row] as number] = (of[classOf[row] as number] as number) - 1;
    }
    lacksRows[best] = (lacksRows[best] as number) - (sizes[unit] as number);
  }
  return parts;
}

/** `order`: rows from the earliest to the latest, equal times as equal numbers of `rank`. A unit on two sides of a cut is unused. */
export function assignByTime(rank: Int32Array, order: Int32Array, unitOf: Int32Array, shares: readonly number[]): Parts {
  const parts: Parts = new Int8Array(unitOf.length).fill(-1);
  const active = shares.flatMap((share, part) => (share > 0 ? [{ part, share }] : []));
  let until = 0;
  let place = 0;
  for (const [at, { part, share }] of active.entries()) {
    until += share * order.length;
    const isLast = at === active.length - 1;
    const isTied = (): boolean => place > 0 && rank[order[place] as number] === rank[order[place - 1] as number];
    // Equal times stay together, in the earlier part; the last part has what is left.
    while (place < order.length && (isLast || place < Math.round(until) || isTied())) {
      parts[order[place] as number] = part;
      place++;
    }
  }
  const partOf = new Map<number, number>();
  const crossing = new Set<number>();
  parts.forEach((part, row) => {
    // One without a time lies on no side.
    if (part < 0) return;
    const unit = unitOf[row] as number;
    const seen = partOf.get(unit);
    if (seen === undefined) partOf.set(unit, part);
    else if (seen !== part) crossing.add(unit);
  });
  return parts.map((part, row) => (crossing.has(unitOf[row] as number) ? -1 : part));
}

/** Maxima of pieces that a call takes. */
function chunkMax(values: Int32Array): number[] {
  const found: number[] = [];
  for (let at = 0; at < values.length; at += 50_000) found.push(Math.max(...values.subarray(at, at + 50_000)));
  return found;
}
