// Chromosomes one behind the other along an axis, and which of very many points are drawn: of those that cover each other one, of
// those above a line all. Used by Manhattan plots. Pure.

import { naturalOrder } from "../../base/natural-order.ts";

export interface GenomeAxis {
  /** Names in the order in which they stand. */
  readonly names: readonly string[];
  /** Where each begins and ends on the axis, in bases. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly total: number;
}

/** Between two chromosomes, in parts of the whole. */
const gap = 0.004;

/** Each as long as its last place. `codes` below 0 lie on none. */
export function genomeAxis(names: readonly string[], codes: Int32Array, positions: ArrayLike<number>): GenomeAxis {
  const longest = new Float64Array(names.length);
  for (let at = 0; at < codes.length; at++) {
    const code = codes[at] as number;
    const position = positions[at] as number;
    if (code >= 0 && position > (longest[code] as number)) longest[code] = position;
  }
  const between = longest.reduce((sum, length) => sum + length, 0) * gap;
  const [starts, ends] = [new Float64Array(names.length), new Float64Array(names.length)];
  let from = 0;
  const order = [...names.keys()].sort((a, b) => byChromosome(names[a] as string, names[b] as string));
  for (const code of order) {
    starts[code] = from;
    ends[code] = from + (longest[code] as number);
    from = (ends[code] as number) + between;
  }
  return { names, starts, ends, total: Math.max(1, from - between) };
}

const byChromosome = (a: string, b: string): number => naturalOrder(a.replace(/^chr/i, ""), b.replace(/^chr/i, ""));

export interface Crowd {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Those of which both are numbers and that lie within these are drawn. */
  readonly from: number;
  readonly to: number;
  /** Above it nothing is left out. */
  readonly above: number;
}

/** Cells across and up of which each holds one point: about the pixels of a plot in a wide cell, of points three pixels wide. */
const [across, up] = [700, 160];

/** Places of the points that are drawn, ascending. */
export function notCovered({ x, y, from, to, above }: Crowd): Int32Array {
  let top = 0;
  for (let at = 0; at < y.length; at++) if ((y[at] as number) > top && Number.isFinite(y[at])) top = y[at] as number;
  const height = Math.min(top, above) || 1;
  const width = to - from || 1;
  const taken = new Uint8Array((across + 1) * (up + 1));
  const kept = new Int32Array(x.length);
  let n = 0;
  for (let at = 0; at < x.length; at++) {
    const [here, high] = [x[at] as number, y[at] as number];
    if (!(here >= from && here <= to && high === high)) continue;
    if (high < above) {
      const cell = Math.floor(((here - from) / width) * across) * (up + 1) + Math.floor((high / height) * up);
      if (taken[cell] === 1) continue;
      taken[cell] = 1;
    }
    kept[n++] = at;
  }
  return kept.slice(0, n);
}
