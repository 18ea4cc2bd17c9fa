// Infinite numbers of a matrix: how many there are, and where the first stands.

import type { Assay } from "./artifact.ts";
import { featureIds, sampleIds } from "./assay.ts";

export interface InfiniteValues {
  readonly count: number;
  readonly features: number;
  /** Names of the first one's place. */
  readonly feature: string;
  readonly sample: string;
  readonly value: "Inf" | "-Inf";
}

const isInfinite = (value: number): boolean => value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY;

/** Null: there is none. */
export function infiniteValues(assay: Assay): InfiniteValues | null {
  const { values, sampleCount } = assay;
  if (values.layout === "bytes") return null;
  const first = values.data.findIndex(isInfinite);
  if (first < 0) return null;
  const features = new Set<number>();
  let count = 0;
  values.data.forEach((value, at) => {
    if (!isInfinite(value)) return;
    count++;
    features.add(values.layout === "dense" ? Math.floor(at / sampleCount) : (values.featureIndex[at] as number));
  });
  const feature = values.layout === "dense" ? Math.floor(first / sampleCount) : (values.featureIndex[first] as number);
  const sample = values.layout === "dense" ? first % sampleCount : values.offsets.findLastIndex((from) => from <= first);
  return {
    count,
    features: features.size,
    feature: featureIds(assay)[feature] ?? "",
    sample: sampleIds(assay)[sample] ?? "",
    value: (values.data[first] as number) > 0 ? "Inf" : "-Inf",
  };
}
