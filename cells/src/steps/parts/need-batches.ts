// The batch of each sample, from a column of the samples: one of one value, or that leaves samples out, is refused.

import type { Table } from "../../artifacts/artifact.ts";
import type { StepScope } from "../../contract/step.ts";
import { levelsOf, variableOf } from "../../design/variables-of-sheet.ts";
import { words } from "../words.ts";
import { needColumn, refuse } from "./step-scope.ts";

export interface Batches {
  readonly name: string;
  readonly levels: readonly string[];
  /** Of each sample, from 0. */
  readonly of: Int32Array;
}

/** `field`: the option that names the column. */
export function needBatches(samples: Table, name: string, field: string, scope: StepScope): Batches {
  const column = needColumn(scope, samples, name, [field]);
  const levels = levelsOf(column);
  const made = variableOf(column, { column: column.name, as: "factor" });
  const of = Int32Array.from(made.ok && made.value.kind === "factor" ? made.value.codes : levels.map(() => -1));
  const n = of.reduce((sum, code) => sum + (code < 0 ? 1 : 0), 0);
  if (n > 0) return refuse(scope, words, "batch-missing", { column: name, n, all: samples.rowCount }, [field]);
  if (levels.length < 2) return refuse(scope, words, "batch-one", { column: name }, [field]);
  return { name, levels, of };
}
