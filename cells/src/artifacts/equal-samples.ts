// Which samples of a matrix are the same to the last digit: one that came twice.

import type { Assay } from "./artifact.ts";
import { denseData } from "./assay.ts";

/** Of each sample the first one that has the same values of all features; itself where none has. */
export function equalSamples(assay: Assay): Int32Array {
  const values = denseData(assay);
  const { featureCount, sampleCount } = assay;
  const first = new Map<string, number[]>();
  const isSame = (a: number, b: number): boolean => {
    for (let at = 0; at < values.length; at += sampleCount) if (!Object.is(values[at + a], values[at + b])) return false;
    return true;
  };
  return Int32Array.from({ length: sampleCount }, (_, sample) => {
    let sum = 0;
    for (let feature = 0; feature < featureCount; feature++)
      sum = (Math.imul(sum, 31) + Math.fround((values[feature * sampleCount + sample] as number) * 1024)) | 0;
    const alike = first.get(String(sum)) ?? [];
    const found = featureCount === 0 ? undefined : alike.find((other) => isSame(other, sample));
    if (found !== undefined) return found;
    first.set(String(sum), [...alike, sample]);
    return sample;
  });
}
