// One step on a matrix, with the rows of its answer: its doubts and what is kept of it stand beside. For tests only.

import type { Assay } from "../artifacts/artifact.ts";
import { assayOf, denseData } from "../artifacts/assay.ts";
import { tableOf, textColumn } from "../artifacts/table.ts";
import type { JsonObject } from "../base/json.ts";
import type { FittedStepState } from "../contract/fitted-chain.ts";
import { laterOnMatrix as laterOn, stepOnMatrix as onMatrix } from "./step-on-table.ts";

export interface StepOnMatrix {
  readonly assay: Assay;
  readonly said: readonly string[];
  readonly kept: FittedStepState;
  /** Of one feature after the other. */
  readonly rows: readonly (readonly number[])[];
}

/** Its refusal, in English, is thrown as an Error. */
export async function stepOnMatrix(assay: Assay, options: JsonObject): Promise<StepOnMatrix> {
  const done = await onMatrix(assay, options);
  return { ...done, rows: rowsOfMatrix(done.assay) };
}

/** What was kept of one matrix, read again, applied to another. */
export async function laterOnMatrix(kept: FittedStepState, assay: Assay): Promise<StepOnMatrix> {
  const done = await laterOn(kept, assay);
  return { ...done, kept, rows: rowsOfMatrix(done.assay) };
}

export function rowsOfMatrix(assay: Assay): readonly (readonly number[])[] {
  const values = denseData(assay);
  const width = assay.sampleCount;
  return Array.from({ length: assay.featureCount }, (_, at) => Array.from(values.subarray(at * width, (at + 1) * width)));
}

/** Rows of values as a matrix of features g1, g2 … and samples s1, s2 …, with more columns of the samples. */
export const matrixOf = (
  rows: readonly (readonly number[])[],
  columns: { readonly [name: string]: readonly (string | null)[] } = {},
  scale: Assay["scale"] = "unknown",
): Assay =>
  assayOf({
    values: { layout: "dense", data: Float32Array.from(rows.flat()) },
    features: tableOf(
      textColumn(
        "gene",
        rows.map((_, at) => `g${at + 1}`),
      ),
    ),
    samples: tableOf(
      textColumn(
        "sample",
        (rows[0] ?? []).map((_, at) => `s${at + 1}`),
      ),
      ...Object.entries(columns).map(([name, values]) => textColumn(name, values)),
    ),
    scale,
    featureNoun: "gene",
  });
