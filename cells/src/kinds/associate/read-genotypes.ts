// The genotypes of a matrix as association reads them, for some of its samples: copies of the counted allele.

import { type Assay, missingByte } from "../../artifacts/artifact.ts";
import { denseData } from "../../artifacts/assay.ts";
import { copiesOfCalls } from "../../artifacts/ploidy.ts";
import type { Failure } from "../../base/failure.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { GenotypeRows } from "../../stats/association/genotype-rows.ts";
import { words } from "./words.ts";

/** Rounding of float32. */
const beyond = 1e-4;

/** How many copies a sample has of each site; null: two of all. */
export interface ReadGenotypes {
  /** Of those samples, in that order. `twice`: sites where one copy of one counts as two. */
  rows(samples: Int32Array, twice: Uint8Array | null): GenotypeRows;
  readonly hasPloidy: boolean;
  readonly said: readonly Sentence[];
}

export function readGenotypes(assay: Assay): Result<ReadGenotypes, Failure> {
  const { values, featureCount, sampleCount, scale } = assay;
  if (assay.withoutEffectsOf) return err(words.failure("no-genotypes", { why: [...assay.withoutEffectsOf] }, { at: ["from"] }));
  const isBytes = values.layout === "bytes";
  const data = isBytes ? values.data : denseData(assay);
  for (let at = 0; at < data.length; at++) {
    const value = data[at] as number;
    if (isBytes ? value !== missingByte && (value < 0 || value > 2) : value < -beyond || value > 2 + beyond)
      return err(words.failure("not-copies", { value: Number(value.toPrecision(6)), scale }, { at: ["from"] }));
  }
  const copies = copiesOfCalls(assay);
  return ok({
    hasPloidy: copies !== null,
    said: scale === "dosage" ? [] : [words.sentence("taken-for-copies")],
    rows: (samples, twice) => ({
      variants: featureCount,
      samples: samples.length,
      read: (variant, into) => {
        const start = variant * sampleCount;
        let missing = 0;
        const doubles = twice !== null && twice[variant] === 1 && copies !== null;
        for (let nth = 0; nth < samples.length; nth++) {
          const at = start + (samples[nth] as number);
          const value = data[at] as number;
          if (isBytes ? value === missingByte : value !== value) {
            into[nth] = Number.NaN;
            missing++;
          } else into[nth] = doubles && copies[at] === 1 ? 2 * value : value;
        }
        return missing;
      },
    }),
  });
}
