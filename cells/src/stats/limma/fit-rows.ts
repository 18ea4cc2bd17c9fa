// A linear model of each feature: coefficients, their unscaled standard deviations and the deviation of the residuals, with weights,
// missing values and correlated samples. Smyth, Stat. Appl. Genet. Mol. Biol. 3:3, 2004, section 2; checked against lmFit of limma 3.54.1.

import { type Blocks, rootOfBlocks, turnByRoot } from "./correlated.ts";
import { RowSolver } from "./row-solver.ts";

export interface RowsToFit {
  readonly features: number;
  readonly samples: number;
  /** Feature after feature; NaN: missing. */
  readonly values: Float64Array;
  readonly columns: readonly Float64Array[];
  /** Of each value; what is not above 0 takes the value out. Null: all alike. */
  readonly weights: Float64Array | null;
  readonly blocks: Blocks | null;
}

export interface FittedRows {
  readonly width: number;
  /** `width` a feature; NaN: there is none. */
  readonly beta: Float64Array;
  readonly stdev: Float64Array;
  /** NaN: no residual is left. */
  readonly sigma: Float64Array;
  readonly df: Float64Array;
  /** Mean of the values that are there. */
  readonly mean: Float64Array;
  /** Covariance of the coefficients over the variance, by the design alone; row after row. */
  readonly covariance: Float64Array;
}

/** Null: samples cannot be correlated so. */
export async function fitRows(
  data: RowsToFit,
  pause: (share: number) => Promise<void> | void = () => undefined,
): Promise<FittedRows | null> {
  const { features, samples, columns, blocks } = data;
  const width = columns.length;
  const none = (size: number) => new Float64Array(size).fill(Number.NaN);
  const found = {
    beta: none(features * width),
    stdev: none(features * width),
    sigma: none(features),
    df: new Float64Array(features),
    mean: none(features),
  };
  const rows = new Rows(data);
  const all = Int32Array.from({ length: samples }, (_, at) => at);
  if (blocks && !rootOfBlocks(blocks, all)) return null;
  const covariance = rows.covariance();
  for (let feature = 0; feature < features; feature++) {
    if (feature % 2000 === 1999) await pause(feature / features);
    found.mean[feature] = meanOfRow(data, feature);
    const solved = rows.solve(feature);
    if (!solved) continue;
    found.beta.set(solved.beta, feature * width);
    found.stdev.set(solved.stdev, feature * width);
    const df = rows.used - solved.rank;
    found.df[feature] = df;
    if (df > 0) found.sigma[feature] = Math.sqrt(solved.squares / df);
  }
  return { width, covariance, ...found };
}

function meanOfRow({ values, samples }: RowsToFit, feature: number): number {
  let sum = 0;
  let n = 0;
  for (let at = feature * samples; at < (feature + 1) * samples; at++) {
    const value = values[at] as number;
    if (Number.isNaN(value)) continue;
    sum += value;
    n++;
  }
  return n === 0 ? Number.NaN : sum / n;
}

/** Takes designs apart once for all rows that have the same values missing; weighted ones each by itself. */
class Rows {
  /** How many values the last row had. */
  used = 0;
  readonly #data: RowsToFit;
  readonly #solver: RowSolver;
  readonly #design: Float64Array;
  readonly #target: Float64Array;
  readonly #places: Int32Array;
  #lastPlaces = "none yet";
  #root: Float64Array | null = null;

  constructor(data: RowsToFit) {
    const { samples, columns } = data;
    this.#data = data;
    this.#solver = new RowSolver(samples, columns.length);
    this.#design = new Float64Array(samples * columns.length);
    this.#target = new Float64Array(samples);
    this.#places = new Int32Array(samples);
  }

  covariance(): Float64Array {
    const { samples } = this.#data;
    for (let at = 0; at < samples; at++) this.#places[at] = at;
    this.used = samples;
    this.#prepare(null);
    return this.#solver.covariance();
  }

  solve(feature: number): ReturnType<RowSolver["solve"]> | null {
    const { samples, values, weights } = this.#data;
    this.used = 0;
    for (let sample = 0; sample < samples; sample++) {
      const at = feature * samples + sample;
      if (Number.isNaN(values[at]) || (weights && !((weights[at] as number) > 0))) continue;
      this.#places[this.used] = sample;
      this.#target[this.used++] = (values[at] as number) * (weights ? Math.sqrt(weights[at] as number) : 1);
    }
    if (this.used === 0) return null;
    this.#prepare(weights ? feature : null);
    if (this.#root) turnByRoot(this.#root, this.#target, 0, this.used);
    return this.#solver.solve(this.#target);
  }

  #prepare(weighted: number | null): void {
    const { samples, columns, weights, blocks } = this.#data;
    const places = this.#places.subarray(0, this.used);
    const key = places.join(" ");
    const isNew = key !== this.#lastPlaces;
    if (isNew && blocks) this.#root = rootOfBlocks(blocks, places);
    this.#lastPlaces = key;
    if (!isNew && weighted === null) return;
    columns.forEach((column, at) => {
      const from = at * samples;
      for (let row = 0; row < this.used; row++) {
        const sample = places[row] as number;
        const by = weighted === null || !weights ? 1 : Math.sqrt(weights[weighted * samples + sample] as number);
        this.#design[from + row] = (column[sample] as number) * by;
      }
      if (this.#root) turnByRoot(this.#root, this.#design, from, this.used);
    });
    this.#solver.factor(this.#design, this.used);
  }
}
