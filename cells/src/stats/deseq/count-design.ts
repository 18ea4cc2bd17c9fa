// A design as fits of counts go through it, gene after gene: rows one after the other, and which samples have the same row.

import { type LeastSquares, leastSquares } from "../least-squares.ts";

export interface CountDesign {
  readonly samples: number;
  readonly width: number;
  /** Row after row. */
  readonly x: Float64Array;
  /** Samples of one row are one cell, numbered in the order in which they come. */
  readonly cells: Int32Array;
  /** How many samples each cell has. */
  readonly sizes: Int32Array;
  readonly straight: LeastSquares;
}

/** Of columns that do not follow from each other. */
export function countDesign(columns: readonly Float64Array[], samples: number): CountDesign {
  const width = columns.length;
  const x = new Float64Array(samples * width);
  const cells = new Int32Array(samples);
  const places = new Map<string, number>();
  const sizes: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const row = columns.map((column) => column[sample] as number);
    x.set(row, sample * width);
    const key = row.join(" ");
    const cell = places.get(key) ?? places.size;
    places.set(key, cell);
    cells[sample] = cell;
    sizes[cell] = (sizes[cell] ?? 0) + 1;
  }
  return { samples, width, x, cells, sizes: Int32Array.from(sizes), straight: leastSquares(columns) };
}

/** Samples whose cell has so many at least. */
export const inCellsOf = ({ cells, sizes }: CountDesign, least: number): boolean[] =>
  Array.from(cells, (cell) => (sizes[cell] as number) >= least);

/** Xβ of every sample. */
export function linear({ samples, width, x }: CountDesign, beta: Float64Array, into: Float64Array): void {
  for (let sample = 0; sample < samples; sample++) {
    let sum = 0;
    for (let at = 0; at < width; at++) sum += (x[sample * width + at] as number) * (beta[at] as number);
    into[sample] = sum;
  }
}
