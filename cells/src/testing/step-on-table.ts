// One step on a table, as a chain runs it: its answer, or what it says where it refuses, and its doubts. For tests only.

import type { Artifact, Table } from "../artifacts/artifact.ts";
import { cellJson, columnOf } from "../artifacts/table.ts";
import { FailureError } from "../base/failure.ts";
import type { Json, JsonObject } from "../base/json.ts";
import { isCellRef } from "../base/refs.ts";
import { fittedChain, type FittedStepState } from "../contract/fitted-chain.ts";
import type { StepScope } from "../contract/step.ts";
import { applyChain, doStep, formOf } from "../kinds/transform/run-step.ts";
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

/** On a table; its refusal, in English, is thrown as an Error. */
export async function stepOn(table: Table, options: JsonObject, others: Others = {}, files: Files = {}): Promise<StepOnTable> {
  const said: string[] = [];
  try {
    const { data, kept } = await doStep(stepSchema.parse(options), table, scopeOf(said, others, files));
    if (data.type !== "table") throw new Error("no table");
    return { table: data, said, kept, column: (name) => valuesOf(data, name) };
  } catch (error) {
    throw error instanceof FailureError ? new Error(failureSentence(error.failure, "en")) : error;
  }
}

/** What was kept of one table, read again, applied to another. */
export async function laterOn(kept: FittedStepState, table: Table): Promise<StepOnTable> {
  const said: string[] = [];
  const form = formOf(table);
  try {
    const chain = fittedChain.parse(JSON.parse(JSON.stringify({ takes: form, gives: form, steps: [kept] })));
    const data = await applyChain(chain, table, scopeOf(said, {}));
    if (data.type !== "table") throw new Error("no table");
    return { table: data, said, kept, column: (name) => valuesOf(data, name) };
  } catch (error) {
    throw error instanceof FailureError ? new Error(failureSentence(error.failure, "en")) : error;
  }
}
