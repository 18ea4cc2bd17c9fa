// How alike samples of one block are, over all features: the mean of each feature's correlation on Fisher's scale, the outer parts left
// out (limma's duplicateCorrelation). Smyth, Michaud & Scott, Bioinformatics 21:2067-2075, 2005.

import type { RowsToFit } from "./fit-rows.ts";
import { RowSolver } from "./row-solver.ts";
import { eigenParts } from "./symmetric-tridiagonal.ts";
import { varianceComponents } from "./variance-components.ts";

export type CorrelatedRows = Omit<RowsToFit, "blocks"> & { readonly blocks: Int32Array };

export interface BlockCorrelation {
  readonly consensus: number;
  /** Of each feature on Fisher's scale; NaN: it has too few values. */
  readonly atanh: Float64Array;
}

/** Null: no block has two samples, or the design takes all that tells blocks apart. */
export async function blockCorrelation(
  data: CorrelatedRows,
  pause: (share: number) => Promise<void> | void = () => undefined,
): Promise<BlockCorrelation | null> {
  const sizes = new Map<number, number>();
  for (const block of data.blocks) sizes.set(block, (sizes.get(block) ?? 0) + 1);
  const largest = Math.max(...sizes.values());
  if (largest < 2 || isTakenByDesign(data)) return null;
  const [least, most] = [1 / (1 - largest) + 0.01, 0.99];
  const rows = new BlocksOfRow(data);
  const found = new Float64Array(data.features).fill(Number.NaN);
  for (let feature = 0; feature < data.features; feature++) {
    if (feature % 500 === 499) await pause(feature / data.features);
    const correlation = rows.correlation(feature);
    found[feature] = Math.atanh(Math.min(Math.max(correlation, least), most));
  }
  return { consensus: Math.tanh(trimmedMean(found, 0.15)), atanh: found };
}

function trimmedMean(values: Float64Array, share: number): number {
  const there = values.filter((value) => !Number.isNaN(value)).sort();
  const cut = Math.floor(there.length * share);
  const kept = there.subarray(cut, there.length - cut);
  return kept.length === 0 ? 0 : kept.reduce((sum, value) => sum + value, 0) / kept.length;
}

function isTakenByDesign({ columns, blocks, samples }: CorrelatedRows): boolean {
  const solver = new RowSolver(samples, columns.length);
  solver.factor(Float64Array.from(columns.flatMap((column) => [...column])), samples);
  return [...new Set(blocks)].every((block) => {
    const rest = solver.turned(Float64Array.from(blocks, (each) => Number(each === block))).subarray(solver.rank);
    return rest.every((value) => Math.abs(value) < 1e-8);
  });
}

class BlocksOfRow {
  readonly #data: CorrelatedRows;
  readonly #solver: RowSolver;
  readonly #design: Float64Array;
  readonly #target: Float64Array;

  constructor(data: CorrelatedRows) {
    this.#data = data;
    this.#solver = new RowSolver(data.samples, data.columns.length);
    this.#design = new Float64Array(data.samples * data.columns.length);
    this.#target = new Float64Array(data.samples);
  }

  /** NaN: there are too few values or blocks. */
  correlation(feature: number): number {
    const { samples, values, weights, columns, blocks } = this.#data;
    const places: number[] = [];
    for (let sample = 0; sample < samples; sample++) {
      const at = feature * samples + sample;
      if (!Number.isNaN(values[at]) && (!weights || (weights[at] as number) > 0)) places.push(sample);
    }
    const present = [...new Set(places.map((place) => blocks[place] as number))];
    const n = places.length;
    if (!(n > columns.length + 2 && present.length > 1 && present.length < n - 1)) return Number.NaN;
    const root = places.map((place) => (weights ? Math.sqrt(weights[feature * samples + place] as number) : 1));
    columns.forEach((column, at) =>
      places.forEach((place, row) => (this.#design[at * samples + row] = (column[place] as number) * (root[row] as number))),
    );
    places.forEach((place, row) => (this.#target[row] = (values[feature * samples + place] as number) * (root[row] as number)));
    this.#solver.factor(this.#design, n);
    const rest = this.#solver.turned(this.#target).subarray(this.#solver.rank);
    // What is alike in a block is so after values are weighed, as in the fit (fit-rows.ts).
    const turned = present.map((block) =>
      this.#solver.turned(Float64Array.from(places, (place) => Number(blocks[place] === block))).subarray(this.#solver.rank),
    );
    return ofComponents(rest, turned);
  }
}

/** `rest`: residuals; `turned`: what each block is beside the design. */
function ofComponents(rest: Float64Array, turned: readonly Float64Array[]): number {
  const size = turned.length;
  const dot = (a: Float64Array, b: Float64Array): number => {
    let sum = 0;
    for (let row = 0; row < a.length; row++) sum += (a[row] as number) * (b[row] as number);
    return sum;
  };
  const products = new Float64Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column <= row; column++) {
      const product = dot(turned[row] as Float64Array, turned[column] as Float64Array);
      products[row * size + column] = product;
      products[column * size + row] = product;
    }
  const parts = Float64Array.from(turned, (each) => dot(each, rest));
  const shares = eigenParts(products, parts);
  const most = shares.reduce((a, b) => Math.max(a, b), 0);
  // What no block has any part in stands together.
  let left = dot(rest, rest);
  const along = { shares: [] as number[], squares: [] as number[], times: [] as number[] };
  shares.forEach((share, at) => {
    if (!(share > 1e-10 * most)) return;
    const square = (parts[at] as number) ** 2 / share;
    left -= square;
    along.shares.push(share);
    along.squares.push(square);
    along.times.push(1);
  });
  const others = rest.length - along.shares.length;
  if (others > 0) {
    along.shares.push(0);
    along.squares.push(Math.max(0, left));
    along.times.push(others);
  }
  const { residual, block } = varianceComponents(along);
  return block / (residual + block);
}
