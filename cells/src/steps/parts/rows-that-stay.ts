// Rows that stay where a step leaves some out or moves them: told to whoever has to find each again, as a model that answers rows.

import type { Assay, Table } from "../../artifacts/artifact.ts";
import { takeRows } from "../../artifacts/table.ts";
import { takeSamples } from "../../artifacts/take-samples.ts";
import type { StepScope } from "../../contract/step.ts";

type Rows = Parameters<typeof takeRows>[1];

export function rowsThatStay(table: Table, rows: Rows, scope: StepScope): Table {
  scope.stay?.(rows);
  return takeRows(table, rows);
}

export function samplesThatStay(assay: Assay, samples: Int32Array, scope: StepScope): Assay {
  scope.stay?.(samples);
  return takeSamples(assay, samples);
}
