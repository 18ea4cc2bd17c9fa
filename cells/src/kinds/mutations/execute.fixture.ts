// Runs a mutations cell on tables, for its tests.

import type { Artifact, Figure, Table } from "../../artifacts/artifact.ts";
import { cellJson, columnOf } from "../../artifacts/table.ts";
import type { CellId } from "../../base/ids.ts";
import type { Json, JsonObject } from "../../base/json.ts";
import type { ExecuteContext } from "../../contract/execute.ts";
import { bodyOf } from "../../contract/report.ts";
import { type MutationsBody, mutationsReport } from "../../reports/mutations/report.ts";
import { execute } from "./execute.ts";
import { mutations } from "./spec.ts";

const [maf, clinic, proteins] = ["cell_a", "cell_b", "cell_c"] as unknown as readonly [CellId, CellId, CellId];

const missing = (what: string): never => {
  throw new Error(`there is no ${what}`);
};

export interface Inputs {
  readonly maf: Table;
  readonly clinic?: Table;
  readonly proteins?: Table;
}
export async function ran(inputs: Inputs, spec: JsonObject = {}) {
  const context: Partial<ExecuteContext> = {
    signal: new AbortController().signal,
    progress: () => {},
    log: () => {},
    input: ({ ref }) => (ref === maf ? inputs.maf : ref === clinic ? inputs.clinic : inputs.proteins) as Table,
    valueOf: (field) => field as JsonObject,
  };
  const asked = {
    from: { ref: maf },
    ...(inputs.clinic ? { samples: { ref: clinic } } : {}),
    ...(inputs.proteins ? { domains: { ref: proteins } } : {}),
    ...spec,
  };
  return execute(mutations.schema.parse(asked), context as ExecuteContext);
}
export interface Made {
  readonly body: MutationsBody;
  readonly table: (port: string) => Table;
  readonly figure: (port: string) => Figure;
  readonly port: (port: string) => Artifact | undefined;
}
export async function made(inputs: Inputs, spec: JsonObject = {}): Promise<Made> {
  const result = await ran(inputs, spec);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  const port = (name: string) => result.value[name];
  const report = port("report");
  const body = report?.type === "report" ? bodyOf(mutationsReport, { report: report.report, body: report.body }) : null;
  return {
    body: body ?? missing("the report"),
    port,
    table: (name) => {
      const found = port(name);
      return found?.type === "table" ? found : missing(name);
    },
    figure: (name) => {
      const found = port(name);
      return found?.type === "figure" ? found : missing(name);
    },
  };
}
export const refused = async (inputs: Inputs, spec: JsonObject = {}) => {
  const result = await ran(inputs, spec);
  return result.ok ? "answered" : result.error.reason.replace("mutations-cell.", "");
};
export const doubtsOf = ({ doubts }: MutationsBody): readonly string[] =>
  doubts.map(({ key }) => key.replace("mutations-cell.", ""));
export const valuesOf = (table: Table, name: string): readonly Json[] => {
  const column = columnOf(table, name);
  return column ? Array.from({ length: table.rowCount }, (_, row) => cellJson(column, row)) : missing(name);
};
