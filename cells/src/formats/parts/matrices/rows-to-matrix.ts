// A matrix out of its rows, given a few at a time: sparse as long as most of it is zero, every number in its place from the
// moment on where that takes less.

import type { MatrixValues } from "../../../artifacts/artifact.ts";
import { grownFloats, grownInts } from "./grown.ts";
import { sparseOfEntries } from "./sparse-of-entries.ts";

/** An entry takes twelve bytes while rows come, a number in its place four. */
const sparseUpTo = 1 / 3;

export class RowsToMatrix {
  readonly #features: number;
  readonly #samples: number;
  #feature = new Int32Array(1 << 12);
  #sample = new Int32Array(1 << 12);
  #data = new Float32Array(1 << 12);
  #count = 0;
  #dense: Float32Array | null = null;

  constructor(features: number, samples: number) {
    this.#features = features;
    this.#samples = samples;
  }

  /** Rows from `first` on, one behind the other. */
  add(first: number, values: Float32Array): void {
    for (let at = 0; at < values.length; at++) {
      const value = values[at] as number;
      if (value !== 0) this.put(first + Math.floor(at / this.#samples), at % this.#samples, value);
    }
  }

  /** One number; what stood there is added to it where the matrix is sparse still. */
  put(feature: number, sample: number, value: number): void {
    if (this.#dense) {
      const place = feature * this.#samples + sample;
      this.#dense[place] = (this.#dense[place] as number) + value;
      return;
    }
    const count = this.#count;
    if (count === this.#data.length) {
      if (count > this.#features * this.#samples * sparseUpTo) {
        this.#spread();
        this.put(feature, sample, value);
        return;
      }
      this.#feature = grownInts(this.#feature, count * 2);
      this.#sample = grownInts(this.#sample, count * 2);
      this.#data = grownFloats(this.#data, count * 2);
    }
    this.#feature[count] = feature;
    this.#sample[count] = sample;
    this.#data[count] = value;
    this.#count = count + 1;
  }

  #spread(): void {
    const dense = new Float32Array(this.#features * this.#samples);
    for (let at = 0; at < this.#count; at++) {
      const place = (this.#feature[at] as number) * this.#samples + (this.#sample[at] as number);
      dense[place] = (dense[place] as number) + (this.#data[at] as number);
    }
    this.#dense = dense;
  }

  end(): MatrixValues {
    if (!this.#dense && this.#count > this.#features * this.#samples * 0.5) this.#spread();
    if (this.#dense) return { layout: "dense", data: this.#dense };
    return sparseOfEntries({
      feature: this.#feature,
      sample: this.#sample,
      data: this.#data,
      count: this.#count,
      featureCount: this.#features,
      sampleCount: this.#samples,
    }).values;
  }
}
