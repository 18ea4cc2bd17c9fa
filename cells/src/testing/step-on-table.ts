// One step on a table or a matrix, as a chain runs it: its answer, or what it says where it refuses, and its doubts. For tests only.

import type { Artifact, Assay, Table } from "../artifacts/artifact.ts";
import { cellJson, columnOf } from "../artifacts/table.ts";
import { FailureError } from "../base/failure.ts";
import type { Json, JsonObject } from "../base/json.ts";
import { isCellRef } from "../base/refs.ts";
import { fittedChain, type FittedStepState } from "../contract/fitted-chain.ts";
import type { StepScope } from "../contract/step.ts";
import { applyChain, doStep, formOf } from "../chains/run-step.ts";
import { failureSentence, sentenceIn } from "../messages/catalogue.ts";
import { stepSchema } from "../steps.ts";
import { bytesAsSource } from "./bytes-as-source.ts";

export interface StepOnTable {
  readonly table: Table;
  readonly said: readonly string[];
  readonly kept: FittedStepState;
  column(name: string): readonly Json[];
}

export const valuesOf = (table: Table, name: string): readonly Json[] => {
  const column = columnOf(table, name);
  return column ? Array.from({ length: table.rowCount }, (_, row) => cellJson(column, row)) : [];
};

interface Others {
  readonly [cell: string]: Artifact;
}
/** By digest. */
interface Files {
  readonly [digest: string]: Uint8Array;
}

const scopeOf = (said: string[], others: Others, files: Files = {}): StepScope => {
  const scope: StepScope = {
    index: 0,
    valueOf: (field) => (isCellRef(field) ? null : field),
    input: ({ ref }) => others[ref] ?? { type: "value", value: null },
    say: (sentence) => said.push(sentenceIn(sentence, "en")),
    file: ({ digest }) => bytesAsSource(files[digest] ?? new Uint8Array(0)),
    frozen: (chain, data) => applyChain(chain, data, scope),
    signal: new AbortController().signal,
  };
  return scope;
};

/** On a table or a matrix: its answer, its doubts in English, and the form that is kept. Its refusal is thrown as an Error. */
export async function stepOnData(
  given: Table | Assay,
  options: JsonObject,
  others: Others = {},
  files: Files = {},
): Promise<{ readonly data: Table | Assay; readonly said: readonly string[]; readonly kept: FittedStepState }> {
  const said: string[] = [];
  try {
    const { data, kept } = await doStep(stepSchema.parse(options), given, scopeOf(said, others, files));
    return { data, said, kept };
  } catch (error) {
    throw error instanceof FailureError ? new Error(failureSentence(error.failure, "en")) : error;
  }
}

/** The same of a matrix that stays one. */
export async function stepOnMatrix(
  given: Assay,
  options: JsonObject,
  others: { readonly [cell: string]: Artifact } = {},
): Promise<{ readonly assay: Assay; readonly said: readonly string[]; readonly kept: FittedStepState }> {
  const { data, ...more } = await stepOnData(given, options, others);
  if (data.type !== "assay") throw new Error("no matrix");
  return { assay: data, ...more };
}

/** What was kept of one matrix, read again, applied to another. */
export async function laterOnMatrix(
  kept: FittedStepState,
  given: Assay,
): Promise<{ readonly assay: Assay; readonly said: readonly string[] }> {
  const said: string[] = [];
  const form = formOf(given);
  try {
    const chain = fittedChain.parse(JSON.parse(JSON.stringify({ takes: form, gives: form, steps: [kept] })));
    const data = await applyChain(chain, given, scopeOf(said, {}));
    if (data.type !== "assay") throw new Error("no matrix");
    return { assay: data, said };
  } catch (error) {
    throw error instanceof FailureError ? new Error(failureSentence(error.failure, "en")) : error;
  }
}

/** On a table; its refusal, in English, is thrown as an Error. */
export async function stepOn(table: Table, options: JsonObject, others: Others = {}, files: Files = {}): Promise<StepOnTable> {
  const { data, said, kept } = await stepOnData(table, options, others, files);
  if (data.type !== "table") throw new Error("no table");
  return { table: data, said, kept, column: (name) => valuesOf(data, name) };
}

/** What was kept of one table (`fittedOn`, where its form is another), read again, applied to another. */
export async function laterOn(kept: FittedStepState, table: Table, fittedOn: Table = table): Promise<StepOnTable> {
  const said: string[] = [];
  const form = formOf(table);
  try {
    const chain = fittedChain.parse(JSON.parse(JSON.stringify({ takes: formOf(fittedOn), gives: form, steps: [kept] })));
    const data = await applyChain(chain, table, scopeOf(said, {}));
    if (data.type !== "table") throw new Error("no table");
    return { table: data, said, kept, column: (name) => valuesOf(data, name) };
  } catch (error) {
    throw error instanceof FailureError ? new Error(failureSentence(error.failure, "en")) : error;
  }
}
