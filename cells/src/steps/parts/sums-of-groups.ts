// Sums and means of groups of features, or of samples: missing values are left out, and where all are missing so is the answer.
// Sparse values are gone through as they stand.

import type { Assay, MatrixValues } from "../../artifacts/artifact.ts";
import { eachValue } from "./matrix-values.ts";

export interface Grouped {
  readonly values: MatrixValues;
  /** Values that were missing among those of groups. */
  readonly missing: number;
}

interface Groups {
  /** Of each feature, or each sample; below 0: in none. */
  readonly groupOf: Int32Array;
  readonly groups: number;
}

/** `over`: what the groups are of. */
export function sumsOfGroups(
  assay: Assay,
  { groupOf, groups }: Groups,
  over: "features" | "samples",
  take: "sum" | "mean",
): Grouped {
  const width = over === "features" ? assay.sampleCount : groups;
  const height = over === "features" ? groups : assay.featureCount;
  const sums = new Float64Array(height * width);
  const sizes = new Int32Array(groups);
  for (const group of groupOf) if (group >= 0) sizes[group] = (sizes[group] as number) + 1;
  // Of each answer how many are missing; most matrices have none.
  const lacking = new Map<number, number>();
  let missing = 0;
  eachValue(assay, (feature, sample, value) => {
    const group = groupOf[over === "features" ? feature : sample] as number;
    if (group < 0) return;
    const at = over === "features" ? group * width + sample : feature * width + group;
    if (value === value) sums[at] = (sums[at] as number) + value;
    else {
      lacking.set(at, (lacking.get(at) ?? 0) + 1);
      missing++;
    }
  });
  const groupAt = (at: number): number => (over === "features" ? Math.floor(at / width) : at % width);
  const data = new Float32Array(sums.length);
  for (let at = 0; at < sums.length; at++) {
    const there = (sizes[groupAt(at)] as number) - (lacking.size === 0 ? 0 : (lacking.get(at) ?? 0));
    data[at] = there === 0 ? Number.NaN : take === "sum" ? (sums[at] as number) : (sums[at] as number) / there;
  }
  return { values: { layout: "dense", data }, missing };
}
