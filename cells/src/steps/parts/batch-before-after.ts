// How much of the first two components of the samples lies between the batches, before and after: what taking a batch away did, in
// two numbers each. Of the features that vary most before it and have a value everywhere.

import type { Assay } from "../../artifacts/artifact.ts";
import { denseData } from "../../artifacts/assay.ts";
import { leadingScores } from "../../stats/leading-scores.ts";
import { mostVariable } from "../../stats/most-variable.ts";
import type { StepScope } from "../../contract/step.ts";
import { words } from "../words.ts";

const features = 500;
/** Of fewer samples two components tell the groups apart whatever they are. */
const fewest = 4;

/** `batchOf`: from 0; below it a sample has no batch. Says nothing where there is nothing to tell. */
export function sayBeforeAndAfter(column: string, batchOf: Int32Array, before: Assay, after: Assay, scope: StepScope): void {
  if (before.sampleCount < fewest) return;
  const source = denseData(before);
  const made = denseData(after);
  const width = before.sampleCount;
  const rowOf = (data: Float32Array, at: number): Float32Array => data.subarray(at * width, (at + 1) * width);
  const isWhole = (at: number): boolean => rowOf(source, at).every(Number.isFinite) && rowOf(made, at).every(Number.isFinite);
  const whole = Array.from({ length: before.featureCount }, (_, at) => at).filter(isWhole);
  const chosen = mostVariable(whole.length, features, (at) => rowOf(source, whole[at] as number));
  const rowsOf = (data: Float32Array): Float32Array[] => Array.from(chosen, (at) => rowOf(data, whole[at] as number));
  const [one, two] = explained(rowsOf(source), batchOf);
  const [oneAfter, twoAfter] = explained(rowsOf(made), batchOf);
  if (one === undefined || two === undefined || oneAfter === undefined || twoAfter === undefined) return;
  const percent = (share: number): number => Math.round(share * 100);
  scope.say(
    words.sentence("batch-before-after", {
      step: scope.index + 1,
      column,
      one: percent(one),
      two: percent(two),
      oneAfter: percent(oneAfter),
      twoAfter: percent(twoAfter),
    }),
  );
}

/** Of each of two components the share of its variance that lies between the batches. */
function explained(rows: readonly Float32Array[], batchOf: Int32Array): readonly number[] {
  return leadingScores(rows, 2).map((scores) => {
    const sums = new Map<number, { n: number; sum: number }>();
    scores.forEach((value, sample) => {
      const batch = batchOf[sample] as number;
      const found = sums.get(batch) ?? { n: 0, sum: 0 };
      sums.set(batch, { n: found.n + 1, sum: found.sum + value });
    });
    const mean = scores.reduce((sum, value) => sum + value, 0) / scores.length;
    const total = scores.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return [...sums.values()].reduce((sum, { n, sum: all }) => sum + n * (all / n - mean) ** 2, 0) / total;
  });
}
