// Each feature in each group of samples against all others: how often a value of the group is the larger one (AUC of the Wilcoxon rank
// sum), how high it is, how many samples have it. Of sparse values only what is there is sorted: the zeros are one tie below it. The p
// value is R's wilcox.test with exact = FALSE: normal, with the corrections of ties and of continuity.

import { normal } from "../distributions/normal.ts";
import { twoSided } from "../distributions/tails.ts";
import { orderOfNumbers } from "../order-of-numbers.ts";

export interface FeatureRow {
  /** Samples with another value than 0, and these values; NaN is a missing one. */
  readonly samples: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  readonly count: number;
}

export interface Against {
  /** Share of the pairs of which the group's value is larger, equal ones as halves; NaN: there are none. */
  readonly auc: Float64Array;
  readonly p: Float64Array;
  /** Means of `levelOf` of the values. */
  readonly meanIn: Float64Array;
  readonly meanOut: Float64Array;
  /** Shares of samples with a value above 0; where 0 is a value as any other, of those with a value at all. */
  readonly shareIn: Float64Array;
  readonly shareOut: Float64Array;
}

export interface GroupedSamples {
  /** By sample; -1: of no group, which counts for nobody. */
  readonly groupOf: Int32Array;
  readonly groups: number;
}

export interface MarkerValues {
  /** What means are taken of. */
  levelOf?(value: number): number;
  /** 0 means that there is nothing, and no value is below it. */
  readonly hasZero?: boolean;
}

/** Asks feature after feature; what it needs between them is kept. */
export class GroupAgainstRest {
  readonly #groupOf: Int32Array;
  readonly #sizes: Float64Array;
  readonly #all: number;
  readonly #levelOf: (value: number) => number;
  readonly #hasZero: boolean;
  readonly #ranks: Float64Array;
  readonly #counts: Float64Array;
  readonly #level: Float64Array;
  readonly #above: Float64Array;

  constructor({ groupOf, groups }: GroupedSamples, { levelOf = (value) => value, hasZero = true }: MarkerValues = {}) {
    this.#groupOf = groupOf;
    this.#sizes = new Float64Array(groups);
    for (const group of groupOf) if (group >= 0) this.#sizes[group] = (this.#sizes[group] as number) + 1;
    this.#all = this.#sizes.reduce((sum, size) => sum + size, 0);
    this.#levelOf = levelOf;
    this.#hasZero = hasZero;
    this.#ranks = new Float64Array(groups);
    this.#counts = new Float64Array(groups);
    this.#level = new Float64Array(groups);
    this.#above = new Float64Array(groups);
  }

  /** Values that are missing are left out of their feature. */
  ask({ samples, values, count }: FeatureRow): Against {
    const [sizes, ranks, counts, level, above] = [this.#sizes.slice(), this.#ranks, this.#counts, this.#level, this.#above];
    const groupOf = this.#groupOf;
    const groups = sizes.length;
    let all = this.#all;
    for (const sums of [ranks, counts, level, above]) sums.fill(0);
    const kept: number[] = [];
    for (let at = 0; at < count; at++) {
      const group = groupOf[samples[at] as number] as number;
      const value = values[at] as number;
      if (group < 0 || value === 0) continue;
      if (Number.isNaN(value)) {
        sizes[group] = (sizes[group] as number) - 1;
        all -= 1;
        continue;
      }
      kept.push(at);
      counts[group] = (counts[group] as number) + 1;
      level[group] = (level[group] as number) + this.#levelOf(value);
      if (value > 0) above[group] = (above[group] as number) + 1;
    }
    const order = orderOfNumbers(Float64Array.from(kept, (at) => values[at] as number)).map((nth) => kept[nth] as number);
    const zeros = all - kept.length;
    let ties = 0;
    let before = 0;
    let isPast = zeros === 0;
    const passZeros = (): void => {
      isPast = true;
      for (let group = 0; group < groups; group++)
        ranks[group] =
          (ranks[group] as number) + ((sizes[group] as number) - (counts[group] as number)) * (before + (zeros + 1) / 2);
      ties += zeros ** 3 - zeros;
      before += zeros;
    };
    for (let start = 0; start < order.length; ) {
      const value = values[order[start] as number] as number;
      if (!isPast && value > 0) passZeros();
      let end = start + 1;
      while (end < order.length && values[order[end] as number] === value) end += 1;
      const rank = before + (end - start + 1) / 2;
      for (let at = start; at < end; at++) {
        const group = groupOf[samples[order[at] as number] as number] as number;
        ranks[group] = (ranks[group] as number) + rank;
      }
      const tied = end - start;
      ties += tied ** 3 - tied;
      before += tied;
      start = end;
    }
    if (!isPast) passZeros();
    const sum = (of: Float64Array): number => of.reduce((total, each) => total + each, 0);
    const [levels, overs] = [sum(level), sum(above)];
    const zeroLevel = this.#levelOf(0);
    const answer: Against = {
      auc: new Float64Array(groups),
      p: new Float64Array(groups),
      meanIn: new Float64Array(groups),
      meanOut: new Float64Array(groups),
      shareIn: new Float64Array(groups),
      shareOut: new Float64Array(groups),
    };
    const apart = all * (all - 1);
    for (let group = 0; group < groups; group++) {
      const m = sizes[group] as number;
      const n = all - m;
      const w = (ranks[group] as number) - (m * (m + 1)) / 2;
      const off = w - (m * n) / 2;
      const deviation = Math.sqrt(((m * n) / 12) * (all + 1 - ties / apart));
      answer.auc[group] = w / (m * n);
      answer.p[group] = deviation > 0 ? twoSided(normal.tails((off - Math.sign(off) * 0.5) / deviation)).p : Number.NaN;
      const zerosIn = m - (counts[group] as number);
      answer.meanIn[group] = ((level[group] as number) + zerosIn * zeroLevel) / m;
      answer.meanOut[group] = (levels - (level[group] as number) + (zeros - zerosIn) * zeroLevel) / n;
      const size = this.#sizes[group] as number;
      answer.shareIn[group] = this.#hasZero ? (above[group] as number) / m : m / size;
      answer.shareOut[group] = this.#hasZero ? (overs - (above[group] as number)) / n : n / (this.#all - size);
    }
    return answer;
  }
}
