// One step on a matrix, as a chain runs it: its answer, or what it says where it refuses, its doubts and what is kept of it. For
// tests only.

import type { Artifact, Assay } from "../artifacts/artifact.ts";
import { assayOf, denseData } from "../artifacts/assay.ts";
import { tableOf, textColumn } from "../artifacts/table.ts";
import { FailureError } from "../base/failure.ts";
import type { JsonObject } from "../base/json.ts";
import { isCellRef } from "../base/refs.ts";
import { fittedChain, type FittedStepState } from "../contract/fitted-chain.ts";
import type { StepScope } from "../contract/step.ts";
import { applyChain, doStep, formOf } from "../chains/run-step.ts";
import { failureSentence, sentenceIn } from "../messages/catalogue.ts";
import { stepSchema } from "../steps.ts";
import { noChain } from "./no-chain.ts";

export interface StepOnMatrix {
  readonly assay: Assay;
  readonly said: readonly string[];
  readonly kept: FittedStepState;
  /** Of one feature after the other. */
  readonly rows: readonly (readonly number[])[];
}

const scopeOf = (said: string[]): StepScope => {
  const scope: StepScope = {
    index: 0,
    valueOf: (field) => (isCellRef(field) ? null : field),
    input: () => ({ type: "value", value: null }),
    say: (sentence) => said.push(sentenceIn(sentence, "en")),
    file: noChain,
    frozen: (chain, data) => applyChain(chain, data, scope),
    signal: new AbortController().signal,
  };
  return scope;
};

/** Its refusal, in English, is thrown as an Error. */
export async function stepOnMatrix(assay: Assay, options: JsonObject): Promise<StepOnMatrix> {
  return told(async (said) => doStep(stepSchema.parse(options), assay, scopeOf(said)));
}

/** What was kept of one matrix, read again, applied to another. */
export async function laterOnMatrix(kept: FittedStepState, assay: Assay): Promise<StepOnMatrix> {
  const form = formOf(assay);
  return told(async (said) => {
    const chain = fittedChain.parse(JSON.parse(JSON.stringify({ takes: form, gives: form, steps: [kept] })));
    return { data: await applyChain(chain, assay, scopeOf(said)), kept };
  });
}

async function told(work: (said: string[]) => Promise<{ data: Artifact; kept: FittedStepState }>): Promise<StepOnMatrix> {
  const said: string[] = [];
  try {
    const { data, kept } = await work(said);
    if (data.type !== "assay") throw new Error("no matrix");
    return { assay: data, said, kept, rows: rowsOfMatrix(data) };
  } catch (error) {
    throw error instanceof FailureError ? new Error(failureSentence(error.failure, "en"), { cause: error }) : error;
  }
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
