// Trains a learner of the list, for tests.

import type { DesignMatrix } from "../contract/design-matrix.ts";
import type { FitTask, Fitted } from "../contract/learner.ts";
import { algorithmSchema, loadFit, type Algorithm } from "../learners.ts";

/** `written`: settings as a spec may write them; the rest by default. */
export async function trainLearner(
  written: { readonly type: string; readonly [setting: string]: unknown },
  matrix: DesignMatrix,
  classes: Int32Array,
  classCount: number,
  seed = 1,
  classWeights?: Float64Array,
): Promise<Fitted> {
  return (await fitterOf(written, seed))({ matrix, classes, classCount, ...(classWeights ? { classWeights } : {}) });
}

/** For `crossValidate`. */
export async function fitterOf(
  written: { readonly type: string; readonly [setting: string]: unknown },
  seed = 1,
): Promise<(task: Pick<FitTask, "matrix" | "classes" | "classCount" | "classWeights">) => Fitted> {
  const options: Algorithm = algorithmSchema.parse(written);
  const fit = await loadFit(options);
  return (task) => fit({ ...task, options, seed });
}
