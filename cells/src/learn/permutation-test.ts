// Whether a validation is better than chance: it is done again with permuted labels (Ojala and Garriga, JMLR 11:1833-1863,
// 2010, test 1), and p = (1 + how often chance does as well) / (1 + permutations), so that it is never 0.

import { seededRandom, shuffle, streamSeed } from "../stats/seeded-random.ts";
import { answeredOf, crossValidate, type CrossValidationOptions, type FoldDataOf } from "./cross-validate.ts";
import type { Folds } from "./folds.ts";
import { balancedAccuracy, confusionOf, predictionsOf } from "./metrics.ts";

export interface PermutationTest {
  readonly p: number;
  readonly permutations: number;
  /** Balanced accuracy of all rows, each predicted by a model that has not seen it. */
  readonly observed: number;
  /** The same with permuted labels, on average. */
  readonly byChance: number;
}

export interface PermutationOptions extends Pick<CrossValidationOptions, "fit" | "classCount" | "topFeatures"> {
  readonly permutations: number;
  readonly seed: number;
  readonly observed: number;
  /** Folds of permuted labels. */
  readonly foldsOf: (classes: Int32Array) => Folds;
  /** Labels are permuted among the rows of one value; null: among all. */
  readonly within: Int32Array | null;
  /** Between permutations: reports, and lets the caller breathe and stop. */
  readonly onPermutation: (done: number) => Promise<void>;
}

export async function permutationTest(
  dataOf: FoldDataOf,
  classes: Int32Array,
  options: PermutationOptions,
): Promise<PermutationTest> {
  const { permutations, observed } = options;
  let asGood = 0;
  let sum = 0;
  for (let at = 0; at < permutations; at += 1) {
    await options.onPermutation(at);
    const permuted = permutedWithin(classes, options.within, streamSeed(options.seed, at));
    const validated = await crossValidate(dataOf, permuted, options.foldsOf(permuted), {
      fit: options.fit,
      classCount: options.classCount,
      positive: 0,
      topFeatures: options.topFeatures,
      onFold: async () => {},
    });
    const value = balancedAccuracy(confusionOf(predictionsOf(validated.pooled, answeredOf(validated)))) ?? 0;
    sum += value;
    // What differs by the rounding of a mean of shares is as good.
    if (value >= observed - 1e-12) asGood += 1;
  }
  return { p: (1 + asGood) / (1 + permutations), permutations, observed, byChance: sum / permutations };
}

function permutedWithin(classes: Int32Array, within: Int32Array | null, seed: number): Int32Array {
  const random = seededRandom(seed);
  const out = classes.slice();
  const blocks = new Map<number, number[]>();
  classes.forEach((_, row) => {
    const block = within?.[row] ?? 0;
    const rows = blocks.get(block);
    if (rows) rows.push(row);
    else blocks.set(block, [row]);
  });
  for (const rows of blocks.values()) {
    const shuffled = shuffle([...rows], random);
    rows.forEach((row, at) => (out[row] = classes[shuffled[at] as number] as number));
  }
  return out;
}
