// How well a number tells two classes apart: the share of pairs, one of each class, in which the case has the larger one.

import { ranksOfValues } from "./ranks.ts";

/** Area under the ROC curve as the Mann-Whitney statistic: ties count half. Null when a class is empty. */
export function areaUnderCurve(scores: Float64Array, positive: Uint8Array): number | null {
  const ranks = ranksOfValues(scores, { ties: "average" });
  let cases = 0;
  let sum = 0;
  for (let row = 0; row < positive.length; row++) {
    if (positive[row] === 0) continue;
    cases += 1;
    sum += ranks[row] as number;
  }
  const controls = positive.length - cases;
  if (cases === 0 || controls === 0) return null;
  return (sum - (cases * (cases + 1)) / 2) / (cases * controls);
}
