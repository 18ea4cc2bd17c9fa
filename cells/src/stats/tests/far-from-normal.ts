// Whether means are no good summary of some lists of numbers: one of them is far from normal, and small enough for that to matter.

import { momentsOf } from "../moments.ts";
import { shapiroWilk } from "./shapiro-wilk.ts";

/** Below that a Shapiro-Wilk p value says that values are no normal ones; of groups of fewer the mean takes skew badly. */
const farFromNormal = 0.01;
const meanStands = 30;
/** Ranks of so few cannot give a small p value: 2 / (8 over 4) = .029. */
const fewForRanks = 5;

/** `byMeans`: of many only their means have to be near to normal; else (a straight line) the values themselves. Lists without values count for nothing. */
export function areFarFromNormal(lists: readonly Float64Array[], byMeans: boolean): boolean {
  const filled = lists.filter(({ length }) => length > 0);
  const least = Math.min(...filled.map(({ length }) => length));
  if (least >= meanStands && byMeans) return filled.some(isVerySkewed);
  if (least < fewForRanks) return false;
  return filled.some((values) => (shapiroWilk(values)?.p ?? 1) < farFromNormal);
}

/** So skewed that even means of many are not normal (|g1| / sqrt(n) of Berry-Esseen's size). */
function isVerySkewed(values: Float64Array): boolean {
  const { n, mean, squares } = momentsOf(values);
  const deviation = Math.sqrt(squares / n);
  if (!(deviation > 0)) return false;
  const skew = values.reduce((sum, value) => sum + ((value - mean) / deviation) ** 3, 0) / n;
  return Math.abs(skew) / Math.sqrt(n) > 0.5;
}
