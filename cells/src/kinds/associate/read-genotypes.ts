// The genotypes of a matrix as association reads them, for some of its samples: copies of the counted allele.

import { type Assay, missingByte } from "../../artifacts/artifact.ts";
import { denseData } from "../../artifacts/assay.ts";
import { copiesOfCalls } from "../../artifacts/ploidy.ts";
import type { Failure } from "../../base/failure.ts";
import { err, ok, type Result } from "../../base/result.ts";
import type { Sentence } from "../../messages/sentence.ts";
import type { CountedRows } from "../../stats/association/genotype-rows.ts";
import { words } from "./words.ts";

/** Rounding of float32. */
const beyond = 1e-4;

/** How many copies a sample has of each site; null: two of all. */
export interface ReadGenotypes {
  /** Of those samples, in that order. `twice`: sites where one copy of one counts as two. */
  rows(samples: Int32Array, twice: Uint8Array | null): CountedRows;
  readonly hasPloidy: boolean;
  readonly said: readonly Sentence[];
}

export function readGenotypes(assay: Assay): Result<ReadGenotypes, Failure> {
  const { values, featureCount, sampleCount, scale } = assay;
  if (assay.withoutEffectsOf) return err(words.failure("no-genotypes", { why: [...assay.withoutEffectsOf] }, { at: ["from"] }));
  const bytes = values.layout === "bytes" ? values.data : null;
  const odd = bytes ? oddByte(bytes) : oddNumber(denseData(assay));
  if (odd !== null) return err(words.failure("not-copies", { value: Number(odd.toPrecision(6)), scale }, { at: ["from"] }));
  const copies = copiesOfCalls(assay);
  return ok({
    hasPloidy: copies !== null,
    said: scale === "dosage" ? [] : [words.sentence("taken-for-copies")],
    rows: (samples, twice) => {
      const doubled = (variant: number): boolean => twice !== null && twice[variant] === 1 && copies !== null;
      const from = bytes ?? denseData(assay);
      const readAny = (variant: number, into: Float64Array): number => {
        const start = variant * sampleCount;
        let missing = 0;
        const doubles = doubled(variant);
        for (let nth = 0; nth < samples.length; nth++) {
          const at = start + (samples[nth] as number);
          const value = from[at] as number;
          if (bytes ? value === missingByte : value !== value) {
            into[nth] = Number.NaN;
            missing++;
          } else into[nth] = doubles && copies?.[at] === 1 ? 2 * value : value;
        }
        return missing;
      };
      return {
        variants: featureCount,
        samples: samples.length,
        read: (variant, into) =>
          bytes && !doubled(variant) ? readBytes(bytes, variant * sampleCount, samples, into) : readAny(variant, into),
        count: (variant, into) => {
          if (!bytes || doubled(variant)) return false;
          countBytes(bytes, variant * sampleCount, samples, into);
          return true;
        },
      };
    },
  });
}

/** The first number that is no count of copies. */
function oddByte(data: Int8Array): number | null {
  for (let at = 0; at < data.length; at++) {
    const value = data[at] as number;
    if ((value < 0 || value > 2) && value !== missingByte) return value;
  }
  return null;
}

function oddNumber(data: ArrayLike<number>): number | null {
  for (let at = 0; at < data.length; at++) {
    const value = data[at] as number;
    if (value < -beyond || value > 2 + beyond) return value;
  }
  return null;
}

/** Loops over bytes alone: half the time of one over whatever there is. */
function readBytes(data: Int8Array, start: number, samples: Int32Array, into: Float64Array): number {
  let missing = 0;
  for (let nth = 0; nth < samples.length; nth++) {
    const value = data[start + (samples[nth] as number)] as number;
    if (value === missingByte) {
      into[nth] = Number.NaN;
      missing++;
    } else into[nth] = value;
  }
  return missing;
}

function countBytes(data: Int8Array, start: number, samples: Int32Array, into: Int32Array): void {
  let [none, one, two] = [0, 0, 0];
  for (let nth = 0; nth < samples.length; nth++) {
    const value = data[start + (samples[nth] as number)] as number;
    if (value === 0) none++;
    else if (value === 1) one++;
    else if (value === 2) two++;
  }
  into[0] = none;
  into[1] = one;
  into[2] = two;
}
